package dev.partyline.centre.day;

/**
 * How big a day is.
 *
 * @param seed what everything is drawn from
 * @param agents at least 1
 * @param calls at least 1
 * @param hours how long callers come, at least 1
 */
public record DaySettings(long seed, int agents, int calls, int hours) {

  /** The day of the benchmark: 50 agents, 14,400 calls, 24 hours, seed 1. */
  public static final DaySettings STANDARD = new DaySettings(1, 50, 14_400, 24);

  /**
   * Checks what people write.
   *
   * @throws IllegalArgumentException naming the field and what it may be
   */
  public DaySettings {
    require(agents >= 1 && agents <= 1_000, "agents", agents, "from 1 to 1000");
    require(calls >= 1 && calls <= 1_000_000, "calls", calls, "from 1 to 1000000");
    require(hours >= 1 && hours <= 24, "hours", hours, "from 1 to 24");
  }

  private static void require(boolean good, String field, int value, String what) {
    if (!good) {
      throw new IllegalArgumentException(field + " is " + value + "; it must be " + what);
    }
  }
}
