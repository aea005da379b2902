package dev.partyline.telephony;

/**
 * What is heard first when somebody, or something, answers a leg.
 *
 * @param kind who it is
 * @param silenceMs from the answer to the first sound, 0 or more
 * @param speechMs how long it speaks then; 0 when it says nothing
 * @param beep whether a tone follows, after which a message can be left
 */
public record Greeting(Kind kind, long silenceMs, long speechMs, boolean beep) {

  /** Who answers. */
  public enum Kind {
    HUMAN,
    MACHINE,
    FAX
  }

  /** A person who says a short word. */
  public static final Greeting HELLO = new Greeting(Kind.HUMAN, 500, 1_000, false);
}
