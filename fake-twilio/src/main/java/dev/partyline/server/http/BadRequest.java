package dev.partyline.server.http;

/** A request that cannot be read; answered in the platform's form. */
final class BadRequest extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  BadRequest(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }
}
