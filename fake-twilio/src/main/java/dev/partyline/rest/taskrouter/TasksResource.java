package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Attributes;
import dev.partyline.taskrouter.NewTask;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskChannel;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.taskrouter.Workspace.TaskChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code /Tasks} (TR-TASK-01 to TR-TASK-12). */
final class TasksResource implements Resource {

  private static final List<String> STATUSES = List.of("wrapping", "completed", "canceled");

  private final Frame frame;
  private final TaskList list;

  TasksResource(Frame frame) {
    this.frame = frame;
    this.list = new TaskList(frame);
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Tasks";
    String one = all + "/{Sid}";
    routes
        .get(all, Frame.handler(this::list))
        .post(
            all,
            List.of(
                "Timeout",
                "Priority",
                "TaskChannel",
                "WorkflowSid",
                "Attributes",
                "VirtualStartTime",
                "RoutingTarget",
                "IgnoreCapacity",
                "TaskQueueSid"),
            Frame.handler(this::create))
        .get(one, Frame.handler(this::fetch))
        .post(
            one,
            List.of(
                "Attributes",
                "AssignmentStatus",
                "Reason",
                "Priority",
                "TaskChannel",
                "VirtualStartTime"),
            Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private RestResponse list(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    boolean bare = frame.workspaces().knobs().is(Knob.TR_LIST_ATTRIBUTES, "null");
    return frame.page(
        exchange,
        "tasks",
        list.rows(exchange, workspace),
        Task::sid,
        row -> json(workspace, row, exchange.asOf().instant(), bare));
  }

  private RestResponse fetch(Exchange exchange) {
    Task task = frame.task(exchange, "Sid");
    Frame.require(task.statusAt(exchange.asOf().instant()), exchange);
    return shown(200, exchange, task, exchange.asOf().instant());
  }

  private RestResponse shown(int status, Exchange exchange, Task task, long instant) {
    return Frame.answer(
        status, json(frame.workspace(exchange), task, instant, false), task.version());
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String channel = request.filled("TaskChannel");
    String queue = request.filled("TaskQueueSid");
    if (queue != null && workspace.queue(queue) == null) {
      throw Form.bad("TaskQueueSid", queue, "a task queue of this workspace");
    }
    Long virtualStart = moment(request);
    NewTask what =
        new NewTask(
            request.filled("WorkflowSid"),
            attributes(request),
            channel == null ? "default" : channel,
            Form.whole(request, "Priority", 0, 0, Integer.MAX_VALUE),
            Form.whole(request, "Timeout", NewTask.STANDARD_TIMEOUT, 1, NewTask.LONGEST_TIMEOUT),
            virtualStart == null ? -1 : virtualStart,
            request.filled("RoutingTarget"),
            Form.flag(request, "IgnoreCapacity", false),
            queue);
    Task[] made = new Task[1];
    frame
        .workspaces()
        .give(workspace, (ws, now, effects) -> made[0] = ws.addTask(what, now, effects));
    return shown(201, exchange, made[0], frame.workspaces().now());
  }

  private Attributes attributes(RestRequest request) {
    return Attributes.parse(
        request.filled("Attributes"),
        frame.workspaces().knobs().is(Knob.TR_BAD_ATTRIBUTES_JSON, "accept"));
  }

  /** Simulated milliseconds; before the run began it is the run's beginning. */
  private Long moment(RestRequest request) {
    String text = request.filled("VirtualStartTime");
    Instant instant =
        text == null ? null : dev.partyline.rest.Moments.from(request, "VirtualStartTime");
    return instant == null
        ? null
        : Math.max(0, Duration.between(frame.workspaces().instant(0), instant).toMillis());
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    Task task = frame.task(exchange, "Sid");
    Frame.requireVersion(exchange, task.version());
    String status = Form.word(request, "AssignmentStatus", null, STATUSES);
    String channelKey = request.filled("TaskChannel");
    TaskChannel channel = channelKey == null ? null : workspace.channel(channelKey);
    if (channelKey != null && channel == null) {
      throw Form.bad("TaskChannel", channelKey, "a task channel of this workspace");
    }
    Long virtualStart = moment(request);
    if (virtualStart != null && virtualStart > frame.workspaces().now()) {
      throw Form.bad(
          "VirtualStartTime",
          request.first("VirtualStartTime"),
          "a time that is not in the future");
    }
    TaskChange change =
        new TaskChange(
            request.filled("Attributes"),
            status == null ? null : Task.Status.valueOf(status.toUpperCase(Locale.ROOT)),
            Form.text(request, "Reason", Attributes.LONGEST),
            request.filled("Priority") == null
                ? null
                : Form.whole(request, "Priority", 0, 0, Integer.MAX_VALUE),
            channel,
            virtualStart);
    frame.workspaces().give(workspace, (ws, now, effects) -> ws.change(task, change, now, effects));
    return shown(200, exchange, task, frame.workspaces().now());
  }

  private RestResponse delete(Exchange exchange) {
    Task task = frame.task(exchange, "Sid");
    Frame.requireVersion(exchange, task.version());
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(task, now, effects));
    return Frame.gone();
  }

  /** TR-RES-08: an acceptance shows in the task a little later than in the reservation. */
  private Task.Status status(Task task, long instant) {
    long lag = (long) frame.workspaces().knobs().number(Knob.TR_ACCEPT_TASK_LAG_MS);
    Task.Status then = task.statusAt(instant);
    boolean late = lag > 0 && then == Task.Status.ASSIGNED;
    return late ? task.statusAt(instant - lag) : then;
  }

  private ObjectNode json(Workspace workspace, Task task, long instant, boolean bare) {
    ObjectNode json = Frame.json();
    Task.Status status = status(task, instant);
    json.put("sid", task.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("assignment_status", (status == null ? task.status() : status).word());
    json.put("attributes", bare ? null : task.attributes().text());
    json.put("addons", "{}");
    json.put("age", task.ageSeconds(frame.workspaces().now()));
    json.put("priority", task.priority());
    json.put("reason", task.reason());
    json.put("timeout", task.timeoutSeconds());
    json.put("task_queue_sid", task.queue() == null ? null : task.queue().sid());
    json.put("task_queue_friendly_name", task.queue() == null ? null : task.queue().name());
    json.put("task_queue_entered_date", frame.time(task.queueEnteredAt()));
    json.put("task_channel_sid", task.channel().sid());
    json.put("task_channel_unique_name", task.channel().uniqueName());
    json.put("workflow_sid", task.workflow() == null ? null : task.workflow().sid());
    json.put("workflow_friendly_name", task.workflow() == null ? null : task.workflow().name());
    json.put("virtual_start_time", frame.time(task.virtualStartAt()));
    json.put("routing_target", task.routingTarget());
    json.put("ignore_capacity", task.ignoreCapacity());
    json.put("date_created", frame.time(task.createdAt()));
    json.put("date_updated", frame.time(task.updatedAt()));
    String url = Frame.url(workspace, "Tasks", task.sid());
    json.put("url", url);
    ObjectNode links = json.putObject("links");
    if (task.queue() != null) {
      links.put("task_queue", Frame.url(workspace, "TaskQueues", task.queue().sid()));
    }
    if (task.workflow() != null) {
      links.put("workflow", Frame.url(workspace, "Workflows", task.workflow().sid()));
    }
    links.put("workspace", Frame.url(workspace));
    links.put("reservations", url + "/Reservations");
    return json;
  }
}
