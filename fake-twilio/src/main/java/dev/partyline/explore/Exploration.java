package dev.partyline.explore;

import dev.partyline.sim.Outcome;
import dev.partyline.world.Subject;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What exploring one subject in one scenario brought.
 *
 * @param tallies by law id, in the order of the laws
 * @param findings one for each broken law, in the order in which they were met
 * @param schedules runs drawn, without those of shrinking and double-checking
 * @param millis time on the wall
 * @param trouble what cannot be judged: a leak, a hang, a fault of Partyline, a run that differed
 *     when it was repeated; empty when all is well
 */
public record Exploration(
    Subject subject,
    Scenario scenario,
    LinkedHashMap<String, Tally> tallies,
    List<Finding> findings,
    long schedules,
    long millis,
    List<Trouble> trouble) {

  /** How often a law was held, broken, and not exercised. */
  public record Tally(long held, long violated, long notExercised) {

    Tally plus(boolean holds, boolean breaks) {
      return new Tally(
          held + (holds ? 1 : 0),
          violated + (breaks ? 1 : 0),
          notExercised + (holds || breaks ? 0 : 1));
    }
  }

  /**
   * A run that could not be judged.
   *
   * @param seed what repeats it
   * @param outcome how it ended
   */
  public record Trouble(String seed, Outcome outcome) {}

  /** The finding about this law; null when it was not broken. */
  public Finding finding(String law) {
    for (Finding finding : findings) {
      if (finding.law().equals(law)) {
        return finding;
      }
    }
    return null;
  }
}
