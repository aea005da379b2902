package dev.partyline.explore;

import static dev.partyline.explore.LittleProgram.cancelling;
import static dev.partyline.explore.LittleProgram.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.sim.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderSearchTest {

  /** At this many runs brute force gets slow. */
  private static final long MOST_COMBINATIONS = 3_000;

  @Test
  void events_that_exclude_each_other_in_time_come_in_one_order() {
    assertOrders(
        LittleProgram.of(event("A", -1, 0, 4), event("B", -1, 5, 9), event("C", 1, 0, 3)), "A B C");
  }

  @Test
  void events_at_the_same_instant_come_in_every_order() {
    assertOrders(LittleProgram.of(event("A", -1, 3, 3), event("B", -1, 3, 3)), "A B", "B A");
  }

  @Test
  void an_order_that_needs_an_event_late_and_its_consequence_before_another_late_one_is_found() {
    // In tens of milliseconds: A in [20, 120], C in [100, 200], B at most 10 after A.
    LittleProgram program =
        LittleProgram.of(event("A", -1, 2, 12), event("C", -1, 10, 20), event("B", 0, 0, 1));
    assertOrders(program, "A B C", "A C B", "C A B");
  }

  @Test
  void the_same_in_single_milliseconds() {
    LittleProgram program =
        LittleProgram.of(event("A", -1, 20, 120), event("C", -1, 100, 200), event("B", 0, 0, 10));
    assertEquals(Set.of("A B C", "A C B", "C A B"), searched(program));
  }

  @Test
  void what_is_called_off_holds_nobody_up_any_more() {
    LittleProgram program =
        LittleProgram.of(
            event("limit", -1, 5, 5), cancelling("answer", -1, 2, 8, 0), event("talk", 1, 3, 6));
    assertOrders(program, "answer talk", "limit answer talk");
  }

  @Test
  void a_thousand_years_of_freedom_cost_no_more_runs_than_a_millisecond() {
    LittleProgram program =
        LittleProgram.of(
            event("A", -1, 0, 31_536_000_000_000L), event("B", -1, 0, 31_536_000_000_000L));
    assertEquals(Set.of("A B", "B A"), searched(program));
  }

  @Test
  void silent_events_leave_every_order_of_the_others() {
    LittleProgram program =
        LittleProgram.of(
            event("A", -1, 0, 3),
            event("silent", 0, 0, 2),
            event("B", -1, 1, 2),
            event("C", 2, 0, 2));
    Set<String> without = new TreeSet<>();
    for (String order : BruteForce.orders(program::run)) {
      without.add(order.replace(" silent", "").replace("silent ", ""));
    }
    Set<String> reduced = new TreeSet<>();
    OrderSearch search = new OrderSearch("silent"::equals);
    for (OrderDirector director = search.next(); director != null; director = search.next()) {
      String order = String.join(" ", program.run(director)).replace(" silent", "");
      assertTrue(reduced.add(order), () -> order + " came twice");
      search.learn(director);
    }
    assertEquals(without, reduced);
  }

  @Test
  void a_program_that_asks_the_clock_is_seen_to_diverge() {
    OrderSearch search = new OrderSearch(name -> false);
    int diverged = 0;
    for (OrderDirector director = search.next(); director != null; director = search.next()) {
      ClockReader.run(director);
      diverged += director.diverged() ? 1 : 0;
      search.learn(director);
    }
    assertEquals(1, diverged);
  }

  @Property(tries = 300)
  void every_order_that_brute_force_finds_and_no_other(@ForAll("programs") LittleProgram program) {
    assertEquals(BruteForce.orders(program::run), searched(program));
  }

  @Provide
  Arbitrary<LittleProgram> programs() {
    Arbitrary<int[]> part =
        Combinators.combine(
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 17))
            .as((cause, a, b, cancels) -> new int[] {cause, a, b, cancels});
    return part.list().ofMinSize(2).ofMaxSize(6).map(OrderSearchTest::program);
  }

  /** Causes come before what they make; wide spans shrink until brute force can try them all. */
  private static LittleProgram program(List<int[]> parts) {
    List<LittleProgram.Part> events = new ArrayList<>();
    long combinations = 1;
    for (int i = 0; i < parts.size(); i++) {
      int[] part = parts.get(i);
      int min = Math.min(part[1], part[2]);
      int max = Math.max(part[1], part[2]);
      if (combinations * (max - min + 1) > MOST_COMBINATIONS) {
        max = min + 1;
      }
      combinations *= max - min + 1;
      events.add(
          new LittleProgram.Part(
              String.valueOf((char) ('A' + i)),
              part[0] % (i + 1) - 1,
              Span.of(min, min, max),
              part[3] < parts.size() && part[3] != i ? part[3] : -1));
    }
    return new LittleProgram(events);
  }

  private static void assertOrders(LittleProgram program, String... orders) {
    assertEquals(new TreeSet<>(Set.of(orders)), BruteForce.orders(program::run));
    assertEquals(new TreeSet<>(Set.of(orders)), searched(program));
  }

  /** Every order the search runs; fails when one comes twice or a run leaves its plan. */
  private static Set<String> searched(LittleProgram program) {
    Set<String> orders = new TreeSet<>();
    OrderSearch search = new OrderSearch(name -> false);
    for (OrderDirector director = search.next(); director != null; director = search.next()) {
      String order = String.join(" ", program.run(director));
      assertTrue(orders.add(order), () -> order + " came twice");
      assertTrue(!director.diverged(), () -> order + " is not what was planned");
      search.learn(director);
    }
    return orders;
  }
}
