package dev.partyline.sim;

import java.util.List;

/** Decides the order of events by hand: for exhaustive exploration and for tests. */
public interface Director {

  /**
   * An event that waits for its turn.
   *
   * @param name unique within the run
   * @param cause firing index of the event during which it was made, from 0; -1 for the beginning
   * @param scheduledAt when it was made, in simulated milliseconds
   * @param span bounds of its delay
   */
  record Pending(String name, long cause, long scheduledAt, Span span) {}

  /**
   * What comes next.
   *
   * @param index into the list of pending events
   * @param at simulated milliseconds; not before now and within the event's bounds
   */
  record Turn(int index, long at) {}

  /**
   * Chooses the next event.
   *
   * @param now simulated milliseconds
   * @param pending at least one, in the order of their making
   */
  Turn next(long now, List<Pending> pending);
}
