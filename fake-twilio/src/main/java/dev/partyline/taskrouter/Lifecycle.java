package dev.partyline.taskrouter;

import dev.partyline.knob.Knob;
import java.util.ArrayList;
import java.util.List;

/** Moves tasks and reservations from state to state (TR-TASK-08, TR-RES-04). */
final class Lifecycle {

  private static final long REMOVED_AFTER_MS = 300_000;
  private static final long LONGEST_ASSIGNED_MS = 86_400_000;
  private static final int MOST_ROUNDS = 1000;

  private final Workspace workspace;
  private final Events events;
  private final Rules rules;

  /** Who was free when tasks and workers were last fitted together. */
  private FreeWorkers free = new FreeWorkers(List.of());

  Lifecycle(Workspace workspace, Events events, Rules rules) {
    this.workspace = workspace;
    this.events = events;
    this.rules = rules;
  }

  // ---- offers ----

  /** Fits waiting tasks and free workers together (TR-WF-18, TR-RES-20). */
  void match(long now, List<Effect> effects) {
    free = workspace.matcher().free();
    for (Task task : workspace.matcher().inOrder(workspace.waiting())) {
      if (task.status().isFinal()) {
        continue;
      }
      offer(task, now, effects);
      if (task.position.maySkip) {
        task.position.maySkip = false;
        if (task.status() == Task.Status.PENDING) {
          workspace.router().skipIfItWants(task, now, effects);
        }
      }
    }
  }

  private void offer(Task task, long now, List<Effect> effects) {
    int most = workspace.worker(task.routingTarget()) != null ? 1 : maxReserved(task);
    int open = pending(task);
    if (open >= most || open > 0 && !rules.is(Knob.TR_TOP_UP_ROUND, "true")) {
      return;
    }
    boolean aimed = workspace.worker(task.routingTarget()) != null;
    if (!aimed && task.queue() == null) {
      return;
    }
    for (Worker worker : workspace.matcher().eligible(task, free, most - open)) {
      if (open++ >= most || task.status().isFinal()) {
        return;
      }
      reserve(task, worker, now, effects);
    }
  }

  private static int maxReserved(Task task) {
    return task.queue() == null ? 1 : task.queue().settings().maxReservedWorkers();
  }

  private void reserve(Task task, Worker worker, long now, List<Effect> effects) {
    if (task.status() == Task.Status.PENDING && task.rounds() >= MOST_ROUNDS) {
      finish(task, Task.Status.CANCELED, "Task reserved " + MOST_ROUNDS + " times", now, effects);
      return;
    }
    Reservation reservation = workspace.newReservation(task, worker, timeoutSeconds(task), now);
    WorkerChannel channel = worker.channel(task.channel());
    channel.count(Reservation.Status.PENDING, 1);
    channel.reserved(now);
    worker.touched(now);
    if (task.status() == Task.Status.PENDING) {
      task.move(Task.Status.RESERVED, null, now);
    }
    events.reservation("reservation.created", reservation, now, effects);
    Activity reserved = legacy(task, TaskQueue.Settings::reservationActivity);
    if (reserved != null) {
      workspace.setActivity(worker, reserved, now, effects);
    }
    effects.add(new Effect.Offered(workspace, reservation));
    effects.add(
        new Effect.TimerSet(
            workspace,
            new Effect.ReservationExpires(reservation),
            reservation.timeoutSeconds() * 1000L));
  }

  private static int timeoutSeconds(Task task) {
    return task.workflow() == null ? 120 : task.workflow().settings().reservationTimeoutSeconds();
  }

  /** TR-TQ-03: such activities work in single-task workspaces only. */
  private Activity legacy(
      Task task, java.util.function.Function<TaskQueue.Settings, Activity> which) {
    return workspace.multitask() || task.queue() == null
        ? null
        : which.apply(task.queue().settings());
  }

  private static int pending(Task task) {
    return count(task, Reservation.Status.PENDING);
  }

  private static int count(Task task, Reservation.Status status) {
    int count = 0;
    for (Reservation reservation : task.reservations) {
      count += reservation.status() == status ? 1 : 0;
    }
    return count;
  }

  private void move(Reservation reservation, Reservation.Status next, long now) {
    WorkerChannel channel = reservation.worker().channel(reservation.task().channel());
    channel.count(reservation.status(), -1);
    reservation.move(next, now);
    channel.count(next, 1);
    reservation.worker().loadChanged();
    free.someoneHasRoom();
  }

  // ---- reservations ----

  void accept(Reservation reservation, long now, List<Effect> effects) {
    Task task = reservation.task();
    move(reservation, Reservation.Status.ACCEPTED, now);
    task.move(Task.Status.ASSIGNED, null, now);
    workspace.noLongerWaits(task);
    events.reservation("reservation.accepted", reservation, now, effects);
    Activity assigned = legacy(task, TaskQueue.Settings::assignmentActivity);
    if (assigned != null) {
      workspace.setActivity(reservation.worker(), assigned, now, effects);
    }
    for (Reservation other : new ArrayList<>(task.reservations)) {
      if (other.status() == Reservation.Status.PENDING) {
        close(other, Reservation.Status.RESCINDED, "reservation.rescinded", now, effects);
      }
    }
    effects.add(
        new Effect.TimerSet(workspace, new Effect.TaskRemoved(task, false), LONGEST_ASSIGNED_MS));
    workspace.wantMatch(effects);
  }

  void reject(Reservation reservation, Activity next, long now, List<Effect> effects) {
    close(reservation, Reservation.Status.REJECTED, "reservation.rejected", now, effects);
    if (next != null) {
      workspace.setActivity(reservation.worker(), next, now, effects);
    }
    fallBack(reservation, now, effects);
  }

  /** TR-RES-09. */
  void expire(Reservation reservation, long now, List<Effect> effects) {
    close(reservation, Reservation.Status.TIMEOUT, "reservation.timeout", now, effects);
    workspace.setActivity(reservation.worker(), workspace.timeoutActivity(), now, effects);
    fallBack(reservation, now, effects);
  }

  /** TR-RES-15, TR-RES-16. */
  void cancel(Reservation reservation, int reasonCode, long now, List<Effect> effects) {
    reservation.reason(reasonCode);
    close(reservation, Reservation.Status.CANCELED, "reservation.canceled", now, effects);
    Task task = reservation.task();
    if (workspace.worker(task.routingTarget()) == reservation.worker()) {
      task.move(Task.Status.PENDING, null, now);
      finish(
          task,
          Task.Status.CANCELED,
          "routing target " + reservation.worker().sid() + " is not available",
          now,
          effects);
      return;
    }
    fallBack(reservation, now, effects);
  }

  private void close(
      Reservation reservation,
      Reservation.Status end,
      String event,
      long now,
      List<Effect> effects) {
    move(reservation, end, now);
    Activity before = reservation.activityBefore();
    events.reservation(event, reservation, now, effects);
    boolean back = !workspace.multitask() && end != Reservation.Status.TIMEOUT;
    if (back && reservation.worker().activity() != before) {
      workspace.setActivity(reservation.worker(), before, now, effects);
    }
    workspace.wantMatch(effects);
  }

  /** The task looks for somebody else, where it is or further on (TR-WF-18, TR-WF-19). */
  private void fallBack(Reservation failed, long now, List<Effect> effects) {
    Task task = failed.task();
    if (task.status() != Task.Status.RESERVED || pending(task) > 0) {
      return;
    }
    task.move(Task.Status.PENDING, null, now);
    boolean early =
        failed.status() == Reservation.Status.TIMEOUT
            && rules.is(Knob.TR_AFTER_RESERVATION_TIMEOUT, "advanceTarget")
            && workspace.router().target(task) != null
            && workspace.router().target(task).timeoutSeconds() != null;
    if (early || workspace.router().isPast(task, now)) {
      workspace.router().timeOut(task, now, effects);
    }
    workspace.wantMatch(effects);
  }

  /** The worker's part of the call is over (TR-TASK-23 to 25). */
  void wrap(Reservation reservation, String why, long now, List<Effect> effects) {
    if (!workspace.multitask() || rules.is(Knob.TR_AUTO_WRAP, "completed")) {
      complete(reservation, why, now, effects);
      return;
    }
    move(reservation, Reservation.Status.WRAPPING, now);
    events.reservation("reservation.wrapup", reservation, now, effects);
    Task task = reservation.task();
    if (task.status() == Task.Status.ASSIGNED && count(task, Reservation.Status.ACCEPTED) == 0) {
      task.move(Task.Status.WRAPPING, why, now);
      events.task("task.wrapup", task, "Task is wrapping", now, effects);
    }
  }

  /** TR-TASK-27: the last reservation completes the task. */
  void complete(Reservation reservation, String why, long now, List<Effect> effects) {
    close(reservation, Reservation.Status.COMPLETED, "reservation.completed", now, effects);
    reservation.worker().touched(now);
    Task task = reservation.task();
    boolean last =
        count(task, Reservation.Status.ACCEPTED) + count(task, Reservation.Status.WRAPPING) == 0;
    if (last && !task.status().isFinal()) {
      finish(task, Task.Status.COMPLETED, why, now, effects);
    }
  }

  // ---- tasks ----

  /** Takes a task and its reservations to the end (TR-TASK-17, TR-TASK-27). */
  void finish(Task task, Task.Status end, String why, long now, List<Effect> effects) {
    for (Reservation reservation : new ArrayList<>(task.reservations)) {
      switch (reservation.status()) {
        case PENDING ->
            close(reservation, Reservation.Status.CANCELED, "reservation.canceled", now, effects);
        case ACCEPTED, WRAPPING -> {
          close(reservation, Reservation.Status.COMPLETED, "reservation.completed", now, effects);
          reservation.worker().touched(now);
        }
        default -> {
          // over already
        }
      }
    }
    task.move(end, why, now);
    boolean completed = end == Task.Status.COMPLETED;
    events.task(
        completed ? "task.completed" : "task.canceled",
        task,
        completed ? "Task completed" : "Task canceled",
        now,
        effects);
    workspace.noLongerWaits(task);
    effects.add(
        new Effect.TimerSet(workspace, new Effect.TaskRemoved(task, true), REMOVED_AFTER_MS));
  }

  /** A task's making is told once, after it entered its first queue (TR-EV-12, TR-EV-13). */
  void announce(Task task, long now, List<Effect> effects) {
    if (!task.position.announced) {
      task.position.announced = true;
      events.task("task.created", task, "Task created", now, effects);
    }
  }

  /** TR-WF-12, TR-WF-15, TR-WF-26: the workflow has nothing left for it. */
  void exhausted(Task task, boolean skipped, long now, List<Effect> effects) {
    announce(task, now, effects);
    events.task(
        skipped ? "workflow.skipped" : "workflow.timeout",
        task,
        skipped ? "Task skipped every target" : "Task left its workflow",
        now,
        effects);
    finish(
        task,
        Task.Status.CANCELED,
        skipped ? "Task canceled: every target was skipped" : "Task canceled on Workflow timeout",
        now,
        effects);
  }

  void wrapTask(Task task, String why, long now, List<Effect> effects) {
    for (Reservation reservation : new ArrayList<>(task.reservations)) {
      if (reservation.status() == Reservation.Status.ACCEPTED) {
        move(reservation, Reservation.Status.WRAPPING, now);
        events.reservation("reservation.wrapup", reservation, now, effects);
      }
    }
    task.move(Task.Status.WRAPPING, why, now);
    events.task("task.wrapup", task, "Task is wrapping", now, effects);
  }

  /** A task is taken away with all it has (TR-TASK-18). */
  void delete(Task task, String event, long now, List<Effect> effects) {
    for (Reservation reservation : new ArrayList<>(task.reservations)) {
      if (!reservation.status().isFinal()) {
        boolean offered = reservation.status() == Reservation.Status.PENDING;
        close(
            reservation,
            offered ? Reservation.Status.CANCELED : Reservation.Status.COMPLETED,
            offered ? "reservation.canceled" : "reservation.completed",
            now,
            effects);
      }
    }
    if (event != null) {
      events.task(event, task, "Task deleted", now, effects);
    }
    workspace.forget(task);
    workspace.wantMatch(effects);
  }
}
