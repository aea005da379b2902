package dev.switchboard.conversation;

import java.util.List;

/**
 * What an event leads to.
 *
 * @param next the conversation from now on; null when there is none, and nothing is to be kept
 * @param commands what to carry out, once {@code next} is kept
 */
public record Step(Conversation next, List<Command> commands) {

  public Step {
    commands = List.copyOf(commands);
  }

  /** Nothing is known and nothing is to be done. */
  public static Step nothing() {
    return new Step(null, List.of());
  }
}
