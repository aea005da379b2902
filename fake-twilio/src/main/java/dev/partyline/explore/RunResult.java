package dev.partyline.explore;

import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Outcome;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A finished run and what the laws say of it.
 *
 * @param seed what repeats it
 * @param outcome how it ended
 * @param verdicts by law id, in the order of the laws
 * @param choices everything that was chosen
 * @param unusedPins pinned names that the run never asked for
 * @param order names of the events, in the order in which they came
 */
public record RunResult(
    Seed seed,
    Outcome outcome,
    Journal journal,
    LinkedHashMap<String, Verdict> verdicts,
    List<Choice> choices,
    List<String> unusedPins,
    List<String> order) {

  /** Whether this law was broken. */
  public boolean violates(String law) {
    Verdict verdict = verdicts.get(law);
    return verdict != null && verdict.violated();
  }

  /** Whether any law was broken. */
  public boolean violated() {
    return firstViolation() != null;
  }

  /** The first violation of the first broken law; null when none is broken. */
  public Violation firstViolation() {
    for (Verdict verdict : verdicts.values()) {
      if (verdict.violated()) {
        return verdict.violations().get(0);
      }
    }
    return null;
  }

  /** Hash of the journal's bytes. */
  public String hash() {
    return NdjsonWriter.hash(journal);
  }
}
