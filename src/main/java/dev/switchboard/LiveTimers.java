package dev.switchboard;

import dev.switchboard.outbound.Timers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timers on the wall clock: one thread counts, and a pool waits for the platform. */
final class LiveTimers implements Timers, AutoCloseable {

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newCachedThreadPool();

  @Override
  public void after(Duration delay, Runnable task) {
    clock.schedule(() -> workers.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Drops what has not begun. */
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdownNow();
  }
}
