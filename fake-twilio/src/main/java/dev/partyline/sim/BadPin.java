package dev.partyline.sim;

/** A pinned choice has a value that the choice cannot take: the user's seed is wrong. */
public final class BadPin extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadPin(String name, String value, String expected) {
    super("the choice " + name + " cannot be '" + value + "'; it takes " + expected);
  }
}
