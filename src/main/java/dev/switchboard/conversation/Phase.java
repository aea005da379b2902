package dev.switchboard.conversation;

/**
 * The conversation's state in one word, for people and lists; decisions are made from the facts.
 */
public enum Phase {
  /** The agent's wish to hang up came before the call did (RACE-05). */
  WISHED,
  /** The agent's leg was sent to the room and has not been heard of in it. */
  JOINING,
  /** The customer is being dialled. */
  DIALLING,
  /** The caller waits in the queue. */
  QUEUED,
  /** The caller waits, and an agent's phone rings or was just answered. */
  OFFERED,
  /** Both talk. */
  TALKING,
  /** It is over, and not everything of it is known to have ended. */
  ENDING,
  /** Everything of it has ended. */
  CLOSED
}
