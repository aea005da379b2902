package dev.switchboard.outbound;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Cancels tasks that are of no call, such as another program makes by mistake: nobody rings for
 * them, and until they run out each keeps an agent busy and takes them offline (decision 0040).
 * What is lost in a crash is not kept: TaskRouter offers the task again.
 */
final class UnknownTasks {

  private static final System.Logger LOG = System.getLogger(UnknownTasks.class.getName());
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int TRIES = 5;
  private static final String CANCEL = "cancel-unknown-task";

  private final Routing routing;
  private final Timers timers;

  UnknownTasks(Routing routing, Timers timers) {
    this.routing = routing;
    this.timers = timers;
  }

  void refuse(String task) {
    LOG.log(
        Level.WARNING,
        "Task {0} in the workflow for calls names no call of ours: it is canceled",
        task);
    timers.after(CANCEL, Duration.ZERO, () -> cancel(task, 1));
  }

  private void cancel(String task, int tries) {
    try {
      routing.carryOut(new Command.Do(Chore.Kind.CANCEL, task, "", tries > 1));
    } catch (Refused refused) {
      boolean again = refused.reason() == Reason.THROTTLED || refused.reason() == Reason.UNCLEAR;
      if (again && tries < TRIES) {
        timers.after(CANCEL, RETRY.multipliedBy(tries), () -> cancel(task, tries + 1));
      }
    }
  }
}
