package dev.partyline.law;

import java.util.List;

/**
 * What a law says of a run.
 *
 * @param standing held, violated or not exercised
 * @param violations every breach, earliest first; empty unless violated
 */
public record Verdict(Standing standing, List<Violation> violations) {

  /** The three things a law can say. */
  public enum Standing {
    /** The run could have broken the law and did not. */
    HELD,
    /** The run broke the law. */
    VIOLATED,
    /** Nothing in the run could have broken it. */
    NOT_EXERCISED
  }

  private static final Verdict HELD = new Verdict(Standing.HELD, List.of());
  private static final Verdict NOT_EXERCISED = new Verdict(Standing.NOT_EXERCISED, List.of());

  /** Checks that there are violations exactly when the standing says so. */
  public Verdict {
    violations = List.copyOf(violations);
    if ((standing == Standing.VIOLATED) == violations.isEmpty()) {
      throw new IllegalArgumentException(standing + " with violations " + violations);
    }
  }

  /** The run could have broken the law and did not. */
  public static Verdict held() {
    return HELD;
  }

  /** Nothing in the run could have broken the law. */
  public static Verdict notExercised() {
    return NOT_EXERCISED;
  }

  /** Violated by these breaches; held, or not exercised, when there are none. */
  public static Verdict of(boolean exercised, List<Violation> violations) {
    if (!violations.isEmpty()) {
      return new Verdict(Standing.VIOLATED, violations);
    }
    return exercised ? HELD : NOT_EXERCISED;
  }

  /** Whether the law was broken. */
  public boolean violated() {
    return standing == Standing.VIOLATED;
  }
}
