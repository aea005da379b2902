package dev.partyline.gherkin;

/**
 * A scenario says what cannot be: its writer has to change it. Nothing was found out about the
 * program under test.
 */
public final class BadStep extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A message that says what is wrong and what to write instead. */
  public BadStep(String message) {
    super(message);
  }
}
