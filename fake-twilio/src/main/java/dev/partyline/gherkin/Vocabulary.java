package dev.partyline.gherkin;

import dev.partyline.knob.Knob;
import dev.partyline.law.Law;
import dev.partyline.law.Laws;
import io.cucumber.java.ParameterType;
import java.text.Normalizer;
import java.util.List;

/**
 * The words in braces of the steps. Patterns let mistakes through on purpose where a message can
 * say more than that no step fits.
 */
public final class Vocabulary {

  private static final int MOST_CALLS = 2;

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public Vocabulary(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** A program under test, by name. */
  @ParameterType("[A-Za-z][A-Za-z0-9-]*")
  public String program(String text) {
    return text;
  }

  /** A customer's name in the story. */
  @ParameterType("the customer|customer [0-9]+|お客様[0-9０-９]*")
  public String customer(String text) {
    return rehearsal.speaksOf("customer-" + ordinal(text));
  }

  /** The name in the story of somebody who calls us. */
  @ParameterType("the caller|caller [0-9]+|かけてきたお客様[0-9０-９]*")
  public String caller(String text) {
    return rehearsal.speaksOf("caller-" + ordinal(text));
  }

  /** An agent's name in the story. */
  @ParameterType("the agent|agent [0-9]+|オペレーター[0-9０-９]*")
  public String agent(String text) {
    return "agent-" + ordinal(text);
  }

  private static int ordinal(String text) {
    String digits = plain(text).replaceAll("[^0-9]", "");
    int number = digits.isEmpty() ? 1 : digits.length() > 3 ? 999 : Integer.parseInt(digits);
    if (number < 1 || number > MOST_CALLS) {
      throw new BadStep("'" + text + "' does not take part: the numbers are 1 and " + MOST_CALLS);
    }
    return number;
  }

  /** A time span, in simulated milliseconds. */
  @ParameterType("[-+0-9０-９.,．，]+ ?(?:milliseconds?|ms|seconds?|s|minutes?|min|hours?|ミリ秒|秒|分|時間)")
  public long duration(String text) {
    String plain = plain(text);
    String amount = plain.replaceFirst("[^-+0-9.,].*", "");
    String unit = plain.substring(amount.length()).trim();
    if (!amount.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      throw new BadStep(
          "'"
              + text
              + "' is no time span: write for example 5 seconds, 0.5 s or 100 ms"
              + " (5秒, 0.5秒, 100ミリ秒)");
    }
    double factor =
        unit.startsWith("ms") || unit.startsWith("milli") || unit.equals("ミリ秒")
            ? 1
            : unit.startsWith("min") || unit.equals("分")
                ? 60_000
                : unit.startsWith("h") || unit.equals("時間") ? 3_600_000 : 1_000;
    return Math.round(Double.parseDouble(amount) * factor);
  }

  /** A whole number. */
  @ParameterType("[-+0-9０-９.,．，]+")
  public long number(String text) {
    return whole(text);
  }

  /** How often. */
  @ParameterType("never|once|twice|[-+0-9０-９.,．，]+ times|[-+0-9０-９.,．，]+回")
  public long times(String text) {
    return switch (text) {
      case "never" -> 0;
      case "once" -> 1;
      case "twice" -> 2;
      default -> whole(text.replaceFirst("( times|回)$", ""));
    };
  }

  private static long whole(String text) {
    String plain = plain(text);
    if (!plain.matches("[0-9]{1,9}")) {
      throw new BadStep(
          "'" + text + "' is no whole number: write digits alone, for example 200 or 1000");
    }
    return Long.parseLong(plain);
  }

  /** Full-width digits and signs become the usual ones. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** A law, by its id. */
  @ParameterType("[A-Z][A-Z-]*")
  public String law(String text) {
    List<String> ids = Laws.standard().stream().map(Law::id).toList();
    if (!ids.contains(text)) {
      throw new BadStep("there is no law " + text + ": write one of " + String.join(", ", ids));
    }
    return text;
  }

  /** A knob of the platform that a run may choose. */
  @ParameterType("[a-z]+\\.[A-Za-z]+")
  public Knob knob(String text) {
    StringBuilder all = new StringBuilder();
    for (Knob knob : Knob.values()) {
      if (knob.sweep()) {
        if (knob.key().equals(text)) {
          return knob;
        }
        all.append(all.length() == 0 ? "" : ", ").append(knob.key());
      }
    }
    throw new BadStep("there is no knob " + text + " that a scenario can set: write one of " + all);
  }

  /** A knob's value. */
  @ParameterType("[A-Za-z0-9.]+")
  public String value(String text) {
    return text;
  }

  /** The event of a status callback. */
  @ParameterType("[a-z]+(?:-[a-z]+)*")
  public String event(String text) {
    if (!CallbackFault.EVENTS.contains(text)) {
      throw new BadStep(
          "there is no callback '"
              + text
              + "': write one of "
              + String.join(", ", CallbackFault.EVENTS));
    }
    return text;
  }

  /** The status with which a call ends (CALL-16). */
  @ParameterType("[a-z]+(?:-[a-z]+)*")
  public String status(String text) {
    if (!CallLog.LAST_WORDS.contains(text)) {
      throw new BadStep(
          "no call ends as '" + text + "': write one of " + String.join(", ", CallLog.LAST_WORDS));
    }
    return text;
  }

  /** What is said to an agent. */
  @ParameterType(
      "the line is busy|there is no answer|the call could not be connected|the call has ended"
          + "|nobody can take the call|「誰も出られない」|「話し中」|「応答なし」|「つながらない」|「通話終了」")
  public News news(String text) {
    return News.of(text);
  }
}
