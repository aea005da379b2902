package dev.partyline.sim.app;

import dev.partyline.sim.SimExecutor;
import dev.partyline.sim.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/** Each method is one habit of real programs. */
public final class AppCode {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private AppCode() {}

  public static void sleepsForReal() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  public static void holdsLock(Simulation simulation, ReentrantLock lock, List<String> log) {
    lock.lock();
    try {
      String name = dev.partyline.sim.Fiber.current().name();
      log.add(name + " in " + simulation.now());
      simulation.sleep(SECOND);
      log.add(name + " out " + simulation.now());
    } finally {
      lock.unlock();
    }
  }

  public static void holdsMonitor(Simulation simulation, Object monitor) {
    synchronized (monitor) {
      simulation.sleep(SECOND);
    }
  }

  public static void joinsFuture(Simulation simulation, List<String> log) {
    String result =
        CompletableFuture.supplyAsync(
                () -> {
                  simulation.sleep(SECOND);
                  return "the task's result";
                },
                new SimExecutor(simulation))
            .join();
    log.add(result + " at " + simulation.now());
  }

  public static void getsFuture(Simulation simulation, List<String> log) {
    Future<Integer> future =
        new SimExecutor(simulation)
            .submit(
                () -> {
                  simulation.sleep(SECOND);
                  return 7;
                });
    try {
      log.add(future.get() + " at " + simulation.now());
    } catch (InterruptedException | ExecutionException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  public static void takes(Simulation simulation, BlockingQueue<String> queue, List<String> log) {
    try {
      log.add(queue.take() + " at " + simulation.now());
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  public static void waitsForLatch() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  public static void waitsForSignal(Simulation simulation) {
    simulation.signal("an answer").await();
  }

  /** Starts a thread, and computes until that thread is through. */
  public static void usesOwnThread(Simulation simulation) {
    Thread thread = new Thread(() -> onMyOwnThread(simulation), "my-own-pool");
    thread.start();
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static void onMyOwnThread(Simulation simulation) {
    try {
      simulation.sleep(SECOND);
    } catch (IllegalStateException swallowed) {
      // a careless program logs this and goes on
    }
  }

  /** A computation that ends when the test is over. */
  public static final class Loop {
    public volatile boolean enough;

    public void forEver() {
      while (!enough) {
        Thread.onSpinWait();
      }
    }
  }
}
