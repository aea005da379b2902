package dev.partyline.sync;

import java.util.regex.Pattern;

/** The revision that a write insists on (SYNC-SVC-10). */
final class IfMatch {

  private static final Pattern REVISION = Pattern.compile("\"?[0-9a-zA-Z]{1,64}\"?");

  private IfMatch() {}

  /**
   * Checks.
   *
   * @param wanted with or without quotes; null insists on nothing
   * @throws Refused 400 with 54003 for what is no revision, 412 for another one
   */
  static void require(String wanted, String revision, Kind kind) {
    if (wanted == null) {
      return;
    }
    if (!REVISION.matcher(wanted).matches()) {
      throw new Refused(400, 54003, "Invalid If-Match header: " + wanted + " is no revision");
    }
    if (!wanted.replace("\"", "").equals(revision)) {
      String what =
          switch (kind) {
            case DOCUMENT -> "Document";
            case LIST -> "List Item";
            case MAP -> "Map Item";
            case STREAM -> throw new IllegalArgumentException("streams have no revision");
          };
      throw new Refused(
          412,
          kind.stale(),
          "The revision of the " + what + " does not match the expected revision");
    }
  }
}
