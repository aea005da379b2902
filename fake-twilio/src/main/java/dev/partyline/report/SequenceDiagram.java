package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ChoiceTaken;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.journal.Happening.VerbBegan;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sequence diagram of a run as SVG: who sent what to whom, downwards in simulated time.
 *
 * <p>Arrows of requests run from where they were sent to where they arrived, so their slope is
 * their delay and requests that overtake each other cross. Every mark links to its entry in the
 * journal's table.
 */
final class SequenceDiagram {

  private static final int MOST_ENTRIES = 200;
  private static final int MOST_CONVERSATIONS = 3;
  private static final int HEAD_HEIGHT = 74;
  private static final int FOOT = 26;

  private final Journal journal;
  private final Violation violation;
  private final Cast cast;
  private final Scope scope;
  private final Lifelines lifelines;
  private final Rows rows;
  private final List<Entry> drawn;
  private final int undrawn;
  private final int hiddenConversations;

  /** Lays out the diagram; the violation may be null. */
  SequenceDiagram(Journal journal, Cast cast, Violation violation) {
    this.journal = journal;
    this.violation = violation;
    this.cast = cast;
    Set<String> conversations = conversations(cast, violation);
    this.hiddenConversations = cast.conversations.size() - conversations.size();
    this.scope = Scope.of(cast, conversations);
    this.lifelines = new Lifelines(journal, cast, scope);
    List<Entry> all = new ArrayList<>();
    for (Entry entry : journal) {
      if (drawable(entry.what()) && scope.covers(entry.what())) {
        all.add(entry);
      }
    }
    long focus = violation == null ? Long.MAX_VALUE : violation.since();
    this.drawn = Excerpt.of(all, focus, MOST_ENTRIES);
    this.undrawn = all.size() - drawn.size();
    List<Long> moments = new ArrayList<>();
    if (violation != null) {
      moments.add(violation.since());
      moments.add(violation.at());
      if (violation.until() != Violation.FOR_EVER) {
        moments.add(violation.until());
      }
    }
    this.rows = new Rows(drawn, moments, violation == null ? -1 : violation.at());
  }

  private static Set<String> conversations(Cast cast, Violation violation) {
    Set<String> chosen = new LinkedHashSet<>();
    Scope concerned = Scope.of(cast, violation);
    if (!concerned.everything()) {
      for (ConversationBegan began : cast.conversations.values()) {
        if (concerned.covers(began) && chosen.size() < MOST_CONVERSATIONS) {
          chosen.add(began.conversation());
        }
      }
    }
    boolean crowded = !chosen.isEmpty() && cast.conversations.size() > MOST_CONVERSATIONS;
    for (String conversation : cast.conversations.keySet()) {
      if (!crowded && chosen.size() < MOST_CONVERSATIONS) {
        chosen.add(conversation);
      }
    }
    return chosen;
  }

  private static boolean drawable(Happening what) {
    return !(what instanceof RunBegan
        || what instanceof ChoiceTaken
        || what instanceof ConversationBegan
        || what instanceof VerbBegan);
  }

  /** Width at which a pixel of the drawing is a pixel of the screen. */
  int width() {
    return lifelines.width();
  }

  /** What the diagram leaves out, as a sentence; empty when nothing. */
  String leftOut() {
    List<String> notes = new ArrayList<>();
    if (undrawn > 0) {
      notes.add(undrawn + " of " + (undrawn + drawn.size()) + " steps are not drawn");
    }
    if (hiddenConversations > 0) {
      notes.add(
          hiddenConversations
              + (hiddenConversations == 1 ? " other conversation is" : " other conversations are")
              + " not drawn");
    }
    return notes.isEmpty() ? "" : String.join("; ", notes) + "; the NDJSON file has them all.";
  }

  /** Writes the heads of the lifelines as one SVG, the body as another. */
  void write(Markup out) {
    out.open("div", "class", "heads").line();
    openSvg(out, HEAD_HEIGHT, "Lifelines");
    heads(new Pen(out));
    out.close().close().line();
    int height = rows.bottom() + FOOT;
    openSvg(out, height, "Sequence diagram in simulated time");
    Pen pen = new Pen(out);
    band(pen, height);
    axis(pen);
    new LifelineDrawing(journal, cast, scope, lifelines, rows, pen, height).draw(concerned());
    new MarkDrawing(cast, lifelines, rows, drawn).draw(out);
    limit(pen);
    out.close().line();
  }

  private Set<String> concerned() {
    Set<String> concerned = new LinkedHashSet<>();
    if (violation != null) {
      concerned.addAll(violation.subjects());
      concerned.addAll(violation.parties());
    }
    return concerned;
  }

  private void openSvg(Markup out, int height, String label) {
    String width = String.valueOf(width());
    out.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        String.valueOf(height),
        "role",
        "img",
        "aria-label",
        label);
    out.line();
  }

  private void heads(Pen pen) {
    for (Lifelines.Group group : lifelines.groups()) {
      pen.line(group.left() + 6, 19, group.right() - 6, 19, "bracket");
      String title = group.title() == null ? "no conversation" : group.title();
      double middle = (group.left() + group.right()) / 2.0;
      pen.text(middle, 14, Pen.Anchor.MIDDLE, "group", title, (group.right() - group.left()) / 7);
    }
    for (Lifelines.Line line : lifelines.lines()) {
      String style = line.kind().name().toLowerCase(Locale.ROOT);
      int width = line.kind() == Lifelines.Kind.CONFERENCE ? 112 : 118;
      pen.box(line.x() - width / 2.0, 27, width, 40, 8, "who " + style);
      pen.text(line.x(), 44, Pen.Anchor.MIDDLE, "name", line.title(), 16);
      pen.text(
          line.x(), 59, Pen.Anchor.MIDDLE, "role", line.below() == null ? "" : line.below(), 18);
    }
    pen.text(Lifelines.AXIS - 14, 59, Pen.Anchor.END, "role", "time", 20);
  }

  private void band(Pen pen, int height) {
    if (violation == null) {
      return;
    }
    double top = rows.yAt(violation.since());
    boolean lasts = violation.until() == Violation.FOR_EVER;
    double bottom = lasts ? height : rows.yAt(violation.until());
    if (bottom - top < 4) {
      top -= 10;
      bottom = Math.max(bottom, top + 20);
    }
    pen.box(Lifelines.AXIS - 6, top, width() - Lifelines.AXIS + 6, bottom - top, 0, "bad");
    pen.box(Lifelines.AXIS - 6, top, 4, bottom - top, 0, "badedge");
  }

  private void axis(Pen pen) {
    int limitY = violation == null ? -1 : rows.yAt(violation.at());
    long shownAt = -1;
    for (Rows.Row row : rows.rows()) {
      if (row.passed() >= Rows.BREAK_MS) {
        double y = row.y() - 24 - (row.y() == limitY ? 22 : 0);
        pen.line(Lifelines.AXIS, y, width(), y, "break");
        pen.text(
            Lifelines.AXIS - 14,
            y + 4,
            Pen.Anchor.END,
            "passes",
            Times.seconds(row.passed()) + " pass",
            16);
      }
      if (row.y() == limitY) {
        shownAt = row.at();
      } else if (row.at() != shownAt) {
        pen.line(Lifelines.AXIS - 6, row.y(), width(), row.y(), "tick");
        pen.text(
            Lifelines.AXIS - 14, row.y() + 4, Pen.Anchor.END, "time", Times.exact(row.at()), 14);
        shownAt = row.at();
      } else {
        pen.dot(Lifelines.AXIS - 17, row.y(), 1.4, "same");
      }
    }
    rows.leftOut()
        .forEach(
            (y, count) ->
                pen.text(
                    Lifelines.AXIS + 4,
                    y - 12,
                    Pen.Anchor.START,
                    "passes",
                    "… about " + count + " journal entries are not drawn here …",
                    80));
  }

  private void limit(Pen pen) {
    if (violation == null) {
      return;
    }
    double y = rows.yAt(violation.at());
    pen.line(Lifelines.AXIS - 6, y, width(), y, "limit");
    String time = Times.exact(violation.at());
    pen.text(Lifelines.AXIS - 14, y + 4, Pen.Anchor.END, "time late", time, 14);
    String text = violation.law() + " broken at " + time + ": ";
    pen.text(
        Lifelines.AXIS + 6, y - 7, Pen.Anchor.START, "limit", text + violation.sentence(), 150);
  }
}
