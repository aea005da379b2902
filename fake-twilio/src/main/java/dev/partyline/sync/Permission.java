package dev.partyline.sync;

/** What one identity may do with one object (SYNC-SVC-18). */
public record Permission(String identity, boolean read, boolean write, boolean manage) {

  /** A right that a command needs. */
  enum Right {
    READ,
    WRITE,
    MANAGE
  }

  boolean allows(Right right) {
    return switch (right) {
      case READ -> read;
      case WRITE -> write;
      case MANAGE -> manage;
    };
  }
}
