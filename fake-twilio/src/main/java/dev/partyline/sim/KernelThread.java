package dev.partyline.sim;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The thread that carries virtual threads. Its caller waits and watches: when a step takes too long
 * the thread is given up and the caller goes on with a verdict.
 */
final class KernelThread extends Thread {

  private static final long LOOK_NANOS = 50_000_000L;

  private final Runnable work;
  private volatile boolean finished;
  private volatile Throwable failure;
  private volatile Simulation simulation;
  private volatile Thread mounted;

  private KernelThread(Runnable work) {
    super("partyline-kernel");
    setDaemon(true);
    this.work = work;
  }

  /** Runs a simulation here when this is a kernel thread, else on a new one. */
  static void run(Simulation simulation, Runnable drive) {
    if (Thread.currentThread() instanceof KernelThread kernel) {
      kernel.simulation = simulation;
      drive.run();
      kernel.simulation = null;
      return;
    }
    KernelThread kernel = new KernelThread(drive);
    kernel.simulation = simulation;
    Outcome stuck = kernel.await();
    if (stuck != null) {
      simulation.end(stuck);
    }
  }

  /** Does work that carries out many runs on one kernel thread. */
  static <T> T call(Supplier<T> work) {
    if (Thread.currentThread() instanceof KernelThread) {
      return work.get();
    }
    Object[] result = new Object[1];
    KernelThread kernel = new KernelThread(() -> result[0] = work.get());
    Outcome stuck = kernel.await();
    if (stuck != null) {
      Simulation hung = kernel.simulation;
      throw new StuckRun(hung == null ? "between two runs" : hung.label(), stuck);
    }
    @SuppressWarnings("unchecked")
    T typed = (T) result[0];
    return typed;
  }

  /** Notes which virtual thread this kernel thread carries; null when none. */
  static void mounted(Thread thread) {
    if (Thread.currentThread() instanceof KernelThread kernel) {
      kernel.mounted = thread;
    }
  }

  @Override
  public void run() {
    try {
      work.run();
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      finished = true;
      LockSupport.unpark(caller);
    }
  }

  private volatile Thread caller;

  /** Starts and waits; what it returns, when not null, is why the thread was given up. */
  private Outcome await() {
    caller = Thread.currentThread();
    start();
    long lastSteps = -1;
    Simulation last = null;
    Thread lastMounted = null;
    long since = System.nanoTime();
    while (!finished) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      Simulation now = simulation;
      long steps = now == null ? -1 : now.steps();
      Thread carries = mounted;
      if (now == null
          || carries == null
          || steps != lastSteps
          || now != last
          || carries != lastMounted) {
        last = now;
        lastSteps = steps;
        lastMounted = carries;
        since = System.nanoTime();
      } else if ((System.nanoTime() - since) / 1_000_000 > now.limits().stuckMs() && !finished) {
        return Hangs.outcome(carries.getName(), now.limits().stuckMs(), carries.getStackTrace());
      }
    }
    if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (failure instanceof Error thrown) {
      throw thrown;
    }
    return null;
  }
}
