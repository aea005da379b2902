package dev.partyline.routing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Announces offers to the application and does what it answers (TR-INSTR-01 to TR-INSTR-10). */
final class Assignments {

  /** TR-INSTR-04. */
  private static final Span PATIENCE = Span.exactly(5_000);

  private static final Span NOW = Span.exactly(0);

  private final Desk desk;
  private final Lines lines;
  private final Instructions instructions;

  Assignments(Desk desk, Instructions instructions) {
    this.desk = desk;
    this.lines = desk.lines();
    this.instructions = instructions;
  }

  void offered(Workspace workspace, Reservation reservation) {
    Workflow workflow = reservation.task().workflow();
    String url = workflow == null ? null : workflow.settings().assignmentCallback();
    if (url == null) {
      return;
    }
    Map<String, String> form = parameters(workspace, reservation);
    lines.in(
        desk.names().of(reservation) + ".assignment-leaves",
        lines.toCallback(),
        () -> new Asked(workspace, reservation, form).ask(url, "assignment", true));
  }

  /** As it was when the offer was made. */
  private Map<String, String> parameters(Workspace workspace, Reservation reservation) {
    Task task = reservation.task();
    Worker worker = reservation.worker();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("AccountSid", workspace.accountSid());
    form.put("WorkspaceSid", workspace.sid());
    form.put("WorkflowSid", task.workflow().sid());
    if (task.queue() != null) {
      form.put("TaskQueueSid", task.queue().sid());
    }
    form.put("TaskSid", task.sid());
    form.put("TaskAttributes", task.attributes().text());
    form.put("TaskAge", Long.toString(task.ageSeconds(lines.now())));
    form.put("TaskPriority", Integer.toString(task.priority()));
    form.put("WorkerSid", worker.sid());
    form.put("WorkerAttributes", worker.attributes().text());
    form.put("ReservationSid", reservation.sid());
    form.put("Timestamp", Long.toString(lines.instant(lines.now()).getEpochSecond()));
    if (lines.knobs().is(Knob.TR_AC_EXTRA_PARAMS, "sent")) {
      form.put("WorkerName", worker.name());
      form.put("TaskChannelSid", task.channel().sid());
      form.put("TaskChannelUniqueName", task.channel().uniqueName());
    }
    return form;
  }

  /** One offer on its way through callback and fallback. */
  private final class Asked {
    private final Workspace workspace;
    private final Reservation reservation;
    private final Map<String, String> form;
    private int round;

    Asked(Workspace workspace, Reservation reservation, Map<String, String> form) {
      this.workspace = workspace;
      this.reservation = reservation;
      this.form = form;
    }

    void ask(String url, String kind, boolean mayFallBack) {
      int mine = ++round;
      Cancellable patience =
          lines.in(
              desk.names().of(reservation) + "." + kind + "-patience",
              PATIENCE,
              () -> {
                if (mine == round) {
                  round++;
                  unusable(mayFallBack, 11_200, "no answer of " + url + " within 5 s");
                }
              });
      lines.send(
          new Dispatch(
              desk.names().of(reservation) + "." + kind,
              "assignment",
              reservation.task().attributes().get("call_sid"),
              null,
              "",
              "POST",
              url,
              form,
              NOW,
              false,
              delivered -> {
                if (mine == round) {
                  round++;
                  patience.cancel();
                  answered(delivered, mayFallBack);
                }
              }));
    }

    private void answered(Delivered delivered, boolean mayFallBack) {
      if (delivered.reply() == null || delivered.reply().status() != 200) {
        unusable(
            mayFallBack,
            delivered.reply() == null ? delivered.code() : 11_200,
            delivered.reply() == null
                ? delivered.text()
                : "HTTP " + delivered.reply().status() + " from " + delivered.url());
        return;
      }
      String body = delivered.reply().body();
      String type = delivered.reply().contentType();
      boolean empty = body == null || body.isBlank();
      if (!empty && (type == null || !type.toLowerCase(Locale.ROOT).contains("json"))) {
        log(40_000, "the answer of " + delivered.url() + " has content type '" + type + "'");
        fallBack(mayFallBack);
        return;
      }
      try {
        Instruction instruction = Instruction.ofAnswer(body, lines.knobs());
        if (instruction != null) {
          instruction.warnings().forEach(text -> note("warning", 40_001, text));
          instructions.carryOut(workspace, reservation, instruction);
        }
      } catch (BadAnswer bad) {
        log(bad.code(), bad.getMessage());
      } catch (Refused refused) {
        log(refused.code(), refused.getMessage());
      }
    }

    private void unusable(boolean mayFallBack, int code, String text) {
      log(code, text);
      fallBack(mayFallBack);
    }

    /** TR-INSTR-05: with both URLs failing it waits for its timer, or is canceled. */
    private void fallBack(boolean may) {
      String fallback = reservation.task().workflow().settings().fallbackCallback();
      if (may && fallback != null) {
        ask(fallback, "assignment-fallback", false);
      } else if (lines.knobs().is(Knob.TR_BOTH_CALLBACKS_FAIL, "cancel")) {
        desk.give(workspace, (ws, now, effects) -> ws.cancel(reservation, 0, now, effects));
      }
    }

    private void log(int code, String text) {
      note("error", code, text);
    }

    private void note(String level, int code, String text) {
      lines.note(
          new Happening.Noted(
              reservation.task().attributes().get("call_sid"),
              code,
              level,
              "reservation " + reservation.sid() + ": " + text));
    }
  }
}
