package dev.partyline.phone;

import java.util.List;

/**
 * What a person does with their phone when it is dialled; all times in simulated milliseconds.
 *
 * @param does a word of {@link #DOES}
 * @param ringsAfterMs from being dialled to ringing
 * @param actsAfterMs from there to what they do: answering, declining, being busy; ignored where
 *     nothing is done
 * @param endsAfterMs from answering to hanging up, or to vanishing; -1 for staying
 * @param vanishes whether the end comes without a word to the platform: the leg stays up until
 *     somebody else ends it
 * @param answeredBy a word of {@link FarEnd#ANSWERED_BY}, for machine detection
 * @param greetingMs how long the first thing said is
 * @param keys what is pressed after answering, in order of time
 */
public record PhoneScript(
    String does,
    long ringsAfterMs,
    long actsAfterMs,
    long endsAfterMs,
    boolean vanishes,
    String answeredBy,
    long greetingMs,
    List<Keys> keys) {

  /** What a scripted phone can do; by-hand rings and waits for somebody to operate it. */
  public static final List<String> DOES =
      List.of("answers", "busy", "busy-after-ringing", "rejects", "no-answer", "fails", "by-hand");

  /** Answers after two seconds and stays: a platform's number that nobody scripted. */
  public static final PhoneScript ANSWERS =
      new PhoneScript("answers", 300, 1_700, -1, false, "human", 1_000, List.of());

  /**
   * Keys pressed.
   *
   * @param afterMs after answering
   * @param keys of 0-9, A-D, # and *
   */
  public record Keys(long afterMs, String keys) {}

  /**
   * Checks what people write.
   *
   * @throws IllegalArgumentException naming the field, what it is and what it may be
   */
  public PhoneScript {
    require(DOES.contains(does), "does", does, "one of " + DOES);
    require(ringsAfterMs >= 0, "ringsAfterMs", ringsAfterMs, "0 or more");
    require(actsAfterMs >= 0, "actsAfterMs", actsAfterMs, "0 or more");
    require(endsAfterMs >= -1, "endsAfterMs", endsAfterMs, "0 or more, or -1 to stay");
    require(
        FarEnd.ANSWERED_BY.contains(answeredBy),
        "answeredBy",
        answeredBy,
        "one of " + FarEnd.ANSWERED_BY);
    require(greetingMs >= 0, "greetingMs", greetingMs, "0 or more");
    keys = List.copyOf(keys);
    for (Keys press : keys) {
      require(
          press.keys() != null && press.keys().matches("[0-9A-D#*]+"),
          "keys",
          press.keys(),
          "made of 0-9, A-D, # and *");
      require(press.afterMs() >= 0, "keys.afterMs", press.afterMs(), "0 or more");
    }
  }

  private static void require(boolean good, String field, Object value, String what) {
    if (!good) {
      throw new IllegalArgumentException(field + " is '" + value + "'; it must be " + what);
    }
  }
}
