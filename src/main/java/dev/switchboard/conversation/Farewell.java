package dev.switchboard.conversation;

/** What the agent is told when the dial is over. */
public enum Farewell {
  /** Nothing: they talked, or the agent wanted to go. */
  NONE,
  /** The customer's line was busy. */
  BUSY,
  /** The customer did not answer. */
  NO_ANSWER,
  /** The customer could not be connected. */
  NOT_CONNECTED,
  /** No person took the customer's call, a machine did. */
  MACHINE,
  /** The call is over, and why is not known yet. */
  OVER
}
