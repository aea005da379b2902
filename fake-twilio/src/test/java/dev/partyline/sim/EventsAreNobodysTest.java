package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs between two fibers, and beside them. */
class EventsAreNobodysTest {

  static List<FiberEngine> engines() {
    return List.of(Engines.platform(), Engines.best());
  }

  private static Simulation simulation(FiberEngine engine) {
    return new Simulation(
        "test", Strategy.pinned(java.util.Map.of()), Limits.STANDARD, Watcher.NONE, engine);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void an_event_while_a_fiber_waits_runs_on_behalf_of_no_fiber(FiberEngine engine) {
    Simulation simulation = simulation(engine);
    List<Fiber> seen = new ArrayList<>();
    simulation.in("event", Span.exactly(10), () -> seen.add(Fiber.current()));
    simulation.fiber(
        "sleeper",
        () -> {
          simulation.sleep(Duration.ofMillis(20));
          seen.add(Fiber.current());
        });

    simulation.run();

    assertEquals(2, seen.size());
    assertNull(seen.get(0));
    assertEquals("sleeper", seen.get(1).name());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void a_call_outside_may_wait_for_other_threads_and_takes_no_simulated_time(FiberEngine engine) {
    Simulation simulation = simulation(engine);
    List<String> seen = new ArrayList<>();
    simulation.fiber("other", () -> seen.add("other"));
    simulation.fiber(
        "asks",
        () -> {
          String answer =
              simulation.outside(() -> CompletableFuture.supplyAsync(() -> "answer").join());
          seen.add(answer + " at " + simulation.now());
        });

    Outcome outcome = simulation.run();

    assertEquals(List.of("other", "answer at 0"), seen);
    assertEquals(Outcome.Kind.QUIET, outcome.kind(), outcome::describe);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void what_breaks_outside_breaks_at_the_fiber(FiberEngine engine) {
    Simulation simulation = simulation(engine);
    List<String> seen = new ArrayList<>();
    simulation.fiber(
        "asks",
        () ->
            seen.add(
                assertThrows(
                        IllegalStateException.class,
                        () ->
                            simulation.outside(
                                () -> {
                                  throw new IllegalStateException("no database");
                                }))
                    .getMessage()));

    simulation.run();

    assertEquals(List.of("no database"), seen);
  }
}
