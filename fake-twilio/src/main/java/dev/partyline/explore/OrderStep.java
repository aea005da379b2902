package dev.partyline.explore;

import dev.partyline.sim.Span;
import java.util.List;

/**
 * One step of an order of events.
 *
 * @param waiting what could have come, in the order of making; bounds in time apart
 * @param chosen index of what came
 */
record OrderStep(List<Waiting> waiting, int chosen) {

  /**
   * An event that waits for its turn.
   *
   * @param cause number of the step in which it was made; -1 for the beginning of the run
   * @param span bounds of its delay
   */
  record Waiting(String name, int cause, Span span) {}

  /** What came. */
  Waiting event() {
    return waiting.get(chosen);
  }
}
