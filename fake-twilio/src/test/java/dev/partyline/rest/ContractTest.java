package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.behaviour.Pins;
import dev.partyline.world.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer of a tour of the API has the keys and types of the vendor's OpenAPI document. */
class ContractTest {

  private static final String TWIML = "<Response><Pause length=\"300\"/></Response>";

  private JsonNode api;

  @BeforeEach
  void read_the_document() throws IOException {
    Path folder = Path.of(System.getProperty("twilio.oai.dir", "twilio-oai"));
    Path file = folder.resolve("twilio_api_v2010.json");
    assumeTrue(
        Files.exists(file),
        "no " + file + "; set twilio.oai.dir to a folder with the vendor's OpenAPI documents");
    api = new ObjectMapper().readTree(file.toFile());
  }

  private record Answered(String method, String path, RestResponse response) {}

  private static List<Answered> tour() {
    List<Answered> answers = new ArrayList<>();
    String call = "/Calls/" + Stage.sid("CA", 2) + ".json";
    String room = "/Conferences/" + Stage.sid("CF", 1);
    String customer = room + "/Participants/" + Stage.sid("CA", 3) + ".json";
    new Stage()
        .voice("<Dial><Conference>room</Conference></Dial>")
        .agentDials(0)
        .application(1_000, app -> add(answers, app, "POST", "/Calls.json", "Twiml", TWIML))
        .application(
            2_000,
            app ->
                answers.add(
                    new Answered("POST", room + "/Participants.json", app.participant("room"))))
        .application(
            15_000,
            app -> {
              add(answers, app, "GET", "/Calls.json");
              add(answers, app, "GET", call);
              add(answers, app, "POST", call, "Status", "completed");
              add(answers, app, "GET", call);
              add(answers, app, "DELETE", call);
              add(answers, app, "GET", "/Conferences.json");
              add(answers, app, "GET", room + ".json");
              add(answers, app, "GET", room + "/Participants.json");
              add(answers, app, "GET", customer);
              add(answers, app, "POST", customer, "Hold", "true");
              add(answers, app, "DELETE", customer);
              add(answers, app, "POST", room + ".json", "Status", "completed");
              add(answers, app, "GET", room + ".json");
            })
        .run();
    return answers;
  }

  private static void add(
      List<Answered> answers, Stage app, String method, String path, String... pairs) {
    RestResponse response =
        method.equals("POST") && path.equals("/Calls.json")
            ? app.call(pairs)
            : app.rest(method, path, pairs);
    answers.add(new Answered(method, path, response));
  }

  @Test
  @Pins({"CALL-02", "CALL-03", "CALL-04", "REST-04"})
  void answers_have_the_status_keys_and_types_of_the_document() {
    List<String> differences = new ArrayList<>();
    List<Answered> tour = tour();
    for (Answered answered : tour) {
      String what = answered.method() + " " + answered.path();
      JsonNode response =
          operation(answered).get("responses").path("" + answered.response().status());
      if (response.isMissingNode()) {
        differences.add(what + " answers " + answered.response().body());
        continue;
      }
      JsonNode schema = response.path("content").path("application/json").path("schema");
      if (schema.isMissingNode()) {
        assertEquals("", answered.response().body(), what);
      } else {
        compare(what, schema, Stage.json(answered.response()), differences);
      }
    }
    assertEquals(List.of(), differences);
    assertEquals(15, tour.size());
  }

  /** The operation of the document whose path has the same fixed words. */
  private JsonNode operation(Answered answered) {
    String path = (Stage.ACCOUNT + answered.path()).replaceAll("/(AC|CA|CF)[0-9a-f]{32}", "/{}");
    for (var entry : api.get("paths").properties()) {
      if (entry.getKey().replaceAll("\\{[A-Za-z]+}", "{}").equals(path)) {
        return entry.getValue().get(answered.method().toLowerCase(java.util.Locale.ROOT));
      }
    }
    throw new AssertionError("no path like " + path);
  }

  private void compare(String where, JsonNode given, JsonNode value, List<String> differences) {
    JsonNode schema = given;
    while (schema.has("$ref")) {
      schema = api.at(schema.get("$ref").textValue().substring(1));
    }
    if (value.isNull()) {
      return;
    }
    if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
      differences.add(where + " is " + value + ", which is not in " + schema.get("enum"));
    }
    String type = schema.path("type").asText("");
    boolean fits =
        switch (type) {
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> true;
        };
    if (!fits) {
      differences.add(where + " is " + value + ", which is no " + type);
    }
    if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").textValue())) {
      differences.add(where + " is " + value + ", unlike " + schema.get("pattern"));
    }
    if (type.equals("array")) {
      for (JsonNode row : value) {
        compare(where + "[]", schema.get("items"), row, differences);
      }
    }
    if (type.equals("object") && schema.has("properties")) {
      TreeSet<String> expected = names(schema.get("properties"));
      TreeSet<String> actual = names(value);
      if (!expected.equals(actual)) {
        differences.add(where + " has " + actual + " where the document has " + expected);
      }
      for (String name : actual) {
        if (expected.contains(name)) {
          compare(
              where + "." + name, schema.get("properties").get(name), value.get(name), differences);
        }
      }
    }
  }

  private static TreeSet<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void comparison_notices_a_missing_key_a_wrong_type_and_an_unknown_word() throws IOException {
    JsonNode wrong =
        new ObjectMapper().readTree("{\"sid\":\"XX1\",\"duration\":7,\"status\":\"asleep\"}");
    JsonNode schema = api.at("/components/schemas/api.v2010.account.call");
    List<String> differences = new ArrayList<>();

    compare("call", schema, wrong, differences);

    assertEquals(4, differences.size(), differences.toString());
    assertTrue(differences.get(0).contains("where the document has"));
  }
}
