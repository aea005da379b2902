package dev.switchboard.people;

/**
 * Somebody has logged in.
 *
 * @param csrf what every change this person asks for must carry
 */
public record Session(Person person, String csrf) {

  /** Without the token. */
  @Override
  public String toString() {
    return "Session of " + person;
  }
}
