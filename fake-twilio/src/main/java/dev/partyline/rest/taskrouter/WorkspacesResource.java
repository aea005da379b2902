package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Workspace;
import java.util.Arrays;
import java.util.List;

/** {@code /Workspaces} (TR-WS-13 to TR-WS-18). */
final class WorkspacesResource implements Resource {

  private final Frame frame;

  WorkspacesResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get(Frame.ALL, Frame.handler(this::list))
        .post(
            Frame.ALL,
            List.of(
                "FriendlyName",
                "EventCallbackUrl",
                "EventsFilter",
                "MultiTaskEnabled",
                "Template",
                "PrioritizeQueueOrder"),
            Frame.handler(this::create))
        .get(Frame.ONE, Frame.handler(x -> Frame.answer(200, json(frame.workspace(x)))))
        .post(
            Frame.ONE,
            List.of(
                "DefaultActivitySid",
                "EventCallbackUrl",
                "EventsFilter",
                "FriendlyName",
                "MultiTaskEnabled",
                "TimeoutActivitySid",
                "PrioritizeQueueOrder"),
            Frame.handler(this::update))
        .delete(
            Frame.ONE,
            Frame.handler(
                x -> {
                  frame.workspaces().remove(frame.workspace(x));
                  return Frame.gone();
                }));
  }

  private RestResponse list(Exchange exchange) {
    List<Workspace> rows =
        frame.workspaces().all(exchange.account().sid()).stream()
            .filter(one -> Frame.passes(exchange.request(), "FriendlyName", one.settings().name()))
            .toList();
    return frame.page(exchange, "workspaces", rows, Workspace::sid, this::json);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace.Settings settings =
        new Workspace.Settings(
            Frame.name(exchange),
            Form.url(request, "EventCallbackUrl", 20001),
            filter(request, List.of()),
            Form.flag(request, "MultiTaskEnabled", true),
            lifo(request, false));
    String template = Form.word(request, "Template", "NONE", List.of("NONE", "FIFO"));
    Workspace made =
        frame.workspaces().create(exchange.account().sid(), settings, template.equals("FIFO"));
    return Frame.answer(201, json(made));
  }

  private static List<String> filter(RestRequest request, List<String> standard) {
    String value = request.first("EventsFilter");
    return value == null
        ? standard
        : Arrays.stream(value.split(",")).map(String::trim).filter(one -> !one.isEmpty()).toList();
  }

  private static boolean lifo(RestRequest request, boolean standard) {
    String order =
        Form.word(
            request, "PrioritizeQueueOrder", standard ? "LIFO" : "FIFO", List.of("FIFO", "LIFO"));
    return order.equals("LIFO");
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    Workspace.Settings old = workspace.settings();
    String name = Frame.nameIfGiven(exchange);
    String url =
        request.first("EventCallbackUrl") == null
            ? old.eventCallback()
            : Form.url(request, "EventCallbackUrl", 20001);
    Workspace.Settings settings =
        new Workspace.Settings(
            name == null ? old.name() : name,
            url,
            filter(request, old.eventsFilter()),
            Form.flag(request, "MultiTaskEnabled", old.multitask()),
            lifo(request, old.lifoFirst()));
    Activity ofNew = activity(workspace, request, "DefaultActivitySid");
    Activity afterTimeout = activity(workspace, request, "TimeoutActivitySid");
    frame
        .workspaces()
        .give(workspace, (ws, now, effects) -> ws.change(settings, ofNew, afterTimeout, now));
    return Frame.answer(200, json(workspace));
  }

  private static Activity activity(Workspace workspace, RestRequest request, String name) {
    String sid = request.filled(name);
    Activity activity = sid == null ? null : workspace.activity(sid);
    if (sid != null && activity == null) {
      throw Form.bad(name, sid, "an activity of this workspace");
    }
    return activity;
  }

  private ObjectNode json(Workspace workspace) {
    ObjectNode json = Frame.json();
    Workspace.Settings settings = workspace.settings();
    json.put("sid", workspace.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("friendly_name", settings.name());
    json.put("date_created", frame.time(workspace.createdAt()));
    json.put("date_updated", frame.time(workspace.updatedAt()));
    json.put("default_activity_sid", workspace.defaultActivity().sid());
    json.put("default_activity_name", workspace.defaultActivity().name());
    json.put("timeout_activity_sid", workspace.timeoutActivity().sid());
    json.put("timeout_activity_name", workspace.timeoutActivity().name());
    json.put("event_callback_url", settings.eventCallback());
    json.put(
        "events_filter",
        settings.eventsFilter().isEmpty() ? null : String.join(",", settings.eventsFilter()));
    json.put("multi_task_enabled", settings.multitask());
    json.put("prioritize_queue_order", settings.lifoFirst() ? "LIFO" : "FIFO");
    json.put("url", Frame.url(workspace));
    ObjectNode links = json.putObject("links");
    links.put("activities", Frame.url(workspace, "Activities"));
    links.put("workers", Frame.url(workspace, "Workers"));
    links.put("workflows", Frame.url(workspace, "Workflows"));
    links.put("tasks", Frame.url(workspace, "Tasks"));
    links.put("task_queues", Frame.url(workspace, "TaskQueues"));
    links.put("task_channels", Frame.url(workspace, "TaskChannels"));
    links.put("events", Frame.url(workspace, "Events"));
    links.put("statistics", Frame.url(workspace, "Statistics"));
    links.put("real_time_statistics", Frame.url(workspace, "RealTimeStatistics"));
    links.put("cumulative_statistics", Frame.url(workspace, "CumulativeStatistics"));
    return json;
  }
}
