package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.contract.Operation.Parameter;
import dev.partyline.contract.Operation.Place;
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

/** Every operation of Sync's document answers as documented, and so does whatever is asked. */
class SyncOperationsTest {

  private static final int WORLDS = 10;
  private static final int REQUESTS = 200;
  private static final String ROOT = "/v1/Services/default";
  private static final Map<String, String> NAMES =
      Map.of(
          "ServiceSid", "default",
          "DocumentSid", "d",
          "ListSid", "l",
          "MapSid", "m",
          "StreamSid", "s",
          "Index", "0",
          "Key", "k",
          "Identity", "bob");

  static Stream<Operation> operations() {
    return VendorDocuments.sync().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_operation_of_sync_answers_as_documented(Operation operation) {
    Stage stage = new Stage();
    List<RestResponse> answers = new ArrayList<>();
    stage.application(
        0,
        app -> {
          furnish(app);
          Map<String, List<String>> params = new LinkedHashMap<>();
          for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Place.FORM) {
              params.put(parameter.name(), List.of(value(parameter)));
            }
          }
          answers.add(ask(app, operation.method(), path(operation), params));
        });
    stage.run();

    RestResponse answer = answers.get(0);
    assertTrue(
        operation.answers().containsKey(answer.status()),
        () -> operation + " answers " + answer + " and not " + operation.answers().keySet());
    assertEquals(
        List.of(),
        Contract.problems(operation.method(), path(operation), answer.status(), answer.body()));
  }

  @Test
  void whatever_is_asked_of_sync_is_answered_by_the_contract_and_refusals_change_nothing() {
    List<Operation> operations = VendorDocuments.sync().operations();
    List<String> problems = new ArrayList<>();
    Map<String, Integer> tally = new TreeMap<>();
    for (int seed = 0; seed < WORLDS; seed++) {
      Values values = new Values(new SplittableRandom(seed));
      Stage stage = new Stage();
      stage.application(
          0,
          app -> {
            furnish(app);
            for (int i = 0; i < REQUESTS; i++) {
              one(app, values.one(operations), values, problems, tally);
              if (i % 40 == 39) {
                furnish(app);
              }
            }
          });
      stage.run();
    }
    assertEquals(List.of(), problems);
    assertEquals(WORLDS * REQUESTS, tally.values().stream().mapToInt(n -> n).sum());
    assertTrue(tally.get("2xx") > WORLDS * REQUESTS / 5, tally::toString);
    assertTrue(tally.get("4xx") > WORLDS * REQUESTS / 5, tally::toString);
  }

  private static void one(
      Stage app,
      Operation operation,
      Values values,
      List<String> problems,
      Map<String, Integer> tally) {
    boolean wild = values.chance(40);
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.place() == Place.PATH) {
        continue;
      }
      if (values.chance(parameter.required() ? (wild ? 80 : 100) : 40)) {
        params.put(
            parameter.name(),
            List.of(wild && values.chance(50) ? values.odd() : likely(parameter, values)));
      }
    }
    Map<String, String> headers =
        operation.id().startsWith("Update") && values.chance(25)
            ? Map.of("if-match", values.one(List.of("0", "\"1\"", "2", "*", "nonsense!")))
            : Map.of();
    String path = path(operation);
    if (wild && values.chance(40)) {
      String segment = values.one(List.of("d", "l", "m", "s", "none", "%2F", "%zz", "..", "%00"));
      path = path.substring(0, path.lastIndexOf('/') + 1) + segment;
    }
    String what = operation.method() + " " + path + " " + params.keySet() + " " + headers;
    String before = state(app);
    RestResponse answer;
    try {
      answer =
          app.ask(
              new RestRequest(
                  operation.method(), path, params, Account.SID, Account.TOKEN, headers));
    } catch (RuntimeException broken) {
      problems.add(what + " throws " + broken);
      return;
    }
    problems.addAll(
        Contract.problems(operation.method(), path, answer.status(), answer.body()).stream()
            .map(problem -> what + ": " + problem)
            .toList());
    if (answer.status() >= 500) {
      problems.add(what + " answers " + answer);
    }
    boolean read = operation.method().equals("GET");
    if ((read || answer.status() >= 400) && !before.equals(state(app))) {
      problems.add(what + " answers " + answer.status() + " and has changed something");
    }
    tally.merge(answer.status() / 100 + "xx", 1, Integer::sum);
  }

  /** All that Sync shows, and how much has happened. */
  private static String state(Stage app) {
    StringBuilder state = new StringBuilder().append(app.journal().entries().size());
    for (String list :
        List.of(
            "/v1/Services",
            ROOT + "/Documents",
            ROOT + "/Lists",
            ROOT + "/Maps",
            ROOT + "/Streams",
            ROOT + "/Lists/l/Items",
            ROOT + "/Maps/m/Items",
            ROOT + "/Maps/m/Permissions")) {
      state.append('\n').append(ask(app, "GET", list, Map.of()).body());
    }
    return state.toString();
  }

  private static String likely(Parameter parameter, Values values) {
    return switch (parameter.name()) {
      case "Data" -> values.one(List.of("{}", "{\"a\":[1,2.50,null]}", "\"text\"", "17", "{"));
      case "Key" -> values.one(List.of("k", "k2", "a/b", "日本"));
      case "UniqueName" -> values.one(List.of("d", "l", "m", "s", "new", "other"));
      case "From" -> values.one(List.of("0", "1", "k", "zz"));
      case "PageToken" -> values.one(List.of("PAk", "PB0", "nonsense"));
      case "Page" -> "1";
      default -> values.legal(parameter);
    };
  }

  private static String value(Parameter parameter) {
    return switch (parameter.name()) {
      case "Data" -> "{\"a\":1}";
      case "Key", "UniqueName", "FriendlyName" -> "another";
      case "WebhookUrl" -> Account.BASE_URL + "/sync";
      case "ReachabilityDebouncingWindow" -> "2000";
      case "Ttl", "ItemTtl", "CollectionTtl" -> "60";
      default -> "true";
    };
  }

  /** A path in the furnished service; the last SID is that of the collection before it. */
  private static String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    String collection = "";
    for (String word : operation.template().substring(1).split("/")) {
      path.append('/');
      if (!word.startsWith("{")) {
        collection = word;
        path.append(word);
      } else {
        String name = word.substring(1, word.length() - 1);
        path.append(
            name.equals("Sid")
                ? collection.equals("Services")
                    ? "default"
                    : collection.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                : NAMES.get(name));
      }
    }
    return path.toString();
  }

  /** What the paths name; what is there already stays. */
  private static void furnish(Stage app) {
    post(app, "/Documents", "UniqueName", "d");
    post(app, "/Lists", "UniqueName", "l");
    post(app, "/Lists/l/Items", "Data", "{}");
    post(app, "/Maps", "UniqueName", "m");
    post(app, "/Maps/m/Items", "Key", "k", "Data", "{}");
    post(app, "/Streams", "UniqueName", "s");
    for (String object : List.of("/Documents/d", "/Lists/l", "/Maps/m")) {
      post(app, object + "/Permissions/bob", "Read", "true", "Write", "true", "Manage", "false");
    }
  }

  private static void post(Stage app, String path, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.put(pairs[i], List.of(pairs[i + 1]));
    }
    ask(app, "POST", ROOT + path, params);
  }

  private static RestResponse ask(
      Stage app, String method, String path, Map<String, List<String>> params) {
    return app.ask(new RestRequest(method, path, params, Account.SID, Account.TOKEN));
  }
}
