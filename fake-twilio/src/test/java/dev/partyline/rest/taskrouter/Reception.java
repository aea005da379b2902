package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An application that sets up a workspace by REST and works with it. The platform takes no time
 * unless told; every answer is checked against the vendor's document.
 */
final class Reception {

  static final String HOST = "https://taskrouter.twilio.com";

  final Stage stage = new Stage();
  private boolean instant = true;
  private String workspace;

  Reception knob(Knob knob, String value) {
    stage.knob(knob, value);
    return this;
  }

  /** The platform's steps take their usual time. */
  Reception takingTime() {
    instant = false;
    return this;
  }

  /** Does it on a fiber of the application, in a new workspace, and plays to the end. */
  Reception open(Consumer<Reception> body) {
    if (instant) {
      stage.instantly();
    }
    stage.application(
        0,
        app -> {
          workspace =
              "/v1/Workspaces/"
                  + post("/v1/Workspaces", "FriendlyName", "desk").get("sid").textValue();
          body.accept(this);
        });
    stage.run();
    return this;
  }

  /** The path of the workspace. */
  String workspace() {
    return workspace;
  }

  /** Lets simulated time pass. */
  void pass(double seconds) {
    stage.surroundings().sleep(Duration.ofMillis((long) (seconds * 1000)));
  }

  RestResponse ask(String method, String path, String... pairs) {
    return ask(method, path, null, pairs);
  }

  private RestResponse ask(String method, String path, String ifMatch, String[] pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
    }
    String full = path.startsWith("/v1") ? path : workspace + path;
    return stage
        .surroundings()
        .call(
            new RestRequest(
                method,
                full,
                params,
                Account.SID,
                Account.TOKEN,
                ifMatch == null ? Map.of() : Map.of("if-match", ifMatch)));
  }

  /** With this version in If-Match. */
  RestResponse askIf(String ifMatch, String method, String path, String... pairs) {
    return ask(method, path, ifMatch, pairs);
  }

  JsonNode post(String path, String... pairs) {
    return json(ask("POST", path, pairs));
  }

  JsonNode get(String path, String... pairs) {
    return json(ask("GET", path, pairs));
  }

  private static JsonNode json(RestResponse response) {
    if (response.status() >= 400) {
      throw new AssertionError(response.toString());
    }
    return Stage.json(response);
  }

  /** The status, and the code of an error: {@code 400 20001}. */
  String code(String method, String path, String... pairs) {
    return code(ask(method, path, pairs));
  }

  static String code(RestResponse response) {
    return response.status() + (response.code() == 0 ? "" : " " + response.code());
  }

  /** What the refusal says. */
  String refusal(String path, String... pairs) {
    RestResponse response = ask("POST", path, pairs);
    if (response.status() < 400) {
      throw new AssertionError("not refused: " + response);
    }
    return Stage.json(response).get("message").textValue();
  }

  /** Values of a field of all rows of a list. */
  List<String> column(String path, String key, String field, String... pairs) {
    List<String> values = new ArrayList<>();
    get(path, pairs).get(key).forEach(row -> values.add(row.get(field).asText()));
    return values;
  }

  // ---- what is set up ----

  String activity(String name) {
    return get("/Activities", "FriendlyName", name).at("/activities/0/sid").textValue();
  }

  /** A worker; SID. */
  String worker(String name, String activity, String attributes) {
    return post(
            "/Workers",
            "FriendlyName",
            name,
            "ActivitySid",
            activity(activity),
            "Attributes",
            attributes)
        .get("sid")
        .textValue();
  }

  /** A queue; SID. */
  String queue(String name, String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = "FriendlyName";
    all[pairs.length + 1] = name;
    return post("/TaskQueues", all).get("sid").textValue();
  }

  /** A workflow of everything into one queue; SID. */
  String straight(String queue, String... pairs) {
    return workflow("{\"default_filter\":{\"queue\":\"" + queue + "\"}}", pairs);
  }

  String workflow(String routing, String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 4);
    all[pairs.length] = "FriendlyName";
    all[pairs.length + 1] = "flow";
    all[pairs.length + 2] = "Configuration";
    all[pairs.length + 3] = "{\"task_routing\":" + routing + "}";
    return post("/Workflows", all).get("sid").textValue();
  }

  /** A task; its JSON. */
  JsonNode task(String workflow, String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = "WorkflowSid";
    all[pairs.length + 1] = workflow;
    return post("/Tasks", all);
  }

  static String sid(JsonNode json) {
    return json.get("sid").textValue();
  }

  /** The path of the newest reservation of a task, below it. */
  String offer(String task) {
    List<String> all = column("/Tasks/" + task + "/Reservations", "reservations", "sid");
    return "/Tasks/" + task + "/Reservations/" + all.get(all.size() - 1);
  }

  String status(String task) {
    return get("/Tasks/" + task).get("assignment_status").textValue();
  }
}
