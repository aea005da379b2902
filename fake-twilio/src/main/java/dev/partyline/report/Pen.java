package dev.partyline.report;

import java.util.Locale;

/** Draws the few shapes of a sequence diagram as SVG. */
final class Pen {

  private final Markup out;
  private final Markup texts;

  Pen(Markup out) {
    this(out, out);
  }

  /** A pen that writes texts apart from shapes, so that they can be laid over all of them. */
  Pen(Markup shapes, Markup texts) {
    this.out = shapes;
    this.texts = texts;
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    out.empty("line", "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2), "class", style);
  }

  void box(double x, double y, double width, double height, int round, String style) {
    String corner = round == 0 ? null : String.valueOf(round);
    out.empty(
        "rect",
        "x",
        n(x),
        "y",
        n(y),
        "width",
        n(width),
        "height",
        n(Math.max(0, height)),
        "rx",
        corner,
        "class",
        style);
  }

  void dot(double x, double y, double radius, String style) {
    out.empty("circle", "cx", n(x), "cy", n(y), "r", n(radius), "class", style);
  }

  /** A line with a head at its second end. */
  void arrow(double x1, double y1, double x2, double y2, String style) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double ux = length == 0 ? 1 : (x2 - x1) / length;
    double uy = length == 0 ? 0 : (y2 - y1) / length;
    line(x1, y1, x2 - 4 * ux, y2 - 4 * uy, style);
    double bx = x2 - 8 * ux;
    double by = y2 - 8 * uy;
    String path =
        "M"
            + n(x2)
            + " "
            + n(y2)
            + "L"
            + n(bx - 3.6 * uy)
            + " "
            + n(by + 3.6 * ux)
            + "L"
            + n(bx + 3.6 * uy)
            + " "
            + n(by - 3.6 * ux)
            + "Z";
    out.empty("path", "d", path, "class", "head");
  }

  void cross(double x, double y, String style) {
    line(x - 5, y - 5, x + 5, y + 5, style);
    line(x - 5, y + 5, x + 5, y - 5, style);
  }

  /** Text that starts, ends or is centred at x, cut to so many characters, credentials masked. */
  void text(double x, double y, Anchor anchor, String style, String text, int most) {
    String shown = Masks.text(text);
    String cut = shown.codePointCount(0, shown.length()) <= most ? shown : cut(shown, most);
    texts.leaf("text", cut, "x", n(x), "y", n(y), "text-anchor", anchor.word, "class", style);
  }

  private static String cut(String text, int most) {
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Which end of a text its x is. */
  enum Anchor {
    START(null),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  private static String n(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }
}
