package dev.partyline.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers of the platform, short enough to read. */
public final class Sids {

  private static final Pattern SID = Pattern.compile("\\b[A-Z]{2}[0-9a-f]{32}\\b");
  private static final int LENGTH = 34;
  private static final int COUNTED_DIGITS = 6;

  private Sids() {}

  /**
   * A SID's two letters and its end: {@code CF…02} for a counted SID, the last four digits for one
   * that was drawn. Any other text is given back as it is; null gives an empty text.
   */
  public static String brief(String sid) {
    if (sid == null) {
      return "";
    }
    if (!looksLikeOne(sid)) {
      return sid;
    }
    String digits = sid.substring(2).replaceFirst("^0+", "");
    if (digits.length() > COUNTED_DIGITS) {
      digits = digits.substring(digits.length() - 4);
    }
    return sid.substring(0, 2) + "…" + "0".repeat(Math.max(0, 2 - digits.length())) + digits;
  }

  /** Whether the text has the shape of a SID: two capitals and 32 hexadecimal digits. */
  static boolean looksLikeOne(String text) {
    return text != null && text.length() == LENGTH && text.matches("[A-Z]{2}[0-9a-f]{32}");
  }

  /** Shortens every SID within a text. */
  static String briefIn(String text) {
    StringBuilder out = new StringBuilder();
    Matcher found = SID.matcher(text);
    while (found.find()) {
      found.appendReplacement(out, Matcher.quoteReplacement(brief(found.group())));
    }
    return found.appendTail(out).toString();
  }
}
