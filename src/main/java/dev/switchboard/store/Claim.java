package dev.switchboard.store;

import java.time.Duration;

/** What became of the wish to carry a command out. */
public enum Claim {
  /** It was never begun: carry it out. */
  NEW,
  /**
   * Somebody began it and is not heard of since: whether it happened is not known. What must not
   * happen twice has to be looked for instead of repeated.
   */
  UNCLEAR,
  /** Somebody else is at it, or it is done: leave it. */
  TAKEN;

  /** How long a command that was begun belongs to who began it: longer than any request lasts. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** How long a due command is left to who wrote it down. */
  public static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * How long a wake-up is: shorter, since to be woken twice changes nothing, and after a crash it
   * may be the one thing that says what was not done.
   */
  public static final Duration WAKE_GRACE = Duration.ofMillis(500);
}
