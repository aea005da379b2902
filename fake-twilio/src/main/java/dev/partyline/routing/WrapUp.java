package dev.partyline.routing;

import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Effect;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Workspace;
import java.util.List;

/** What begins when the call of an accepted offer is over (TR-TASK-23 to TR-TASK-26). */
final class WrapUp {

  private static final Span TO_WRAP = Span.of(50, 300, 1000);

  private final Desk desk;

  WrapUp(Desk desk) {
    this.desk = desk;
  }

  /** Whether the worker's leaving a conference is enough, or its end alone is (TR-TASK-25). */
  boolean comesWithTheLeg() {
    return desk.lines().knobs().is(Knob.TR_WRAP_TRIGGER, "workerLegLeaves");
  }

  /** A moment later, and once for each leg. */
  void begin(AgentLeg leg) {
    if (leg.over) {
      return;
    }
    leg.over = true;
    desk.lines()
        .in(
            desk.names().of(leg.reservation) + ".wraps",
            TO_WRAP,
            () -> desk.give(leg.workspace, (ws, now, effects) -> begin(leg, ws, now, effects)));
  }

  private static void begin(AgentLeg leg, Workspace ws, long now, List<Effect> effects) {
    boolean itsCall = leg.reservation.status() == Reservation.Status.ACCEPTED;
    ws.wrap(leg.reservation, "conference ended", now, effects);
    if (itsCall) {
      afterWork(leg, ws, now, effects);
    }
  }

  /**
   * TR-INSTR-19: where workers have one task at a time, the instruction may say what comes next.
   */
  private static void afterWork(AgentLeg leg, Workspace ws, long now, List<Effect> effects) {
    String sid = leg.instruction.get("post_work_activity_sid");
    Activity next = sid == null ? null : ws.activity(sid);
    if (next != null && !ws.settings().multitask()) {
      ws.change(leg.reservation.worker(), null, next, null, false, now, effects);
    }
  }
}
