package dev.partyline.sim;

import java.util.ArrayList;
import java.util.List;

/** Asks a {@link Director} for every event. */
final class DirectedStrategy extends Strategy {

  private final Director director;
  private final Draw draw;
  private final List<Event> pending = new ArrayList<>();

  DirectedStrategy(Director director, Draw draw) {
    this.director = director;
    this.draw = draw;
  }

  @Override
  void add(Event event) {
    event.bounds = draw.bounds(event.name, event.span);
    pending.add(event);
  }

  @Override
  Event next(long now) {
    pending.removeIf(event -> event.cancelled);
    if (pending.isEmpty()) {
      return null;
    }
    List<Director.Pending> views = new ArrayList<>(pending.size());
    for (Event event : pending) {
      views.add(new Director.Pending(event.name, event.cause, event.scheduledAt, event.bounds));
    }
    Director.Turn turn = director.next(now, views);
    Event event = pending.remove(turn.index());
    if (turn.at() < now || turn.at() < event.earliest() || turn.at() > event.latest()) {
      throw new IllegalStateException(
          "the director fires "
              + event.name
              + " at "
              + turn.at()
              + " ms; now is "
              + now
              + ", its bounds are "
              + event.earliest()
              + " to "
              + event.latest());
    }
    event.due = turn.at();
    return event;
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
