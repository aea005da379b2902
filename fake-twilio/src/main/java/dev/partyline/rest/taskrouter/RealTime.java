package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How things stand now, counted (TR-TQ-11). Ages are in whole seconds. */
final class RealTime {

  private static final List<Task.Status> LIVE =
      List.of(
          Task.Status.ASSIGNED, Task.Status.PENDING, Task.Status.RESERVED, Task.Status.WRAPPING);
  private static final long SECOND_MS = 1_000;

  private final Workspace workspace;
  private final Slice slice;
  private final long now;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();

  RealTime(Workspace workspace, Slice slice, long now) {
    this.workspace = workspace;
    this.slice = slice;
    this.now = now;
    for (Task task : workspace.tasks()) {
      if (LIVE.contains(task.status()) && slice.has(task)) {
        tasks.add(task);
      }
    }
    for (Worker worker : workspace.workers()) {
      if (slice.has(worker)) {
        workers.add(worker);
      }
    }
  }

  void tasks(ObjectNode json) {
    ObjectNode byStatus = json.putObject("tasks_by_status");
    for (Task.Status status : LIVE) {
      byStatus.put(status.word(), tasks.stream().filter(one -> one.status() == status).count());
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    tasks.forEach(task -> counts.merge(task.priority(), 1, Integer::sum));
    ObjectNode byPriority = json.putObject("tasks_by_priority");
    counts.forEach((priority, count) -> byPriority.put(Integer.toString(priority), count));
    json.put("total_tasks", tasks.size());
    Task longest = null;
    for (Task task : tasks) {
      if (waits(task) && (longest == null || task.createdAt() < longest.createdAt())) {
        longest = task;
      }
    }
    json.put("longest_task_waiting_age", longest == null ? 0 : longest.ageSeconds(now));
    json.put("longest_task_waiting_sid", longest == null ? null : longest.sid());
  }

  private static boolean waits(Task task) {
    return task.status() == Task.Status.PENDING || task.status() == Task.Status.RESERVED;
  }

  /** What a queue has more than a workspace. */
  void queue(ObjectNode json) {
    Task longest = null;
    for (Task task : tasks) {
      if (waits(task) && (longest == null || task.queueEnteredAt() < longest.queueEnteredAt())) {
        longest = task;
      }
    }
    json.put(
        "longest_relative_task_age_in_queue",
        longest == null ? 0 : (now - longest.queueEnteredAt()) / SECOND_MS);
    json.put("longest_relative_task_sid_in_queue", longest == null ? null : longest.sid());
    json.put("total_eligible_workers", workers.size());
    json.put("total_available_workers", workers.stream().filter(Worker::available).count());
  }

  void activities(ObjectNode json) {
    ArrayNode all = json.putArray("activity_statistics");
    for (Activity activity : workspace.activities()) {
      ObjectNode one = all.addObject();
      one.put("friendly_name", activity.name());
      one.put("sid", activity.sid());
      one.put("workers", workers.stream().filter(who -> who.activity() == activity).count());
    }
  }

  void totalWorkers(ObjectNode json) {
    json.put("total_workers", workers.size());
  }
}
