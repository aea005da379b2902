package dev.partyline.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The append-only list of what happened in one run. Not thread-safe: a run has one writer. A run
 * without an end keeps only the last entries; their numbers go on.
 */
public final class Journal implements Iterable<Entry> {

  private final int most;
  private final Consumer<Entry> follower;
  private List<Entry> entries = new ArrayList<>(128);
  private int count;

  /** A journal that keeps everything. */
  public Journal() {
    this(Integer.MAX_VALUE, entry -> {});
  }

  /**
   * A journal that keeps the last entries.
   *
   * @param most how many are kept at least, as far as there are so many; at least 1
   * @param follower told of each entry as it is added, on the writer's thread
   */
  public Journal(int most, Consumer<Entry> follower) {
    this.most = most;
    this.follower = follower;
  }

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
    Entry entry = new Entry(count++, at, what);
    entries.add(entry);
    if (entries.size() - most > most / 4) {
      entries = new ArrayList<>(entries.subList(entries.size() - most, entries.size()));
    }
    follower.accept(entry);
  }

  /** How many entries there have been, kept or not. */
  public int count() {
    return count;
  }

  /** All entries that are kept, oldest first; a view that cannot be changed. */
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
