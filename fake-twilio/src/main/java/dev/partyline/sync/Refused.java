package dev.partyline.sync;

/** The platform refuses a command; nothing has changed. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  /**
   * Makes a refusal.
   *
   * @param status HTTP status, 400 to 499
   * @param code the platform's error code
   * @param message the platform's words
   */
  public Refused(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Error code of the platform. */
  public int code() {
    return code;
  }
}
