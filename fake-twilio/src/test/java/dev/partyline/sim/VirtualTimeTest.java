package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualTimeTest {

  private static final String ENGINES = "dev.partyline.sim.Stand#engines";

  @ParameterizedTest
  @MethodSource(ENGINES)
  void ten_simulated_minutes_of_sleep_cost_no_real_time(FiberEngine engine) {
    Stand stand = Stand.limited(engine, Limits.STANDARD);
    long begin = System.nanoTime();
    Outcome outcome =
        stand.run(
            simulation -> simulation.fiber("f", () -> simulation.sleep(Duration.ofMinutes(10))));
    assertEquals(Outcome.Kind.QUIET, outcome.kind());
    assertEquals(600_000, stand.simulation.now());
    assertTrue(System.nanoTime() - begin < 60_000_000_000L);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void sleeping_fibers_go_on_in_the_order_of_their_waking(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<String> log = new ArrayList<>();
    stand.run(
        simulation -> {
          for (int i = 3; i >= 1; i--) {
            int seconds = i;
            simulation.fiber(
                "sleeps-" + seconds,
                () -> {
                  for (int times = 0; times < 2; times++) {
                    simulation.sleep(Duration.ofSeconds(seconds));
                    log.add(Fiber.current().name() + " at " + simulation.now());
                  }
                });
          }
        });
    assertEquals(
        List.of(
            "sleeps-1 at 1000",
            "sleeps-2 at 2000",
            "sleeps-1 at 2000",
            "sleeps-3 at 3000",
            "sleeps-2 at 4000",
            "sleeps-3 at 6000"),
        log);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void events_come_by_time_and_at_one_instant_in_the_order_of_their_making(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    stand.run(
        simulation -> {
          simulation.in("late", Span.exactly(20), () -> {});
          simulation.in("first", Span.exactly(10), () -> {});
          simulation.in("second", Span.exactly(10), () -> {});
          simulation.in("third", Span.exactly(10), () -> {});
        });
    assertEquals(List.of("first", "second", "third", "late"), stand.simulation.order());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void fibers_run_before_time_moves(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<Long> at = new ArrayList<>();
    stand.run(
        simulation -> {
          simulation.in(
              "now", Span.NONE, () -> simulation.fiber("f", () -> at.add(simulation.now())));
          simulation.in("soon", Span.exactly(1), () -> at.add(-1L));
        });
    assertEquals(List.of(0L, -1L), at);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_name_used_again_is_numbered(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<String> fibers = new ArrayList<>();
    stand.run(
        simulation -> {
          for (int i = 0; i < 3; i++) {
            simulation.in("event", Span.exactly(i), () -> {});
            simulation.fiber("fiber", () -> fibers.add(Fiber.current().name()));
          }
        });
    assertEquals(List.of("event", "event#2", "event#3"), stand.simulation.order());
    assertEquals(List.of("fiber", "fiber#2", "fiber#3"), fibers);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void an_event_called_off_does_not_come_and_costs_nothing(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    stand.run(
        simulation -> {
          Cancellable limit = simulation.in("limit", Span.exactly(1_000), () -> {});
          simulation.in("answer", Span.exactly(10), limit::cancel);
        });
    assertEquals(List.of("answer"), stand.simulation.order());
    assertEquals(10, stand.simulation.now());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_signal_brings_its_first_value_to_the_fiber_that_waits(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<String> got = new ArrayList<>();
    stand.run(
        simulation -> {
          Signal<String> answer = simulation.signal("an answer");
          simulation.fiber("f", () -> got.add(answer.await() + " at " + simulation.now()));
          simulation.in("one", Span.exactly(5), () -> answer.complete("one"));
          simulation.in("two", Span.exactly(6), () -> answer.complete("two"));
        });
    assertEquals(List.of("one at 5"), got);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_signal_that_is_there_is_not_waited_for(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<Long> at = new ArrayList<>();
    stand.run(
        simulation -> {
          Signal<String> answer = simulation.signal("an answer");
          answer.complete("early");
          simulation.fiber(
              "f",
              () -> {
                answer.await();
                at.add(simulation.now());
              });
        });
    assertEquals(List.of(0L), at);
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void an_exception_that_leaves_a_fiber_is_told_and_the_run_goes_on(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    Outcome outcome =
        stand.run(
            simulation -> {
              simulation.fiber(
                  "careless",
                  () -> {
                    throw new IllegalStateException("no such call");
                  });
              simulation.in("later", Span.exactly(5), () -> {});
            });
    assertEquals(
        List.of("careless: java.lang.IllegalStateException: no such call"), stand.failures);
    assertEquals(Outcome.Kind.QUIET, outcome.kind());
    assertEquals(List.of("later"), stand.simulation.order());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void code_with_statics_alone_finds_the_run_that_is_going_on(FiberEngine engine) {
    Stand stand = Stand.typical(engine);
    List<Simulation> seen = new ArrayList<>();
    stand.run(simulation -> simulation.fiber("f", () -> seen.add(Simulation.running())));
    assertSame(stand.simulation, seen.get(0));
    assertNull(Simulation.running());
  }

  @Test
  void a_span_out_of_order_is_refused() {
    IllegalArgumentException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalArgumentException.class, () -> Span.of(5, 4, 9));
    assertEquals("a span needs 0 <= min <= typical <= max, got 5, 4, 9", refused.getMessage());
  }
}
