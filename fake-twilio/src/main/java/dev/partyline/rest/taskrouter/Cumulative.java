package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened in a period, counted (TR-TQ-11). Waits are in whole seconds. */
final class Cumulative {

  private static final long SECOND_MS = 1_000;

  private final Period period;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Long> untilAccepted = new ArrayList<>();
  private final List<Long> inQueueUntilAccepted = new ArrayList<>();
  private final List<Long> untilCanceled = new ArrayList<>();

  Cumulative(Workspace workspace, Slice slice, Period period) {
    this.period = period;
    for (TaskRouterEvent event : workspace.history()) {
      if (period.has(event.at()) && slice.has(event)) {
        count(event);
      }
    }
  }

  private void count(TaskRouterEvent event) {
    counts.merge(event.type(), 1, Integer::sum);
    Task task = event.task();
    if (event.type().equals("reservation.accepted")) {
      Reservation reservation = event.reservation();
      untilAccepted.add((event.at() - reservation.task().createdAt()) / SECOND_MS);
      inQueueUntilAccepted.add((event.at() - task.queueEnteredAt()) / SECOND_MS);
    } else if (event.type().equals("task.canceled")) {
      untilCanceled.add((event.at() - task.createdAt()) / SECOND_MS);
    }
  }

  int of(String type) {
    return counts.getOrDefault(type, 0);
  }

  void period(ObjectNode json, Frame frame) {
    json.put("start_time", frame.instant(period.from()));
    json.put("end_time", frame.instant(period.to()));
  }

  void reservations(ObjectNode json) {
    json.put("reservations_created", of("reservation.created"));
    json.put("reservations_accepted", of("reservation.accepted"));
    json.put("reservations_rejected", of("reservation.rejected"));
    json.put("reservations_timed_out", of("reservation.timeout"));
    json.put("reservations_canceled", of("reservation.canceled"));
    json.put("reservations_rescinded", of("reservation.rescinded"));
  }

  /**
   * Counts of tasks and how long they waited.
   *
   * @param thresholds seconds by which acceptances and cancellations are split
   */
  void tasks(ObjectNode json, List<Integer> thresholds) {
    json.put("tasks_canceled", of("task.canceled"));
    json.put("tasks_completed", of("task.completed"));
    json.put("tasks_deleted", of("task.deleted") + of("task.system-deleted"));
    json.put("tasks_moved", of("task-queue.moved"));
    json.put("avg_task_acceptance_time", average(untilAccepted));
    waits(json.putObject("wait_duration_until_accepted"), untilAccepted);
    waits(json.putObject("wait_duration_until_canceled"), untilCanceled);
    ObjectNode split = json.putObject("split_by_wait_time");
    for (int seconds : thresholds) {
      ObjectNode one = split.putObject(Integer.toString(seconds));
      parts(one.putObject("above"), seconds, true);
      parts(one.putObject("below"), seconds, false);
    }
  }

  void inQueue(ObjectNode json) {
    waits(json.putObject("wait_duration_in_queue_until_accepted"), inQueueUntilAccepted);
  }

  private void parts(ObjectNode json, int seconds, boolean above) {
    json.put("tasks_canceled", count(untilCanceled, seconds, above));
    json.put("reservations_accepted", count(untilAccepted, seconds, above));
  }

  private static long count(List<Long> waits, int seconds, boolean above) {
    return waits.stream().filter(wait -> wait > seconds == above).count();
  }

  private static long average(List<Long> values) {
    return values.isEmpty() ? 0 : values.stream().mapToLong(one -> one).sum() / values.size();
  }

  private static void waits(ObjectNode json, List<Long> values) {
    json.put("avg", average(values));
    json.put("min", values.stream().mapToLong(one -> one).min().orElse(0));
    json.put("max", values.stream().mapToLong(one -> one).max().orElse(0));
    json.put("total", values.stream().mapToLong(one -> one).sum());
  }
}
