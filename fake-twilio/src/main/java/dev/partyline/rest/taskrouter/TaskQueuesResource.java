package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import java.util.List;

/** {@code /TaskQueues} (TR-TQ-01 to TR-TQ-12). */
final class TaskQueuesResource implements Resource {

  private final Frame frame;

  TaskQueuesResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/TaskQueues";
    String one = all + "/{Sid}";
    List<String> parameters =
        List.of(
            "FriendlyName",
            "TargetWorkers",
            "MaxReservedWorkers",
            "TaskOrder",
            "ReservationActivitySid",
            "AssignmentActivitySid");
    routes
        .get(all, Frame.handler(this::list))
        .post(all, parameters, Frame.handler(this::create))
        .get(
            one,
            Frame.handler(x -> Frame.answer(200, json(frame.workspace(x), frame.queue(x, "Sid")))))
        .post(one, parameters, Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String workerSid = request.filled("WorkerSid");
    Worker worker = workerSid == null ? null : workspace.worker(workerSid);
    List<TaskQueue> rows =
        workspace.queues().stream()
            .filter(one -> Frame.passes(request, "FriendlyName", one.name()))
            .filter(one -> workerSid == null || worker != null && one.has(worker))
            .toList();
    return frame.page(exchange, "task_queues", rows, TaskQueue::sid, row -> json(workspace, row));
  }

  private TaskQueue.Settings settings(
      Exchange exchange, Workspace workspace, TaskQueue.Settings old) {
    RestRequest request = exchange.request();
    String name = old == null ? Frame.name(exchange) : Frame.nameIfGiven(exchange);
    String workers = request.first("TargetWorkers");
    String order =
        Form.word(
            request,
            "TaskOrder",
            old != null && old.lifo() ? "LIFO" : "FIFO",
            List.of("FIFO", "LIFO"));
    return new TaskQueue.Settings(
        name == null ? old.name() : name,
        workers != null ? workers : old == null ? "1==1" : old.targetWorkers(),
        Form.whole(
            request,
            "MaxReservedWorkers",
            old == null ? 1 : old.maxReservedWorkers(),
            1,
            Workspace.MOST_RESERVED_WORKERS),
        order.equals("LIFO"),
        activity(
            workspace,
            request,
            "ReservationActivitySid",
            old == null ? null : old.reservationActivity()),
        activity(
            workspace,
            request,
            "AssignmentActivitySid",
            old == null ? null : old.assignmentActivity()));
  }

  private static Activity activity(
      Workspace workspace, RestRequest request, String name, Activity standard) {
    String sid = request.filled(name);
    if (sid == null) {
      return standard;
    }
    Activity activity = workspace.activity(sid);
    if (activity == null) {
      throw Form.bad(name, sid, "an activity of this workspace");
    }
    return activity;
  }

  private RestResponse create(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    TaskQueue.Settings settings = settings(exchange, workspace, null);
    TaskQueue[] made = new TaskQueue[1];
    frame
        .workspaces()
        .give(workspace, (ws, now, effects) -> made[0] = ws.addQueue(settings, now, effects));
    return Frame.answer(201, json(workspace, made[0]));
  }

  private RestResponse update(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    TaskQueue queue = frame.queue(exchange, "Sid");
    TaskQueue.Settings settings = settings(exchange, workspace, queue.settings());
    frame
        .workspaces()
        .give(workspace, (ws, now, effects) -> ws.change(queue, settings, now, effects));
    return Frame.answer(200, json(workspace, queue));
  }

  private RestResponse delete(Exchange exchange) {
    TaskQueue queue = frame.queue(exchange, "Sid");
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(queue, now, effects));
    return Frame.gone();
  }

  private ObjectNode json(Workspace workspace, TaskQueue queue) {
    ObjectNode json = Frame.json();
    TaskQueue.Settings settings = queue.settings();
    json.put("sid", queue.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("friendly_name", queue.name());
    json.put("target_workers", settings.targetWorkers());
    json.put("max_reserved_workers", settings.maxReservedWorkers());
    json.put("task_order", settings.lifo() ? "LIFO" : "FIFO");
    activity(json, "reservation_activity", settings.reservationActivity());
    activity(json, "assignment_activity", settings.assignmentActivity());
    json.put("date_created", frame.time(queue.createdAt()));
    json.put("date_updated", frame.time(queue.updatedAt()));
    json.put("url", Frame.url(workspace, "TaskQueues", queue.sid()));
    ObjectNode links = json.putObject("links");
    links.put("workspace", Frame.url(workspace));
    links.put("list_statistics", Frame.url(workspace, "TaskQueues", "Statistics"));
    links.put("statistics", Frame.url(workspace, "TaskQueues", queue.sid(), "Statistics"));
    links.put(
        "real_time_statistics",
        Frame.url(workspace, "TaskQueues", queue.sid(), "RealTimeStatistics"));
    links.put(
        "cumulative_statistics",
        Frame.url(workspace, "TaskQueues", queue.sid(), "CumulativeStatistics"));
    return json;
  }

  private static void activity(ObjectNode json, String name, Activity activity) {
    json.put(name + "_sid", activity == null ? null : activity.sid());
    json.put(name + "_name", activity == null ? null : activity.name());
  }
}
