package dev.partyline.routing;

import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Subscription;
import java.util.List;

/**
 * What can be done with an offer (TR-INSTR-14 to TR-INSTR-63); anything can happen between two
 * steps.
 */
final class Instructions {

  private static final int LONGEST_CALL_SECONDS = 14_400;

  private final Desk desk;
  private final Lines lines;
  private final Callers callers;
  private final AgentLegs legs;
  private final InstructionChecks checks;

  Instructions(Desk desk, Callers callers, AgentLegs legs) {
    this.desk = desk;
    this.lines = desk.lines();
    this.callers = callers;
    this.legs = legs;
    this.checks = legs.checks();
  }

  /**
   * Begins to carry out an instruction.
   *
   * @throws Refused with the platform's code when it cannot be; nothing has been done
   */
  void carryOut(Workspace workspace, Reservation reservation, Instruction instruction) {
    try {
      switch (instruction.word()) {
        case "accept" -> accept(workspace, reservation);
        case "reject" -> reject(workspace, reservation, instruction);
        case "dequeue" -> dequeue(workspace, reservation, instruction);
        case "call" -> call(workspace, reservation, instruction);
        case "redirect" -> redirect(workspace, reservation, instruction);
        case "conference" -> legs.conference().begin(workspace, reservation, instruction);
        default -> supervise(workspace, reservation, instruction);
      }
    } catch (Refused refused) {
      legs.step(reservation, instruction.word(), "refused", null, refused.getMessage());
      throw refused;
    }
  }

  private void accept(Workspace workspace, Reservation reservation) {
    legs.step(reservation, "accept", "given", null, "");
    desk.give(
        workspace,
        (ws, now, effects) ->
            ws.answer(reservation, Reservation.Status.ACCEPTED, null, now, effects));
  }

  /** TR-INSTR-15. */
  private void reject(Workspace workspace, Reservation reservation, Instruction instruction) {
    String sid = instruction.get("activity_sid");
    Activity activity = sid == null ? null : workspace.activity(sid);
    if (sid != null && activity == null) {
      throw InstructionChecks.bad(40_100, "there is no activity " + sid);
    }
    legs.step(reservation, "reject", "given", null, "");
    desk.give(
        workspace,
        (ws, now, effects) ->
            ws.answer(reservation, Reservation.Status.REJECTED, activity, now, effects));
  }

  /** TR-INSTR-16 to TR-INSTR-22. */
  private void dequeue(Workspace workspace, Reservation reservation, Instruction instruction) {
    Task task = reservation.task();
    if (task.attributes().get("call_sid") == null) {
      throw InstructionChecks.bad(
          40_140, "Task " + task.sid() + " has no call_sid: it was not made by Enqueue");
    }
    checks.requirePending(reservation, 40_135);
    String to = InstructionChecks.to(reservation, instruction, 40_131);
    String from = checks.from(workspace, reservation, instruction, 40_132, 40_132);
    InstructionChecks.activity(workspace, instruction, 40_130);
    List<String> events = instruction.events("status_callback_events", "completed", 40_134);
    String callback = InstructionChecks.url(instruction, "status_callback_url", 40_157);
    if (callback != null) {
      callback +=
          (callback.indexOf('?') < 0 ? "?" : "&")
              + "taskCallSid="
              + task.attributes().get("call_sid");
    }
    legs.dial(
        new AgentLeg(workspace, reservation, instruction),
        new Outgoing(
            from,
            to,
            callback == null ? null : new Subscription(callback, "GET", events),
            instruction.timeout(40_133),
            LONGEST_CALL_SECONDS),
        ConferenceDocuments.queue(reservation.sid()),
        null);
  }

  /** TR-INSTR-24. */
  private void call(Workspace workspace, Reservation reservation, Instruction instruction) {
    checks.requirePending(reservation, 40_114);
    String to = InstructionChecks.to(reservation, instruction, 40_110);
    String from = instruction.get("from");
    if (from == null) {
      throw InstructionChecks.bad(40_111, "call needs 'from'");
    }
    String url = InstructionChecks.url(instruction, "url", 40_112);
    if (url == null) {
      throw InstructionChecks.bad(40_112, "call needs 'url'");
    }
    String callback = InstructionChecks.url(instruction, "status_callback_url", 40_158);
    AgentLeg leg = new AgentLeg(workspace, reservation, instruction);
    legs.dial(
        leg,
        new Outgoing(
            from,
            to,
            callback == null ? null : new Subscription(callback, "POST", List.of("completed")),
            instruction.timeout(40_113),
            LONGEST_CALL_SECONDS),
        null,
        url);
    if (instruction.flag("accept", false)) {
      legs.acceptNow(leg);
    }
  }

  /** TR-INSTR-25. */
  private void redirect(Workspace workspace, Reservation reservation, Instruction instruction) {
    checks.requirePending(reservation, 40_123);
    String url = InstructionChecks.url(instruction, "url", 40_120);
    String sid = instruction.get("call_sid");
    if (url == null) {
      throw InstructionChecks.bad(40_120, "redirect needs 'url'");
    }
    if (sid == null) {
      throw InstructionChecks.bad(40_121, "redirect needs 'call_sid'");
    }
    Call call = lines.call(sid);
    if (call == null || !call.isLive()) {
      throw InstructionChecks.bad(40_122, "call " + sid + " is not in progress");
    }
    legs.step(reservation, "redirect", "given", call, "");
    if (instruction.flag("accept", false)) {
      desk.give(
          workspace,
          (ws, now, effects) ->
              ws.answer(reservation, Reservation.Status.ACCEPTED, null, now, effects));
      callers.keep(call);
    }
    lines.redirect(call, new Script(url, "POST", null, null, "POST"));
    legs.step(reservation, "redirect", "done", call, "");
  }

  /** TR-INSTR-60 to TR-INSTR-62. */
  private void supervise(Workspace workspace, Reservation reservation, Instruction instruction) {
    if (reservation.status() != Reservation.Status.ACCEPTED) {
      throw InstructionChecks.bad(40_146, "Reservation " + reservation.sid() + " is not accepted");
    }
    Worker supervisor = workspace.worker(String.valueOf(instruction.get("supervisor")));
    if (supervisor == null) {
      throw InstructionChecks.bad(
          20_001, "Supervisor '" + instruction.get("supervisor") + "' is no worker");
    }
    String mode = instruction.get("supervisor_mode", "monitor");
    if (!List.of("monitor", "whisper", "barge").contains(mode)) {
      throw InstructionChecks.bad(
          20_001, "SupervisorMode '" + mode + "' is not monitor, whisper or barge");
    }
    String to = supervisor.attributes().get("contact_uri");
    if (to == null) {
      throw InstructionChecks.bad(
          40_147, "supervisor " + supervisor.name() + " has no contact_uri");
    }
    String from = reservation.task().attributes().get("from");
    if (from == null) {
      throw InstructionChecks.bad(40_148, "task " + reservation.task().sid() + " has no 'from'");
    }
    AgentLeg leg = legs.of(reservation);
    if (leg == null || leg.call == null || leg.conference == null) {
      throw InstructionChecks.bad(40_149, "the task is in no conference of TaskRouter's");
    }
    legs.step(reservation, "supervise", "given", null, "");
    Call call =
        lines.dial(
            workspace.accountSid(),
            null,
            new Outgoing(from, to, null, 60, LONGEST_CALL_SECONDS),
            new Script(
                null,
                "POST",
                ConferenceDocuments.supervisor(reservation.task().sid(), mode, leg.call.sid()),
                null,
                "POST"));
    legs.step(reservation, "supervise", "dials", call, "");
  }
}
