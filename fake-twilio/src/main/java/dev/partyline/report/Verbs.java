package dev.partyline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the verbs in a TwiML document, for a label; no parser, a malformed one has some. */
final class Verbs {

  private static final Pattern TAG = Pattern.compile("<([A-Z][A-Za-z]{1,20})[\\s/>]");
  private static final int MOST = 3;

  private Verbs() {}

  /** For example {@code Say Dial Conference}; empty when the body has no verbs. */
  static String of(String body) {
    if (body == null) {
      return "";
    }
    List<String> names = new ArrayList<>();
    Matcher tag = TAG.matcher(body);
    while (tag.find() && names.size() < MOST) {
      if (!tag.group(1).equals("Response")) {
        names.add(tag.group(1));
      }
    }
    return String.join(" ", names);
  }
}
