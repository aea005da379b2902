package dev.partyline.behaviour;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One thing that is true of the real platform, in one sentence, and what the fake does about it.
 *
 * @param id section and number, such as {@code CONF-34}; never reused and never renumbered
 * @param reason why the fake does not do it; empty for what is modelled and for situations
 * @param sentence one sentence of at most {@value #LONGEST_SENTENCE} characters, ending in a full
 *     stop; code words stand in backticks
 */
public record Rule(
    String id, Confidence confidence, Standing standing, String reason, String sentence) {

  /** The most characters a rule's sentence may have. */
  public static final int LONGEST_SENTENCE = 160;

  private static final Pattern ID = Pattern.compile("[A-Z]+(-[A-Z]+)*-\\d{2,}");

  /**
   * Checks the parts against each other.
   *
   * @throws IllegalArgumentException if a part breaks its contract; the message says which and what
   *     to write instead
   */
  public Rule {
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(standing, "standing");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id \"%s\" is not a rule id; write a section and a number, such as CONF-34"
              .formatted(id));
    }
    if (standing.needsReason() == reason.isBlank()) {
      throw new IllegalArgumentException(
          standing.needsReason()
              ? "%s is %s but gives no reason; write a short one".formatted(id, standing.word())
              : "%s is %s but gives the reason \"%s\"; leave the reason empty"
                  .formatted(id, standing.word(), reason));
    }
    if (!sentence.endsWith(".")) {
      throw new IllegalArgumentException(
          "the sentence of %s does not end in a full stop: \"%s\"".formatted(id, sentence));
    }
    if (sentence.length() > LONGEST_SENTENCE) {
      throw new IllegalArgumentException(
          "the sentence of %s has %d characters; write at most %d"
              .formatted(id, sentence.length(), LONGEST_SENTENCE));
    }
  }

  /** The section's part of the id: {@code CONF} of {@code CONF-34}, {@code TR-WS} of TR-WS-01. */
  public String prefix() {
    return id.substring(0, id.lastIndexOf('-'));
  }

  /** The number's part of the id: 34 of {@code CONF-34}. */
  public int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }
}
