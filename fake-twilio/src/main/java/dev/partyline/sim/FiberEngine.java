package dev.partyline.sim;

import java.util.function.Supplier;

/** How fibers get threads; see {@link Engines} for the two there are. */
public interface FiberEngine {

  /** Short name for messages; never part of a journal. */
  String name();

  /** Carries a run to its end. The simulation's outcome is set when it returns. */
  void drive(Simulation simulation);

  /** Gives the baton away until the fiber is resumed. Called on the fiber itself. */
  void park(Fiber fiber);

  /**
   * Does work that waits for something real, while the whole run stands still. Called on the fiber.
   */
  <T> T outside(Fiber fiber, Supplier<T> work);

  /**
   * Does a piece of work that carries out many runs, where this engine is fastest.
   *
   * @throws StuckRun when a run in it hangs so that its thread cannot be won back
   */
  <T> T batch(Supplier<T> work);
}
