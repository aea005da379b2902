package dev.partyline.report;

import dev.partyline.journal.Journal;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run, ready to be shown.
 *
 * @param name what the run is called; unique within a report, the file's name is made of it
 * @param subject the program under test
 * @param story the scenario that was played
 * @param seed the text that repeats the run
 * @param replayCommand the whole command that repeats it
 * @param journal what happened
 * @param verdicts what each law says, by its id, in the order to show; the first violated law leads
 *     the page
 */
public record RunReport(
    String name,
    String subject,
    String story,
    String seed,
    String replayCommand,
    Journal journal,
    LinkedHashMap<String, Verdict> verdicts) {

  /** Copies the verdicts. */
  public RunReport {
    verdicts = new LinkedHashMap<>(verdicts);
  }

  /** The earliest breach of the first violated law; null when no law was broken. */
  public Violation violation() {
    for (Verdict verdict : verdicts.values()) {
      if (verdict.violated()) {
        return verdict.violations().get(0);
      }
    }
    return null;
  }

  /** How many laws have this standing. */
  long count(Verdict.Standing standing) {
    return verdicts.values().stream().filter(verdict -> verdict.standing() == standing).count();
  }

  /** Whether this law was broken. */
  boolean violates(String law) {
    for (Map.Entry<String, Verdict> verdict : verdicts.entrySet()) {
      if (verdict.getKey().equals(law)) {
        return verdict.getValue().violated();
      }
    }
    return false;
  }
}
