package dev.partyline.routing;

/** An answer to an assignment callback that holds no instruction to carry out (TR-INSTR-07). */
final class BadAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;

  BadAnswer(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}
