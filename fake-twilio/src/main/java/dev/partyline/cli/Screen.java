package dev.partyline.cli;

import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import dev.partyline.report.Story;
import dev.partyline.report.Times;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Writes for a person at a terminal. */
final class Screen {

  private final PrintWriter out;
  private int lines;

  Screen(PrintWriter out) {
    this.out = out;
  }

  void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    out.flush();
    lines++;
  }

  /** Lines written so far. */
  int lines() {
    return lines;
  }

  /** The story, a line for each step, indented. */
  void story(Journal journal, Violation violation) {
    for (Story.Line line : Story.of(journal, violation)) {
      line("    %8s  %s", Times.seconds(line.at()), line.sentence());
    }
  }

  /** The story on one line. */
  static String brief(Journal journal, Violation violation) {
    StringBuilder text = new StringBuilder();
    List<Story.Line> lines = Story.of(journal, violation, 6);
    for (Story.Line line : lines) {
      text.append(text.length() == 0 ? "" : "; ")
          .append(Times.seconds(line.at()))
          .append(' ')
          .append(line.sentence());
    }
    return text.toString();
  }

  static String took(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
