package dev.partyline.phone;

import java.time.Duration;
import java.util.ArrayList;
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
 *     somebody else ends it, or until {@code call.mediaTimeout}
 * @param answeredBy a word of {@link FarEnd#ANSWERED_BY}, for machine detection
 * @param greetingMs how long the first thing said is
 * @param beep whether a tone follows the greeting; machines alone
 * @param keys what is pressed, in order of time
 * @param says what is said, in order of time
 * @param others what the other devices of the same client do, which ring as well. The first to
 *     answer has the call; the call is refused when every device has refused it, as the last one
 *     did
 */
public record PhoneScript(
    String does,
    long ringsAfterMs,
    long actsAfterMs,
    long endsAfterMs,
    boolean vanishes,
    String answeredBy,
    long greetingMs,
    boolean beep,
    List<Keys> keys,
    List<Words> says,
    List<PhoneScript> others) {

  /** What a scripted phone can do; by-hand rings and waits for somebody to operate it. */
  public static final List<String> DOES =
      List.of("answers", "busy", "busy-after-ringing", "rejects", "no-answer", "fails", "by-hand");

  /** Answers after two seconds and stays: a platform's number that nobody scripted. */
  public static final PhoneScript ANSWERS =
      new PhoneScript("answers", 300, 1_700, -1, false, "human", 1_000, List.of());

  /**
   * Keys pressed.
   *
   * @param afterMs after answering, or after the prompt began
   * @param keys of 0-9, A-D, # and *
   * @param prompt which Gather or Record of the leg it answers, counted from 1; 0 for none
   */
  public record Keys(long afterMs, String keys, int prompt) {

    /** Keys pressed so long after answering. */
    public Keys(long afterMs, String keys) {
      this(afterMs, keys, 0);
    }
  }

  /**
   * Words said.
   *
   * @param afterMs after answering, or after the prompt began
   * @param words what the platform understands
   * @param ms how long they take to say
   * @param prompt which Gather or Record of the leg it answers, counted from 1; 0 for none
   */
  public record Words(long afterMs, String words, long ms, int prompt) {}

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
    require(!vanishes || endsAfterMs >= 0, "endsAfterMs", endsAfterMs, "0 or more to vanish");
    require(
        FarEnd.ANSWERED_BY.contains(answeredBy),
        "answeredBy",
        answeredBy,
        "one of " + FarEnd.ANSWERED_BY);
    require(greetingMs >= 0, "greetingMs", greetingMs, "0 or more");
    require(!beep || answeredBy.equals("machine"), "beep", beep, "false where no machine answers");
    keys = List.copyOf(keys);
    for (Keys press : keys) {
      require(
          press.keys() != null && press.keys().matches("[0-9A-D#*]+"),
          "keys",
          press.keys(),
          "made of 0-9, A-D, # and *");
      require(press.afterMs() >= 0, "keys.afterMs", press.afterMs(), "0 or more");
      require(press.prompt() >= 0, "keys.prompt", press.prompt(), "0 or more");
    }
    says = List.copyOf(says);
    for (Words words : says) {
      require(
          words.words() != null && !words.words().isBlank(), "says", words.words(), "some words");
      require(words.afterMs() >= 0, "says.afterMs", words.afterMs(), "0 or more");
      require(words.ms() >= 1, "says.ms", words.ms(), "1 or more");
      require(words.prompt() >= 0, "says.prompt", words.prompt(), "0 or more");
    }
    others = List.copyOf(others);
    for (PhoneScript other : others) {
      require(other.others.isEmpty(), "others", "nested", "one list of devices");
    }
  }

  /** One device whose owner says nothing; a machine beeps. */
  public PhoneScript(
      String does,
      long ringsAfterMs,
      long actsAfterMs,
      long endsAfterMs,
      boolean vanishes,
      String answeredBy,
      long greetingMs,
      List<Keys> keys) {
    this(
        does,
        ringsAfterMs,
        actsAfterMs,
        endsAfterMs,
        vanishes,
        answeredBy,
        greetingMs,
        "machine".equals(answeredBy),
        keys,
        List.of(),
        List.of());
  }

  // ---- for tests ----

  /** Answers so long after being dialled, and stays. */
  public static PhoneScript answers(Duration after) {
    return at("answers", after);
  }

  /** Is busy so long after being dialled, without ringing. */
  public static PhoneScript busy(Duration after) {
    return new PhoneScript("busy", after.toMillis(), 0, -1, false, "human", 1_000, List.of());
  }

  /** Rings, and is busy so long after being dialled. */
  public static PhoneScript busyAfterRinging(Duration after) {
    return at("busy-after-ringing", after);
  }

  /** Rings, and is declined so long after being dialled. */
  public static PhoneScript rejects(Duration after) {
    return at("rejects", after);
  }

  /** Rings until the platform gives up. */
  public static PhoneScript rings() {
    return at("no-answer", Duration.ZERO);
  }

  /** Cannot be reached. */
  public static PhoneScript fails() {
    return at("fails", Duration.ofMillis(300));
  }

  /** Rings and waits for somebody to operate it. */
  public static PhoneScript byHand() {
    return at("by-hand", Duration.ZERO);
  }

  /** A machine answers after two seconds, speaks for so long and beeps. */
  public static PhoneScript machine(Duration greeting) {
    return new PhoneScript(
        "answers", 300, 1_700, -1, false, "machine", greeting.toMillis(), List.of());
  }

  /** The same, hanging up so long after answering. */
  public PhoneScript hangsUpAfter(Duration stay) {
    return with(stay.toMillis(), false, keys, says, others);
  }

  /** The same, vanishing so long after answering. */
  public PhoneScript vanishesAfter(Duration stay) {
    return with(stay.toMillis(), true, keys, says, others);
  }

  /** The same, pressing keys so long after answering. */
  public PhoneScript presses(Duration after, String pressed) {
    return with(
        endsAfterMs, vanishes, plus(keys, new Keys(after.toMillis(), pressed)), says, others);
  }

  /** The same, pressing keys a second after a Gather or Record began, the first being 1. */
  public PhoneScript answersPrompt(int prompt, String pressed) {
    return with(endsAfterMs, vanishes, plus(keys, new Keys(1_000, pressed, prompt)), says, others);
  }

  /** The same, saying something so long after answering. */
  public PhoneScript says(Duration after, String words, Duration length) {
    Words said = new Words(after.toMillis(), words, length.toMillis(), 0);
    return with(endsAfterMs, vanishes, keys, plus(says, said), others);
  }

  /** The same, with another device of the same client. */
  public PhoneScript andDevice(PhoneScript other) {
    return with(endsAfterMs, vanishes, keys, says, plus(others, other));
  }

  private static PhoneScript at(String does, Duration after) {
    long ms = after.toMillis();
    long rings = Math.min(300, ms);
    return new PhoneScript(does, rings, ms - rings, -1, false, "human", 1_000, List.of());
  }

  private PhoneScript with(
      long endsMs, boolean gone, List<Keys> pressed, List<Words> said, List<PhoneScript> devices) {
    return new PhoneScript(
        does,
        ringsAfterMs,
        actsAfterMs,
        endsMs,
        gone,
        answeredBy,
        greetingMs,
        beep,
        pressed,
        said,
        devices);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  private static void require(boolean good, String field, Object value, String what) {
    if (!good) {
      throw new IllegalArgumentException(field + " is '" + value + "'; it must be " + what);
    }
  }
}
