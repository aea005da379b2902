package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The text of one document while it is read, with what there is to complain about. */
final class Source {

  private static final int QUOTED_CHARACTERS = 60;

  private final String text;
  private final List<Warning> warnings = new ArrayList<>();
  private int scanned;

  Source(String text) {
    this.text = text;
  }

  /**
   * Where the next start tag begins, one after the other from the start of the text. The text must
   * be well-formed up to there. (The XML parser's own offsets drift at line ends and references.)
   */
  int nextStartTag() {
    int at = text.indexOf('<', scanned);
    while (at >= 0 && !startsElement(at)) {
      at = text.indexOf('<', endOfMarkup(at));
    }
    scanned = at + 1;
    return Math.max(at, 0);
  }

  void warn(int code, int offset, String message) {
    int line = line(offset);
    int column = column(offset);
    warnings.add(
        new Warning(code, "Line " + line + ", column " + column + ": " + message, line, column));
  }

  Refused refusal(int code, int offset, String message) {
    return refusal(code, line(offset), column(offset), message);
  }

  Refused refusal(int code, int line, int column, String message) {
    return new Refused(
        new TwimlProblem(
            code, "Line " + line + ", column " + column + ": " + message, line, column));
  }

  /** All warnings so far, by position; warnings of one place in the order they were given. */
  List<Warning> warnings() {
    List<Warning> sorted = new ArrayList<>(warnings);
    sorted.sort(Comparator.comparingInt(Warning::line).thenComparingInt(Warning::column));
    return sorted;
  }

  /** A piece of somebody's text for a message: on one line, in quotes, cut when long. */
  static String quoted(String value) {
    StringBuilder shown = new StringBuilder("\"");
    int end = Math.min(value.length(), QUOTED_CHARACTERS);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      shown.append(
          Character.isISOControl(c) || Character.isSurrogate(c) && !whole(value, i) ? ' ' : c);
    }
    return shown.append(value.length() > end ? "…\"" : "\"").toString();
  }

  private static boolean whole(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < Math.min(value.length(), QUOTED_CHARACTERS)
            && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  private boolean startsElement(int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '/';
    return next != '/' && next != '!' && next != '?';
  }

  private int endOfMarkup(int at) {
    if (text.startsWith("<!--", at)) {
      return after("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return after("]]>", at);
    }
    return text.startsWith("<?", at) ? after("?>", at) : at + 1;
  }

  private int after(String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  private int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
        line++;
      }
    }
    return line;
  }

  private int column(int offset) {
    int start = offset;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return offset - start + 1;
  }
}
