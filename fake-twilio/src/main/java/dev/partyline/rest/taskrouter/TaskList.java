package dev.partyline.rest.taskrouter;

import dev.partyline.knob.Knob;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.RestRequest;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which tasks a list shows and in which order (TR-TASK-04). */
final class TaskList {

  private static final long SECOND_MS = 1_000;

  private final Frame frame;
  private final Deque<Long> evaluated = new ArrayDeque<>();

  TaskList(Frame frame) {
    this.frame = frame;
  }

  /** The rows as they were at the instant that the request sees. */
  List<Task> rows(Exchange exchange, Workspace workspace) {
    RestRequest request = exchange.request();
    long instant = exchange.asOf().instant();
    List<String> statuses = statuses(request);
    int priority = Form.whole(request, "Priority", -1, 0, Integer.MAX_VALUE);
    boolean withAddons = Form.flag(request, "HasAddons", false);
    Set<Task> wanted = evaluated(request, workspace);
    List<Task> rows = new ArrayList<>();
    for (Task task : workspace.tasks()) {
      Task.Status status = task.statusAt(instant);
      boolean fits =
          status != null
              && !withAddons
              && (statuses.isEmpty() || statuses.contains(status.word()))
              && (priority < 0 || task.priority() == priority)
              && (wanted == null || wanted.contains(task))
              && Frame.passes(request, "RoutingTarget", task.routingTarget())
              && passesWorkflow(request, task)
              && passesQueue(request, task);
      if (fits) {
        rows.add(task);
      }
    }
    order(request, rows);
    return rows;
  }

  private static boolean passesWorkflow(RestRequest request, Task task) {
    return Frame.passes(
            request, "WorkflowSid", task.workflow() == null ? null : task.workflow().sid())
        && Frame.passes(
            request, "WorkflowName", task.workflow() == null ? null : task.workflow().name());
  }

  private static boolean passesQueue(RestRequest request, Task task) {
    return Frame.passes(request, "TaskQueueSid", task.queue() == null ? null : task.queue().sid())
        && Frame.passes(
            request, "TaskQueueName", task.queue() == null ? null : task.queue().name());
  }

  /** Given once each or separated by commas. */
  private static List<String> statuses(RestRequest request) {
    List<String> words = new ArrayList<>();
    for (String value : request.params().getOrDefault("AssignmentStatus", List.of())) {
      for (String word : value.toLowerCase(Locale.ROOT).split(",")) {
        if (!word.isBlank()) {
          words.add(status(word.trim()));
        }
      }
    }
    return words;
  }

  private static String status(String word) {
    for (Task.Status status : Task.Status.values()) {
      if (status.word().equals(word)) {
        return word;
      }
    }
    throw Form.bad("AssignmentStatus", word, "a status of tasks");
  }

  /** TR-WS-12: such lists are costly and may be limited. */
  private Set<Task> evaluated(RestRequest request, Workspace workspace) {
    String expression = request.filled("EvaluateTaskAttributes");
    if (expression == null) {
      return null;
    }
    Set<Task> found = workspace.tasksFor(expression);
    if (!frame.workspaces().knobs().is(Knob.TR_EVAL_TASKS_PER_SECOND, "off")) {
      long now = frame.workspaces().now();
      while (!evaluated.isEmpty() && evaluated.peekFirst() <= now - SECOND_MS) {
        evaluated.removeFirst();
      }
      if (evaluated.size() >= frame.workspaces().knobs().number(Knob.TR_EVAL_TASKS_PER_SECOND)) {
        throw new Refusal(429, 20429, "Too Many Requests");
      }
      evaluated.addLast(now);
    }
    return found;
  }

  private static void order(RestRequest request, List<Task> rows) {
    String ordering = request.filled("Ordering");
    if (ordering == null) {
      return;
    }
    Comparator<Task> by = null;
    for (String part : ordering.split(",")) {
      Comparator<Task> next = comparator(part.trim(), ordering);
      by = by == null ? next : by.thenComparing(next);
    }
    rows.sort(by);
  }

  private static Comparator<Task> comparator(String part, String ordering) {
    String[] words = part.split(":", 2);
    Comparator<Task> by =
        switch (words[0].toLowerCase(Locale.ROOT)) {
          case "datecreated" -> Comparator.comparingLong(Task::createdAt);
          case "priority" -> Comparator.comparingInt(Task::priority);
          case "virtualstarttime" -> Comparator.comparingLong(Task::virtualStartAt);
          default -> null;
        };
    String direction = words.length < 2 ? "asc" : words[1].toLowerCase(Locale.ROOT);
    if (by == null || !direction.equals("asc") && !direction.equals("desc")) {
      throw Form.bad(
          "Ordering", ordering, "DateCreated, Priority or VirtualStartTime with :asc or :desc");
    }
    return direction.equals("desc") ? by.reversed() : by;
  }
}
