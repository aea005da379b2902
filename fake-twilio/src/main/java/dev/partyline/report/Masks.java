package dev.partyline.report;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hides what a parameter's name says is a credential. A journal holds none; an application under
 * test may still send one of its own.
 */
final class Masks {

  static final String MASK = "(masked)";

  private static final String SECRET = "(?:token|password|passwd|secret|authorization|api_?key)";
  private static final Pattern QUERY =
      Pattern.compile("(?i)([?&;]?[\\w.%-]*" + SECRET + "[\\w.%-]*=)[^&#\\s\"'<>]+");
  private static final Pattern JSON =
      Pattern.compile("(?i)(\"[^\"]*" + SECRET + "[^\"]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern USER_INFO = Pattern.compile("(?i)(\\b[a-z]+://)[^/@\\s\"'<>]+@");

  private Masks() {}

  /** The value of a parameter as it may be shown. */
  static String value(String name, String value) {
    if (value != null && secret(name)) {
      return MASK;
    }
    return text(value);
  }

  /** A text with every query parameter, JSON field and user part of a URL masked; null stays. */
  static String text(String text) {
    if (text == null || text.length() < 4) {
      return text;
    }
    String shown = USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
    if (!secret(shown)) {
      return shown;
    }
    shown = QUERY.matcher(shown).replaceAll("$1" + MASK);
    return JSON.matcher(shown).replaceAll("$1\"" + MASK + "\"");
  }

  private static boolean secret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("token")
        || lower.contains("passw")
        || lower.contains("secret")
        || lower.contains("authorization")
        || lower.contains("apikey")
        || lower.contains("api_key");
  }
}
