package dev.partyline.taskrouter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.taskrouter.expression.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds workers for tasks and tasks for workers. */
final class Matcher {

  private final Workspace workspace;

  Matcher(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Waiting tasks in the order in which they are served (TR-TQ-06 to 09). */
  List<Task> inOrder(Iterable<Task> waiting) {
    List<Task> tasks = new ArrayList<>();
    for (Task task : waiting) {
      tasks.add(task);
    }
    boolean lifoFirst = workspace.lifoFirst();
    tasks.sort(
        Comparator.<Task>comparingInt(task -> isLifo(task) == lifoFirst ? 0 : 1)
            .thenComparing(Matcher::sameKind));
    return tasks;
  }

  private static boolean isLifo(Task task) {
    return task.queue() != null && task.queue().settings().lifo();
  }

  private static int sameKind(Task a, Task b) {
    if (isLifo(a)) {
      int newest = Long.compare(b.virtualStartAt(), a.virtualStartAt());
      return newest != 0 ? newest : Integer.compare(b.number(), a.number());
    }
    int priority = Integer.compare(b.priority(), a.priority());
    int oldest = priority != 0 ? priority : Long.compare(a.virtualStartAt(), b.virtualStartAt());
    return oldest != 0 ? oldest : Integer.compare(a.number(), b.number());
  }

  /** Workers who could take any task now, in the order of their making. */
  FreeWorkers free() {
    List<Worker> free = new ArrayList<>();
    for (Worker worker : workspace.workers()) {
      if (worker.available() && hasRoom(worker)) {
        free.add(worker);
      }
    }
    return new FreeWorkers(free);
  }

  private boolean hasRoom(Worker worker) {
    return workspace.multitask() ? worker.hasRoom() : !worker.isBusy();
  }

  /**
   * Those of these workers whom the task may be offered to, best first (TR-WORKER-08).
   *
   * @param most how many are wanted, from 1
   */
  List<Worker> eligible(Task task, FreeWorkers free, int most) {
    RoutingPlan.Target target = workspace.router().target(task);
    Worker aimedAt = workspace.worker(task.routingTarget());
    if (aimedAt != null) {
      return offered(task, aimedAt) ? List.of() : List.of(aimedAt);
    }
    Worker known = null;
    if (target != null && target.knownWorker() != null) {
      known = known(task, target);
      if (known == null) {
        return List.of();
      }
    }
    List<Worker> found = new ArrayList<>();
    TaskChannel kind = task.channel();
    boolean needsRoom = !task.ignoreCapacity();
    boolean needsIdle = !workspace.multitask();
    for (Worker worker : needsRoom ? free.withRoom(kind) : free.all()) {
      WorkerChannel channel = worker.channel(kind);
      boolean room =
          channel != null
              && (needsRoom ? channel.hasRoom() : channel.available())
              && (!needsIdle || !worker.isBusy());
      if (room
          && (known == null || known == worker)
          && worker.available()
          && !offered(task, worker)
          && task.queue().has(worker)
          && (target == null || fits(target, task, worker))) {
        found.add(worker);
      }
    }
    if (found.size() < 2) {
      return found;
    }
    Comparator<Worker> order = order(task, target);
    if (most == 1) {
      return List.of(Collections.min(found, order));
    }
    found.sort(order);
    return found;
  }

  private static boolean offered(Task task, Worker worker) {
    for (Reservation reservation : task.reservations) {
      if (reservation.worker() == worker && reservation.status() == Reservation.Status.PENDING) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(RoutingPlan.Target target, Task task, Worker worker) {
    return target.condition() == null
        || target
            .condition()
            .holds(
                Scope.prefixed(Map.of("task", task.attributes().json(), "worker", worker.seen())));
  }

  /** TR-WF-27, TR-WF-28; null when the attribute leads to nobody in this workspace. */
  Worker known(Task task, RoutingPlan.Target target) {
    JsonNode value = task.attributes().json();
    for (String step : target.knownWorker().split("\\.")) {
      value = value.path(step);
    }
    if (!value.isTextual()) {
      return null;
    }
    return target.knownByName()
        ? workspace.workerNamed(value.textValue())
        : workspace.worker(value.textValue());
  }

  /** TR-WF-30, TR-WF-31, TR-WS-24. */
  private Comparator<Worker> order(Task task, RoutingPlan.Target target) {
    Comparator<Worker> order = (a, b) -> 0;
    if (target != null) {
      for (RoutingPlan.Order by : target.orderBy()) {
        order = order.thenComparing((a, b) -> byAttribute(by, a, b));
      }
    }
    if (task.channel().optimized()) {
      order = order.thenComparing((a, b) -> Boolean.compare(a.isBusy(), b.isBusy()));
    }
    return order
        .thenComparingLong(worker -> worker.channel(task.channel()).lastReservedAt())
        .thenComparingInt(Worker::number);
  }

  private static int byAttribute(RoutingPlan.Order by, Worker a, Worker b) {
    JsonNode left = at(by, a);
    JsonNode right = at(by, b);
    boolean noLeft = left.isMissingNode() || left.isNull();
    boolean noRight = right.isMissingNode() || right.isNull();
    if (noLeft || noRight) {
      return Boolean.compare(noLeft, noRight);
    }
    int order =
        left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.asText().compareTo(right.asText());
    return by.descending() ? -order : order;
  }

  private static JsonNode at(RoutingPlan.Order by, Worker worker) {
    JsonNode value = worker.seen();
    for (String step : by.path()) {
      value = value.path(step);
    }
    return value;
  }
}
