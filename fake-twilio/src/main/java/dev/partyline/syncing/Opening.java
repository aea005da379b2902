package dev.partyline.syncing;

/** How a page comes to follow an object. */
public enum Opening {
  /** As SDKs do: it is read, or made when it is missing, then followed from where it was read. */
  SDK,

  /** The same, and it fails when it is missing. */
  EXISTING,

  /** Hand-written: read, then followed from whenever that is; what comes between is lost. */
  READ_THEN_LISTEN,

  /** Hand-written: not read; what was there before is not seen (RACE-185). */
  LISTEN_ONLY;

  /** Whether events are told apart by their number, so that old ones change nothing. */
  boolean isCareful() {
    return this == SDK || this == EXISTING;
  }
}
