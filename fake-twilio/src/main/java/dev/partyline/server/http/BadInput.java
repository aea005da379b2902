package dev.partyline.server.http;

/** A request that cannot be understood; nothing was done. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  BadInput(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
