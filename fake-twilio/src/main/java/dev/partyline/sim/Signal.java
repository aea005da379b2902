package dev.partyline.sim;

/** A value that an event will bring and one fiber waits for. */
public final class Signal<T> {

  private final Simulation simulation;
  private final String what;
  private T value;
  private boolean complete;
  private Fiber waiter;

  Signal(Simulation simulation, String what) {
    this.simulation = simulation;
    this.what = what;
  }

  /** Brings the value; a second value is ignored. Called on the baton. */
  public void complete(T brought) {
    if (complete) {
      return;
    }
    value = brought;
    complete = true;
    if (waiter != null) {
      simulation.wake(waiter);
    }
  }

  /** Whether the value is there. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Waits for the value; virtual time goes on meanwhile.
   *
   * @throws LeakException when called from a thread that is no fiber of this run
   */
  public T await() {
    Fiber fiber = simulation.requireFiber(what);
    while (!complete) {
      waiter = fiber;
      simulation.park(fiber, what);
    }
    return value;
  }
}
