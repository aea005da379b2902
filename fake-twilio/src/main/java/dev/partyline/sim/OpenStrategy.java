package dev.partyline.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws every delay between its least and twice its typical value, within its bounds: a platform in
 * ordinary health. Names come again in a run without an end, so the number of the event is part of
 * what is drawn from.
 */
final class OpenStrategy extends Strategy {

  private final long seed;

  /**
   * By the instant at which they are due, and there in the order in which they were made. Under
   * load a hundred thousand are pending, at a few thousand instants.
   */
  private final TreeMap<Long, Deque<Event>> pending = new TreeMap<>();

  /** The first instant in it; the greatest number when it is empty. */
  private long instant = Long.MAX_VALUE;

  private Deque<Event> atInstant = new ArrayDeque<>();
  private long asked;

  OpenStrategy(long seed) {
    this.seed = seed;
  }

  @Override
  void add(Event event) {
    event.due =
        event.scheduledAt
            + (event.span.fixed()
                ? event.span.min()
                : usual(event.name + '#' + event.seq, event.span));
    Deque<Event> same = pending.computeIfAbsent(event.due, instant -> new ArrayDeque<>(4));
    same.add(event);
    if (event.due < instant) {
      instant = event.due;
      atInstant = same;
    }
  }

  private long usual(String name, Span span) {
    long most = Math.min(span.max(), Math.max(span.min(), 2 * span.typical() - span.min()));
    return KeyedHash.between(seed, name, span.min(), most);
  }

  /** When the next event is due; the greatest number when none is pending. */
  long nextDue() {
    while (instant != Long.MAX_VALUE) {
      while (!atInstant.isEmpty() && atInstant.peek().cancelled) {
        atInstant.poll();
      }
      if (!atInstant.isEmpty()) {
        break;
      }
      pending.remove(instant);
      Map.Entry<Long, Deque<Event>> next = pending.firstEntry();
      instant = next == null ? Long.MAX_VALUE : next.getKey();
      atInstant = next == null ? atInstant : next.getValue();
    }
    return instant;
  }

  @Override
  Event next(long now) {
    return nextDue() == Long.MAX_VALUE ? null : atInstant.poll();
  }

  List<Event> upcoming() {
    return pending.values().stream()
        .flatMap(Deque::stream)
        .filter(event -> !event.cancelled)
        .limit(20)
        .toList();
  }

  /** Nobody plays at random in a live run: the first option is what people expect. */
  @Override
  int pick(String name, List<?> options) {
    return 0;
  }

  @Override
  boolean happens(String name, double rate) {
    return KeyedHash.unit(seed, name + '#' + asked++) < rate;
  }

  @Override
  long amount(String name, Span span) {
    return usual(name + '#' + asked++, span);
  }
}
