package dev.switchboard.conversation;

import java.time.Instant;

/**
 * One thing to be done about an inbound call at the routing side, asked for until it is done.
 *
 * @param kind what
 * @param subject to what: the SID of a reservation, a call, a task or a worker
 * @param detail what else has to be known: the task of a reservation, the room to move into, the
 *     task to spare
 * @param errand when to ask, and how often it was asked
 */
public record Chore(Kind kind, String subject, String detail, Errand errand) {

  /** What can be done. */
  public enum Kind {
    /** Take the offer for the agent who answered. */
    ACCEPT,
    /** Give the offer back; the agent who missed or declined it rests. */
    REJECT,
    /** Send the caller from the queue into the agent's room. */
    MOVE_IN,
    /** Put the caller back into the queue. */
    QUEUE_AGAIN,
    /** Tell the caller that nobody can take the call, and hang up. */
    GOODBYE,
    /** The call is over and its agent writes down what is to be done. */
    WRAP,
    /** The agent is done with it. */
    COMPLETE,
    /** Nobody is to be offered it any more. */
    CANCEL,
    /** Nobody is to be offered a caller any more, by whatever task they have but the one named. */
    CANCEL_TASKS,
    /** See whether the caller still has a task: refused when all they had are canceled. */
    LOOK_FOR_TASK,
    /** Let an agent who rested be offered calls again, if nobody has decided otherwise. */
    BRING_BACK
  }

  /** What came of asking. */
  public enum Result {
    /** It is done, now or before. */
    DONE,
    /** It was looked, and there is nothing of the kind. */
    NOTHING,
    /** It cannot be done any more. */
    REFUSED,
    /** Not done, and to be asked again (REST-12). */
    THROTTLED,
    /** It may have been done or not (REST-11). */
    UNCLEAR
  }

  static Chore now(Kind kind, String subject, String detail, Instant due) {
    return new Chore(kind, subject, detail, Errand.end(due));
  }

  boolean is(Kind other, String of) {
    return kind == other && subject.equals(of);
  }

  Chore with(Errand next) {
    return new Chore(kind, subject, detail, next);
  }
}
