package dev.partyline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out instructions step by step; anything can happen between two steps (TR-INSTR-14 to
 * TR-INSTR-63).
 */
final class Instructions implements LegNews {

  private static final Span TO_DIAL = Span.of(50, 200, 500);
  private static final Span TO_MOVE = Span.of(100, 300, 800);
  private static final Span TO_ACCEPT = Span.of(50, 150, 500);
  private static final Span TO_WRAP = Span.of(50, 300, 1000);
  private static final int BAD_NUMBER = 13_223;
  private static final int LONGEST_CALL_SECONDS = 14_400;

  private final Desk desk;
  private final Lines lines;
  private final Callers callers;
  private final Map<String, AgentLeg> byLeg = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byCustomer = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byReservation = new LinkedHashMap<>();
  private final Map<String, List<AgentLeg>> byConference = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byRoomName = new LinkedHashMap<>();

  Instructions(Desk desk, Callers callers) {
    this.desk = desk;
    this.lines = desk.lines();
    this.callers = callers;
  }

  // ---- given ----

  /** TR-INSTR-12: what REST refuses is told at once, and nothing has been done. */
  void byRest(Workspace workspace, Reservation reservation, Instruction instruction) {
    carryOut(workspace, reservation, instruction);
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
        case "conference" -> conference(workspace, reservation, instruction);
        default -> supervise(workspace, reservation, instruction);
      }
    } catch (Refused refused) {
      step(reservation, instruction.word(), "refused", null, refused.getMessage());
      throw refused;
    }
  }

  private void step(Reservation reservation, String word, String step, Call call, String text) {
    lines.note(
        new Happening.InstructionStep(
            reservation.sid(), word, step, call == null ? null : call.sid(), text));
  }

  private static Refused bad(int code, String text) {
    return new Refused(400, code, text);
  }

  private void accept(Workspace workspace, Reservation reservation) {
    step(reservation, "accept", "given", null, "");
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
      throw bad(40_100, "there is no activity " + sid);
    }
    step(reservation, "reject", "given", null, "");
    desk.give(
        workspace,
        (ws, now, effects) ->
            ws.answer(reservation, Reservation.Status.REJECTED, activity, now, effects));
  }

  private void requirePending(Reservation reservation, int code) {
    if (reservation.status() != Reservation.Status.PENDING) {
      throw bad(
          code,
          "Reservation "
              + reservation.sid()
              + " is not currently in a pending state: it is "
              + reservation.status().word());
    }
    if (byReservation.containsKey(reservation.sid())
        && !byReservation.get(reservation.sid()).over) {
      throw bad(
          code,
          "Reservation "
              + reservation.sid()
              + " is not currently in a pending state: an instruction is being carried out");
    }
  }

  // ---- dequeue, call, redirect ----

  /** TR-INSTR-16 to TR-INSTR-22. */
  private void dequeue(Workspace workspace, Reservation reservation, Instruction instruction) {
    Task task = reservation.task();
    if (task.attributes().get("call_sid") == null) {
      throw bad(40_140, "Task " + task.sid() + " has no call_sid: it was not made by Enqueue");
    }
    requirePending(reservation, 40_135);
    String to = to(reservation, instruction, 40_131);
    String from = from(workspace, reservation, instruction, 40_132, 40_132);
    activity(workspace, instruction, 40_130);
    List<String> events = instruction.events("status_callback_events", "completed", 40_134);
    String callback = url(instruction, "status_callback_url", 40_157);
    if (callback != null) {
      callback +=
          (callback.indexOf('?') < 0 ? "?" : "&")
              + "taskCallSid="
              + task.attributes().get("call_sid");
    }
    dial(
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
    requirePending(reservation, 40_114);
    String to = to(reservation, instruction, 40_110);
    String from = instruction.get("from");
    if (from == null) {
      throw bad(40_111, "call needs 'from'");
    }
    String url = url(instruction, "url", 40_112);
    if (url == null) {
      throw bad(40_112, "call needs 'url'");
    }
    String callback = url(instruction, "status_callback_url", 40_158);
    AgentLeg leg = new AgentLeg(workspace, reservation, instruction);
    dial(
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
      acceptNow(leg);
    }
  }

  /** TR-INSTR-25. */
  private void redirect(Workspace workspace, Reservation reservation, Instruction instruction) {
    requirePending(reservation, 40_123);
    String url = url(instruction, "url", 40_120);
    String sid = instruction.get("call_sid");
    if (url == null) {
      throw bad(40_120, "redirect needs 'url'");
    }
    if (sid == null) {
      throw bad(40_121, "redirect needs 'call_sid'");
    }
    Call call = lines.call(sid);
    if (call == null || !call.isLive()) {
      throw bad(40_122, "call " + sid + " is not in progress");
    }
    step(reservation, "redirect", "given", call, "");
    if (instruction.flag("accept", false)) {
      desk.give(
          workspace,
          (ws, now, effects) ->
              ws.answer(reservation, Reservation.Status.ACCEPTED, null, now, effects));
      callers.keep(call);
    }
    lines.redirect(call, new Script(url, "POST", null, null, "POST"));
    step(reservation, "redirect", "done", call, "");
  }

  // ---- conference ----

  /** TR-INSTR-30 to TR-INSTR-36; step 1. */
  private void conference(Workspace workspace, Reservation reservation, Instruction instruction) {
    Task task = reservation.task();
    if (task.status().isFinal()) {
      throw bad(40_144, "Task " + task.sid() + " is " + task.status().word());
    }
    requirePending(reservation, 40_136);
    String outbound = task.attributes().get("outbound_to");
    if (task.attributes().get("call_sid") == null && outbound == null) {
      throw bad(
          40_142,
          "Task "
              + task.sid()
              + " has neither call_sid nor outbound_to: the instruction is only for Enqueue tasks");
    }
    String to = to(reservation, instruction, 40_137);
    String from = from(workspace, reservation, instruction, 40_138, 40_141);
    activity(workspace, instruction, 40_139);
    String callback = url(instruction, "status_callback", 40_159);
    url(instruction, "conference_status_callback", 40_159);
    AgentLeg leg = new AgentLeg(workspace, reservation, instruction);
    byRoomName.put(task.sid(), leg);
    dial(
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

  /** TR-WORKER-06. */
  private static String to(Reservation reservation, Instruction instruction, int code) {
    String to = instruction.get("to");
    to = to != null ? to : reservation.worker().attributes().get("contact_uri");
    if (to == null || to.isBlank()) {
      throw bad(
          code,
          "worker "
              + reservation.worker().name()
              + " has no contact_uri and the instruction no 'to'");
    }
    return to;
  }

  /** TR-INSTR-17, TR-INSTR-33. */
  private String from(
      Workspace workspace,
      Reservation reservation,
      Instruction instruction,
      int missing,
      int notOwned) {
    String given = instruction.get("from");
    if (given != null) {
      boolean number = given.startsWith("+");
      if (number && !lines.mayShow(workspace.accountSid(), given)) {
        throw bad(notOwned, "the account may not show " + given);
      }
      return given;
    }
    Task task = reservation.task();
    boolean inbound = "inbound".equals(task.attributes().get("direction"));
    String from = task.attributes().get(inbound ? "to" : "from");
    if (from == null || from.isBlank()) {
      throw bad(missing, "neither the instruction nor the task says who calls");
    }
    return from;
  }

  private void activity(Workspace workspace, Instruction instruction, int code) {
    String sid = instruction.get("post_work_activity_sid");
    if (sid != null && workspace.activity(sid) == null) {
      throw bad(code, "there is no activity " + sid);
    }
  }

  private static String url(Instruction instruction, String name, int code) {
    String url = instruction.get(name);
    if (url != null && !url.matches("(?i)https?://\\S+")) {
      throw bad(code, name + " '" + url + "' is no absolute http or https URL");
    }
    return url;
  }

  private void dial(AgentLeg leg, Outgoing what, String twiml, String url) {
    byReservation.put(leg.reservation.sid(), leg);
    step(leg.reservation, leg.instruction.word(), "given", null, "");
    lines.in(
        desk.names().of(leg.reservation) + ".instruction",
        TO_DIAL,
        () -> {
          boolean accepted = leg.reservation.status() == Reservation.Status.ACCEPTED;
          if (leg.over || !leg.pending() && !accepted) {
            leg.over = true;
            return;
          }
          try {
            leg.call =
                lines.dial(
                    leg.workspace.accountSid(), what, new Script(url, "POST", twiml, null, "POST"));
          } catch (Refusal refusal) {
            log(leg, 40_145, refusal.getMessage());
            failed(leg, refusal.code(), "canceled");
            return;
          }
          byLeg.put(leg.call.sid(), leg);
          step(leg.reservation, leg.instruction.word(), "dials", leg.call, "");
          if (!leg.instruction.word().equals("conference")) {
            write(leg, "worker_call_sid", JsonNodeFactory.instance.textNode(leg.call.sid()));
          }
        });
  }

  private void log(AgentLeg leg, int code, String text) {
    lines.note(
        new Happening.Noted(
            leg.reservation.task().attributes().get("call_sid"),
            code,
            "error",
            "reservation " + leg.reservation.sid() + ": " + text));
  }

  private void write(AgentLeg leg, String name, JsonNode value) {
    Task task = leg.reservation.task();
    if (!task.gone()) {
      desk.give(
          leg.workspace,
          (ws, now, effects) -> ws.write(task, task.attributes().with(name, value), now, effects));
    }
  }

  // ---- what happens to legs ----

  @Override
  public void answered(Call call) {
    AgentLeg leg = byLeg.get(call.sid());
    if (leg != null && leg.call == call) {
      leg.answered = true;
      step(leg.reservation, leg.instruction.word(), "answered", call, "");
    }
  }

  /** Steps 4 and 5 of the conference instruction (TR-INSTR-34). */
  @Override
  public void joined(Participant participant) {
    Call call = participant.call();
    AgentLeg leg = byLeg.get(call.sid());
    if (leg != null && isConference(leg) && !leg.joined) {
      leg.joined = true;
      leg.conference = participant.conference().sid();
      byConference.computeIfAbsent(leg.conference, none -> new ArrayList<>()).add(leg);
      step(leg.reservation, "conference", "agent-in", call, "");
      if (leg.pending()) {
        lines.in(desk.names().of(leg.reservation) + ".caller-moves", TO_MOVE, () -> move(leg));
      }
      return;
    }
    AgentLeg of = byCustomer.get(call.sid());
    if (of != null && of.customer == call && !of.done && !of.over) {
      step(of.reservation, "conference", "caller-in", call, "");
      lines.in(desk.names().of(of.reservation) + ".accepts", TO_ACCEPT, () -> acceptBoth(of));
    }
  }

  private static boolean isConference(AgentLeg leg) {
    return leg.instruction.word().equals("conference");
  }

  private void move(AgentLeg leg) {
    if (leg.over || !leg.pending()) {
      return;
    }
    Task task = leg.reservation.task();
    String twiml = ConferenceDocuments.customer(task.sid(), leg.instruction);
    String sid = task.attributes().get("call_sid");
    Call caller = sid == null ? null : lines.call(sid);
    if (caller != null && caller.isLive() && lines.takeOut(caller, twiml)) {
      customer(leg, caller);
    } else if (sid == null && task.attributes().get("outbound_to") != null) {
      dialCustomer(leg, task, twiml);
    } else {
      callerGone(leg);
    }
  }

  private void customer(AgentLeg leg, Call call) {
    leg.customer = call;
    byCustomer.put(call.sid(), leg);
  }

  private void dialCustomer(AgentLeg leg, Task task, String twiml) {
    String from = task.attributes().get("from");
    from = from == null ? leg.instruction.get("from") : from;
    try {
      customer(
          leg,
          lines.dial(
              leg.workspace.accountSid(),
              new Outgoing(
                  from, task.attributes().get("outbound_to"), null, 60, LONGEST_CALL_SECONDS),
              new Script(null, "POST", twiml, null, "POST")));
    } catch (Refusal refusal) {
      log(leg, 40_145, refusal.getMessage());
      failed(leg, refusal.code(), "canceled");
      lines.end(leg.call);
    }
  }

  /** TR-INSTR-38. */
  private void callerGone(AgentLeg leg) {
    step(leg.reservation, "conference", "failed", leg.call, "the caller is gone");
    log(leg, 40_144, "the caller is gone");
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
  private void acceptBoth(AgentLeg leg) {
    if (leg.over || leg.done || !leg.pending() || !leg.call.isLive()) {
      return;
    }
    acceptNow(leg);
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
        () -> write(leg, "conference", conference));
  }

  private void acceptNow(AgentLeg leg) {
    leg.done = true;
    if (leg.pending()) {
      desk.give(
          leg.workspace,
          (ws, now, effects) ->
              ws.answer(leg.reservation, Reservation.Status.ACCEPTED, null, now, effects));
    }
    step(leg.reservation, leg.instruction.word(), "done", leg.call, "");
  }

  /** A Dial to the queue has bridged agent and caller (TR-INSTR-18, TR-ENQ-15). */
  void bridged(Workspace workspace, Reservation reservation, Call agent, Call caller) {
    AgentLeg leg = byReservation.get(reservation.sid());
    if (leg == null || leg.call != agent) {
      leg = new AgentLeg(workspace, reservation, new Instruction("dequeue", Map.of(), List.of()));
      leg.call = agent;
      byReservation.put(reservation.sid(), leg);
      byLeg.put(agent.sid(), leg);
    }
    leg.joined = true;
    customer(leg, caller);
    acceptNow(leg);
  }

  @Override
  public void parted(Call call) {
    AgentLeg leg = byLeg.get(call.sid());
    leg = leg == null ? byCustomer.get(call.sid()) : leg;
    if (leg != null && leg.done && !isConference(leg)) {
      wrap(leg);
    }
  }

  @Override
  public void left(Participant participant) {
    AgentLeg leg = byLeg.get(participant.call().sid());
    if (leg != null
        && leg.done
        && isConference(leg)
        && lines.knobs().is(Knob.TR_WRAP_TRIGGER, "workerLegLeaves")) {
      wrap(leg);
    }
  }

  @Override
  public void ended(Conference conference) {
    List<AgentLeg> legs = byConference.remove(conference.sid());
    for (AgentLeg leg : legs == null ? List.<AgentLeg>of() : legs) {
      if (leg.done) {
        wrap(leg);
      }
    }
  }

  private void wrap(AgentLeg leg) {
    if (leg.over) {
      return;
    }
    leg.over = true;
    lines.in(
        desk.names().of(leg.reservation) + ".wraps",
        TO_WRAP,
        () ->
            desk.give(
                leg.workspace,
                (ws, now, effects) -> ws.wrap(leg.reservation, "conference ended", now, effects)));
  }

  @Override
  public void ended(Call call) {
    AgentLeg leg = byLeg.remove(call.sid());
    byCustomer.remove(call.sid());
    callers.ended(call);
    if (leg == null) {
      return;
    }
    if (leg.done) {
      boolean byLegs = lines.knobs().is(Knob.TR_WRAP_TRIGGER, "workerLegLeaves");
      if (!isConference(leg) || byLegs) {
        wrap(leg);
      }
      return;
    }
    if (leg.over) {
      return;
    }
    boolean unanswered = !leg.answered;
    boolean atOnce = call.status() == CallStatus.FAILED || call.startedAt() < 0;
    if (unanswered) {
      log(leg, 40_145, "the call to " + call.origin().to() + " is " + call.status().word());
    }
    if (unanswered && atOnce) {
      failed(leg, BAD_NUMBER, "canceled");
    } else {
      Knob knob = isConference(leg) ? Knob.TR_CONF_NO_ANSWER : Knob.TR_DEQUEUE_NO_ANSWER;
      failed(leg, 0, unanswered ? lines.knobs().get(knob) : "canceled");
    }
  }

  /** TR-RES-15 to TR-RES-17, TR-INSTR-22. */
  private void failed(AgentLeg leg, int code, String how) {
    leg.over = true;
    step(leg.reservation, leg.instruction.word(), "failed", leg.call, "the agent's leg is over");
    if (!leg.pending()) {
      return;
    }
    desk.give(
        leg.workspace,
        (ws, now, effects) -> {
          switch (how) {
            case "rejected" ->
                ws.answer(leg.reservation, Reservation.Status.REJECTED, null, now, effects);
            case "timeout" -> ws.timeOut(leg.reservation, now, effects);
            case "accepted" ->
                ws.answer(leg.reservation, Reservation.Status.ACCEPTED, null, now, effects);
            case "pendingUntilTimeout" -> {
              // its timer decides
            }
            default -> ws.cancel(leg.reservation, code, now, effects);
          }
        });
  }

  /** The reservation is no longer what the instruction needs (TR-INSTR-39, TR-RES-25). */
  void moved(Reservation reservation) {
    AgentLeg leg = byReservation.get(reservation.sid());
    if (leg == null) {
      return;
    }
    Reservation.Status status = reservation.status();
    if (status.isFinal()) {
      byReservation.remove(reservation.sid());
      byRoomName.remove(reservation.task().sid(), leg);
    }
    boolean interrupted = status.isFinal() && !leg.done && !leg.over;
    if (!interrupted) {
      return;
    }
    boolean rescinded = status == Reservation.Status.RESCINDED;
    if (leg.call != null && rescinded && lines.knobs().is(Knob.TR_MULTI_CONF, "all")) {
      return;
    }
    if (leg.call != null
        && leg.call.isLive()
        && (rescinded || leg.answered || lines.knobs().is(Knob.TR_CONF_INTERRUPTED, "cancelLeg"))) {
      leg.over = true;
      if (leg.joined && isConference(leg)) {
        callerGone(leg);
      } else {
        lines.end(leg.call);
      }
    }
  }

  // ---- supervise ----

  /** TR-INSTR-60 to TR-INSTR-62. */
  private void supervise(Workspace workspace, Reservation reservation, Instruction instruction) {
    if (reservation.status() != Reservation.Status.ACCEPTED) {
      throw bad(40_146, "Reservation " + reservation.sid() + " is not accepted");
    }
    Worker supervisor = workspace.worker(String.valueOf(instruction.get("supervisor")));
    if (supervisor == null) {
      throw bad(20_001, "Supervisor '" + instruction.get("supervisor") + "' is no worker");
    }
    String mode = instruction.get("supervisor_mode", "monitor");
    if (!List.of("monitor", "whisper", "barge").contains(mode)) {
      throw bad(20_001, "SupervisorMode '" + mode + "' is not monitor, whisper or barge");
    }
    String to = supervisor.attributes().get("contact_uri");
    if (to == null) {
      throw bad(40_147, "supervisor " + supervisor.name() + " has no contact_uri");
    }
    String from = reservation.task().attributes().get("from");
    if (from == null) {
      throw bad(40_148, "task " + reservation.task().sid() + " has no 'from'");
    }
    AgentLeg leg = byReservation.get(reservation.sid());
    if (leg == null || leg.call == null || leg.conference == null) {
      throw bad(40_149, "the task is in no conference of TaskRouter's");
    }
    step(reservation, "supervise", "given", null, "");
    Call call =
        lines.dial(
            workspace.accountSid(),
            new Outgoing(from, to, null, 60, LONGEST_CALL_SECONDS),
            new Script(
                null,
                "POST",
                ConferenceDocuments.supervisor(reservation.task().sid(), mode, leg.call.sid()),
                null,
                "POST"));
    step(reservation, "supervise", "dials", call, "");
  }

  /** The word of what is carried out for an offer; null when nothing is. */
  String wordOf(Reservation reservation) {
    AgentLeg leg = byReservation.get(reservation.sid());
    return leg == null ? null : leg.instruction.word();
  }

  /** What the callbacks of a conference that TaskRouter made carry more (TR-INSTR-43). */
  Map<String, String> extras(String conferenceName) {
    AgentLeg leg = byRoomName.get(conferenceName);
    if (leg == null || lines.knobs().is(Knob.TR_CONF_CALLBACK_EXTRAS, "false")) {
      return Map.of();
    }
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("TaskSid", leg.reservation.task().sid());
    extras.put("ReservationSid", leg.reservation.sid());
    extras.put("WorkspaceSid", leg.workspace.sid());
    String caller = leg.reservation.task().attributes().get("call_sid");
    if (caller != null) {
      extras.put("CustomerCallSid", caller);
    }
    extras.put(
        "EndConferenceOnCustomerExit",
        Boolean.toString(leg.instruction.flag("end_conference_on_customer_exit", false)));
    extras.put(
        "BeepOnCustomerEntrance",
        Boolean.toString(leg.instruction.flag("beep_on_customer_entrance", true)));
    extras.put(
        "StatusCallbackEvents",
        leg.instruction.get("conference_status_callback_event", "start,end"));
    extras.put("StatusCallback", leg.instruction.get("conference_status_callback", ""));
    return extras;
  }
}
