package dev.partyline.world;

import dev.partyline.sim.Span;

/**
 * What goes wrong with the application's own machines: how many instances there are, how often they
 * die, and how their common store behaves.
 *
 * @param instances how many processes stand behind the application's address, at least 1
 * @param crashRate how often an instance dies at a step, 0 (never) to 1
 * @param mostCrashes how often one dies in a run at the most
 * @param toRestart from a death to the next start
 * @param storeTime how long a step into the store takes
 * @param storeFails how often a step into the store fails, 0 (never) to 1
 */
public record Outages(
    int instances,
    double crashRate,
    int mostCrashes,
    Span toRestart,
    Span storeTime,
    double storeFails) {

  /** One instance that lives for ever, and a store that costs nothing. */
  public static final Outages NONE = new Outages(1, 0, 0, Span.NONE, Span.NONE, 0);

  /** One instance that may die anywhere, twice at the most. */
  public static final Outages CRASHES =
      new Outages(1, 0.02, 2, Span.of(500, 3_000, 15_000), Span.of(0, 2, 40), 0);

  /** Two instances that share a slow store; one of them may die. */
  public static final Outages PAIR =
      new Outages(2, 0.01, 1, Span.of(500, 3_000, 15_000), Span.of(0, 5, 300), 0);

  /** One instance that lives, on a slow store that fails now and then. */
  public static final Outages SHAKY_STORE =
      new Outages(1, 0, 0, Span.NONE, Span.of(0, 5, 300), 0.02);

  /** Whether nothing of all this can happen, so that no choice about it is made. */
  public boolean isNone() {
    return equals(NONE);
  }
}
