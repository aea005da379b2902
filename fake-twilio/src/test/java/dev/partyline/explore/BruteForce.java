package dev.partyline.explore;

import dev.partyline.sim.Director;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tries every delay of every event, in whole milliseconds, and every permutation of events that
 * come at the same instant: one run for each. Knows nothing of bounds and their differences.
 */
final class BruteForce {

  private BruteForce() {}

  /**
   * Every order that comes about.
   *
   * @param program runs under a director and returns the names of its events in order
   */
  static Set<String> orders(Function<Director, List<String>> program) {
    Set<String> orders = new TreeSet<>();
    Odometer odometer = new Odometer();
    do {
      odometer.rewind();
      orders.add(String.join(" ", program.apply(new Delays(odometer))));
    } while (odometer.advance());
    return orders;
  }

  /** Fixes each delay when it first sees the event; of those due first, any may come. */
  private static final class Delays implements Director {
    private final Odometer odometer;
    private final Map<String, Long> due = new LinkedHashMap<>();

    Delays(Odometer odometer) {
      this.odometer = odometer;
    }

    @Override
    public Turn next(long now, List<Pending> pending) {
      long soonest = Long.MAX_VALUE;
      for (Pending event : pending) {
        if (!due.containsKey(event.name())) {
          long width = event.span().max() - event.span().min();
          long delay = event.span().min() + odometer.digit((int) width + 1);
          due.put(event.name(), event.scheduledAt() + delay);
        }
        soonest = Math.min(soonest, due.get(event.name()));
      }
      List<Integer> tied = new ArrayList<>();
      for (int i = 0; i < pending.size(); i++) {
        if (due.get(pending.get(i).name()) == soonest) {
          tied.add(i);
        }
      }
      return new Turn(tied.get(odometer.digit(tied.size())), soonest);
    }
  }

  /** Digits whose number and bases show only as the run goes. */
  private static final class Odometer {
    private final List<int[]> digits = new ArrayList<>();
    private int position;

    void rewind() {
      position = 0;
    }

    int digit(int base) {
      if (position == digits.size()) {
        digits.add(new int[] {0, base});
      }
      return digits.get(position++)[0];
    }

    boolean advance() {
      digits.subList(position, digits.size()).clear();
      while (!digits.isEmpty()) {
        int[] last = digits.get(digits.size() - 1);
        if (++last[0] < last[1]) {
          return true;
        }
        digits.remove(digits.size() - 1);
      }
      return false;
    }
  }
}
