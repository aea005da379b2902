package dev.switchboard.store.jdbc;

/** What is in the database was written by another version, or is damaged. */
public final class UnreadableRecord extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
