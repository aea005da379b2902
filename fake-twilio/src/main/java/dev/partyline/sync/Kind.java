package dev.partyline.sync;

import java.util.Locale;

/** The four kinds of things a service holds (SYNC-SVC-01), with the codes they are refused with. */
public enum Kind {
  DOCUMENT("ET", "Documents", 54100, 54100, 54103),
  LIST("ES", "Lists", 54150, 54151, 54155),
  MAP("MP", "Maps", 54200, 54201, 54205),
  STREAM("TO", "Streams", 54250, 54250, 0);

  private final String prefix;
  private final String collection;
  private final int missing;
  private final int itemMissing;
  private final int stale;

  Kind(String prefix, String collection, int missing, int itemMissing, int stale) {
    this.prefix = prefix;
    this.collection = collection;
    this.missing = missing;
    this.itemMissing = itemMissing;
    this.stale = stale;
  }

  /** First two letters of its SIDs. */
  public String prefix() {
    return prefix;
  }

  /** Its word in events: {@code document}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its word in paths: {@code Documents}. */
  public String collection() {
    return collection;
  }

  /** Whether it holds items. */
  public boolean hasItems() {
    return this == LIST || this == MAP;
  }

  /** Code of an object that is not there (SYNC-SVC-09). */
  public int missing() {
    return missing;
  }

  /** Code of an item that is not there (SYNC-SVC-09). */
  public int itemMissing() {
    return itemMissing;
  }

  /** Code of a revision that is not the one asked for (SYNC-SVC-10). */
  int stale() {
    return stale;
  }

  /** The kind with this word; null when there is none. */
  public static Kind of(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
