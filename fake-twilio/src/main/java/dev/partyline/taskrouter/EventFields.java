package dev.partyline.taskrouter;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of an event callback, all of them text (TR-EV-02 to TR-EV-05). */
public final class EventFields {

  private EventFields() {}

  /**
   * In the platform's order; what an event has no part in is not there.
   *
   * @param ms when it happened, in milliseconds since 1970
   */
  public static Map<String, String> of(Workspace workspace, TaskRouterEvent event, long ms) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("EventType", event.type());
    fields.put("AccountSid", workspace.accountSid());
    fields.put("WorkspaceSid", workspace.sid());
    fields.put("WorkspaceName", workspace.settings().name());
    fields.put("EventDescription", event.description());
    fields.put("ResourceType", event.resourceType());
    fields.put("ResourceSid", event.resourceSid());
    fields.put("Timestamp", Long.toString(ms / 1000));
    fields.put("TimestampMs", Long.toString(ms));
    fields.put("Sid", event.sid());
    if (event.task() != null) {
      task(fields, event);
    }
    if (event.reservation() != null) {
      fields.put("ReservationSid", event.reservation().sid());
      if (event.reservation().reasonCode() != 0) {
        fields.put("ReservationReasonCode", Integer.toString(event.reservation().reasonCode()));
      }
    }
    if (event.worker() != null) {
      worker(fields, event);
    }
    return fields;
  }

  private static void task(Map<String, String> fields, TaskRouterEvent event) {
    Task task = event.task();
    fields.put("TaskSid", task.sid());
    fields.put("TaskAttributes", text(event.taskAttributes()));
    fields.put("TaskAge", Long.toString(task.ageSeconds(event.at())));
    fields.put("TaskPriority", Integer.toString(task.priority()));
    fields.put("TaskAssignmentStatus", event.taskStatus().word());
    if (event.type().equals("task.canceled") && task.reason() != null) {
      fields.put("TaskCanceledReason", task.reason());
    }
    if (event.type().equals("task.completed") && task.reason() != null) {
      fields.put("TaskCompletedReason", task.reason());
    }
    if (event.queue() != null) {
      fields.put("TaskQueueSid", event.queue().sid());
      fields.put("TaskQueueName", event.queue().name());
    }
    TaskChannel channel = task.channel();
    fields.put("TaskChannelSid", channel.sid());
    fields.put("TaskChannelName", channel.name());
    fields.put("TaskChannelUniqueName", channel.uniqueName());
    fields.put("TaskChannelOptimizedRouting", Boolean.toString(channel.optimized()));
    if (event.workflow() != null) {
      fields.put("WorkflowSid", event.workflow().sid());
      fields.put("WorkflowName", event.workflow().name());
    }
  }

  private static void worker(Map<String, String> fields, TaskRouterEvent event) {
    Worker worker = event.worker();
    fields.put("WorkerSid", worker.sid());
    fields.put("WorkerName", worker.name());
    fields.put("WorkerAttributes", text(event.workerAttributes()));
    fields.put("WorkerActivitySid", event.activity().sid());
    fields.put("WorkerActivityName", event.activity().name());
    fields.put("WorkerVersion", Integer.toString(worker.version()));
    Activity before = event.previousActivity();
    if (before != null) {
      fields.put("WorkerPreviousActivitySid", before.sid());
      fields.put("WorkerTimeInPreviousActivity", Long.toString(event.previousActivityMs() / 1000));
      fields.put("WorkerTimeInPreviousActivityMs", Long.toString(event.previousActivityMs()));
    }
    WorkerChannel channel = event.channel();
    if (channel != null) {
      fields.put("WorkerChannelAvailable", Boolean.toString(channel.available()));
      fields.put("WorkerChannelAvailableCapacity", Integer.toString(channel.capacity()));
      fields.put("WorkerChannelPreviousCapacity", Integer.toString(event.previousCapacity()));
      fields.put("WorkerChannelTaskCount", Integer.toString(channel.held()));
      fields.put("TaskChannelSid", channel.channel().sid());
      fields.put("TaskChannelUniqueName", channel.channel().uniqueName());
    }
  }

  private static String text(Attributes attributes) {
    return attributes == null ? "{}" : attributes.text();
  }
}
