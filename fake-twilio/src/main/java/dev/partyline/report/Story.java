package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * The few lines a person needs to understand a run: who did what, at which simulated time.
 *
 * <p>Everything that happens at one instant for one cause is one line: what a person, the
 * application or a fault did comes first, its consequences (rooms made, left and ended) follow in
 * the same sentence. Told is what concerns the violation's conversation, up to the violation, and
 * what ended the bad state.
 */
public final class Story {

  /** The most lines a story has unless another number is asked for. */
  public static final int MOST_LINES = 12;

  /**
   * One line.
   *
   * @param at simulated milliseconds
   * @param who who acts; empty when the text says it
   * @param text what they do, to be read after {@code who}
   */
  public record Line(long at, String who, String text) {

    /** Nobody of the story is nobody named. */
    public Line {
      who = who == null ? "" : who;
    }

    /** Who and what as one text. */
    public String sentence() {
      return who.isEmpty() ? text : who + " " + text;
    }
  }

  private Story() {}

  /** The story in at most {@link #MOST_LINES} lines; the violation may be null. */
  public static List<Line> of(Journal journal, Violation violation) {
    return of(journal, violation, MOST_LINES);
  }

  /**
   * The story in at most so many lines; where more happened, a line {@code … n more} stands for
   * what is left out.
   *
   * @param violation the breach to explain; null tells the whole run
   * @param most at least 5
   */
  public static List<Line> of(Journal journal, Violation violation, int most) {
    if (most < 5) {
      throw new IllegalArgumentException("a story needs room for 5 lines or more, not " + most);
    }
    Cast cast = Cast.of(journal);
    Scope scope = Scope.of(cast, violation);
    Beliefs beliefs = Beliefs.of(journal, violation);
    List<Line> lines = new ArrayList<>();
    int focus = -1;
    List<Entry> entries = journal.entries();
    int next = 0;
    while (next < entries.size()) {
      long at = entries.get(next).at();
      if (violation != null && focus < 0 && violation.since() < at) {
        focus = lines.size();
        lines.add(verdict(violation));
      }
      Instant instant = new Instant(at, cast, beliefs);
      for (; next < entries.size() && entries.get(next).at() == at; next++) {
        if (scope.covers(entries.get(next).what())) {
          instant.add(entries.get(next));
        }
      }
      if (violation == null || at <= violation.at() || at == violation.until()) {
        lines.addAll(instant.lines());
      }
    }
    if (violation != null && focus < 0) {
      focus = lines.size();
      lines.add(verdict(violation));
    }
    return capped(lines, focus < 0 ? lines.size() - 1 : focus, most);
  }

  /** The story as text: a column of times, a column of sentences, a line feed after each line. */
  public static String text(List<Line> lines) {
    int width = 0;
    for (Line line : lines) {
      width = Math.max(width, Times.seconds(line.at()).length());
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      String time = Times.seconds(line.at());
      out.append(time).append(" ".repeat(width - time.length() + 2)).append(line.sentence());
      out.append('\n');
    }
    return out.toString();
  }

  private static Line verdict(Violation violation) {
    String sentence = violation.sentence().replaceFirst("[.。]\\s*$", "");
    String who = "";
    for (String party : violation.parties()) {
      if (sentence.startsWith(party + " ") && party.length() > who.length()) {
        who = party;
      }
    }
    String text = who.isEmpty() ? sentence : sentence.substring(who.length() + 1);
    return new Line(violation.since(), who, text + "  <- " + violation.law());
  }

  /** Keeps the beginning, the line in focus and what stands just before it. */
  private static List<Line> capped(List<Line> lines, int focus, int most) {
    if (lines.size() <= most) {
      return lines;
    }
    int after = Math.min(lines.size() - 1 - focus, Math.min(2, most / 4));
    boolean cutBehind = focus + after < lines.size() - 1;
    int room = most - (cutBehind ? 1 : 0);
    int to = Math.max(focus + after + 1, room);
    to = Math.min(to, lines.size());
    List<Line> kept = new ArrayList<>();
    if (to <= room) {
      kept.addAll(lines.subList(0, to));
    } else {
      int head = Math.min(most / 3, room - 2 - after);
      int from = to - (room - 1 - head);
      kept.addAll(lines.subList(0, head));
      kept.add(more(lines.get(head).at(), from - head));
      kept.addAll(lines.subList(from, to));
    }
    if (to < lines.size()) {
      kept.add(more(lines.get(to).at(), lines.size() - to));
    }
    return kept;
  }

  private static Line more(long at, int count) {
    return new Line(at, "", "… " + count + " more");
  }
}
