package dev.partyline.world;

/** A step into the application's store failed; nothing was read or written. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailable(String what) {
    super("the store is not available: " + what + " was not done");
  }
}
