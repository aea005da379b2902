package dev.partyline.sim;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Fixes each event's instant when the event is made; ties go by place, then by order of making. */
final class TimedStrategy extends Strategy {

  private static final Comparator<Event> ORDER =
      (a, b) -> {
        int byDue = Long.compare(a.due, b.due);
        if (byDue != 0) {
          return byDue;
        }
        int byTie = Integer.compare(a.tie, b.tie);
        return byTie != 0 ? byTie : Long.compare(a.seq, b.seq);
      };

  private final Draw draw;
  private final PriorityQueue<Event> pending = new PriorityQueue<>(ORDER);

  TimedStrategy(Draw draw) {
    this.draw = draw;
  }

  @Override
  void add(Event event) {
    event.due =
        event.scheduledAt
            + (event.span.fixed() ? event.span.min() : draw.delay(event.name, event.span));
    event.tie = draw.tie(event.name);
    pending.add(event);
  }

  @Override
  Event next(long now) {
    Event event = pending.poll();
    while (event != null && event.cancelled) {
      event = pending.poll();
    }
    return event;
  }

  @Override
  long unfired(Event event) {
    return event.due;
  }

  @Override
  int pick(String name, List<?> options) {
    return draw.pick(name, options);
  }

  @Override
  boolean happens(String name, double rate) {
    return draw.happens(name, rate);
  }

  @Override
  long amount(String name, Span span) {
    return draw.delay(name, span);
  }

  @Override
  public List<String> unusedPins() {
    return draw instanceof PinnedDraw pinned ? pinned.unused() : List.of();
  }
}
