package dev.partyline.routing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.EventFields;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.webhook.Dispatch;
import java.util.Map;

/** Tells an application what happens in its workspaces (TR-EV-01 to TR-EV-15). */
final class EventCallbacks {

  private final Lines lines;
  private final Names names;

  EventCallbacks(Lines lines, Names names) {
    this.lines = lines;
    this.names = names;
  }

  /** Sends one event, when the workspace has a callback and wants this type (TR-WS-13). */
  void tell(Workspace workspace, TaskRouterEvent event) {
    String url = workspace.settings().eventCallback();
    boolean wanted =
        workspace.settings().eventsFilter().isEmpty()
            || workspace.settings().eventsFilter().contains(event.type());
    if (url == null || !wanted) {
      return;
    }
    String call = event.taskAttributes() == null ? null : event.taskAttributes().get("call_sid");
    long at = lines.instant(event.at()).toEpochMilli();
    send(
        about(event) + ".event." + event.type(),
        call,
        event.type(),
        url,
        EventFields.of(workspace, event, at),
        0);
  }

  /** TR-EV-15: not sent again, unless the knob says how often. */
  private void send(
      String name, String call, String type, String url, Map<String, String> form, int repeated) {
    Span usual = lines.toCallback();
    long window = (long) lines.knobs().number(Knob.TR_EVENT_REORDER_WINDOW_MS);
    lines.send(
        new Dispatch(
            repeated == 0 ? name : name + ".retry-" + repeated,
            "task-router-event",
            call,
            null,
            type,
            "POST",
            url,
            form,
            Span.of(usual.min(), usual.typical(), usual.max() + window),
            true,
            delivered -> {
              if (delivered.code() == 0) {
                return;
              }
              lines.note(new Happening.Noted(call, delivered.code(), "warning", delivered.text()));
              if (repeated < lines.knobs().number(Knob.TR_EVENT_RETRIES)) {
                send(name, call, type, url, form, repeated + 1);
              }
            }));
  }

  private String about(TaskRouterEvent event) {
    if (event.reservation() != null) {
      return names.of(event.reservation());
    }
    if (event.task() != null) {
      return names.of(event.task());
    }
    return event.worker() != null ? event.worker().name().replace(' ', '-') : "router";
  }
}
