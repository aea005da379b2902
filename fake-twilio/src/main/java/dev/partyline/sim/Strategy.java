package dev.partyline.sim;

import java.util.List;
import java.util.Map;

/**
 * How one run settles its delays, the order of its events and its other choices. One instance
 * serves one run.
 *
 * <p>Strategies that fix delays when an event is made ({@link #typical}, {@link #uniform}, {@link
 * #boundary}, {@link #pinned}) find what depends on how long things take; strategies that choose
 * the order of what could come next ({@link #pct}, {@link #directed}) find what depends on narrow
 * windows. A {@link #portfolio} alternates.
 */
public abstract class Strategy {

  abstract void add(Event event);

  /** Removes and returns the next event with {@code due} set, or null when none is left. */
  abstract Event next(long now);

  /**
   * The instant, pinned by which an event that never came does not come when the run is repeated.
   */
  long unfired(Event event) {
    return event.latest();
  }

  abstract int pick(String name, List<?> options);

  abstract boolean happens(String name, double rate);

  abstract long amount(String name, Span span);

  /** Pinned names that the run never asked for; empty for strategies without pins. */
  public List<String> unusedPins() {
    return List.of();
  }

  /** Typical delays, first options, no faults. */
  public static Strategy typical() {
    return new TimedStrategy(Draw.TYPICAL);
  }

  /** Every delay drawn uniformly from its bounds. */
  public static Strategy uniform(long seed, Map<String, String> pins) {
    return new TimedStrategy(pinning(pins, new SeededDraw(seed, false)));
  }

  /** Every delay its least, its greatest, or drawn uniformly. */
  public static Strategy boundary(long seed, Map<String, String> pins) {
    return new TimedStrategy(pinning(pins, new SeededDraw(seed, true)));
  }

  /**
   * Probabilistic concurrency testing: events have priorities, and of those that could come next
   * the highest does; at {@code depth - 1} points of the run a priority drops.
   *
   * @param depth number of ordering constraints a bug may need, at least 1
   */
  public static Strategy pct(long seed, int depth, Map<String, String> pins) {
    return new PctStrategy(seed, depth, pinning(pins, new SeededDraw(seed, false)));
  }

  /** The pinned values where there are any, the typical run elsewhere. */
  public static Strategy pinned(Map<String, String> pins) {
    return new TimedStrategy(new PinnedDraw(pins, Draw.TYPICAL));
  }

  /** Order by a director, other choices pinned or typical. */
  public static Strategy directed(Director director, Map<String, String> pins) {
    return new DirectedStrategy(director, new PinnedDraw(pins, Draw.TYPICAL));
  }

  /**
   * The default mixture: the seed decides, in turns, between PCT of depth 3, uniform delays and
   * boundary-biased delays.
   *
   * @param pins choices fixed beforehand; may be empty
   */
  public static Strategy portfolio(long seed, Map<String, String> pins) {
    return switch ((int) Math.floorMod(seed, 3L)) {
      case 0 -> pct(seed, 3, pins);
      case 1 -> uniform(seed, pins);
      default -> boundary(seed, pins);
    };
  }

  private static Draw pinning(Map<String, String> pins, Draw rest) {
    return pins.isEmpty() ? rest : new PinnedDraw(pins, rest);
  }
}
