package dev.partyline.explore;

import dev.partyline.journal.Entry;
import java.util.List;

/** Where two journals part. */
final class Difference {

  private Difference() {}

  static String between(RunResult first, RunResult second) {
    List<Entry> a = first.journal().entries();
    List<Entry> b = second.journal().entries();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return "entry "
            + i
            + " is "
            + a.get(i).what()
            + " in one and "
            + b.get(i).what()
            + " in the other";
      }
    }
    return "one has " + a.size() + " entries, the other " + b.size();
  }
}
