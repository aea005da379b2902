package dev.switchboard.people;

/** Draws what nobody can guess. */
@FunctionalInterface
public interface Secrets {

  /** This many fresh bytes. */
  byte[] next(int count);
}
