package dev.partyline.explore;

import dev.partyline.world.Subject;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What going through every order of events brought.
 *
 * @param orders distinct orders that were run and judged or found in {@code trouble}
 * @param runs runs it took, diverged ones included
 * @param violations by law id, in the order in which the laws were first broken
 * @param complete whether no order was left when the search ended; false when a limit ended it
 * @param diverged runs in which other events waited than the same order of events had shown before:
 *     the program depends on the exact time, and what follows such a point was not gone through
 * @param trouble the first runs that could not be judged
 * @param millis time on the wall
 */
public record ExhaustiveResult(
    Subject subject,
    Scenario scenario,
    long orders,
    long runs,
    LinkedHashMap<String, Broken> violations,
    boolean complete,
    long diverged,
    List<Exploration.Trouble> trouble,
    long millis) {

  /**
   * A law that some order breaks.
   *
   * @param runs how many runs break it
   * @param first what repeats the first of them
   */
  public record Broken(long runs, Seed first) {}

  /** Whether every order was run, was judged and kept every law. */
  public boolean proves() {
    return complete && diverged == 0 && trouble.isEmpty() && violations.isEmpty();
  }
}
