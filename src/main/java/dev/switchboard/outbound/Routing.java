package dev.switchboard.outbound;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;

/** What an inbound conversation asks of queue, tasks and workers. */
@FunctionalInterface
public interface Routing {

  /** Where nobody can call us. */
  Routing NONE =
      chore -> {
        throw new Refused(Reason.NOT_ALLOWED, chore.chore() + ": no routing is set up", null);
      };

  /**
   * Does it; what is done already counts as done. Asked again, it is looked first.
   *
   * @return done, or that there is nothing of what was looked for
   * @throws Refused when it did not succeed
   */
  Chore.Result carryOut(Command.Do chore);
}
