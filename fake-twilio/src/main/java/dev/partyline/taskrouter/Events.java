package dev.partyline.taskrouter;

import java.util.List;

/** Writes down what happens in a workspace, with what is true at that moment. */
final class Events {

  private final Workspace workspace;

  Events(Workspace workspace) {
    this.workspace = workspace;
  }

  void task(String type, Task task, String description, long now, List<Effect> effects) {
    add(
        effects,
        new TaskRouterEvent(
            workspace.nextEventSid(),
            type,
            now,
            description,
            "task",
            task.sid(),
            task,
            task.status(),
            task.attributes(),
            task.queue(),
            task.workflow(),
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            0));
  }

  void reservation(String type, Reservation reservation, long now, List<Effect> effects) {
    Task task = reservation.task();
    Worker worker = reservation.worker();
    add(
        effects,
        new TaskRouterEvent(
            workspace.nextEventSid(),
            type,
            now,
            "Reservation " + reservation.sid() + " " + reservation.status().word(),
            "reservation",
            reservation.sid(),
            task,
            task.status(),
            task.attributes(),
            task.queue(),
            task.workflow(),
            reservation,
            worker,
            worker.attributes(),
            worker.activity(),
            null,
            0,
            null,
            0));
  }

  void worker(String type, Worker worker, long now, List<Effect> effects) {
    worker(type, worker, null, 0, null, 0, now, effects);
  }

  void activityChanged(
      Worker worker, Activity before, long beforeMs, long now, List<Effect> effects) {
    worker("worker.activity.update", worker, before, beforeMs, null, 0, now, effects);
  }

  void channel(
      String type,
      Worker worker,
      WorkerChannel channel,
      int capacityBefore,
      long now,
      List<Effect> effects) {
    worker(type, worker, null, 0, channel, capacityBefore, now, effects);
  }

  private void worker(
      String type,
      Worker worker,
      Activity before,
      long beforeMs,
      WorkerChannel channel,
      int capacityBefore,
      long now,
      List<Effect> effects) {
    add(
        effects,
        new TaskRouterEvent(
            workspace.nextEventSid(),
            type,
            now,
            "Worker " + worker.name() + " " + type.substring(type.indexOf('.') + 1),
            "worker",
            worker.sid(),
            null,
            null,
            null,
            null,
            null,
            null,
            worker,
            worker.attributes(),
            worker.activity(),
            before,
            beforeMs,
            channel,
            capacityBefore));
  }

  /** An event about a queue, workflow, activity, channel or the workspace itself. */
  void thing(
      String type, String resourceType, String sid, String name, long now, List<Effect> effects) {
    add(
        effects,
        new TaskRouterEvent(
            workspace.nextEventSid(),
            type,
            now,
            resourceType + " " + name + " " + type.substring(type.indexOf('.') + 1),
            resourceType,
            sid,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            0));
  }

  private void add(List<Effect> effects, TaskRouterEvent event) {
    workspace.remember(event);
    effects.add(new Effect.Happened(workspace, event));
  }
}
