package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import java.util.List;

/** {@code /Workflows} (TR-WF-01 to TR-WF-03). */
final class WorkflowsResource implements Resource {

  private static final int STANDARD_SECONDS = 120;
  private static final int LONGEST_SECONDS = 86_400;

  private final Frame frame;

  WorkflowsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Workflows";
    String one = all + "/{Sid}";
    routes
        .get(all, Frame.handler(this::list))
        .post(
            all,
            List.of(
                "FriendlyName",
                "Configuration",
                "AssignmentCallbackUrl",
                "FallbackAssignmentCallbackUrl",
                "TaskReservationTimeout"),
            Frame.handler(this::create))
        .get(
            one,
            Frame.handler(
                x -> Frame.answer(200, json(frame.workspace(x), frame.workflow(x, "Sid")))))
        .post(
            one,
            List.of(
                "FriendlyName",
                "AssignmentCallbackUrl",
                "FallbackAssignmentCallbackUrl",
                "Configuration",
                "TaskReservationTimeout",
                "ReEvaluateTasks"),
            Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private RestResponse list(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    List<Workflow> rows =
        workspace.workflows().stream()
            .filter(one -> Frame.passes(exchange.request(), "FriendlyName", one.name()))
            .toList();
    return frame.page(exchange, "workflows", rows, Workflow::sid, row -> json(workspace, row));
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String name = Frame.name(exchange);
    String configuration = Form.required(request, "Configuration", 20001);
    String assignment = Form.url(request, "AssignmentCallbackUrl", 20001);
    String fallback = Form.url(request, "FallbackAssignmentCallbackUrl", 20001);
    int timeout =
        Form.whole(request, "TaskReservationTimeout", STANDARD_SECONDS, 1, LONGEST_SECONDS);
    Workflow[] made = new Workflow[1];
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) ->
                made[0] =
                    ws.addWorkflow(
                        name, configuration, assignment, fallback, timeout, now, effects));
    return Frame.answer(201, json(workspace, made[0]));
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    Workflow workflow = frame.workflow(exchange, "Sid");
    String name = Frame.nameIfGiven(exchange);
    String configuration = request.filled("Configuration");
    String assignment = Form.url(request, "AssignmentCallbackUrl", 20001);
    String fallback = Form.url(request, "FallbackAssignmentCallbackUrl", 20001);
    Integer timeout =
        request.filled("TaskReservationTimeout") == null
            ? null
            : Form.whole(request, "TaskReservationTimeout", 1, 1, LONGEST_SECONDS);
    boolean reEvaluate = Form.flag(request, "ReEvaluateTasks", false);
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) ->
                ws.change(
                    workflow,
                    name,
                    configuration,
                    assignment,
                    fallback,
                    timeout,
                    reEvaluate,
                    now,
                    effects));
    return Frame.answer(200, json(workspace, workflow));
  }

  private RestResponse delete(Exchange exchange) {
    Workflow workflow = frame.workflow(exchange, "Sid");
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(workflow, now, effects));
    return Frame.gone();
  }

  private ObjectNode json(Workspace workspace, Workflow workflow) {
    ObjectNode json = Frame.json();
    Workflow.Settings settings = workflow.settings();
    json.put("sid", workflow.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("friendly_name", workflow.name());
    json.put("configuration", settings.plan().text());
    json.put("assignment_callback_url", settings.assignmentCallback());
    json.put("fallback_assignment_callback_url", settings.fallbackCallback());
    json.put("task_reservation_timeout", settings.reservationTimeoutSeconds());
    json.put("document_content_type", "application/json");
    json.put("date_created", frame.time(workflow.createdAt()));
    json.put("date_updated", frame.time(workflow.updatedAt()));
    String sid = workflow.sid();
    json.put("url", Frame.url(workspace, "Workflows", sid));
    ObjectNode links = json.putObject("links");
    links.put("workspace", Frame.url(workspace));
    links.put("statistics", Frame.url(workspace, "Workflows", sid, "Statistics"));
    links.put("real_time_statistics", Frame.url(workspace, "Workflows", sid, "RealTimeStatistics"));
    links.put(
        "cumulative_statistics", Frame.url(workspace, "Workflows", sid, "CumulativeStatistics"));
    return json;
  }
}
