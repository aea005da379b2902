package dev.partyline.script;

/**
 * A verb that is under way on a leg and takes time. At most one a session; it is told of exactly
 * one of {@link #ended} and {@link #interrupted} unless it gave up its place before, by going on to
 * the next verb or to another document.
 */
interface Running {

  /** A verb that needs to know nothing. */
  Running QUIET = new Running() {};

  /**
   * The leg has ended; nothing of the document runs any more.
   *
   * @param byFarEnd whether the person at the far end hung up
   */
  default void ended(boolean byFarEnd) {}

  /** Another document takes over, by REST or because this one failed; it is cut off (CALL-41). */
  default void interrupted() {}

  /** The leg is out of its conference, queue or bridge, and lives (CONF-32). */
  default void released() {}

  /**
   * The far end pressed keys.
   *
   * @param keys of 0-9, A-D, # and *, in order
   */
  default void pressed(String keys) {}

  /**
   * The far end begins to say something.
   *
   * @param words what is understood of it
   * @param confidence how sure the platform is of that, as it writes it: {@code 0.0} to {@code 1.0}
   * @param ms how long it takes to say
   */
  default void spoke(String words, String confidence, long ms) {}
}
