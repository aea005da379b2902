package dev.partyline.taskrouter.expression;

/** An expression that cannot be read. */
public final class BadExpression extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;

  BadExpression(String what, int position, String text) {
    super(what + " at position " + position + " of '" + text + "'", null, false, false);
    this.position = position;
  }

  /** Where it went wrong: characters from the beginning, the first is 0. */
  public int position() {
    return position;
  }
}
