package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.sim.app.AppCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a run can go wrong is an outcome of its own, with the line of the program. */
class HowRunsEndTest {

  private static final String ENGINES = "dev.partyline.sim.Stand#engines";

  // ---- code that waits where the simulation cannot see it ----

  @ParameterizedTest
  @MethodSource(ENGINES)
  void sleeping_in_real_time_is_a_leak_with_the_line_that_sleeps(FiberEngine engine) {
    Outcome outcome = run(engine, simulation -> simulation.fiber("drowsy", AppCode::sleepsForReal));
    assertEquals(Outcome.Kind.LEAK, outcome.kind());
    assertTrue(outcome.detail().startsWith("drowsy "), outcome.detail());
    assertTrue(outcome.detail().contains("real time"), outcome.detail());
    assertNames(outcome, "sleepsForReal");
    assertTrue(outcome.advice().contains("Use the sleeper"), outcome.advice());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_lock_held_across_a_sleep_excludes_others_or_is_reported(FiberEngine engine) {
    List<String> log = new ArrayList<>();
    Outcome outcome =
        run(
            engine,
            simulation -> {
              ReentrantLock lock = new ReentrantLock();
              for (int i = 1; i <= 2; i++) {
                simulation.fiber("f" + i, () -> AppCode.holdsLock(simulation, lock, log));
              }
            });
    assertSeenOrReported(engine, outcome, "holdsLock");
    if (Stand.seesBlocking(engine)) {
      assertEquals(List.of("f1 in 0", "f1 out 1000", "f2 in 1000", "f2 out 2000"), log);
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void waiting_for_a_task_of_the_executor_works_or_is_reported(FiberEngine engine) {
    List<String> log = new ArrayList<>();
    Outcome outcome =
        run(
            engine,
            simulation -> simulation.fiber("f", () -> AppCode.joinsFuture(simulation, log)));
    assertSeenOrReported(engine, outcome, "joinsFuture");
    if (Stand.seesBlocking(engine)) {
      assertEquals(List.of("the task's result at 1000"), log);
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_task_is_waited_for_by_its_future_too(FiberEngine engine) {
    List<String> log = new ArrayList<>();
    Outcome outcome =
        run(engine, simulation -> simulation.fiber("f", () -> AppCode.getsFuture(simulation, log)));
    assertSeenOrReported(engine, outcome, "getsFuture");
    if (Stand.seesBlocking(engine)) {
      assertEquals(List.of("7 at 1000"), log);
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_queue_between_fibers_works_or_is_reported(FiberEngine engine) {
    List<String> log = new ArrayList<>();
    Outcome outcome =
        run(
            engine,
            simulation -> {
              BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
              simulation.fiber("takes", () -> AppCode.takes(simulation, queue, log));
              simulation.in(
                  "later",
                  Span.exactly(40),
                  () -> simulation.fiber("puts", () -> queue.add("a call")));
            });
    assertSeenOrReported(engine, outcome, "takes");
    if (Stand.seesBlocking(engine)) {
      assertEquals(List.of("a call at 40"), log);
    }
  }

  /** Such as the one of a log, into which other threads write as well. */
  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_monitor_that_a_thread_outside_holds_for_a_moment_changes_nothing(FiberEngine engine)
      throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread outside =
        new Thread(
            () -> {
              synchronized (monitor) {
                held.countDown();
                LockSupport.parkNanos(30_000_000L);
              }
            });
    outside.start();
    held.await();
    List<String> log = new ArrayList<>();
    Outcome outcome =
        Stand.typical(engine)
            .run(
                simulation -> {
                  simulation.fiber(
                      "first",
                      () -> {
                        synchronized (monitor) {
                          log.add("first");
                        }
                      });
                  simulation.fiber("second", () -> log.add("second"));
                });
    outside.join();
    assertEquals(Outcome.Kind.QUIET, outcome.kind(), outcome::describe);
    assertEquals(List.of("first", "second"), log);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_contended_monitor_is_reported_with_the_line_that_waits(FiberEngine engine) {
    Object monitor = new Object();
    Outcome outcome =
        run(
            engine,
            simulation -> {
              for (int i = 1; i <= 2; i++) {
                simulation.fiber("f" + i, () -> AppCode.holdsMonitor(simulation, monitor));
              }
            });
    assertEquals(Outcome.Kind.LEAK, outcome.kind(), outcome::describe);
    assertNames(outcome, "holdsMonitor");
    assertFalse(outcome.advice().isEmpty());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_latch_that_nobody_counts_down_is_a_deadlock_or_reported(FiberEngine engine) {
    Outcome outcome = run(engine, simulation -> simulation.fiber("waits", AppCode::waitsForLatch));
    assertEquals(
        Stand.seesBlocking(engine) ? Outcome.Kind.DEADLOCK : Outcome.Kind.LEAK, outcome.kind());
    assertTrue(outcome.detail().startsWith("waits "), outcome.detail());
    assertNames(outcome, "waitsForLatch");
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_thread_of_the_programs_own_that_uses_the_simulation_is_a_leak(FiberEngine engine) {
    Outcome outcome =
        run(engine, simulation -> simulation.fiber("f", () -> AppCode.usesOwnThread(simulation)));
    assertEquals(Outcome.Kind.LEAK, outcome.kind());
    assertEquals(
        "sleep was called from thread 'my-own-pool', which this simulation does not own: run such"
            + " work on the executor that the simulation hands out, not on a pool, timer or thread"
            + " of your own",
        outcome.detail());
    assertNames(outcome, "onMyOwnThread");
    assertEquals("Pass the executor in instead of making one.", outcome.advice());
  }

  @Test
  void a_signal_cannot_be_awaited_from_outside() {
    Stand stand = Stand.typical(Engines.platform());
    LeakException refused =
        assertThrows(LeakException.class, () -> stand.simulation.signal("the answer").await());
    assertTrue(refused.getMessage().startsWith("the answer was called from thread"));
  }

  // ---- code that does not end ----

  @ParameterizedTest
  @MethodSource(ENGINES)
  void an_endless_computation_is_a_hang_with_the_line_that_computes(FiberEngine engine) {
    AppCode.Loop loop = new AppCode.Loop();
    try {
      Outcome outcome = run(engine, simulation -> simulation.fiber("busy", loop::forEver));
      assertEquals(Outcome.Kind.HANG, outcome.kind());
      assertEquals(
          "busy has run for more than 700 ms of real time without giving way", outcome.detail());
      assertNames(outcome, "forEver");
      assertTrue(outcome.advice().startsWith("Look for an endless loop"), outcome.advice());
    } finally {
      loop.enough = true;
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void after_a_hang_the_engine_carries_out_the_next_run(FiberEngine engine) {
    AppCode.Loop loop = new AppCode.Loop();
    try {
      run(engine, simulation -> simulation.fiber("busy", loop::forEver));
      Stand next = Stand.typical(engine);
      Outcome outcome =
          next.run(
              simulation -> simulation.fiber("f", () -> simulation.sleep(Duration.ofMillis(5))));
      assertEquals(Outcome.Kind.QUIET, outcome.kind());
    } finally {
      loop.enough = true;
    }
  }

  @Test
  void a_batch_that_hangs_names_the_run_that_did() {
    FiberEngine engine = Engines.best();
    AppCode.Loop loop = new AppCode.Loop();
    try {
      if (Stand.seesBlocking(engine)) {
        StuckRun stuck =
            assertThrows(
                StuckRun.class,
                () ->
                    engine.batch(
                        () -> run(engine, simulation -> simulation.fiber("busy", loop::forEver))));
        assertEquals("stand", stuck.label());
        assertEquals(Outcome.Kind.HANG, stuck.outcome().kind());
      } else {
        Outcome outcome =
            engine.batch(() -> run(engine, simulation -> simulation.fiber("busy", loop::forEver)));
        assertEquals(Outcome.Kind.HANG, outcome.kind());
      }
    } finally {
      loop.enough = true;
    }
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void events_that_follow_each_other_without_time_moving_are_a_loop(FiberEngine engine) {
    Outcome outcome = run(engine, simulation -> again(simulation, Span.NONE));
    assertEquals(Outcome.Kind.ZERO_TIME_LOOP, outcome.kind());
    assertEquals(
        "100 events at 0 ms without time moving; the last one was again#101", outcome.detail());
    assertTrue(outcome.advice().contains("retry"), outcome.advice());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void too_many_events_end_a_run(FiberEngine engine) {
    Outcome outcome = run(engine, simulation -> again(simulation, Span.exactly(1)));
    assertEquals(Outcome.Kind.STEP_LIMIT, outcome.kind());
    assertEquals("1000 events; the last one was again#1001", outcome.detail());
    assertTrue(outcome.advice().contains("retry"), outcome.advice());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void the_horizon_cuts_a_run_off_and_it_can_be_judged(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    Outcome outcome = stand.run(simulation -> again(simulation, Span.exactly(7_000)));
    assertEquals(Outcome.Kind.HORIZON, outcome.kind());
    assertEquals(
        "simulated time ran out at 60000 ms while again#9 was still due", outcome.detail());
    assertEquals(60_000, stand.simulation.now());
    assertTrue(outcome.kind().judgeable());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void waiting_for_what_nothing_brings_is_a_deadlock(FiberEngine engine) {
    Outcome outcome =
        run(
            engine,
            simulation -> {
              simulation.fiber("one", () -> AppCode.waitsForSignal(simulation));
              simulation.fiber("two", () -> AppCode.waitsForSignal(simulation));
            });
    assertEquals(Outcome.Kind.DEADLOCK, outcome.kind());
    assertEquals(
        "one waits for an answer, which nothing left in the run will bring (1 more wait, too)",
        outcome.detail());
    assertNames(outcome, "waitsForSignal");
  }

  // ---- faults ----

  @ParameterizedTest
  @MethodSource(ENGINES)
  void an_exception_in_an_event_is_a_fault_of_partyline_and_says_so(FiberEngine engine) {
    Outcome outcome =
        run(
            engine,
            simulation ->
                simulation.in(
                    "broken",
                    Span.NONE,
                    () -> {
                      throw new IllegalStateException("a leg without a call");
                    }));
    assertEquals(Outcome.Kind.FAULT, outcome.kind());
    assertEquals("java.lang.IllegalStateException: a leg without a call", outcome.detail());
    assertTrue(
        outcome.advice().startsWith("This is a fault of Partyline, not of the program under test"),
        outcome.advice());
    assertFalse(outcome.kind().judgeable());
  }

  // ---- afterwards ----

  @ParameterizedTest
  @MethodSource(ENGINES)
  void fibers_left_over_are_let_go_through_their_finally_blocks(FiberEngine engine) {
    List<String> log = new ArrayList<>();
    run(
        engine,
        simulation ->
            simulation.fiber(
                "f",
                () -> {
                  try {
                    simulation.signal("an answer").await();
                    log.add("went on");
                  } finally {
                    log.add("let go");
                  }
                }));
    assertEquals(List.of("let go"), log);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_thousand_runs_leave_no_threads_behind(FiberEngine engine) {
    runMany(engine, 50);
    int before = threads();
    runMany(engine, 1_000);
    assertTrue(threads() <= before + 1, () -> before + " threads before, " + threads() + " after");
  }

  private static void runMany(FiberEngine engine, int runs) {
    for (int i = 0; i < runs; i++) {
      Outcome outcome =
          run(
              engine,
              simulation -> {
                simulation.fiber("a", () -> simulation.sleep(Duration.ofMillis(5)));
                simulation.fiber("b", () -> simulation.sleep(Duration.ofMillis(5)));
                simulation.fiber("c", () -> AppCode.waitsForSignal(simulation));
              });
      assertEquals(Outcome.Kind.DEADLOCK, outcome.kind());
    }
  }

  private static int threads() {
    int count = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      count += thread.getName().startsWith("partyline") ? 1 : 0;
    }
    return count;
  }

  @Test
  void the_engine_in_use_can_say_why_it_is() {
    assertTrue(Engines.why().startsWith(Engines.best().name().split(" ")[0]), Engines.why());
  }

  private static Outcome run(FiberEngine engine, Consumer<Simulation> program) {
    return Stand.typical(engine).run(program);
  }

  private static void again(Simulation simulation, Span delay) {
    simulation.in("again", delay, () -> again(simulation, delay));
  }

  private static void assertSeenOrReported(FiberEngine engine, Outcome outcome, String line) {
    if (Stand.seesBlocking(engine)) {
      assertEquals(Outcome.Kind.QUIET, outcome.kind(), outcome::describe);
    } else {
      assertEquals(Outcome.Kind.LEAK, outcome.kind(), outcome::describe);
      assertTrue(outcome.detail().contains("where the simulation cannot see it"), outcome.detail());
      assertTrue(outcome.advice().contains("Java 24"), outcome.advice());
      assertNames(outcome, line);
    }
  }

  /** The stack holds the line of the program that is to blame. */
  private static void assertNames(Outcome outcome, String method) {
    assertTrue(
        outcome.stack().stream()
            .anyMatch(line -> line.contains("AppCode") && line.contains(method)),
        outcome::describe);
  }
}
