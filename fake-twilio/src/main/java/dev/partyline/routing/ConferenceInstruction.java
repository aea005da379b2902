package dev.partyline.routing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;

/** The conference instruction in its six steps (TR-INSTR-30 to TR-INSTR-50). */
final class ConferenceInstruction {

  private static final int LONGEST_CALL_SECONDS = 14_400;

  private final Desk desk;
  private final Lines lines;
  private final AgentLegs legs;
  private final InstructionChecks checks;

  ConferenceInstruction(Desk desk, AgentLegs legs, InstructionChecks checks) {
    this.desk = desk;
    this.lines = desk.lines();
    this.legs = legs;
    this.checks = checks;
  }

  /** TR-INSTR-30 to TR-INSTR-36; step 1. */
  void begin(Workspace workspace, Reservation reservation, Instruction instruction) {
    Task task = reservation.task();
    if (task.status().isFinal()) {
      throw InstructionChecks.bad(40_144, "Task " + task.sid() + " is " + task.status().word());
    }
    checks.requirePending(reservation, 40_136);
    String outbound = task.attributes().get("outbound_to");
    if (task.attributes().get("call_sid") == null && outbound == null) {
      throw InstructionChecks.bad(
          40_142,
          "Task "
              + task.sid()
              + " has neither call_sid nor outbound_to: the instruction is only for Enqueue tasks");
    }
    String to = InstructionChecks.to(reservation, instruction, 40_137);
    String from = checks.from(workspace, reservation, instruction, 40_138, 40_141);
    InstructionChecks.activity(workspace, instruction, 40_139);
    String callback = InstructionChecks.url(instruction, "status_callback", 40_159);
    InstructionChecks.url(instruction, "conference_status_callback", 40_159);
    AgentLeg leg = new AgentLeg(workspace, reservation, instruction);
    legs.inRoomOf(task, leg);
    legs.dial(
        leg,
        new Outgoing(
            from,
            to,
            callback == null
                ? null
                : new Subscription(
                    callback,
                    instruction.get("status_callback_method", "POST"),
                    instruction.events("status_callback_event", "completed", 20_001)),
            instruction.timeout(14_233),
            LONGEST_CALL_SECONDS),
        ConferenceDocuments.worker(task.sid(), instruction),
        null);
  }

  /** Step 5. */
  void move(AgentLeg leg) {
    if (leg.over || !leg.pending()) {
      return;
    }
    Task task = leg.reservation.task();
    String twiml = ConferenceDocuments.customer(task.sid(), leg.instruction);
    String sid = task.attributes().get("call_sid");
    Call caller = sid == null ? null : lines.call(sid);
    if (legs.isTaken(caller)) {
      // whose acceptance will rescind this offer (TR-RES-24)
      return;
    }
    if (caller != null && caller.isLive() && lines.takeOut(caller, twiml)) {
      legs.customer(leg, caller);
    } else if (sid == null && task.attributes().get("outbound_to") != null) {
      dialCustomer(leg, task, twiml);
    } else {
      callerGone(leg);
    }
  }

  private void dialCustomer(AgentLeg leg, Task task, String twiml) {
    String from = task.attributes().get("from");
    from = from == null ? leg.instruction.get("from") : from;
    try {
      legs.customer(
          leg,
          lines.dial(
              leg.workspace.accountSid(),
              null,
              new Outgoing(
                  from, task.attributes().get("outbound_to"), null, 60, LONGEST_CALL_SECONDS),
              new Script(null, "POST", twiml, null, "POST")));
    } catch (Refusal refusal) {
      legs.log(leg, 40_145, refusal.getMessage());
      legs.failed(leg, refusal.code(), "canceled");
      lines.end(leg.call);
    }
  }

  /** TR-INSTR-38. */
  void callerGone(AgentLeg leg) {
    legs.step(leg.reservation, "conference", "failed", leg.call, "the caller is gone");
    legs.log(leg, 40_144, "the caller is gone");
    leg.over = true;
    Call call = leg.call;
    String name = desk.names().of(leg.reservation);
    double rate = lines.knobs().number(Knob.TR_CONF_ORPHAN_RATE);
    if (!lines.chance().happens(name + ".agent-is-left", rate)) {
      long most = (long) lines.knobs().number(Knob.TR_CONF_CLEANUP_DELAY_MS);
      lines.in(name + ".cleanup", Span.of(0, most, Math.max(most, 200)), () -> lines.end(call));
    }
    desk.give(leg.workspace, (ws, now, effects) -> ws.cancel(leg.reservation, 0, now, effects));
  }

  /** Step 6. */
  void acceptBoth(AgentLeg leg) {
    if (leg.over || leg.done || !leg.pending()) {
      return;
    }
    legs.acceptNow(leg);
    ObjectNode conference = JsonNodeFactory.instance.objectNode();
    conference.put("sid", leg.conference);
    conference
        .putObject("participants")
        .put("worker", leg.call.sid())
        .put("customer", leg.customer.sid());
    long lag = (long) lines.knobs().number(Knob.TR_CONF_ATTR_LAG_MS);
    lines.in(
        desk.names().of(leg.reservation) + ".attributes-show",
        Span.of(0, lag / 2, lag),
        () -> legs.write(leg, "conference", conference));
  }
}
