package dev.partyline.sim;

/**
 * What ends a run that does not end by itself.
 *
 * @param horizonMs simulated milliseconds after which the run is cut off
 * @param maxSteps events that a run may take
 * @param maxStepsAtOneInstant events that may follow each other without time moving
 * @param stuckMs wall-clock milliseconds that one step may take before it counts as hung; the one
 *     number here that is not simulated, and it never shows in a run that does not hang
 */
public record Limits(long horizonMs, long maxSteps, long maxStepsAtOneInstant, long stuckMs) {

  /** 15 simulated minutes, 100,000 events, 10,000 at one instant, 5 seconds on the wall. */
  public static final Limits STANDARD = new Limits(900_000, 100_000, 10_000, 5_000);

  /** The same with another horizon. */
  public Limits withHorizon(long ms) {
    return new Limits(ms, maxSteps, maxStepsAtOneInstant, stuckMs);
  }
}
