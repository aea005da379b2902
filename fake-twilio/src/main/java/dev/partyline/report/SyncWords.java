package dev.partyline.report;

/** How what Sync keeps is named in sentences. */
final class SyncWords {

  private static final int LONGEST = 80;

  private SyncWords() {}

  /** An object by its name, else its SID, and the item in it. */
  static String what(String object, String name, String item) {
    return (name == null ? object : "\"" + name + "\"") + (item == null ? "" : "[" + item + "]");
  }

  static String revision(String revision) {
    return revision == null ? "" : ", revision " + revision;
  }

  static String data(String json) {
    if (json == null) {
      return "";
    }
    return ": " + (json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json);
  }
}
