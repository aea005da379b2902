package dev.partyline.taskrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.taskrouter.expression.Scope;
import java.util.List;
import java.util.Map;

/** Takes tasks through the filters and targets of their workflows (TR-WF-09 to 26). */
final class Router {

  private static final int DEFAULT_FILTER = -2;
  private static final int NONE = -1;

  private final Workspace workspace;
  private final Events events;

  Router(Workspace workspace, Events events) {
    this.workspace = workspace;
    this.events = events;
  }

  /** Whether a filter, or the default one, takes such a task. */
  boolean takes(RoutingPlan plan, Attributes attributes) {
    return plan.defaultQueue() != null || next(plan, attributes, 0) >= 0;
  }

  /** Puts a task at the first step of its way; it may be canceled at once (TR-WF-15). */
  void begin(Task task, long now, List<Effect> effects) {
    Task.Position at = task.position;
    at.filter = NONE;
    at.target = NONE;
    at.walked = 0;
    at.timedOut = false;
    TaskQueue direct = workspace.queue(task.routingTarget());
    if (direct != null) {
      enterQueue(task, direct, null, now, effects);
      return;
    }
    if (task.workflow() == null || workspace.worker(task.routingTarget()) != null) {
      return;
    }
    enterFilter(task, 0, now, effects);
  }

  /** The target a task is in; null when it is in none, or in the default filter. */
  RoutingPlan.Target target(Task task) {
    Task.Position at = task.position;
    return at.filter < 0 || task.workflow() == null
        ? null
        : at.filter < task.workflow().plan().filters().size()
                && at.target < task.workflow().plan().filters().get(at.filter).targets().size()
            ? task.workflow().plan().filters().get(at.filter).targets().get(at.target)
            : null;
  }

  /** Whether the task has been in its target for as long as it may be. */
  boolean isPast(Task task, long now) {
    return task.position.deadline >= 0 && now - task.createdAt() >= task.position.deadline;
  }

  /** The target's time is over. */
  void timeOut(Task task, long now, List<Effect> effects) {
    task.position.timedOut = true;
    events.task("task-queue.timeout", task, "Task left its target", now, effects);
    leave(task, now, effects);
  }

  /** TR-WF-23: nobody was free when the task came, and it does not want to wait here. */
  void skipIfItWants(Task task, long now, List<Effect> effects) {
    RoutingPlan.Target target = target(task);
    if (target != null && target.skipIf() != null && target.skipIf().holds(present(task))) {
      leave(task, now, effects);
    }
  }

  /** TR-WF-24, TR-WF-25: workers of the queue by activity, whatever their capacity. */
  private Scope present(Task task) {
    ObjectNode workers = JsonNodeFactory.instance.objectNode();
    workers.put("available", 0);
    workers.put("unavailable", 0);
    for (Activity activity : workspace.activities()) {
      workers.put(activity.sid(), 0);
    }
    for (Worker worker : workspace.workers()) {
      if (task.queue().has(worker)) {
        add(workers, worker.available() ? "available" : "unavailable");
        add(workers, worker.activity().sid());
      }
    }
    Map<String, JsonNode> names = Map.of("workers", workers, "task", task.attributes().json());
    return Scope.prefixed(names);
  }

  private static void add(ObjectNode counts, String name) {
    counts.put(name, counts.get(name).intValue() + 1);
  }

  private void leave(Task task, long now, List<Effect> effects) {
    Task.Position at = task.position;
    List<RoutingPlan.Filter> filters = task.workflow().plan().filters();
    if (at.filter < filters.size() && at.target + 1 < filters.get(at.filter).targets().size()) {
      enterTarget(task, at.filter, at.target + 1, now, effects);
    } else {
      enterFilter(task, at.filter + 1, now, effects);
    }
  }

  private static int next(RoutingPlan plan, Attributes attributes, int from) {
    Scope names = Scope.attributes(attributes.json());
    for (int i = from; i < plan.filters().size(); i++) {
      if (plan.filters().get(i).condition().holds(names)) {
        return i;
      }
    }
    return NONE;
  }

  private void enterFilter(Task task, int from, long now, List<Effect> effects) {
    RoutingPlan plan = task.workflow().plan();
    int filter = next(plan, task.attributes(), from);
    if (filter >= 0) {
      enterTarget(task, filter, 0, now, effects);
    } else if (!task.position.timedOut && plan.defaultQueue() != null) {
      task.position.filter = DEFAULT_FILTER;
      task.position.target = NONE;
      task.position.deadline = -1;
      task.position.epoch++;
      enterQueue(task, workspace.queue(plan.defaultQueue()), null, now, effects);
    } else {
      boolean skipped = !task.position.timedOut && task.position.filter >= 0;
      workspace.lifecycle().exhausted(task, skipped, now, effects);
    }
  }

  private void enterTarget(Task task, int filter, int index, long now, List<Effect> effects) {
    RoutingPlan.Target target = task.workflow().plan().filters().get(filter).targets().get(index);
    Task.Position at = task.position;
    at.filter = filter;
    at.target = index;
    at.epoch++;
    at.maySkip = target.skipIf() != null;
    at.deadline = -1;
    if (target.timeoutSeconds() != null) {
      at.walked += target.timeoutSeconds() * 1000L;
      at.deadline = at.walked;
    }
    logKnownWorker(task, target, effects);
    enterQueue(task, workspace.queue(target.queue()), target.priority(), now, effects);
    events.task("workflow.target-matched", task, "Task matched a workflow target", now, effects);
    if (at.deadline >= 0) {
      long left = task.createdAt() + at.deadline - now;
      if (left <= 0) {
        timeOut(task, now, effects);
      } else {
        effects.add(new Effect.TimerSet(workspace, new Effect.TargetExpires(task, at.epoch), left));
      }
    }
  }

  /** TR-WF-28. */
  private void logKnownWorker(Task task, RoutingPlan.Target target, List<Effect> effects) {
    if (target.knownWorker() == null) {
      return;
    }
    JsonNode value = task.attributes().json();
    for (String step : target.knownWorker().split("\\.")) {
      value = value.path(step);
    }
    if (value.isNull()) {
      return;
    }
    Worker known = workspace.matcher().known(task, target);
    TaskQueue queue = workspace.queue(target.queue());
    String who = "known worker '" + value.asText() + "' of task " + task.sid();
    if (!value.isTextual() || !target.knownByName() && !value.asText().matches("WK[0-9a-f]{32}")) {
      effects.add(new Effect.Logged(workspace, 40154, "warning", who + " is no worker"));
    } else if (known == null) {
      effects.add(new Effect.Logged(workspace, 40155, "warning", who + " is not in the workspace"));
    } else if (!queue.has(known)) {
      effects.add(
          new Effect.Logged(workspace, 40152, "warning", who + " is not in queue " + queue.name()));
    }
  }

  private void enterQueue(
      Task task, TaskQueue queue, Integer priority, long now, List<Effect> effects) {
    boolean moved = task.queue() != null && task.queue() != queue;
    task.enter(queue, priority, now);
    if (moved) {
      events.task("task-queue.moved", task, "Task moved to " + queue.name(), now, effects);
    }
    events.task("task-queue.entered", task, "Task entered " + queue.name(), now, effects);
    workspace.lifecycle().announce(task, now, effects);
    workspace.wantMatch(effects);
  }
}
