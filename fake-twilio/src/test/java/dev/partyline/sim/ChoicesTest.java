package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoicesTest {

  private static final String ENGINES = "dev.partyline.sim.Stand#engines";
  private static final Span WIDE = Span.of(0, 500, 1_000);

  @Test
  void leaving_an_event_out_leaves_the_delays_of_the_others() {
    Map<String, String> all = delays(List.of("a", "b", "c", "d"));
    Map<String, String> fewer = delays(List.of("d", "a", "c"));
    all.remove("b");
    assertEquals(all, new LinkedHashMap<>(fewer));
  }

  private static Map<String, String> delays(List<String> names) {
    Stand stand = Stand.with(Engines.platform(), Strategy.uniform(17, Map.of()));
    stand.run(simulation -> names.forEach(name -> simulation.in(name, WIDE, () -> {})));
    Map<String, String> delays = new LinkedHashMap<>();
    for (Choice choice : stand.simulation.choices()) {
      delays.put(choice.name(), choice.value());
    }
    return delays;
  }

  @Test
  void the_typical_run_takes_typical_delays_first_options_and_no_faults() {
    Stand stand = Stand.typical(Engines.platform());
    List<Object> got = new ArrayList<>();
    stand.run(
        simulation -> {
          got.add(simulation.pick("who", List.of("first", "second")));
          got.add(simulation.happens("fault", 0.9));
          got.add(simulation.happens("certain", 1));
          got.add(simulation.amount("lag", WIDE));
          simulation.in("event", WIDE, () -> got.add(simulation.now()));
        });
    assertEquals(List.of("first", false, true, 500L, 500L), got);
    for (Choice choice : stand.simulation.choices()) {
      assertEquals(true, choice.standard(), choice::toString);
    }
  }

  @Test
  void pins_settle_every_kind_of_choice() {
    Stand stand =
        Stand.pinned(
            Engines.platform(),
            Map.of("who", "second", "fault", "yes", "lag", "7", "event", "900"));
    List<Object> got = new ArrayList<>();
    stand.run(
        simulation -> {
          got.add(simulation.pick("who", List.of("first", "second")));
          got.add(simulation.happens("fault", 0.1));
          got.add(simulation.amount("lag", WIDE));
          simulation.in("event", WIDE, () -> got.add(simulation.now()));
        });
    assertEquals(List.of("second", true, 7L, 900L), got);
    assertEquals(List.of(), stand.simulation.unusedPins());
  }

  @Test
  void a_choice_without_alternative_is_none() {
    Stand stand = Stand.typical(Engines.platform());
    stand.run(
        simulation -> {
          simulation.pick("one", List.of("only"));
          simulation.happens("never", 0);
          simulation.amount("fixed", Span.exactly(3));
          simulation.in("event", Span.exactly(3), () -> {});
        });
    assertEquals(List.of(), stand.simulation.choices());
    assertEquals(List.of(), stand.chosen);
  }

  @Test
  void a_pinned_delay_out_of_bounds_becomes_the_nearest_within() {
    Stand stand = Stand.pinned(Engines.platform(), Map.of("event", "5000"));
    stand.run(simulation -> simulation.in("event", WIDE, () -> {}));
    assertEquals(1_000, stand.simulation.now());
  }

  @ParameterizedTest
  @MethodSource("orderings")
  void a_pinned_delay_is_kept_by_strategies_that_choose_the_order(Strategy strategy) {
    Stand stand = Stand.with(Engines.platform(), strategy);
    Map<String, Long> at = new LinkedHashMap<>();
    stand.run(
        simulation -> {
          for (String name : List.of("a", "b", "c")) {
            simulation.in(name, WIDE, () -> at.put(name, simulation.now()));
          }
        });
    assertEquals(900L, at.get("b"));
    assertEquals(List.of("elsewhere"), stand.simulation.unusedPins());
  }

  static List<Strategy> orderings() {
    Map<String, String> pins = new LinkedHashMap<>();
    pins.put("b", "900");
    pins.put("elsewhere", "1");
    return List.of(
        Strategy.pct(1, 3, pins),
        Strategy.pct(2, 1, pins),
        Strategy.uniform(3, pins),
        Strategy.boundary(4, pins),
        Strategy.directed(
            (now, pending) ->
                new Director.Turn(
                    0, Math.max(now, pending.get(0).scheduledAt() + pending.get(0).span().min())),
            Map.of("a", "0", "b", "900", "c", "900", "elsewhere", "1")));
  }

  @Test
  void pins_that_nobody_asks_for_are_named() {
    Map<String, String> pins = new LinkedHashMap<>();
    pins.put("event", "5");
    pins.put("evnet", "5");
    pins.put("who", "x");
    Stand stand = Stand.pinned(Engines.platform(), pins);
    stand.run(simulation -> simulation.in("event", WIDE, () -> {}));
    assertEquals(List.of("evnet", "who"), stand.simulation.unusedPins());
  }

  @ParameterizedTest
  @MethodSource(ENGINES)
  void a_bad_pin_surfaces_from_the_run_wherever_it_is_met(FiberEngine engine) {
    Stand inEvent = Stand.pinned(engine, Map.of("who", "third"));
    BadPin met =
        assertThrows(
            BadPin.class,
            () ->
                inEvent.run(
                    simulation ->
                        simulation.in(
                            "e", WIDE, () -> simulation.pick("who", List.of("first", "second")))));
    assertEquals(
        "the choice who cannot be 'third'; it takes one of [first, second]", met.getMessage());

    Stand inFiber = Stand.pinned(engine, Map.of("late", "soon"));
    BadPin caught =
        assertThrows(
            BadPin.class,
            () ->
                inFiber.run(
                    simulation ->
                        simulation.fiber(
                            "careless",
                            () -> {
                              try {
                                simulation.in("late", WIDE, () -> {});
                              } catch (RuntimeException swallowed) {
                                simulation.in("next", WIDE, () -> {});
                              }
                            })));
    assertEquals(
        "the choice late cannot be 'soon'; it takes a number of milliseconds, for example 900",
        caught.getMessage());
  }

  @Test
  void a_bad_place_among_ties_and_a_bad_fault_say_what_they_take() {
    Stand tie = Stand.pinned(Engines.platform(), Map.of("event", "5~x"));
    assertEquals(
        "the choice event cannot be '5~x'; it takes milliseconds and a place, for example 900~2",
        assertThrows(
                BadPin.class, () -> tie.run(simulation -> simulation.in("event", WIDE, () -> {})))
            .getMessage());
    Stand fault = Stand.pinned(Engines.platform(), Map.of("fault", "true"));
    assertEquals(
        "the choice fault cannot be 'true'; it takes yes or no",
        assertThrows(BadPin.class, () -> fault.run(simulation -> simulation.happens("fault", 0.5)))
            .getMessage());
  }

  @Test
  void places_among_ties_are_recorded_and_replayed() {
    Director lastFirst = (now, pending) -> new Director.Turn(pending.size() - 1, Math.max(now, 5));
    Stand stand = Stand.with(Engines.platform(), Strategy.directed(lastFirst, Map.of()));
    stand.run(ChoicesTest::threeAtFive);
    assertEquals(List.of("c", "b", "a"), stand.simulation.order());
    assertEquals(List.of("c=5", "b=5~1", "a=5~2"), Stand.words(stand.simulation.choices()));

    Map<String, String> pins = new LinkedHashMap<>();
    stand.simulation.choices().forEach(choice -> pins.put(choice.name(), choice.value()));
    Stand again = Stand.pinned(Engines.platform(), pins);
    again.run(ChoicesTest::threeAtFive);
    assertEquals(List.of("c", "b", "a"), again.simulation.order());
    assertEquals(List.of(), again.simulation.unusedPins());
  }

  private static void threeAtFive(Simulation simulation) {
    for (String name : List.of("a", "b", "c")) {
      simulation.in(name, Span.of(0, 2, 9), () -> {});
    }
  }

  @Test
  void the_delay_of_an_event_that_was_called_off_is_recorded_so_that_a_repeat_calls_it_off_too() {
    Map<String, String> pins = Map.of("limit", "800", "answer", "700");
    Stand stand = Stand.pinned(Engines.platform(), pins);
    stand.run(
        simulation -> {
          Cancellable limit = simulation.in("limit", WIDE, () -> {});
          simulation.in("answer", WIDE, limit::cancel);
        });
    assertEquals(List.of("answer"), stand.simulation.order());
    assertEquals(List.of("answer=700", "limit=800"), Stand.words(stand.simulation.choices()));
  }

  @Test
  void a_director_that_breaks_the_bounds_is_a_fault_that_says_so() {
    Stand stand =
        Stand.with(
            Engines.platform(),
            Strategy.directed((now, pending) -> new Director.Turn(0, 2_000), Map.of()));
    Outcome outcome = stand.run(simulation -> simulation.in("event", WIDE, () -> {}));
    assertEquals(Outcome.Kind.FAULT, outcome.kind());
    assertEquals(
        "java.lang.IllegalStateException: the director fires event at 2000 ms; now is 0, its bounds"
            + " are 0 to 1000",
        outcome.detail());
  }
}
