package dev.partyline.sync;

/**
 * Who writes or reads.
 *
 * @param identity of the token; {@code system} for account credentials (SYNC-SVC-04)
 * @param endpoint of the client; null for account credentials (SYNC-WH-02)
 */
public record Author(String identity, String endpoint) {

  /** Whoever has the account's credentials: never restricted (SYNC-SVC-18). */
  public static final Author SYSTEM = new Author("system", null);

  /** Whether it writes with the account's credentials. */
  public boolean isSystem() {
    return endpoint == null;
  }
}
