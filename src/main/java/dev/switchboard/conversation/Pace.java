package dev.switchboard.conversation;

import java.time.Duration;

/**
 * How long anything may wait. Callbacks are at most a few seconds late or lost for good, reads may
 * be two seconds old, and nobody may be stranded for 30 seconds: the looks are as rare as that
 * allows, with ten seconds left for the platform's refusals.
 */
final class Pace {

  /** From the answer to the agent's webhook to the first look for the room, and between looks. */
  static final Duration JOIN_LOOK = Duration.ofSeconds(8);

  /** From that answer to giving up; a webhook's answer may take 15 s to arrive (TWIML-05). */
  static final Duration JOIN_LIMIT = Duration.ofSeconds(45);

  /** Between looks while the customer's phone is queued or rings. */
  static final Duration DIAL_LOOK = Duration.ofSeconds(10);

  /** Between looks while both talk. */
  static final Duration TALK_LOOK = Duration.ofSeconds(15);

  /**
   * Between looks while somebody else's phone rings: their coming in changes who is to hear whom
   * within seconds, and the one callback that tells of it may be lost.
   */
  static final Duration GUEST_LOOK = Duration.ofSeconds(4);

  /** From a look that missed somebody, or may have been stale, to the next (CALL-59). */
  static final Duration DOUBT_LOOK = Duration.ofSeconds(4);

  /** Looks into the room without the agent after which the agent is believed to have left. */
  static final int AGENT_MISSES = 2;

  /** From a dial whose answer was lost to the first look for its leg, and between looks. */
  static final Duration UNCLEAR_LOOK = Duration.ofSeconds(3);

  /** Looks into the room without the leg after which no leg is believed to exist. */
  static final int UNCLEAR_MISSES = 2;

  /**
   * Looks for the room of an agent's phone that may ring unheard of, after which it is believed not
   * to: there is no room before the agent answers, and the last of these looks comes after the
   * longest ring, the way into the room and an old reading.
   */
  static final int RING_MISSES = 11;

  /** How long a leg that should be ending by itself is left to tell so by its callbacks. */
  static final Duration GRACE = Duration.ofSeconds(6);

  /** How long the agent may take to hear why the customer was not reached. */
  static final Duration FAREWELL = Duration.ofSeconds(9);

  /** How long a wish to hang up is kept for a call that has not been heard of. */
  static final Duration WISH = Duration.ofSeconds(60);

  /** How long an agent's phone may ring with an offer, dialling and missed news included. */
  static final Duration OFFER_LIMIT = Duration.ofSeconds(25);

  /** How long an agent's phone may ring at least when they have just accepted on the page. */
  static final Duration ACCEPTED_RING = Duration.ofSeconds(10);

  /** How long an agent who missed or declined an offer is offered no other. */
  static final Duration REST = Duration.ofSeconds(20);

  /** How long an agent may take after a call for what there is to write down. */
  static final Duration WRAP_LIMIT = Duration.ofSeconds(60);

  /** How long a caller waits in the queue at the most. */
  static final Duration QUEUE_LIMIT = Duration.ofMinutes(15);

  /** Between looks at the leg of a caller who waits. */
  static final Duration QUEUE_LOOK = Duration.ofSeconds(15);

  /**
   * Between looks for the task of a caller who waits and is offered to nobody: who cancels it tells
   * of it by one callback, which may be lost.
   */
  static final Duration TASK_LOOK = Duration.ofSeconds(60);

  /** When an answer of the platform no longer comes. */
  static final Duration ANSWER_OVERDUE = Duration.ofSeconds(10);

  /**
   * When the answer to a change of somebody's sound no longer comes. Sooner than for the rest: to
   * ask twice changes nothing, and while it is not done the wrong people hear each other.
   */
  static final Duration TUNE_OVERDUE = Duration.ofSeconds(4);

  /**
   * Looks for the final status of a leg the platform called finished, after which it is assumed.
   */
  static final int LAST_WORD_TRIES = 5;

  /** Tries to change somebody's sound after which people are told that it is not done yet. */
  static final int UNSEEN_TRIES = 2;

  /** How long an agent who hands over is kept while a supervisor still whispers to them. */
  static final Duration LAST_WHISPER = Duration.ofSeconds(8);

  /** Dials refused for their rate alone (REST-12) after which the dial is given up. */
  static final int DIAL_TRIES = 5;

  /** Tries after which a leg is given up; some eight minutes. */
  static final int MOST_TRIES = 40;

  private static final long FIRST_RETRY_MS = 500;
  private static final int DOUBLINGS = 2;
  private static final int QUICK_TRIES = 10;
  private static final Duration SLOW_RETRY = Duration.ofSeconds(15);

  private Pace() {}

  /** From a refusal to the next try: half a second, then one, then two; for an outage, 15. */
  static Duration retryAfter(int tries) {
    if (tries > QUICK_TRIES) {
      return SLOW_RETRY;
    }
    return Duration.ofMillis(FIRST_RETRY_MS << Math.max(0, Math.min(tries - 1, DOUBLINGS)));
  }
}
