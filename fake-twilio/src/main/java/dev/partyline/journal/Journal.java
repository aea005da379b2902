package dev.partyline.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** The append-only list of what happened in one run. Not thread-safe: a run has one writer. */
public final class Journal implements Iterable<Entry> {

  private final List<Entry> entries = new ArrayList<>(128);

  /**
   * Adds an entry.
   *
   * @param at simulated milliseconds since the run began; not before the last entry
   * @throws IllegalArgumentException when {@code at} lies before the last entry: a bug of the
   *     writer
   */
  public void add(long at, Happening what) {
    if (!entries.isEmpty() && at < entries.get(entries.size() - 1).at()) {
      throw new IllegalArgumentException(
          "journal: entry at "
              + at
              + " ms follows one at "
              + entries.get(entries.size() - 1).at()
              + " ms: "
              + what);
    }
    entries.add(new Entry(entries.size(), at, what));
  }

  /** All entries so far, oldest first; a view that cannot be changed. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Time of the last entry, in simulated milliseconds; 0 when there is none. */
  public long end() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).at();
  }

  /** The first entry's content, or null when the journal is empty or does not begin with it. */
  public Happening.RunBegan began() {
    return !entries.isEmpty() && entries.get(0).what() instanceof Happening.RunBegan began
        ? began
        : null;
  }

  @Override
  public Iterator<Entry> iterator() {
    return entries().iterator();
  }
}
