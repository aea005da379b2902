package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A busy workspace, set up and read by REST at one instant. */
final class Desktop {

  static final List<String> LISTS =
      List.of("Activities", "Workers", "TaskQueues", "Workflows", "TaskChannels", "Tasks");

  private final Stage stage;
  final String workspace;

  private Desktop(Stage stage, String workspace) {
    this.stage = stage;
    this.workspace = workspace;
  }

  /** A workspace with a queue, a workflow, two workers and some tasks, none of them offered yet. */
  static Desktop open(Stage stage) {
    JsonNode made =
        json(ask(stage, "POST", "/v1/Workspaces", "FriendlyName", "desk", "Template", "FIFO"));
    Desktop desk = new Desktop(stage, made.get("sid").textValue());
    String available = desk.column("Activities", "sid").get(1);
    for (String name : List.of("ann", "bob")) {
      desk.post(
          "Workers",
          "FriendlyName",
          name,
          "ActivitySid",
          available,
          "Attributes",
          "{\"contact_uri\":\"client:" + name + "\"}");
    }
    String flow = desk.column("Workflows", "sid").get(0);
    for (int i = 0; i < 3; i++) {
      desk.post("Tasks", "WorkflowSid", flow, "Attributes", "{\"level\":" + i + "}");
    }
    desk.post("TaskQueues", "FriendlyName", "spare");
    desk.post("Activities", "FriendlyName", "spare");
    desk.post("TaskChannels", "FriendlyName", "spare", "UniqueName", "spare");
    desk.post(
        "Workflows",
        "FriendlyName",
        "spare",
        "Configuration",
        "{\"task_routing\":{\"default_filter\":{\"queue\":\""
            + desk.column("TaskQueues", "sid").get(0)
            + "\"}}}");
    desk.post("Workers", "FriendlyName", "spare");
    return desk;
  }

  String path() {
    return "/v1/Workspaces/" + workspace;
  }

  JsonNode post(String below, String... pairs) {
    return json(ask(stage, "POST", path() + "/" + below, pairs));
  }

  JsonNode get(String below) {
    return json(ask(stage, "GET", path() + "/" + below, "PageSize", "1000"));
  }

  /** A field of all rows of a list. */
  List<String> column(String below, String field) {
    List<String> values = new ArrayList<>();
    for (var part : get(below).properties()) {
      if (part.getValue().isArray()) {
        part.getValue().forEach(row -> values.add(row.get(field).asText()));
      }
    }
    return values;
  }

  /** A SID for a place in a path: the first there is, or the spare one to be deleted. */
  String sid(Operation operation, String before, String collection) {
    if (collection.equals("Workspaces")) {
      return workspace;
    }
    String list = before.substring(path().length() + 1);
    List<String> all = column(list, "sid");
    boolean last = operation.method().equals("DELETE");
    return all.get(last ? all.size() - 1 : 0);
  }

  static RestResponse ask(Stage stage, String method, String path, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.put(pairs[i], List.of(pairs[i + 1]));
    }
    return stage.ask(new RestRequest(method, path, params, Account.SID, Account.TOKEN));
  }

  private static JsonNode json(RestResponse response) {
    if (response.status() >= 400) {
      throw new AssertionError(response.toString());
    }
    return Stage.json(response);
  }
}
