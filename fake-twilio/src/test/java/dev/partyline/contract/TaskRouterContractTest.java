package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.contract.Operation.Place;
import dev.partyline.rest.NotModelled;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TaskRouter's document: each operation answers as it says, and thousands of requests made from it
 * get a valid success or a valid error, and what is refused changes nothing.
 */
class TaskRouterContractTest {

  private static final int WORLDS = 12;
  private static final int REQUESTS = 200;
  private static final int AT_ONCE = 8;

  private static final Map<String, String> VALUES =
      Map.of(
          "FriendlyName", "a name",
          "UniqueName", "unique",
          "Configuration", "{\"task_routing\":{\"default_filter\":{\"queue\":\"QUEUE\"}}}");

  static Stream<Operation> operations() {
    return VendorDocuments.taskRouter().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_answers_as_documented(Operation operation) {
    Stage stage = new Stage();
    List<RestResponse> answers = new ArrayList<>();
    Desktop[] desk = new Desktop[1];
    stage.platform(1_000, app -> desk[0] = Desktop.open(app));
    stage.platform(
        5_000,
        app -> {
          String path = path(operation, desk[0]);
          RestResponse answer =
              app.ask(
                  new RestRequest(
                      operation.method(),
                      path,
                      required(operation, desk[0]),
                      Account.SID,
                      Account.TOKEN));
          answers.add(answer);
          Contract.check(operation.method(), path, answer.status(), answer.body());
        });
    stage.run();

    RestResponse answer = answers.get(0);
    assertTrue(
        operation.answers().containsKey(answer.status()),
        () -> operation + " answers " + answer + " and not " + operation.answers().keySet());
  }

  private static String path(Operation operation, Desktop desk) {
    StringBuilder path = new StringBuilder();
    String collection = "";
    for (String word : operation.template().substring(1).split("/")) {
      if (word.startsWith("{")) {
        String sid = desk.sid(operation, path.toString(), collection);
        path.append('/').append(sid);
      } else {
        collection = word;
        path.append('/').append(word);
      }
    }
    return path.toString();
  }

  private static Map<String, List<String>> required(Operation operation, Desktop desk) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    operation.parameters().stream()
        .filter(one -> one.place() == Place.FORM && one.required())
        .forEach(one -> params.put(one.name(), List.of(VALUES.get(one.name()))));
    if (operation.id().equals("CreateTask")) {
      params.put("WorkflowSid", List.of(desk.column("Workflows", "sid").get(0)));
    }
    params.computeIfPresent(
        "Configuration",
        (name, value) ->
            List.of(value.get(0).replace("QUEUE", desk.column("TaskQueues", "sid").get(0))));
    return params;
  }

  // ---- variants ----

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> tally = new TreeMap<>();

  @Test
  void every_generated_request_is_answered_by_the_contract_and_refusals_change_nothing() {
    List<Operation> served = VendorDocuments.taskRouter().operations();
    for (int seed = 0; seed < WORLDS && problems.size() < 20; seed++) {
      play(seed, served);
    }

    assertEquals(List.of(), problems);
    assertTrue(tally.values().stream().mapToInt(n -> n).sum() >= 2_000, tally::toString);
    assertTrue(tally.getOrDefault("2xx", 0) > WORLDS * REQUESTS / 10, tally::toString);
    assertTrue(tally.getOrDefault("4xx", 0) > WORLDS * REQUESTS / 10, tally::toString);
    assertEquals(0, tally.getOrDefault("gap", 0), tally::toString);
  }

  private void play(int seed, List<Operation> served) {
    Values values = new Values(new SplittableRandom(seed));
    Variants variants = new Variants(served, values);
    Stage stage = new Stage();
    Desktop[] desk = new Desktop[1];
    stage.platform(
        1_000,
        app -> {
          desk[0] = Desktop.open(app);
          values.learn(desk[0].workspace);
          Desktop.LISTS.forEach(list -> desk[0].column(list, "sid").forEach(values::learn));
        });
    for (int i = 0; i < REQUESTS / AT_ONCE; i++) {
      stage.platform(3_000 + i * 700L, app -> burst(seed, app, variants, values));
    }
    try {
      stage.run();
    } catch (AssertionError failure) {
      problems.add("seed " + seed + ": " + failure.getMessage());
    }
  }

  private void burst(int seed, Stage app, Variants variants, Values values) {
    String before = state(app);
    for (int i = 0; i < AT_ONCE; i++) {
      RestRequest request = variants.next();
      String what =
          "seed " + seed + ": " + request.method() + " " + request.path() + " " + cut(request);
      String kind = "gap";
      try {
        RestResponse response = app.ask(request);
        kind = response.status() / 100 + "xx";
        Contract.problems(request.method(), request.path(), response.status(), response.body())
            .forEach(problem -> problems.add(what + ": " + problem));
        if (response.status() >= 500) {
          problems.add(what + " answers " + response);
        }
        learn(values, response);
      } catch (NotModelled gap) {
        problems.add(what + " is not modelled: " + gap.getMessage());
      } catch (RuntimeException | StackOverflowError broken) {
        problems.add(what + " throws " + broken + " at " + broken.getStackTrace()[0]);
      }
      tally.merge(kind, 1, Integer::sum);
      String after = state(app);
      if ((!kind.equals("2xx") || request.method().equals("GET")) && !before.equals(after)) {
        problems.add(what + " was " + kind + " and changed something");
      }
      before = after;
    }
  }

  private static String cut(RestRequest request) {
    String text = request.params().toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  private static void learn(Values values, RestResponse response) {
    if (response.status() == 200 || response.status() == 201) {
      JsonNode sid = Stage.json(response).path("sid");
      if (sid.asText().matches("[A-Z]{2}[0-9a-f]{32}")) {
        values.learn(sid.textValue());
      }
    }
  }

  /** Everything that REST shows of all workspaces, and how much has happened. */
  private static String state(Stage app) {
    StringBuilder state = new StringBuilder("happenings " + app.journal().entries().size());
    JsonNode all = Stage.json(Desktop.ask(app, "GET", "/v1/Workspaces"));
    state.append(all);
    for (JsonNode one : all.get("workspaces")) {
      for (String list : Desktop.LISTS) {
        state.append(
            Desktop.ask(
                    app,
                    "GET",
                    "/v1/Workspaces/" + one.get("sid").textValue() + "/" + list,
                    "PageSize",
                    "1000")
                .body());
      }
    }
    return state.toString();
  }
}
