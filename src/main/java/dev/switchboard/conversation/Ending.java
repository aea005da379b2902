package dev.switchboard.conversation;

/** Why a conversation is over; the first reason found is kept. */
public enum Ending {
  /** The agent pressed the page's hang-up button: every leg is ended at once. */
  AGENT_ASKED,
  /** The agent's leg is gone: the customer's is ended at once. */
  AGENT_LEFT,
  /** The customer hung up, which ends the room; the agent's leg ends by its own document. */
  CUSTOMER_LEFT,
  /** Busy, no answer, failed or canceled: the room is completed, so that the agent is told why. */
  NOT_REACHED,
  /** The customer could not be dialled: as {@link #NOT_REACHED}. */
  NOT_DIALLED,
  /** A machine answered: its leg is ended at once, and the agent is told why. */
  MACHINE,
  /** The room ended under the agent, whose call lives on: most likely the customer left. */
  ROOM_ENDED,
  /** The caller hung up while waiting, or was told that nobody can take the call. */
  CALLER_GONE,
  /** The agent's leg never entered the room: it is ended at once. */
  NEVER_JOINED;

  /** Whether the agent waits in the room and has to be let out to hear what became of the call. */
  boolean leavesAgentWaiting() {
    return this == NOT_REACHED || this == NOT_DIALLED || this == MACHINE;
  }
}
