package dev.partyline.sim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Fibers on virtual threads whose scheduler is the kernel thread itself: the JVM hands control back
 * the moment a fiber blocks on anything, so locks, futures and queues between fibers work, and what
 * cannot work is named at once.
 *
 * <p>Rests on a package-private method of the JDK; {@link #probe} finds out whether it is there.
 */
final class VirtualEngine implements FiberEngine {

  private final MethodHandle newVirtualThread;

  private VirtualEngine(MethodHandle newVirtualThread) {
    this.newVirtualThread = newVirtualThread;
  }

  /**
   * Looks whether this Java can do it.
   *
   * @return the engine
   * @throws UnsupportedOperationException with the reason when it cannot
   */
  static VirtualEngine probe() {
    if (Runtime.version().feature() < 24) {
      throw new UnsupportedOperationException(
          "Java " + Runtime.version().feature() + " is older than 24");
    }
    try {
      Method method =
          Class.forName("java.lang.ThreadBuilders")
              .getDeclaredMethod(
                  "newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
      method.setAccessible(true);
      VirtualEngine engine = new VirtualEngine(MethodHandles.lookup().unreflect(method));
      engine.tryOnce();
      return engine;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      throw new UnsupportedOperationException(
          "this Java refuses ("
              + refused.getMessage()
              + "); start it with --add-opens java.base/java.lang=ALL-UNNAMED",
          refused);
    }
  }

  private void tryOnce() {
    List<Runnable> queue = new ArrayList<>();
    boolean[] ran = new boolean[2];
    Thread thread =
        make(
            queue::add,
            "partyline-probe",
            () -> {
              ran[0] = true;
              LockSupport.park();
              ran[1] = true;
            });
    thread.start();
    for (int i = 0; i < 2; i++) {
      if (queue.size() != 1) {
        throw new UnsupportedOperationException("a virtual thread did not use its scheduler");
      }
      queue.remove(0).run();
      LockSupport.unpark(thread);
    }
    if (!ran[0] || !ran[1]) {
      throw new UnsupportedOperationException("a virtual thread did not run when scheduled");
    }
  }

  private Thread make(Executor scheduler, String name, Runnable body) {
    try {
      return (Thread) newVirtualThread.invoke(scheduler, name, 0, body);
    } catch (Throwable failure) {
      throw new UnsupportedOperationException("cannot make a virtual thread", failure);
    }
  }

  @Override
  public String name() {
    return "virtual threads";
  }

  @Override
  public <T> T batch(Supplier<T> work) {
    return KernelThread.call(work);
  }

  @Override
  public void drive(Simulation simulation) {
    KernelThread.run(
        simulation,
        () -> {
          Fiber next = simulation.advance();
          while (next != null) {
            mount(next);
            next = simulation.advance();
          }
          simulation.settle();
          for (Fiber fiber : simulation.unfinished()) {
            fiber.poisoned = true;
            if (fiber.carrier != null) {
              resume((Carried) fiber.carrier);
            }
          }
        });
  }

  @Override
  public void park(Fiber fiber) {
    Carried carried = (Carried) fiber.carrier;
    carried.parked = true;
    while (carried.parked) {
      LockSupport.park(fiber);
    }
  }

  /**
   * The kernel thread does it: a virtual thread that waits for a socket would be woken by others.
   */
  @Override
  public <T> T outside(Fiber fiber, Supplier<T> work) {
    Carried carried = (Carried) fiber.carrier;
    FutureTask<T> asked = new FutureTask<>(work::get);
    carried.outside = asked;
    park(fiber);
    try {
      return asked.get();
    } catch (InterruptedException stopped) {
      throw new SimulationEnded();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("a call outside broke off", failed.getCause());
    }
  }

  private void mount(Fiber fiber) {
    Carried carried = (Carried) fiber.carrier;
    if (carried == null) {
      carried = new Carried(fiber);
      fiber.carrier = carried;
      fiber.started = true;
      carried.thread = make(carried, fiber.name(), fiber::runHere);
      carried.thread.start();
      carried.runContinuation();
    } else {
      resume(carried);
    }
    do {
      while (carried.outside != null) {
        Runnable asked = carried.outside;
        carried.outside = null;
        asked.run();
        resume(carried);
      }
    } while (carried.hasGotMonitor());
    carried.afterRun();
  }

  private static void resume(Carried carried) {
    carried.blocked = false;
    carried.parked = false;
    if (carried.continuation == null) {
      LockSupport.unpark(carried.thread);
    }
    carried.runContinuation();
  }

  /** A fiber's virtual thread, and the scheduler of that one thread. */
  private static final class Carried implements Executor, Carrier {
    private static final String UNBLOCKER = "VirtualThread-unblocker";
    private static final int LOOKS = 2_000;
    private static final long LOOK_NANOS = 1_000_000L;

    final Fiber fiber;
    final Thread kernel = Thread.currentThread();
    Thread thread;
    Runnable continuation;
    boolean parked;
    boolean blocked;
    Runnable outside;

    /** What goes on now that a monitor is free; another thread hands it over. */
    volatile Runnable unblocked;

    Carried(Fiber fiber) {
      this.fiber = fiber;
    }

    @Override
    public Thread thread() {
      return thread;
    }

    /** The JVM says that the thread can go on. */
    @Override
    public void execute(Runnable next) {
      Thread by = Thread.currentThread();
      if (by != kernel && by.getName().equals(UNBLOCKER)) {
        unblocked = next;
        return;
      }
      if (by != kernel && Fiber.current() == null) {
        foreign(by);
        return;
      }
      continuation = next;
      if (blocked) {
        blocked = false;
        fiber
            .simulation()
            .in(fiber.name() + ".wakes", Span.NONE, () -> fiber.simulation().wake(fiber));
      }
    }

    private void foreign(Thread by) {
      fiber
          .simulation()
          .foreignWake(
              new Outcome(
                  Outcome.Kind.LEAK,
                  fiber.name()
                      + " was woken by thread '"
                      + by.getName()
                      + "', which this simulation does not own",
                  Stacks.lines(new Throwable().getStackTrace()),
                  "Run such work on the executor that the simulation hands out."));
    }

    void runContinuation() {
      Runnable next = continuation;
      continuation = null;
      if (next != null) {
        KernelThread.mounted(thread);
        next.run();
        KernelThread.mounted(null);
      }
    }

    /**
     * Waits a moment for a monitor that a thread outside the simulation holds, such as one that
     * writes to the same log, and goes on as if nothing had been: what other threads do is no step
     * of the simulation. A monitor that a fiber holds does not come free.
     *
     * @return whether it went on
     */
    boolean hasGotMonitor() {
      if (gaveWayOfItself() || unblocked == null && thread.getState() != Thread.State.BLOCKED) {
        return false;
      }
      for (int looks = 0; unblocked == null && looks < LOOKS; looks++) {
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
      if (unblocked == null) {
        return false;
      }
      continuation = unblocked;
      unblocked = null;
      runContinuation();
      return true;
    }

    /** It is done, waits for the simulation, or can go on at once. */
    private boolean gaveWayOfItself() {
      return fiber.done || parked || continuation != null;
    }

    /** Finds out why the thread gave way. */
    void afterRun() {
      if (gaveWayOfItself()) {
        return;
      }
      Thread.State state = thread.getState();
      StackTraceElement[] trace = thread.getStackTrace();
      if (state == Thread.State.WAITING && !monitor(trace)) {
        blocked = true;
        return;
      }
      String what =
          state == Thread.State.TIMED_WAITING
              ? " waits in real time"
              : " waits for a monitor (synchronized or Object.wait)";
      fiber
          .simulation()
          .end(
              new Outcome(
                  Outcome.Kind.LEAK,
                  fiber.name() + what,
                  Stacks.lines(trace),
                  state == Thread.State.TIMED_WAITING
                      ? "Use the sleeper that the simulation hands out instead of Thread.sleep and"
                          + " waits with a timeout: it costs no time."
                      : "Hold no monitor across a REST call or a sleep; a java.util.concurrent lock"
                          + " is simulated on this Java, a monitor is not."));
    }

    private static boolean monitor(StackTraceElement[] trace) {
      return trace.length > 0
          && trace[0].getClassName().equals("java.lang.Object")
          && trace[0].getMethodName().startsWith("wait");
    }
  }
}
