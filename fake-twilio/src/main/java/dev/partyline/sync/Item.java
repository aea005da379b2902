package dev.partyline.sync;

/** One item of a list or a map (SYNC-LIST-02, SYNC-MAP-01). */
public final class Item {

  private final String key;
  private final Author author;
  private final long createdAt;
  private Payload payload;
  private long updatedAt;
  private long expiresAt = -1;
  private int revision;

  Item(String key, Payload payload, Author author, long now) {
    this.key = key;
    this.payload = payload;
    this.author = author;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Key of a map's item, index of a list's as a decimal number. */
  public String key() {
    return key;
  }

  /** Compact JSON. */
  public String json() {
    return payload.json();
  }

  public Author createdBy() {
    return author;
  }

  /** Simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** Simulated milliseconds. */
  public long updatedAt() {
    return updatedAt;
  }

  /** Simulated milliseconds; negative when it is permanent. */
  public long expiresAt() {
    return expiresAt;
  }

  /** Rises by one with each write, whatever becomes of other items (SYNC-MAP-05). */
  public String revision() {
    return Integer.toString(revision);
  }

  /** Another content; null leaves it. */
  void set(Payload change, long now) {
    payload = change == null ? payload : change;
    updatedAt = now;
  }

  void bump() {
    revision++;
  }

  void expiresAt(long at) {
    expiresAt = at;
  }
}
