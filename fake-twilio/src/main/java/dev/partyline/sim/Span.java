package dev.partyline.sim;

/**
 * The bounds of a delay, in simulated milliseconds.
 *
 * @param min smallest possible delay, at least 0
 * @param typical the delay of the typical run, within the bounds
 * @param max largest possible delay, at least {@code min}
 */
public record Span(long min, long typical, long max) {

  /** No delay at all. */
  public static final Span NONE = new Span(0, 0, 0);

  /** Checks 0 ≤ min ≤ typical ≤ max. */
  public Span {
    if (min < 0 || typical < min || max < typical) {
      throw new IllegalArgumentException(
          "a span needs 0 <= min <= typical <= max, got " + min + ", " + typical + ", " + max);
    }
  }

  /** A delay without freedom. */
  public static Span exactly(long ms) {
    return new Span(ms, ms, ms);
  }

  /** A delay that may be anything up to {@code max}. */
  public static Span of(long min, long typical, long max) {
    return new Span(min, typical, max);
  }

  /** Whether there is nothing to choose. */
  public boolean fixed() {
    return min == max;
  }

  /** The nearest value within the bounds. */
  public long clamp(long ms) {
    return Math.max(min, Math.min(max, ms));
  }
}
