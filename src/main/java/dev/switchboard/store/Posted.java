package dev.switchboard.store;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A command in the outbox.
 *
 * @param conversation whose command it is
 * @param number counts up within the conversation and is never given twice
 * @param due when it is to be carried out
 */
public record Posted(String conversation, long number, Command command, Instant due) {

  private static final int MOST_IN_A_STEP = 1000;

  /** When it counts as left lying, unless somebody has begun. */
  public Instant overdueAt() {
    return due.plus(command instanceof Command.WakeAt ? Claim.WAKE_GRACE : Claim.GRACE);
  }

  /** The commands of the change that made this version of the conversation. */
  public static List<Posted> of(String conversation, long version, Step step, Instant now) {
    List<Posted> posted = new ArrayList<>();
    for (Command command : step.commands()) {
      Instant due = command instanceof Command.WakeAt wake ? wake.when() : now;
      posted.add(new Posted(conversation, version * MOST_IN_A_STEP + posted.size(), command, due));
    }
    return posted;
  }
}
