package dev.partyline.token;

/** A token that is refused; the message says what was found, what was expected and what to do. */
public final class BadToken extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final TokenFault fault;

  /** Refuses a token; {@code why} goes on after the platform's words. */
  public BadToken(TokenFault fault, String why) {
    super(fault.text() + ": " + why);
    this.fault = fault;
  }

  /** What is wrong with it. */
  public TokenFault fault() {
    return fault;
  }

  /** The platform's code. */
  public int code() {
    return fault.code();
  }
}
