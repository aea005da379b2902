package dev.switchboard.people;

/**
 * Somebody who may log in.
 *
 * @param name to log in with
 * @param displayName for people to read
 * @param client the identity of their softphone
 * @param passwordHash see {@link Password}
 */
public record Person(
    String name, String displayName, Role role, String client, String passwordHash) {

  /** Without the hash. */
  @Override
  public String toString() {
    return name + " (" + role + ")";
  }
}
