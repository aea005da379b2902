package dev.partyline.sync;

/** What follows from a command. */
public sealed interface Effect {

  /** Something is otherwise than before; whoever listens is told. */
  record Changed(SyncEvent event) implements Effect {}

  /**
   * Something will be too old (SYNC-SVC-13): give {@link SyncService#expire} at that time or a
   * little later. One that is out of date by then does nothing.
   */
  record ExpirySet(Expiry expiry) implements Effect {}
}
