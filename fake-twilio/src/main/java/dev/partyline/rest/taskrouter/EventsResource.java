package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.rest.SnakeCase;
import dev.partyline.taskrouter.EventFields;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /Events} (TR-EV-11): newest first. */
final class EventsResource implements Resource {

  private static final Map<String, String> COLLECTIONS =
      new TreeMap<>(
          Map.of(
              "task", "Tasks",
              "worker", "Workers",
              "task-queue", "TaskQueues",
              "workflow", "Workflows",
              "activity", "Activities",
              "task-channel", "TaskChannels"));

  private final Frame frame;

  EventsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Events";
    routes.get(all, Frame.handler(this::list)).get(all + "/{Sid}", Frame.handler(this::fetch));
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    Period period = Period.of(exchange, frame);
    List<TaskRouterEvent> rows = new ArrayList<>();
    for (TaskRouterEvent event : workspace.history()) {
      if (period.has(event.at()) && passes(request, event)) {
        rows.add(0, event);
      }
    }
    return frame.page(exchange, "events", rows, TaskRouterEvent::sid, row -> json(workspace, row));
  }

  private static boolean passes(RestRequest request, TaskRouterEvent event) {
    String channel = request.filled("TaskChannel");
    return Frame.passes(request, "EventType", event.type())
        && Frame.passes(request, "Sid", event.sid())
        && Frame.passes(request, "TaskSid", event.task() == null ? null : event.task().sid())
        && Frame.passes(request, "WorkerSid", event.worker() == null ? null : event.worker().sid())
        && Frame.passes(
            request, "WorkflowSid", event.workflow() == null ? null : event.workflow().sid())
        && Frame.passes(request, "TaskQueueSid", event.queue() == null ? null : event.queue().sid())
        && Frame.passes(
            request,
            "ReservationSid",
            event.reservation() == null ? null : event.reservation().sid())
        && (channel == null
            || event.task() != null
                && (channel.equals(event.task().channel().uniqueName())
                    || channel.equals(event.task().channel().sid())));
  }

  private RestResponse fetch(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    for (TaskRouterEvent event : workspace.history()) {
      if (event.sid().equals(exchange.path("Sid"))) {
        return Frame.answer(200, json(workspace, event));
      }
    }
    return Frame.answer(200, Frame.require(null, exchange));
  }

  private ObjectNode json(Workspace workspace, TaskRouterEvent event) {
    ObjectNode json = Frame.json();
    long ms = frame.workspaces().instant(event.at()).toEpochMilli();
    json.put("sid", event.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("event_type", event.type());
    json.put("event_date", frame.time(event.at()));
    json.put("event_date_ms", ms);
    ObjectNode data = json.putObject("event_data");
    EventFields.of(workspace, event, ms)
        .forEach((name, value) -> data.put(SnakeCase.ofKey(name), value));
    json.put("description", event.description());
    json.put("resource_type", event.resourceType());
    json.put("resource_sid", event.resourceSid());
    json.put("resource_url", url(workspace, event));
    json.put("actor_type", "workspace");
    json.put("actor_sid", workspace.sid());
    json.put("actor_url", Frame.url(workspace));
    json.put("source", "twilio");
    json.put("source_ip_address", (String) null);
    json.put("url", Frame.url(workspace, "Events", event.sid()));
    return json;
  }

  private static String url(Workspace workspace, TaskRouterEvent event) {
    if (event.reservation() != null) {
      return Frame.url(
          workspace, "Tasks", event.task().sid(), "Reservations", event.reservation().sid());
    }
    String collection = COLLECTIONS.get(event.resourceType());
    return collection == null
        ? Frame.url(workspace)
        : Frame.url(workspace, collection, event.resourceSid());
  }
}
