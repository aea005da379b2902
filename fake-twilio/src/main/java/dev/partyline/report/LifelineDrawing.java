package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Draws the lifelines: phones with the life of their legs, conferences as boxes, two programs. */
final class LifelineDrawing {

  /** A span of a leg or a conference: begun at one row, in full swing from another. */
  private static final class Span {
    final long opened;
    long swing = -1;
    long over = -1;

    Span(long opened) {
      this.opened = opened;
    }
  }

  private final Lifelines lifelines;
  private final Cast cast;
  private final Rows rows;
  private final Pen pen;
  private final int height;
  private final Map<String, Span> legs = new LinkedHashMap<>();
  private final Map<String, Span> conferences = new LinkedHashMap<>();

  LifelineDrawing(
      Journal journal,
      Cast cast,
      Scope scope,
      Lifelines lifelines,
      Rows rows,
      Pen pen,
      int height) {
    this.lifelines = lifelines;
    this.cast = cast;
    this.rows = rows;
    this.pen = pen;
    this.height = height;
    for (Entry entry : journal) {
      if (scope.covers(entry.what())) {
        follow(entry);
      }
    }
  }

  private void follow(Entry entry) {
    if (entry.what() instanceof LegCreated leg) {
      legs.putIfAbsent(leg.call(), new Span(entry.seq()));
    } else if (entry.what() instanceof LegStatus status && legs.containsKey(status.call())) {
      Span span = legs.get(status.call());
      if (LegLife.talking(status.status()) && span.swing < 0) {
        span.swing = entry.seq();
      } else if (LegLife.over(status.status()) && span.over < 0) {
        span.over = entry.seq();
      }
    } else if (entry.what() instanceof ConferenceOpened opened) {
      conferences.putIfAbsent(opened.conference(), new Span(entry.seq()));
    } else if (entry.what() instanceof ConferenceStarted started
        && conferences.containsKey(started.conference())) {
      conferences.get(started.conference()).swing = entry.seq();
    } else if (entry.what() instanceof ConferenceEnded ended
        && conferences.containsKey(ended.conference())) {
      conferences.get(ended.conference()).over = entry.seq();
    }
  }

  /**
   * Draws all lifelines.
   *
   * @param concerned parties and SIDs that stand out
   */
  void draw(Set<String> concerned) {
    for (Lifelines.Line line : lifelines.lines()) {
      String style = line.kind() == Lifelines.Kind.CONFERENCE ? "life faint" : "life";
      pen.line(line.x(), 0, line.x(), height, style);
    }
    legs.forEach(
        (call, span) -> {
          int x = lifelines.ofLeg(call);
          if (x >= 0) {
            boolean stands = concerned.contains(call) || concerned.contains(cast.party(call));
            bars(x, span, 10, stands ? "leg stands" : "leg");
          }
        });
    conferences.forEach(
        (conference, span) -> {
          int x = lifelines.ofConference(conference);
          if (x >= 0) {
            bars(x, span, 24, concerned.contains(conference) ? "room stands" : "room");
          }
        });
  }

  private void bars(int x, Span span, int width, String style) {
    double top = rows.yOf(span.opened);
    double bottom = span.over < 0 ? height : rows.yOf(span.over);
    double swing = span.swing < 0 ? bottom : rows.yOf(span.swing);
    if (swing > top) {
      pen.box(x - width / 2.0, top, width, swing - top, 4, style + " waiting");
    }
    if (bottom > swing) {
      pen.box(x - width / 2.0, swing, width, bottom - swing, 4, style);
    }
    if (span.over >= 0) {
      pen.line(x - width / 2.0 - 3, bottom, x + width / 2.0 + 3, bottom, "over");
    }
  }
}
