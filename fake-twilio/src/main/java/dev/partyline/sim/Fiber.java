package dev.partyline.sim;

/** A task of the code under test: ordinary blocking Java that runs only while it has the baton. */
public final class Fiber {

  private static final ThreadLocal<Fiber> CURRENT = new ThreadLocal<>();

  private final String name;
  private final Simulation simulation;
  private final Runnable body;

  /** What the engine keeps for this fiber. */
  Object carrier;

  boolean started;
  boolean poisoned;
  volatile boolean done;

  /** What it waits for through the simulation; null while it does not. */
  String waitsFor;

  /** Whether a wake-up through the simulation is due. */
  boolean queued;

  /** What it belongs to, for {@link Simulation#cut}; null when to nothing. */
  private final Object group;

  Fiber(Simulation simulation, String name, Object group, Runnable body) {
    this.simulation = simulation;
    this.name = name;
    this.group = group;
    this.body = body;
  }

  /** The fiber this thread runs, or null when it runs none. */
  public static Fiber current() {
    return CURRENT.get();
  }

  /** Stable name, unique within its run. */
  public String name() {
    return name;
  }

  /** What it belongs to; null when to nothing. */
  public Object group() {
    return group;
  }

  /** Whether it has been cut off: whatever it asks of the simulation from now on ends it. */
  public boolean isCut() {
    return poisoned;
  }

  /** The run it belongs to. */
  public Simulation simulation() {
    return simulation;
  }

  /** From now on this thread carries out events of the kernel, on behalf of no fiber. */
  static void hide() {
    CURRENT.set(null);
  }

  /** This thread goes on with this fiber. */
  void show() {
    CURRENT.set(this);
  }

  /** Runs the body on this thread, to its end. */
  void runHere() {
    CURRENT.set(this);
    try {
      if (poisoned) {
        return;
      }
      body.run();
    } catch (SimulationEnded over) {
      // the run is over and this fiber has been let go
    } catch (Throwable failure) {
      simulation.fiberFailed(this, failure);
    } finally {
      CURRENT.remove();
      done = true;
      simulation.fiberDone(this);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
