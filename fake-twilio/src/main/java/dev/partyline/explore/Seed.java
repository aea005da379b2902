package dev.partyline.explore;

import dev.partyline.sim.Choice;
import dev.partyline.sim.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text that repeats one run: {@code subject/scenario/17} for a drawn run, {@code
 * subject/scenario/17,name=value} for a drawn one with fixed choices, or {@code
 * subject/scenario/name=value,name=value} for one whose choices are all typical but these; {@code
 * typical} stands for none.
 *
 * @param subject name of the program under test
 * @param scenario name of the scenario
 * @param number the seed of a drawn run; null for a pinned one
 * @param pins choices that are not typical, or fixed beside a number; may be empty
 */
public record Seed(String subject, String scenario, Long number, Map<String, String> pins) {

  private static final String FORM =
      "a seed is subject/scenario/number, for example two-step-dial/outbound/17, or"
          + " subject/scenario/name=value,name=value as a report prints it";

  /** A drawn run. */
  public static Seed drawn(String subject, String scenario, long number) {
    return new Seed(subject, scenario, number, Map.of());
  }

  /** A run with these choices and typical ones elsewhere. */
  public static Seed pinned(String subject, String scenario, List<Choice> choices) {
    Map<String, String> pins = new LinkedHashMap<>();
    for (Choice choice : choices) {
      if (!choice.standard()) {
        pins.put(choice.name(), choice.value());
      }
    }
    return new Seed(subject, scenario, null, pins);
  }

  /**
   * Reads a seed.
   *
   * @throws IllegalArgumentException saying what is wrong with the text and what a seed looks like
   */
  public static Seed parse(String text) {
    String[] parts = text.trim().split("/", 3);
    if (parts.length < 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' is no seed: " + FORM);
    }
    String rest = parts[2];
    int comma = rest.indexOf(',');
    String first = comma < 0 ? rest : rest.substring(0, comma);
    Long number = first.matches("-?[0-9]{1,18}") ? Long.valueOf(first) : null;
    String fixed = number == null ? rest : rest.substring(first.length());
    Map<String, String> pins = new LinkedHashMap<>();
    if (!rest.equals("typical") && !fixed.isEmpty()) {
      for (String pair : (number == null ? fixed : fixed.substring(1)).split(",", -1)) {
        int at = pair.indexOf('=');
        if (at < 1 || at == pair.length() - 1) {
          throw new IllegalArgumentException(
              "'" + pair + "' in the seed '" + text + "' is no name=value: " + FORM);
        }
        pins.put(pair.substring(0, at), pair.substring(at + 1));
      }
    }
    return new Seed(parts[0], parts[1], number, pins);
  }

  /** The same with other pins. */
  Seed with(Map<String, String> others) {
    return new Seed(subject, scenario, number, others);
  }

  Strategy strategy() {
    return number == null ? Strategy.pinned(pins) : Strategy.portfolio(number, pins);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(subject).append('/').append(scenario).append('/');
    if (number != null) {
      text.append(number);
    } else if (pins.isEmpty()) {
      text.append("typical");
    }
    String join = number == null ? "" : ",";
    for (Map.Entry<String, String> pin : pins.entrySet()) {
      text.append(join).append(pin.getKey()).append('=').append(pin.getValue());
      join = ",";
    }
    return text.toString();
  }
}
