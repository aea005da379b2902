package dev.partyline.report;

import dev.partyline.law.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Simulated time in words. */
public final class Times {

  private static final long MINUTES_FROM_MS = 600_000;

  private Times() {}

  /**
   * A time or a span for a person, rounded half up: {@code 0 s}, {@code 0.05 s}, {@code 0.7 s},
   * {@code 41 s}, {@code 12 min 5 s}.
   *
   * @param ms milliseconds; {@link Violation#FOR_EVER} gives {@code for ever}
   */
  public static String seconds(long ms) {
    if (ms == Violation.FOR_EVER) {
      return "for ever";
    }
    if (ms < 0) {
      return "-" + seconds(-ms);
    }
    if (ms >= MINUTES_FROM_MS) {
      long whole = (ms + 500) / 1000;
      return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
    }
    return plain(ms, ms < 10 ? 3 : ms < 100 ? 2 : ms < 9_950 ? 1 : 0) + " s";
  }

  /** A time to the millisecond: {@code 0.245 s}, {@code 30.9 s}. */
  public static String exact(long ms) {
    return ms == Violation.FOR_EVER ? "for ever" : plain(ms, 3) + " s";
  }

  private static String plain(long ms, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(ms, 3).setScale(digits, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
