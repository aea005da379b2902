package dev.partyline.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.knob.Knob;
import dev.partyline.sim.BadPin;
import dev.partyline.sim.Director;
import dev.partyline.sim.Span;
import dev.partyline.sim.Strategy;
import dev.partyline.world.Subject;
import dev.partyline.world.TimeProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ExhaustiveTest {

  private static final Runner RUNNER = new Runner();
  private static final Subject SUBJECT = new DialsThenJoins();
  private static final Predicate<String> NONE_SILENT = name -> false;

  /**
   * Spans of a few milliseconds, so that brute force comes to an end; the agent joins about when
   * the customer is found busy.
   */
  private static final Scenario TINY =
      new Scenario(
          "tiny",
          1,
          false,
          Map.of(Knob.CB_DELAY_MAX_MS, "2"),
          new TimeProfile(
              Span.exactly(1),
              Span.exactly(1),
              Span.NONE,
              Span.exactly(1),
              Span.exactly(1),
              Span.exactly(1),
              Span.of(96, 96, 100),
              Span.exactly(1),
              Span.of(1, 1, 2)));

  private static final Map<String, String> TINY_PINS =
      Map.of("customer-1.does", "busy", "customer-1.busy", "100");

  private static final Map<String, String> BUSY = Map.of("customer-1.does", "busy");

  private static final Scenario BOUNDED = Scenario.BOUNDED;

  @Test
  void the_orders_of_a_call_flow_are_those_that_brute_force_finds() {
    Set<String> brute =
        RUNNER
            .engine()
            .batch(() -> BruteForce.orders(director -> order(TINY, director, TINY_PINS)));
    List<String> searched = RUNNER.engine().batch(() -> orders(TINY, TINY_PINS, NONE_SILENT));
    assertTrue(brute.size() > 20, () -> "too few orders to tell anything: " + brute.size());
    assertEquals(brute, new TreeSet<>(searched));
    assertEquals(brute.size(), searched.size(), "an order came twice");
  }

  @Test
  void leaving_silent_events_out_loses_no_order_of_the_others() {
    List<String> reduced = RUNNER.engine().batch(() -> orders(BOUNDED, BUSY, Exhaustive.SILENT));
    List<String> full = RUNNER.engine().batch(() -> orders(BOUNDED, BUSY, NONE_SILENT));
    assertTrue(full.size() > reduced.size());
    assertEquals(loud(full), loud(reduced));
    assertEquals(reduced.size(), loud(reduced).size(), "an order came twice");
  }

  /** What is left of orders without silent events. */
  private static Set<String> loud(List<String> orders) {
    Set<String> loud = new TreeSet<>();
    for (String order : orders) {
      List<String> names = new ArrayList<>(List.of(order.split(" ")));
      names.removeIf(Exhaustive.SILENT);
      loud.add(String.join(" ", names));
    }
    return loud;
  }

  @Test
  void the_agent_left_alone_is_found_and_its_seed_repeats_it() {
    ExhaustiveResult result =
        new Exhaustive(RUNNER, Exhaustive.Limits.STANDARD).explore(SUBJECT, BOUNDED, BUSY);
    assertTrue(result.complete());
    assertEquals(0, result.diverged());
    assertEquals(List.of(), result.trouble());
    assertEquals(result.runs(), result.orders());
    assertFalse(result.proves());
    ExhaustiveResult.Broken alone = result.violations().get("ALONE");
    assertTrue(alone.runs() > 0 && alone.runs() < result.orders(), result::toString);
    Seed written = Seed.parse(alone.first().toString());
    RunResult again = RUNNER.run(SUBJECT, BOUNDED, written);
    assertTrue(again.violates("ALONE"));
    assertEquals(List.of(), again.unusedPins());
  }

  @Test
  void every_run_repeats_from_its_choices_in_the_same_order() {
    OrderSearch search = new OrderSearch(NONE_SILENT);
    Seed base = new Seed(SUBJECT.name(), TINY.name(), null, TINY_PINS);
    for (OrderDirector director = search.next(); director != null; director = search.next()) {
      RunResult result = RUNNER.run(SUBJECT, TINY, base, Strategy.directed(director, TINY_PINS));
      search.learn(director);
      Seed seed = Seed.pinned(SUBJECT.name(), TINY.name(), result.choices());
      RunResult again = RUNNER.run(SUBJECT, TINY, seed);
      assertEquals(result.order(), again.order(), seed::toString);
      assertEquals(List.of(), again.unusedPins());
    }
  }

  @Test
  void a_pinned_delay_leaves_only_the_orders_it_allows() {
    ExhaustiveResult late =
        new Exhaustive(RUNNER, Exhaustive.Limits.STANDARD)
            .explore(
                SUBJECT, BOUNDED, Map.of("customer-1.does", "busy", "customer-1.busy", "5000"));
    assertTrue(late.complete());
    ExhaustiveResult any =
        new Exhaustive(RUNNER, Exhaustive.Limits.STANDARD).explore(SUBJECT, BOUNDED, BUSY);
    assertTrue(late.orders() < any.orders());
    assertEquals(Set.of(), late.violations().keySet());
  }

  @Test
  void a_limit_on_orders_ends_the_search_and_says_so() {
    ExhaustiveResult result =
        new Exhaustive(RUNNER, new Exhaustive.Limits(3, 60_000)).explore(SUBJECT, BOUNDED, BUSY);
    assertEquals(3, result.runs());
    assertFalse(result.complete());
  }

  @Test
  void no_time_at_all_is_not_complete_either() {
    ExhaustiveResult result =
        new Exhaustive(RUNNER, new Exhaustive.Limits(1_000, 0)).explore(SUBJECT, BOUNDED, BUSY);
    assertNotEquals(true, result.complete());
    assertEquals(0, result.orders());
  }

  @Test
  void a_bad_pin_is_refused() {
    assertThrows(
        BadPin.class,
        () ->
            new Exhaustive(RUNNER, Exhaustive.Limits.STANDARD)
                .explore(SUBJECT, BOUNDED, Map.of("customer-1.does", "sulks")));
  }

  private static List<String> orders(
      Scenario scenario, Map<String, String> pins, Predicate<String> silent) {
    List<String> orders = new ArrayList<>();
    OrderSearch search = new OrderSearch(silent);
    for (OrderDirector director = search.next(); director != null; director = search.next()) {
      orders.add(String.join(" ", order(scenario, director, pins)));
      assertFalse(director.diverged());
      search.learn(director);
    }
    return orders;
  }

  private static List<String> order(
      Scenario scenario, Director director, Map<String, String> pins) {
    Seed base = new Seed(SUBJECT.name(), scenario.name(), null, pins);
    return RUNNER.run(SUBJECT, scenario, base, Strategy.directed(director, pins)).order();
  }
}
