package dev.partyline.sim;

import java.util.List;

/**
 * Draws every delay between its least and twice its typical value, within its bounds: a platform in
 * ordinary health. Names come again in a run without an end, so the number of the event is part of
 * what is drawn from.
 */
final class OpenStrategy extends Strategy {

  private final long seed;

  private final DueEvents pending = new DueEvents();
  private long asked;

  OpenStrategy(long seed) {
    this.seed = seed;
  }

  @Override
  void add(Event event) {
    event.due =
        event.scheduledAt
            + (event.span.fixed() ? event.span.min() : usual(event.name, event.seq, event.span));
    pending.add(event);
  }

  private long usual(String name, long number, Span span) {
    long most = Math.min(span.max(), Math.max(span.min(), 2 * span.typical() - span.min()));
    return KeyedHash.between(KeyedHash.of(seed, name, number), span.min(), most);
  }

  /** When the next event is due; the greatest number when none is pending. */
  long nextDue() {
    return pending.nextDue();
  }

  @Override
  Event next(long now) {
    return pending.poll();
  }

  List<Event> upcoming() {
    return pending.upcoming(20);
  }

  /** Nobody plays at random in a live run: the first option is what people expect. */
  @Override
  int pick(String name, List<?> options) {
    return 0;
  }

  @Override
  boolean happens(String name, double rate) {
    return KeyedHash.unit(KeyedHash.of(seed, name, asked++)) < rate;
  }

  @Override
  long amount(String name, Span span) {
    return usual(name, asked++, span);
  }
}
