package dev.switchboard.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event leads to.
 *
 * @param next the conversation from now on; null when there is none, and nothing is to be kept
 * @param commands what to carry out, once {@code next} is kept
 * @param refusal why what somebody asked for will not be done, as a text key; null when it will, or
 *     nobody asked
 */
public record Step(Conversation next, List<Command> commands, String refusal) {

  public Step {
    commands = List.copyOf(commands);
  }

  /** Nobody asked for anything that is refused. */
  public Step(Conversation next, List<Command> commands) {
    this(next, commands, null);
  }

  /** The same, and one command more. */
  public Step and(Command more) {
    List<Command> all = new ArrayList<>(commands);
    all.add(more);
    return new Step(next, all, refusal);
  }

  /** Nothing is known and nothing is to be done. */
  public static Step nothing() {
    return new Step(null, List.of());
  }
}
