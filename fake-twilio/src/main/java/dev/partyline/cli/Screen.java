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

  private static final int WIDTH = 140;

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

  /** A long text, on lines that begin with {@code indent} and break at spaces. */
  void wrapped(String indent, String text) {
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ")) {
      if (row.length() + word.length() >= WIDTH) {
        line("%s", indent + row);
        row.setLength(0);
      }
      row.append(row.length() == 0 ? "" : " ").append(word);
    }
    line("%s", indent + row);
  }

  /** How many lines so many characters take at most. */
  static int linesOf(int characters) {
    return (characters + WIDTH - 1) / WIDTH;
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
