package dev.partyline.routing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.SnakeCase;
import dev.partyline.script.Routing;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Attributes;
import dev.partyline.taskrouter.NewTask;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.twiml.Enqueue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Callers in the queues of workflows, each with a task (TR-ENQ-01 to TR-ENQ-17). */
public final class Callers implements Routing {

  private static final Span TO_TASK = Span.of(20, 120, 400);
  private static final Span TO_CANCEL = Span.of(50, 300, 800);
  private static final int NO_TARGET = 14_222;
  private static final int ACCEPTED_ALREADY = 14_215;
  private static final int NO_SUCH_OFFER = 14_217;

  private final Desk desk;
  private final Lines lines;
  private final Map<String, Waiting> byCall = new LinkedHashMap<>();

  /** A caller and the task; the task is null until it is made. */
  private static final class Waiting {
    private final Workspace workspace;
    private final Call call;
    private Task task;
    private boolean gone;
    private boolean kept;

    Waiting(Workspace workspace, Call call) {
      this.workspace = workspace;
      this.call = call;
    }
  }

  Callers(Desk desk) {
    this.desk = desk;
    this.lines = desk.lines();
  }

  // ---- Routing: what documents ask for ----

  /** TR-ENQ-02, TR-ENQ-03, TR-ENQ-13. */
  @Override
  public boolean enqueued(Call call, String account, Enqueue enqueue) {
    Workspace workspace = desk.withWorkflow(account, enqueue.workflowSid());
    if (workspace == null) {
      log(call, 20_001, "there is no workflow " + enqueue.workflowSid());
      return false;
    }
    Attributes attributes;
    try {
      attributes = attributes(call, enqueue.task());
    } catch (Refused bad) {
      log(call, bad.code(), "Task of Enqueue: " + bad.getMessage());
      return false;
    }
    if (!workspace.takes(enqueue.workflowSid(), attributes)) {
      log(
          call,
          NO_TARGET,
          "no filter of workflow " + enqueue.workflowSid() + " takes " + attributes.text());
      return false;
    }
    Waiting waiting = new Waiting(workspace, call);
    byCall.put(call.sid(), waiting);
    lines.in(call.origin().leg() + ".task-made", TO_TASK, () -> make(waiting, enqueue, attributes));
    return true;
  }

  private Attributes attributes(Call call, Enqueue.Task given) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    lines.parameters(call).forEach((name, value) -> all.put(SnakeCase.ofParameter(name), value));
    String own = given == null ? null : given.attributes();
    if (own != null && !own.isBlank()) {
      Attributes.parse(own, false)
          .json()
          .fields()
          .forEachRemaining(one -> all.set(one.getKey(), one.getValue()));
    }
    return Attributes.of(all);
  }

  private void make(Waiting waiting, Enqueue enqueue, Attributes attributes) {
    if (waiting.gone) {
      return;
    }
    Enqueue.Task task = enqueue.task();
    NewTask what =
        new NewTask(
            enqueue.workflowSid(),
            attributes,
            "voice",
            task == null || task.priority() == null ? 0 : task.priority(),
            task == null || task.timeoutSeconds() == null
                ? NewTask.STANDARD_TIMEOUT
                : Math.min(NewTask.LONGEST_TIMEOUT, task.timeoutSeconds()),
            -1,
            null,
            false,
            null);
    try {
      desk.give(
          waiting.workspace,
          (workspace, now, effects) ->
              waiting.task =
                  workspace.addTask(
                      what,
                      now,
                      effects,
                      made -> desk.names().learn(made, waiting.call.origin().leg())));
    } catch (Refused refused) {
      log(waiting.call, refused.code(), refused.getMessage());
    }
  }

  /** TR-ENQ-04, TR-ENQ-06. */
  @Override
  public void left(Call call, String how) {
    Waiting waiting = byCall.get(call.sid());
    if (waiting == null || how.equals("dequeued")) {
      return;
    }
    byCall.remove(call.sid());
    waiting.gone = true;
    boolean redirected = how.equals("redirected");
    if (waiting.kept || redirected && lines.knobs().is(Knob.TR_REDIRECT_CANCELS_TASK, "false")) {
      return;
    }
    String reason = redirected ? "redirected" : lines.knobs().get(Knob.TR_ABANDON_REASON);
    lines.in(
        call.origin().leg() + ".task-abandoned",
        TO_CANCEL,
        () -> {
          if (waiting.task != null) {
            desk.give(
                waiting.workspace,
                (workspace, now, effects) -> workspace.abandon(waiting.task, reason, now, effects));
          }
        });
  }

  /** TR-ENQ-15. */
  @Override
  public Claim claim(Call agent, String reservationSid) {
    Workspace workspace = desk.withReservation(reservationSid);
    Reservation reservation = workspace == null ? null : workspace.reservation(reservationSid);
    if (reservation == null) {
      return Claim.refused(NO_SUCH_OFFER, "there is no reservation " + reservationSid);
    }
    boolean accepted = reservation.status() == Reservation.Status.ACCEPTED;
    boolean called = "call".equals(desk.instructionOf(reservation)) && accepted;
    if (reservation.status() != Reservation.Status.PENDING && !called) {
      return Claim.refused(
          accepted ? ACCEPTED_ALREADY : NO_SUCH_OFFER,
          "reservation " + reservationSid + " is " + reservation.status().word());
    }
    String sid = reservation.task().attributes().get("call_sid");
    Call caller = sid == null ? null : lines.call(sid);
    if (caller == null || !caller.isLive()) {
      return Claim.refused(NO_SUCH_OFFER, "the caller of " + reservationSid + " is gone");
    }
    return Claim.of(sid);
  }

  @Override
  public void bridged(Call agent, Call caller, String reservationSid) {
    Workspace workspace = desk.withReservation(reservationSid);
    Reservation reservation = workspace == null ? null : workspace.reservation(reservationSid);
    if (reservation != null) {
      desk.legs().bridged(workspace, reservation, agent, caller);
    }
  }

  // ---- from the desk ----

  /** This caller leaves the queue because the reservation was accepted: the task lives. */
  void keep(Call call) {
    Waiting waiting = byCall.get(call.sid());
    if (waiting != null) {
      waiting.kept = true;
    }
  }

  /** TR-ENQ-05: a task that is over leaves the caller where they are. */
  void taskOver(Task task) {
    String sid = task.attributes().get("call_sid");
    Waiting waiting = sid == null ? null : byCall.get(sid);
    if (waiting != null && waiting.task == task) {
      waiting.kept = true;
    }
  }

  void ended(Call call) {
    byCall.remove(call.sid());
  }

  private void log(Call call, int code, String text) {
    lines.note(new Happening.Noted(call.sid(), code, "error", text));
  }
}
