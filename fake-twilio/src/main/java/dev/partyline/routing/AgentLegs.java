package dev.partyline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
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
 * The legs that instructions made, by leg, customer, offer and room; and what follows for offers
 * when something happens to them.
 */
final class AgentLegs implements LegNews {

  private static final Span TO_DIAL = Span.of(50, 200, 500);
  private static final Span TO_MOVE = Span.of(100, 300, 800);
  private static final Span TO_ACCEPT = Span.of(50, 150, 500);
  private static final int BAD_NUMBER = 13_223;
  private static final int CALL_FAILED = 40_145;

  private final Desk desk;
  private final Lines lines;
  private final Callers callers;
  private final ConferenceInstruction conference;
  private final InstructionChecks checks;
  private final WrapUp wrapUp;
  private final Map<String, AgentLeg> byLeg = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byCustomer = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byReservation = new LinkedHashMap<>();
  private final Map<String, List<AgentLeg>> byConference = new LinkedHashMap<>();
  private final Map<String, AgentLeg> byRoomName = new LinkedHashMap<>();

  AgentLegs(Desk desk, Callers callers) {
    this.desk = desk;
    this.lines = desk.lines();
    this.callers = callers;
    this.checks = new InstructionChecks(lines, this);
    this.wrapUp = new WrapUp(desk);
    this.conference = new ConferenceInstruction(desk, this, checks);
  }

  ConferenceInstruction conference() {
    return conference;
  }

  InstructionChecks checks() {
    return checks;
  }

  /** The leg of an offer; null when nothing is carried out for it. */
  AgentLeg of(Reservation reservation) {
    return byReservation.get(reservation.sid());
  }

  /** Whether an instruction for this offer is being carried out. */
  boolean isBusy(Reservation reservation) {
    AgentLeg leg = of(reservation);
    return leg != null && !leg.over;
  }

  /** The conference named after this task is this leg's from now on. */
  void inRoomOf(Task task, AgentLeg leg) {
    byRoomName.put(task.sid(), leg);
  }

  void step(Reservation reservation, String word, String step, Call call, String text) {
    lines.note(
        new Happening.InstructionStep(
            reservation.sid(), word, step, call == null ? null : call.sid(), text));
  }

  /** Dials the worker, a moment later and unless the offer is gone by then. */
  void dial(AgentLeg leg, Outgoing what, String twiml, String url) {
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
                    leg.workspace.accountSid(),
                    callerOf(leg),
                    what,
                    new Script(url, "POST", twiml, null, "POST"));
          } catch (Refusal refusal) {
            log(leg, 40_145, refusal.getMessage());
            failed(leg, refusal.code(), "canceled");
            return;
          }
          byLeg.put(leg.call.sid(), leg);
          if (leg.instruction.flag("record", false)) {
            record(leg);
          }
          step(leg.reservation, leg.instruction.word(), "dials", leg.call, "");
          if (!leg.instruction.word().equals("conference")) {
            write(leg, "worker_call_sid", JsonNodeFactory.instance.textNode(leg.call.sid()));
          }
        });
  }

  /** TR-INSTR-31. */
  private void record(AgentLeg leg) {
    String url = leg.instruction.get("recording_status_callback");
    lines.recordWhenAnswered(
        leg.call,
        leg.instruction.get("recording_channels", "mono").equals("dual") ? 2 : 1,
        url == null
            ? null
            : new Subscription(
                url,
                leg.instruction.get("recording_status_callback_method", "POST"),
                List.of("completed")));
  }

  private Call callerOf(AgentLeg leg) {
    String sid = leg.reservation.task().attributes().get("call_sid");
    return sid == null ? null : lines.call(sid);
  }

  void log(AgentLeg leg, int code, String text) {
    lines.note(
        new Happening.Noted(
            leg.reservation.task().attributes().get("call_sid"),
            code,
            "error",
            "reservation " + leg.reservation.sid() + ": " + text));
  }

  void write(AgentLeg leg, String name, JsonNode value) {
    Task task = leg.reservation.task();
    if (!task.gone()) {
      desk.give(
          leg.workspace,
          (ws, now, effects) -> ws.write(task, task.attributes().with(name, value), now, effects));
    }
  }

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
        lines.in(
            desk.names().of(leg.reservation) + ".caller-moves",
            TO_MOVE,
            () -> conference.move(leg));
      }
      return;
    }
    AgentLeg of = byCustomer.get(call.sid());
    if (of != null && of.customer == call && !of.done && !of.over) {
      of.together = true;
      step(of.reservation, "conference", "caller-in", call, "");
      lines.in(
          desk.names().of(of.reservation) + ".accepts", TO_ACCEPT, () -> conference.acceptBoth(of));
    }
  }

  static boolean isConference(AgentLeg leg) {
    return leg.instruction.word().equals("conference");
  }

  /** Whether another offer's leg has this caller already and its acceptance is on its way. */
  boolean isTaken(Call caller) {
    AgentLeg other = caller == null ? null : byCustomer.get(caller.sid());
    return other != null && !other.over && !other.done;
  }

  void customer(AgentLeg leg, Call call) {
    leg.customer = call;
    byCustomer.put(call.sid(), leg);
  }

  void acceptNow(AgentLeg leg) {
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
      wrapUp.begin(leg);
    }
  }

  @Override
  public void left(Participant participant) {
    AgentLeg leg = byLeg.get(participant.call().sid());
    if (leg != null && leg.done && isConference(leg) && wrapUp.comesWithTheLeg()) {
      wrapUp.begin(leg);
    }
  }

  @Override
  public void ended(Conference conference) {
    List<AgentLeg> legs = byConference.remove(conference.sid());
    for (AgentLeg leg : legs == null ? List.<AgentLeg>of() : legs) {
      if (leg.done) {
        wrapUp.begin(leg);
      }
    }
  }

  @Override
  public void ended(Call call) {
    AgentLeg leg = byLeg.remove(call.sid());
    AgentLeg of = byCustomer.remove(call.sid());
    callers.ended(call);
    if (of != null && of.customer == call && !of.together && !of.done && !of.over) {
      goneOnTheWay(of);
    }
    if (leg == null) {
      return;
    }
    if (leg.done) {
      if (!isConference(leg) || wrapUp.comesWithTheLeg()) {
        wrapUp.begin(leg);
      }
      return;
    }
    if (leg.over) {
      return;
    }
    if (leg.together && isConference(leg) && leg.pending()) {
      // everything has worked, and it is over before it was said (TR-INSTR-34)
      conference.acceptBoth(leg);
      wrapUp.begin(leg);
      return;
    }
    boolean unanswered = !leg.answered;
    boolean atOnce = call.status() == CallStatus.FAILED || call.startedAt() < 0;
    if (unanswered) {
      log(leg, CALL_FAILED, "the call to " + call.origin().to() + " is " + call.status().word());
    }
    if (unanswered && atOnce) {
      failed(leg, BAD_NUMBER, "canceled");
    } else {
      Knob knob = isConference(leg) ? Knob.TR_CONF_NO_ANSWER : Knob.TR_DEQUEUE_NO_ANSWER;
      // TR-RES-15: the reason is the call's error, and this is the one that was logged
      failed(leg, unanswered ? CALL_FAILED : 0, unanswered ? lines.knobs().get(knob) : "canceled");
    }
  }

  /** The caller hung up out of the queue and not in the conference yet: nobody is left to serve. */
  private void goneOnTheWay(AgentLeg leg) {
    String reason = lines.knobs().get(Knob.TR_ABANDON_REASON);
    desk.give(
        leg.workspace,
        (ws, now, effects) -> ws.abandon(leg.reservation.task(), reason, now, effects));
  }

  /** TR-RES-15 to TR-RES-17, TR-INSTR-22. */
  void failed(AgentLeg leg, int code, String how) {
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
      if (leg.joined && isConference(leg) && !rescinded) {
        conference.callerGone(leg);
      } else {
        lines.end(leg.call);
      }
    }
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
    return ConferenceDocuments.extras(leg);
  }
}
