package dev.switchboard.store;

import dev.switchboard.conversation.Step;
import java.util.List;

/**
 * A change as it was kept.
 *
 * @param posted the step's commands, in its order, each with its place in the outbox
 */
public record Kept(Step step, List<Posted> posted) {

  public Kept {
    posted = List.copyOf(posted);
  }

  /** Nothing was kept. */
  public static Kept nothing(Step step) {
    return new Kept(step, List.of());
  }
}
