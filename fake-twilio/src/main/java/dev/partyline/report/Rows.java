package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vertical axis of a sequence diagram. Every drawn entry has a row of its own, in the journal's
 * order; between two rows time is compressed: a longer span is a wider gap, but only by its
 * logarithm, and a long one is a marked break.
 */
final class Rows {

  /** Spans from here on are drawn as a break that says how long it is. */
  static final long BREAK_MS = 1_500;

  private static final int TOP = 30;
  private static final int STEP = 24;
  private static final int BREAK_HEIGHT = 24;
  private static final int BANNER_HEIGHT = 22;

  /** One row; {@code passed} is the simulated time since the row above. */
  record Row(long at, long passed, int y) {}

  private record Draft(long at, long seq, boolean banner) {}

  private final List<Row> rows = new ArrayList<>();
  private final TreeMap<Long, Integer> yOfSeq = new TreeMap<>();
  private final Map<Integer, Long> leftOut = new LinkedHashMap<>();

  /**
   * Lays out rows.
   *
   * @param drawn the entries to draw, in order
   * @param moments times that need a place on the axis although nothing may happen then
   * @param banner a moment that needs room for a line of text above it; negative for none
   */
  Rows(List<Entry> drawn, List<Long> moments, long banner) {
    List<Draft> drafts = new ArrayList<>();
    Map<String, Integer> lastRowOfSid = new LinkedHashMap<>();
    Map<Long, Integer> draftOfSeq = new LinkedHashMap<>();
    List<Long> waiting = new ArrayList<>(moments.stream().distinct().sorted().toList());
    for (Entry entry : drawn) {
      place(waiting, entry.at(), drafts, banner);
      int shared = sharedRow(entry, drafts, lastRowOfSid);
      if (shared < 0) {
        drafts.add(new Draft(entry.at(), entry.seq(), false));
        shared = drafts.size() - 1;
      }
      draftOfSeq.put(entry.seq(), shared);
      for (String sid : Scope.sids(entry.what())) {
        lastRowOfSid.put(sid, shared);
      }
    }
    place(waiting, Long.MAX_VALUE, drafts, banner);
    int y = TOP;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      long passed = i == 0 ? draft.at() : draft.at() - drafts.get(i - 1).at();
      y += i == 0 && passed == 0 ? 0 : STEP + stretch(passed);
      y += draft.banner() ? BANNER_HEIGHT : 0;
      rows.add(new Row(draft.at(), passed, y));
    }
    draftOfSeq.forEach((seq, row) -> yOfSeq.put(seq, rows.get(row).y()));
    markLeftOut(drawn);
  }

  /** Gives the moments before this time, which no row shows, rows of their own. */
  private static void place(List<Long> waiting, long before, List<Draft> drafts, long banner) {
    while (!waiting.isEmpty() && waiting.get(0) < before) {
      long moment = waiting.remove(0);
      boolean shown = !drafts.isEmpty() && drafts.get(drafts.size() - 1).at() == moment;
      if (!shown || moment == banner) {
        drafts.add(new Draft(moment, -1, moment == banner));
      }
    }
  }

  private static int sharedRow(Entry entry, List<Draft> drafts, Map<String, Integer> lastRowOfSid) {
    Happening what = entry.what();
    if (what instanceof LegStatus
        || what instanceof LegCreated
        || what instanceof ConferenceStarted) {
      for (String sid : Scope.sids(what)) {
        Integer row = lastRowOfSid.get(sid);
        if (row != null && drafts.get(row).at() == entry.at()) {
          return row;
        }
      }
    }
    return -1;
  }

  private static int stretch(long passed) {
    if (passed <= 50) {
      return 0;
    }
    return (int) (10 * Math.log10(passed / 50.0)) + (passed >= BREAK_MS ? BREAK_HEIGHT : 0);
  }

  private void markLeftOut(List<Entry> drawn) {
    for (int i = 1; i < drawn.size(); i++) {
      long between = drawn.get(i).seq() - drawn.get(i - 1).seq() - 1;
      if (between > Excerpt.NOTABLE_GAP) {
        leftOut.put(yOf(drawn.get(i).seq()), between);
      }
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** Where entries were cut out: how many journal entries, by the row below the cut. */
  Map<Integer, Long> leftOut() {
    return leftOut;
  }

  /** The row of an entry; for one that is not drawn, the row of the drawn one before it. */
  int yOf(long seq) {
    Map.Entry<Long, Integer> row = yOfSeq.floorEntry(seq);
    return row == null ? TOP - 8 : row.getValue();
  }

  /** Whether an entry has a row. */
  boolean shows(long seq) {
    return yOfSeq.containsKey(seq);
  }

  /** The last row at or before a time. */
  int yAt(long at) {
    int y = TOP - 8;
    for (Row row : rows) {
      if (row.at() > at) {
        break;
      }
      y = row.y();
    }
    return y;
  }

  /** The first row of the instant a time lies in or after. */
  int firstYAt(long at) {
    for (Row row : rows) {
      if (row.at() >= at) {
        return row.y();
      }
    }
    return bottom();
  }

  int bottom() {
    return rows.isEmpty() ? TOP : rows.get(rows.size() - 1).y();
  }
}
