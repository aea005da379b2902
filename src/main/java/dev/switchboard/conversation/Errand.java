package dev.switchboard.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * Something to be asked of the platform again and again until it is done.
 *
 * @param aim what to ask next
 * @param due when to ask; while an answer is outstanding, when to stop waiting for it
 * @param tries how often it was asked
 */
record Errand(Aim aim, Instant due, int tries) {

  /** What to ask. */
  enum Aim {
    LOOK,
    END
  }

  static Errand look(Instant due) {
    return new Errand(Aim.LOOK, due, 0);
  }

  static Errand end(Instant due) {
    return new Errand(Aim.END, due, 0);
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  Errand next(Aim nextAim, Instant nextDue) {
    return new Errand(nextAim, nextDue, tries);
  }

  /** The errand just run, whose answer is awaited for {@link Pace#ANSWER_OVERDUE}. */
  Errand run(Instant now) {
    return run(now, Pace.ANSWER_OVERDUE);
  }

  /** The errand just run, whose answer is awaited for that long. */
  Errand run(Instant now, Duration overdue) {
    return new Errand(aim, now.plus(overdue), tries + 1);
  }

  /** The errand after an answer that said nothing, to be run again a little later each time. */
  Errand again(Instant now) {
    return new Errand(aim, now.plus(Pace.retryAfter(tries)), tries);
  }
}
