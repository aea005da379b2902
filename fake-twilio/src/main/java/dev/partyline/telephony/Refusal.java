package dev.partyline.telephony;

/**
 * The platform refuses a command; nothing has changed.
 *
 * <p>Unchecked because every command may be refused and the edges that answer people turn it into
 * the platform's own error.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  /**
   * Makes a refusal.
   *
   * @param status HTTP status, 400 to 599
   * @param code the platform's error code
   * @param message the platform's words
   */
  public Refusal(int status, int code, String message) {
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
