package dev.partyline.routing;

import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.WorkerChannel;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
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
    Span usual = lines.toCallback();
    long window = (long) lines.knobs().number(Knob.TR_EVENT_REORDER_WINDOW_MS);
    lines.send(
        new Dispatch(
            about(event) + ".event." + event.type(),
            "task-router-event",
            event.taskAttributes() == null ? null : event.taskAttributes().get("call_sid"),
            null,
            event.type(),
            "POST",
            url,
            parameters(workspace, event, lines.instant(event.at()).toEpochMilli()),
            Span.of(usual.min(), usual.typical(), usual.max() + window),
            true,
            delivered -> {}));
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

  /** As it was when the event happened (TR-EV-18). */
  private static Map<String, String> parameters(
      Workspace workspace, TaskRouterEvent event, long at) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("EventType", event.type());
    form.put("AccountSid", workspace.accountSid());
    form.put("WorkspaceSid", workspace.sid());
    form.put("WorkspaceName", workspace.settings().name());
    form.put("EventDescription", event.description());
    form.put("ResourceType", event.resourceType());
    form.put("ResourceSid", event.resourceSid());
    form.put("Timestamp", Long.toString(at / 1000));
    form.put("TimestampMs", Long.toString(at));
    if (event.task() != null) {
      task(form, event);
    }
    if (event.reservation() != null) {
      form.put("ReservationSid", event.reservation().sid());
      if (event.reservation().reasonCode() != 0) {
        form.put("ReservationReasonCode", Integer.toString(event.reservation().reasonCode()));
      }
    }
    if (event.worker() != null) {
      worker(form, event);
    }
    return form;
  }

  private static void task(Map<String, String> form, TaskRouterEvent event) {
    Task task = event.task();
    form.put("TaskSid", task.sid());
    form.put("TaskAttributes", event.taskAttributes().text());
    form.put("TaskAge", Long.toString(task.ageSeconds(event.at())));
    form.put("TaskPriority", Integer.toString(task.priority()));
    form.put("TaskAssignmentStatus", event.taskStatus().word());
    if (task.reason() != null && event.taskStatus() == Task.Status.CANCELED) {
      form.put("TaskCanceledReason", task.reason());
    }
    if (task.reason() != null && event.taskStatus() == Task.Status.COMPLETED) {
      form.put("TaskCompletedReason", task.reason());
    }
    if (event.queue() != null) {
      form.put("TaskQueueSid", event.queue().sid());
      form.put("TaskQueueName", event.queue().name());
    }
    form.put("TaskChannelSid", task.channel().sid());
    form.put("TaskChannelName", task.channel().name());
    form.put("TaskChannelUniqueName", task.channel().uniqueName());
    form.put("TaskChannelOptimizedRouting", Boolean.toString(task.channel().optimized()));
    if (event.workflow() != null) {
      form.put("WorkflowSid", event.workflow().sid());
      form.put("WorkflowName", event.workflow().name());
    }
  }

  private static void worker(Map<String, String> form, TaskRouterEvent event) {
    Worker worker = event.worker();
    Activity before = event.previousActivity();
    WorkerChannel channel = event.channel();
    form.put("WorkerSid", worker.sid());
    form.put("WorkerName", worker.name());
    form.put("WorkerAttributes", event.workerAttributes().text());
    form.put("WorkerActivitySid", event.activity().sid());
    form.put("WorkerActivityName", event.activity().name());
    form.put("WorkerVersion", Integer.toString(worker.version()));
    if (before != null) {
      form.put("WorkerPreviousActivitySid", before.sid());
      form.put("WorkerTimeInPreviousActivity", Long.toString(event.previousActivityMs() / 1000));
      form.put("WorkerTimeInPreviousActivityMs", Long.toString(event.previousActivityMs()));
    }
    if (channel != null) {
      form.put("WorkerChannelAvailable", Boolean.toString(channel.available()));
      form.put("WorkerChannelAvailableCapacity", Integer.toString(channel.capacity()));
      form.put("WorkerChannelPreviousCapacity", Integer.toString(event.previousCapacity()));
      form.put("WorkerChannelTaskCount", Integer.toString(channel.assignedTasks()));
    }
  }
}
