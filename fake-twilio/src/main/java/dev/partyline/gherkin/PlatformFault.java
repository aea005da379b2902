package dev.partyline.gherkin;

/** A run broke off by a fault of Partyline itself; it says nothing of the program under test. */
public final class PlatformFault extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  PlatformFault(String message) {
    super(message);
  }
}
