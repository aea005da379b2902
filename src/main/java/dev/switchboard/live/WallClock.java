package dev.switchboard.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time. Against a simulated platform whose clock is faster an instance can be told to keep up
 * with it, by the system property {@code switchboard.clock}: how many seconds pass in one, an at
 * sign, and the instant in epoch milliseconds at which both clocks showed the same.
 *
 * @param speed seconds in a second, above 0; 1 is the real time
 * @param sinceMs when it began to differ
 */
record WallClock(double speed, long sinceMs) implements InstantSource {

  private static final String PROPERTY = "switchboard.clock";

  WallClock {
    if (!(speed > 0 && speed <= 1000)) {
      throw new IllegalArgumentException(
          PROPERTY + " must be like 10@1764331200000, a speed above 0 up to 1000, not " + speed);
    }
  }

  /** The real time, unless the property says otherwise. */
  static WallClock ofThisProcess() {
    return parse(System.getProperty(PROPERTY, "1@0"));
  }

  static WallClock parse(String text) {
    String[] parts = text.split("@");
    try {
      return new WallClock(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
      throw new IllegalArgumentException(
          PROPERTY + " must be like 10@1764331200000, not '" + text + "'", wrong);
    }
  }

  @Override
  public Instant instant() {
    return at(Instant.now());
  }

  /** What it shows at this real instant. */
  Instant at(Instant real) {
    if (speed == 1) {
      return real;
    }
    long passedMs = real.toEpochMilli() - sinceMs;
    return Instant.ofEpochMilli(sinceMs + (long) (passedMs * speed));
  }

  /** How long a wait by this clock really lasts. */
  Duration real(Duration wait) {
    return speed == 1 ? wait : Duration.ofNanos((long) (wait.toNanos() / speed));
  }
}
