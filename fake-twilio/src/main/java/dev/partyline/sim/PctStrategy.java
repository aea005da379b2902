package dev.partyline.sim;

import java.util.ArrayList;
import java.util.List;

/** Priorities keyed by event name, with a few points at which the leader falls behind. */
final class PctStrategy extends Strategy {

  /** Events in a typical run: the change points are drawn below this. */
  private static final long EXPECTED_STEPS = 60;

  private final long seed;
  private final Draw draw;
  private final List<Event> pending = new ArrayList<>();
  private final long[] changeAt;
  private long step;

  PctStrategy(long seed, int depth, Draw draw) {
    this.seed = seed;
    this.draw = draw;
    this.changeAt = new long[Math.max(0, depth - 1)];
    for (int i = 0; i < changeAt.length; i++) {
      changeAt[i] = KeyedHash.between(seed, "pct.change." + i, 0, EXPECTED_STEPS - 1);
    }
  }

  @Override
  void add(Event event) {
    // due holds the priority until the event fires; never negative, so that a fall goes below all
    event.due = KeyedHash.of(seed, event.name) >>> 1;
    event.bounds = draw.bounds(event.name, event.span);
    pending.add(event);
  }

  @Override
  Event next(long now) {
    pending.removeIf(event -> event.cancelled);
    if (pending.isEmpty()) {
      return null;
    }
    long horizon = Long.MAX_VALUE;
    for (Event event : pending) {
      horizon = Math.min(horizon, event.latest());
    }
    Event best = leader(horizon);
    for (int i = 0; i < changeAt.length; i++) {
      if (changeAt[i] == step) {
        best.due = -1 - i;
        best = leader(horizon);
      }
    }
    step++;
    pending.remove(best);
    best.due = Math.max(now, best.earliest());
    return best;
  }

  private Event leader(long horizon) {
    Event best = null;
    for (Event event : pending) {
      if (event.earliest() <= horizon && (best == null || event.due > best.due)) {
        best = event;
      }
    }
    return best;
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
