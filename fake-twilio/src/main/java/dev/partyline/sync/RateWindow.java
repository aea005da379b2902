package dev.partyline.sync;

import java.util.ArrayDeque;
import java.util.Deque;

/** How much was done in the last ten seconds (SYNC-SVC-16). */
final class RateWindow {

  private static final int SECONDS = 10;

  private record Hit(long at, int cost) {}

  private final int perSecond;
  private final Deque<Hit> hits = new ArrayDeque<>();
  private int sum;

  /** A burst of ten seconds' worth may come at once. */
  RateWindow(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Counts one.
   *
   * @param cost how many of the smallest it counts for
   * @throws Refused 429 with 54009 when there were too many; it is not counted then
   */
  void hit(long now, int cost) {
    while (!hits.isEmpty() && hits.peekFirst().at() <= now - SECONDS * 1000L) {
      sum -= hits.removeFirst().cost();
    }
    if (sum + cost > perSecond * SECONDS) {
      throw new Refused(429, 54009, "Rate limit exceeded");
    }
    hits.addLast(new Hit(now, cost));
    sum += cost;
  }
}
