package dev.switchboard.live;

import dev.switchboard.outbound.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers on the wall clock: one thread counts, and a pool waits for the platform. */
final class LiveTimers implements Timers, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LiveTimers.class.getName());
  private static final int PATIENCE_SECONDS = 12;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(it -> daemon(it, "switchboard-clock"));
  private final ExecutorService workers = Executors.newCachedThreadPool(LiveTimers::worker);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final WallClock pace;

  LiveTimers(WallClock pace) {
    this.pace = pace;
  }

  private static Thread worker(Runnable body) {
    return daemon(body, "switchboard-worker-" + NUMBER.incrementAndGet());
  }

  private static Thread daemon(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void after(String what, Duration delay, Runnable task) {
    try {
      clock.schedule(() -> begin(what, task), pace.real(delay).toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "a task comes after the stop; another instance takes it up");
    }
  }

  /** Runs the task again and again, each time this long after it ended, be it by an exception. */
  void every(String what, Duration pause, Runnable task) {
    after(
        what,
        pause,
        () -> {
          try {
            task.run();
          } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, () -> "Could not " + what + "; tries again", failed);
          }
          every(what, pause, task);
        });
  }

  private void begin(String what, Runnable task) {
    workers.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, () -> what + " broke off; the database still knows of it", failed);
          }
        });
  }

  /** Begins nothing more, and waits a while for what has begun. */
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
