package dev.partyline.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Fibers on pooled platform threads, strict: there is no thread of the kernel's own; whoever gives
 * the baton away carries on with the events until a fiber is due, and goes on itself when that
 * fiber is its own.
 *
 * <p>Blocking outside the simulation cannot be seen from inside, so the thread that called {@link
 * #drive} looks at the holder of the baton now and then and ends the run when it stands still.
 */
final class BatonEngine implements FiberEngine {

  private static final long LOOK_NANOS = 20_000_000L;

  /**
   * Looks in a row at a blocked holder before it counts as a leak: class loading may block, too.
   */
  private static final int LOOKS_BLOCKED = 15;

  private final Deque<Worker> idle = new ArrayDeque<>();

  private volatile Thread holder;

  @Override
  public String name() {
    return "platform threads";
  }

  @Override
  public <T> T batch(Supplier<T> work) {
    return work.get();
  }

  /** The worker itself may wait for the world outside, as long as the watcher knows. */
  @Override
  public <T> T outside(Fiber fiber, Supplier<T> work) {
    Worker worker = (Worker) fiber.carrier;
    worker.outside = true;
    try {
      return work.get();
    } finally {
      worker.outside = false;
    }
  }

  @Override
  public void drive(Simulation simulation) {
    Caller caller = new Caller(simulation);
    Fiber first = simulation.advance();
    if (first != null) {
      pass(caller, first);
      caller.watch();
    }
    simulation.settle();
    for (Fiber fiber : simulation.unfinished()) {
      if (fiber.carrier instanceof Worker worker && !worker.abandoned) {
        fiber.poisoned = true;
        caller.release(worker);
      }
    }
  }

  @Override
  public void park(Fiber fiber) {
    Worker worker = (Worker) fiber.carrier;
    if (worker.abandoned) {
      throw new SimulationEnded();
    }
    Fiber.hide();
    try {
      Fiber next = fiber.simulation().advance();
      if (next != fiber) {
        pass(worker.caller, next);
        worker.await();
      }
    } finally {
      fiber.show();
    }
  }

  /** Hands the baton to a fiber, or back to the caller of {@link #drive} when the run is over. */
  private void pass(Caller caller, Fiber next) {
    if (next == null) {
      caller.finished = true;
      LockSupport.unpark(caller.thread);
      return;
    }
    Worker worker;
    if (next.carrier == null) {
      worker = idle.isEmpty() ? new Worker() : idle.pop();
      worker.caller = caller;
      worker.fiber = next;
      next.carrier = worker;
    } else {
      worker = (Worker) next.carrier;
    }
    holder = worker;
    worker.go = true;
    if (worker.getState() == Thread.State.NEW) {
      worker.start();
    } else {
      LockSupport.unpark(worker);
    }
  }

  /** The thread that called drive: it waits, and looks whether the holder of the baton moves. */
  private final class Caller {
    final Thread thread = Thread.currentThread();
    final Simulation simulation;
    volatile boolean finished;

    Caller(Simulation simulation) {
      this.simulation = simulation;
    }

    void watch() {
      long lastSteps = -1;
      Thread lastHolder = null;
      int still = 0;
      while (!finished) {
        LockSupport.parkNanos(this, LOOK_NANOS);
        if (finished) {
          return;
        }
        long steps = simulation.steps();
        Thread now = holder;
        if (steps != lastSteps || now != lastHolder) {
          lastSteps = steps;
          lastHolder = now;
          still = 0;
          continue;
        }
        still++;
        Outcome stuck = look((Worker) now, still);
        if (stuck != null && !finished && steps == simulation.steps() && holder == now) {
          ((Worker) now).abandoned = true;
          simulation.end(stuck);
          now.interrupt();
          return;
        }
      }
    }

    private Outcome look(Worker worker, int still) {
      Fiber fiber = worker.fiber;
      if (worker.go || fiber == null || worker.outside) {
        // a busy machine has not let it run yet, or not yet hand on the baton of what has ended;
        // or it waits for the world outside, and says so
        return null;
      }
      Thread.State state = worker.getState();
      StackTraceElement[] trace = worker.getStackTrace();
      boolean sleeps =
          state == Thread.State.TIMED_WAITING
              && trace.length > 0
              && trace[0].getClassName().equals("java.lang.Thread")
              && trace[0].getMethodName().startsWith("sleep");
      boolean blocked = state != Thread.State.RUNNABLE && still >= LOOKS_BLOCKED;
      if (sleeps || blocked) {
        return new Outcome(
            Outcome.Kind.LEAK,
            fiber.name()
                + (sleeps
                    ? " sleeps in real time"
                    : " blocks (" + state + ") where the simulation cannot see it"),
            Stacks.lines(trace),
            sleeps
                ? "Use the sleeper that the simulation hands out: it costs no time."
                : "On this Java, locks, futures and queues that wait are not simulated: hold no"
                    + " lock across a REST call or a sleep, or run on Java 24 or later with"
                    + " --add-opens java.base/java.lang=ALL-UNNAMED.");
      }
      if (still * LOOK_NANOS / 1_000_000 > simulation.limits().stuckMs()) {
        return Hangs.outcome(fiber.name(), simulation.limits().stuckMs(), trace);
      }
      return null;
    }

    /** Lets a parked fiber end: its wait throws. */
    void release(Worker worker) {
      finished = false;
      worker.go = true;
      LockSupport.unpark(worker);
      long giveUp = System.nanoTime() + 1_000_000_000L;
      while (!finished && System.nanoTime() < giveUp) {
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
      if (!finished) {
        worker.abandoned = true;
      }
    }
  }

  /** A pooled thread; between two fibers it waits in the idle stack. */
  private final class Worker extends Thread {
    volatile boolean go;
    volatile boolean abandoned;
    volatile boolean outside;
    Caller caller;
    Fiber fiber;

    Worker() {
      super("partyline-fiber");
      setDaemon(true);
    }

    void await() {
      while (!go) {
        LockSupport.park(this);
      }
      go = false;
    }

    @Override
    public void run() {
      while (true) {
        await();
        Fiber next = fiber;
        Simulation simulation = next.simulation();
        while (next != null) {
          fiber = next;
          next.carrier = this;
          next.started = true;
          next.runHere();
          if (abandoned) {
            return;
          }
          next = simulation.advance();
          if (next != null && next.carrier != null) {
            break;
          }
        }
        Caller to = caller;
        fiber = null;
        idle.push(this);
        pass(to, next);
      }
    }
  }
}
