package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueEventsTest {

  private static final Comparator<Event> IN_ORDER =
      Comparator.<Event>comparingLong(event -> event.due).thenComparingLong(event -> event.seq);

  private Simulation time;
  private DueEvents pending;
  private long made;

  @BeforeEach
  void begin() {
    time = new OpenRun(1, Watcher.NONE, (event, fault) -> {}).simulation();
    pending = new DueEvents();
  }

  private Event event(long now, long due) {
    Event event = new Event(time, "e" + made, Span.exactly(due - now), now, made++, -1, () -> {});
    event.due = due;
    return event;
  }

  private Event added(long now, long due) {
    Event event = event(now, due);
    pending.add(event);
    return event;
  }

  /** The same by a list that is sorted anew for every question. */
  @Property(tries = 300)
  void events_come_in_the_order_of_a_sorted_list(@ForAll long seed) {
    begin();
    Random random = new Random(seed);
    List<Event> oracle = new ArrayList<>();
    long now = 0;
    long[] reaches = {1, 3, 100, DueEvents.REACH - 1, DueEvents.REACH + 1, 5L * DueEvents.REACH};
    for (int step = 0; step < 400; step++) {
      int what = random.nextInt(10);
      if (what < 5) {
        long reach = reaches[random.nextInt(reaches.length)];
        oracle.add(added(now, now + random.nextLong(reach + 1)));
      } else if (what < 6 && !oracle.isEmpty()) {
        oracle.remove(random.nextInt(oracle.size())).cancel();
      } else {
        oracle.sort(IN_ORDER);
        assertEquals(oracle.stream().limit(7).toList(), pending.upcoming(7));
        assertEquals(oracle.isEmpty() ? Long.MAX_VALUE : oracle.get(0).due, pending.nextDue());
        Event next = pending.poll();
        assertSame(oracle.isEmpty() ? null : oracle.remove(0), next);
        now = next == null ? now : next.due;
        // a clock outside may be further on than the last event
        now += what == 9 ? Math.min(random.nextLong(40_000), pending.nextDue() - now) : 0;
      }
    }
  }

  @Test
  void what_is_far_off_and_comes_near_goes_before_what_is_added_then() {
    Event far = added(0, DueEvents.REACH + 10L);
    Event step = added(0, 20);
    assertSame(step, pending.poll());
    Event later = added(20, DueEvents.REACH + 10L);
    assertSame(far, pending.poll());
    assertSame(later, pending.poll());
    assertNull(pending.poll());
  }

  @Test
  void nothing_is_due_when_all_is_called_off() {
    added(0, 5).cancel();
    added(0, 9_000_000).cancel();
    assertEquals(Long.MAX_VALUE, pending.nextDue());
    assertNull(pending.poll());
    Event again = added(0, 9_000_000);
    assertEquals(9_000_000, pending.nextDue());
    assertSame(again, pending.poll());
  }

  @Test
  void the_past_is_refused() {
    added(0, 50);
    pending.poll();
    assertEquals(
        "e1 is due at 49 ms, which is before 50 ms",
        assertThrows(IllegalArgumentException.class, () -> added(49, 49)).getMessage());
  }
}
