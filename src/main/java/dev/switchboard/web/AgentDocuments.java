package dev.switchboard.web;

import dev.switchboard.conversation.Farewell;

/** The documents that tell the agent's leg what to do. */
public interface AgentDocuments {

  /** Go into the room of this call. */
  String intoRoom(String agentCallSid);

  /** Hear what became of the dial, if anything is to be said, and hang up. */
  String farewell(Farewell farewell);

  /** Hear that the number cannot be dialled, and hang up. */
  String invalidNumber();

  /** Hear that something is broken, and hang up. */
  String broken();

  /** Nothing; for callbacks, whose answers are ignored (CB-18). */
  String nothing();
}
