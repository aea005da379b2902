package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.knob.Knob;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code /Workers} (TR-WORKER-01 to TR-WORKER-20). */
final class WorkersResource implements Resource {

  private final Frame frame;

  WorkersResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Workers";
    String one = all + "/{Sid}";
    routes
        .get(all, Frame.handler(this::list))
        .post(
            all, List.of("FriendlyName", "ActivitySid", "Attributes"), Frame.handler(this::create))
        .get(one, Frame.handler(x -> shown(200, frame.workspace(x), frame.worker(x, "Sid"))))
        .post(
            one,
            List.of("ActivitySid", "Attributes", "FriendlyName", "RejectPendingReservations"),
            Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private RestResponse shown(int status, Workspace workspace, Worker worker) {
    return Frame.answer(status, json(workspace, worker, false), worker.version());
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String queueSid = request.filled("TaskQueueSid");
    String queueName = request.filled("TaskQueueName");
    String available = request.filled("Available");
    String expression = request.filled("TargetWorkersExpression");
    var wanted = expression == null ? null : workspace.workersFor(expression);
    List<Worker> rows = new ArrayList<>();
    for (Worker worker : workspace.workers()) {
      boolean fits =
          Frame.passes(request, "ActivityName", worker.activity().name())
              && Frame.passes(request, "ActivitySid", worker.activity().sid())
              && Frame.passes(request, "FriendlyName", worker.name())
              && (available == null || isTrue(available) == worker.available())
              && (wanted == null || wanted.contains(worker))
              && (queueSid == null && queueName == null
                  || isIn(workspace, worker, queueSid, queueName));
      if (fits) {
        rows.add(worker);
      }
    }
    order(request, rows);
    boolean bare = frame.workspaces().knobs().is(Knob.TR_LIST_ATTRIBUTES, "null");
    return frame.page(exchange, "workers", rows, Worker::sid, row -> json(workspace, row, bare));
  }

  private static boolean isTrue(String value) {
    return List.of("true", "1", "yes").contains(value.toLowerCase(java.util.Locale.ROOT));
  }

  private static boolean isIn(Workspace workspace, Worker worker, String sid, String name) {
    for (TaskQueue queue : workspace.queues()) {
      if ((queue.sid().equals(sid) || queue.name().equals(name)) && queue.has(worker)) {
        return true;
      }
    }
    return false;
  }

  private static void order(RestRequest request, List<Worker> rows) {
    String ordering = request.filled("Ordering");
    if (ordering == null) {
      return;
    }
    String[] parts = ordering.split(":", 2);
    if (!parts[0].equalsIgnoreCase("DateStatusChanged")) {
      throw Form.bad("Ordering", ordering, "DateStatusChanged:asc or DateStatusChanged:desc");
    }
    Comparator<Worker> by = Comparator.comparingLong(Worker::activitySince);
    rows.sort(parts.length > 1 && parts[1].equalsIgnoreCase("desc") ? by.reversed() : by);
  }

  private static Activity activity(Workspace workspace, RestRequest request) {
    String sid = request.filled("ActivitySid");
    Activity activity = sid == null ? null : workspace.activity(sid);
    if (sid != null && activity == null) {
      throw Form.bad("ActivitySid", sid, "an activity of this workspace");
    }
    return activity;
  }

  private RestResponse create(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    String name = Frame.name(exchange);
    Activity activity = activity(workspace, exchange.request());
    String attributes = exchange.request().filled("Attributes");
    Worker[] made = new Worker[1];
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) -> made[0] = ws.addWorker(name, attributes, activity, now, effects));
    return shown(201, workspace, made[0]);
  }

  private RestResponse update(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    Worker worker = frame.worker(exchange, "Sid");
    Frame.requireVersion(exchange, worker.version());
    String name = Frame.nameIfGiven(exchange);
    Activity activity = activity(workspace, exchange.request());
    String attributes = exchange.request().filled("Attributes");
    boolean reject = Form.flag(exchange.request(), "RejectPendingReservations", false);
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) ->
                ws.change(worker, name, activity, attributes, reject, now, effects));
    return shown(200, workspace, worker);
  }

  private RestResponse delete(Exchange exchange) {
    Worker worker = frame.worker(exchange, "Sid");
    Frame.requireVersion(exchange, worker.version());
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(worker, now, effects));
    return Frame.gone();
  }

  private ObjectNode json(Workspace workspace, Worker worker, boolean bare) {
    ObjectNode json = Frame.json();
    json.put("sid", worker.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("friendly_name", worker.name());
    json.put("activity_sid", worker.activity().sid());
    json.put("activity_name", worker.activity().name());
    json.put("available", worker.available());
    json.put("attributes", bare ? null : worker.attributes().text());
    json.put("date_created", frame.time(worker.createdAt()));
    json.put("date_updated", frame.time(worker.updatedAt()));
    json.put("date_status_changed", frame.time(worker.activitySince()));
    String sid = worker.sid();
    json.put("url", Frame.url(workspace, "Workers", sid));
    ObjectNode links = json.putObject("links");
    links.put("activity", Frame.url(workspace, "Activities", worker.activity().sid()));
    links.put("channels", Frame.url(workspace, "Workers", sid, "Channels"));
    links.put("worker_channels", Frame.url(workspace, "Workers", sid, "Channels"));
    links.put("reservations", Frame.url(workspace, "Workers", sid, "Reservations"));
    links.put("workspace", Frame.url(workspace));
    links.put("statistics", Frame.url(workspace, "Workers", "Statistics"));
    links.put("real_time_statistics", Frame.url(workspace, "Workers", "RealTimeStatistics"));
    links.put("cumulative_statistics", Frame.url(workspace, "Workers", "CumulativeStatistics"));
    links.put("worker_statistics", Frame.url(workspace, "Workers", sid, "Statistics"));
    return json;
  }
}
