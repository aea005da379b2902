package dev.partyline.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML, SVG and XML so that foreign text cannot become markup.
 *
 * <p>Text and the values of attributes are escaped; characters that XML forbids, and those that
 * turn the direction of writing, become U+FFFD. Names of tags and attributes are constants of this
 * package, never text of a journal.
 */
final class Markup {

  private static final char UNWRITABLE = '\uFFFD';

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> tags = new ArrayDeque<>();

  /** Opens an element; attributes alternate name and value, one with a null value is left out. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    tags.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Markup close() {
    out.append("</").append(tags.pop()).append('>');
    return this;
  }

  /** Adds text to the open element. */
  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element that holds text alone. */
  Markup leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element without content. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** Adds markup, style or script that this package wrote itself. */
  Markup trusted(String own) {
    out.append(own);
    return this;
  }

  /** Starts a new line of the source, for people who read or compare it. */
  Markup line() {
    out.append('\n');
    return this;
  }

  int length() {
    return out.length();
  }

  @Override
  public String toString() {
    if (!tags.isEmpty()) {
      throw new IllegalStateException("markup: still open: " + tags);
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escape(attributes[i + 1])).append('"');
      }
    }
  }

  static String escape(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            safe.append(c).append(text.charAt(++i));
          } else {
            safe.append(writable(c) ? c : UNWRITABLE);
          }
        }
      }
    }
    return safe.toString();
  }

  private static boolean writable(char c) {
    if (c < ' ') {
      return c == '\n' || c == '\t' || c == '\r';
    }
    boolean turnsDirection = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    return !Character.isSurrogate(c) && !turnsDirection && c != '\uFFFE' && c != '\uFFFF';
  }
}
