package dev.partyline.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of the instants of a sequence of events, as bounds on their differences: for every
 * two events the most by which one can come after the other. The bounds are always closed, so that
 * one look tells whether another event can come next.
 *
 * <p>Events are numbered from 0; -1 stands for the beginning of the run, at 0 ms. Bounds are whole
 * milliseconds, and whole milliseconds solve them whenever anything does.
 */
final class DifferenceBounds {

  private static final long NONE = Long.MAX_VALUE / 4;

  /**
   * Row by row: how much later than the row's event the column's may be; row 0 is the beginning.
   */
  private final List<long[]> levels = new ArrayList<>();

  DifferenceBounds() {
    levels.add(new long[] {0});
  }

  /** How many events the sequence has. */
  int size() {
    return levels.size() - 1;
  }

  /** Goes back to the first {@code size} events. */
  void cut(int size) {
    levels.subList(size + 1, levels.size()).clear();
  }

  /**
   * Whether this event can come next.
   *
   * <p>It needs an instant at its own least delay or later, and no later than the greatest delay of
   * anything that waits. Each of these is a bound on when its cause came, so a contradiction would
   * show in a single one of them.
   *
   * @param waiting everything that waits, the event itself included
   */
  boolean canFollow(OrderStep.Waiting event, List<OrderStep.Waiting> waiting) {
    long[] known = levels.get(size());
    int row = (event.cause() + 1) * levels.size();
    for (OrderStep.Waiting other : waiting) {
      long slack = known[row + other.cause() + 1] + other.span().max() - event.span().min();
      if (slack < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Appends the event that came.
   *
   * @param waiting everything that waited, the event itself included
   * @throws IllegalArgumentException when it cannot follow
   */
  void append(OrderStep.Waiting event, List<OrderStep.Waiting> waiting) {
    if (!canFollow(event, waiting)) {
      throw new IllegalArgumentException(event.name() + " cannot come here");
    }
    int old = levels.size();
    long[] known = levels.get(old - 1);
    long[] to = new long[old];
    long[] from = new long[old];
    Arrays.fill(to, NONE);
    for (int a = 0; a < old; a++) {
      for (OrderStep.Waiting other : waiting) {
        to[a] = Math.min(to[a], known[a * old + other.cause() + 1] + other.span().max());
      }
      from[a] =
          Math.min(
              known[(event.cause() + 1) * old + a] - event.span().min(),
              known[(old - 1) * old + a]);
    }
    int size = old + 1;
    long[] next = new long[size * size];
    for (int a = 0; a < old; a++) {
      for (int b = 0; b < old; b++) {
        next[a * size + b] = Math.min(known[a * old + b], to[a] + from[b]);
      }
      next[a * size + old] = to[a];
      next[old * size + a] = from[a];
    }
    levels.add(next);
  }

  /** The earliest instant of each event, in simulated milliseconds: together a solution. */
  long[] earliest() {
    int size = levels.size();
    long[] known = levels.get(size - 1);
    long[] instants = new long[size - 1];
    for (int i = 1; i < size; i++) {
      instants[i - 1] = -known[i * size];
    }
    return instants;
  }
}
