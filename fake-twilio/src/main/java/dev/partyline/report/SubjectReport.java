package dev.partyline.report;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the exploration of one program under test came to.
 *
 * @param subject its name
 * @param knownBad whether it is a program with a planted mistake, which a law has to catch
 * @param expectedLaw the id of that law; null for a sound program, or when any law will do
 * @param tallies what each law said over all schedules, by its id, in the order to show
 * @param schedules how many schedules were run
 * @param millis wall-clock milliseconds they took
 * @param runs the runs worth a page
 */
public record SubjectReport(
    String subject,
    boolean knownBad,
    String expectedLaw,
    LinkedHashMap<String, LawTally> tallies,
    long schedules,
    long millis,
    List<RunReport> runs) {

  /** Copies the tallies and the runs. */
  public SubjectReport {
    tallies = new LinkedHashMap<>(tallies);
    runs = List.copyOf(runs);
  }

  /** Whether the subject came out as it should: a sound one broke no law, a bad one was caught. */
  public boolean asExpected() {
    boolean anyViolated = tallies.values().stream().anyMatch(tally -> tally.violated() > 0);
    if (!knownBad) {
      return !anyViolated;
    }
    if (expectedLaw == null) {
      return anyViolated;
    }
    LawTally expected = tallies.get(expectedLaw);
    return expected != null && expected.violated() > 0;
  }
}
