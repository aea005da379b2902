package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The beliefs of the application that matter for a violation: about the legs it names, the last one
 * before the law broke, where it is not what the platform knew by then.
 */
final class Beliefs {

  private final Set<Long> telling = new LinkedHashSet<>();

  private Beliefs() {}

  static Beliefs of(Journal journal, Violation violation) {
    Beliefs beliefs = new Beliefs();
    if (violation == null) {
      return beliefs;
    }
    Map<String, Entry> believed = new LinkedHashMap<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (Entry entry : journal) {
      if (entry.at() > violation.at()) {
        break;
      }
      if (entry.what() instanceof AppBelieved belief) {
        believed.put(belief.call(), entry);
      } else if (entry.what() instanceof LegStatus status) {
        known.put(status.call(), status.status());
      }
    }
    for (String call : violation.subjects()) {
      Entry entry = believed.get(call);
      if (entry != null && !((AppBelieved) entry.what()).status().equals(known.get(call))) {
        beliefs.telling.add(entry.seq());
      }
    }
    return beliefs;
  }

  boolean telling(Entry entry) {
    return telling.contains(entry.seq());
  }
}
