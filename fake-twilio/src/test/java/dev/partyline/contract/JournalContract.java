package dev.partyline.contract;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at every answer of the REST API that a finished run brought. */
public final class JournalContract {

  private JournalContract() {}

  /**
   * What was found.
   *
   * @param answers how many were looked at; those that never came are not
   * @param problems a sentence for each fault, in the order of the journal
   */
  public record Found(int answers, List<String> problems) {}

  /** Skips the test that asks where the vendor's documents are not there, and says why. */
  public static void assumeDocuments() {
    VendorDocuments.required();
  }

  /** Holds the answers of a run against the vendor's documents. */
  public static Found look(Journal journal) {
    Map<String, Happening.RestSent> sent = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    int answers = 0;
    for (Entry entry : journal) {
      if (entry.what() instanceof Happening.RestSent request) {
        sent.put(request.request(), request);
      } else if (entry.what() instanceof Happening.RestReturned answer && answer.status() > 0) {
        Happening.RestSent request = sent.get(answer.request());
        answers++;
        problems.addAll(
            Contract.problems(request.method(), request.path(), answer.status(), answer.body()));
      }
    }
    return new Found(answers, problems);
  }
}
