package dev.partyline.sim;

/** Code under test used the simulation from a place that the simulation does not control. */
public final class LeakException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  LeakException(String message) {
    super(message);
  }
}
