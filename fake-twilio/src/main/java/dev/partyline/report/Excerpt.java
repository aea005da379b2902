package dev.partyline.report;

import dev.partyline.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long list of entries to its beginning and to what stands round the moment that matters.
 */
final class Excerpt {

  /** A cut of fewer entries than this is not worth a mark: they were never to be drawn. */
  static final long NOTABLE_GAP = 60;

  private Excerpt() {}

  /**
   * At most so many entries, in order.
   *
   * @param focus simulated time of the moment that matters; the end of the list when it is later
   */
  static List<Entry> of(List<Entry> entries, long focus, int most) {
    if (entries.size() <= most) {
      return entries;
    }
    int head = most / 4;
    int index = 0;
    while (index < entries.size() && entries.get(index).at() <= focus) {
      index++;
    }
    int to = Math.max(most, Math.min(entries.size(), index + most / 8));
    List<Entry> kept = new ArrayList<>(entries.subList(0, head));
    kept.addAll(entries.subList(to - (most - head), to));
    return kept;
  }
}
