package dev.partyline.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.behaviour.Pins;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String CUSTOMER = "%2B819000000001";

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private Javalin application;
  private LivePlatform platform;
  private Doors door;
  private int port;

  @BeforeEach
  void open() {
    application =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post(
                      "/voice",
                      context ->
                          context
                              .contentType("text/xml")
                              .result(
                                  "<Response><Dial><Conference>room</Conference></Dial></Response>"));
                  config.routes.post(
                      "/events",
                      context -> {
                        events.add(context.formParam("StatusCallbackEvent"));
                        context.status(204);
                      });
                })
            .start("127.0.0.1", 0);
    platform =
        LivePlatform.start(
            LiveSettings.standard().with(() -> Account.directory(url("/voice"), null)));
    platform.clock().freeze();
    door = Doors.open(platform, "127.0.0.1", 0, new ControlApi(platform)::addTo);
    port = door.port();
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
    application.stop();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + application.port() + path;
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, "/_partyline" + path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> api(String path, String form) throws Exception {
    String pair = Account.SID + ":" + Account.TOKEN;
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + port + "/2010-04-01/Accounts/" + Account.SID + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> dial() throws Exception {
    return api(
        "/Conferences/room/Participants.json",
        "From=%2B81345678900&To="
            + CUSTOMER
            + "&ConferenceStatusCallback="
            + url("/events")
            + "&ConferenceStatusCallbackEvent=join+leave+end");
  }

  @Test
  @Pins("REGION-04")
  void the_region_of_the_control_plane_is_a_label_that_a_knob_changes() throws Exception {
    assertEquals("us1", ask("GET", "", "").path("controlPlane").asText());
    ask("PUT", "/knobs", "{\"region.controlPlane\":\"ie1\"}");
    assertEquals("ie1", ask("GET", "", "").path("controlPlane").asText());
  }

  @Test
  void the_bug_that_started_it_is_told_live() throws Exception {
    ask("PUT", "/phones/" + CUSTOMER, "{\"does\":\"busy\",\"ringsAfterMs\":400}");
    assertEquals(201, dial().statusCode());
    ask("POST", "/clock/advance", "{\"ms\":2500}");
    ask("POST", "/calls", "{\"client\":\"agent\",\"parameters\":{\"To\":\"+819000000001\"}}");
    ask("POST", "/clock/advance", "{\"ms\":60000}");

    JsonNode rooms = ask("GET", "/conferences?all=true", "");
    assertEquals(2, rooms.size());
    assertEquals("room", rooms.get(1).path("friendlyName").asText());
    assertEquals("completed", rooms.get(0).path("status").asText());
    assertEquals(1, rooms.get(1).path("participants").size());
    assertEquals(List.of("participant-leave", "conference-end"), events);
    assertTrue(ask("GET", "/story", "").toString().contains("second conference"));
  }

  @Test
  void a_phone_may_do_one_thing_first_and_another_later() throws Exception {
    ask("PUT", "/phones/" + CUSTOMER, "{\"calls\":[{\"does\":\"busy\"},{\"does\":\"by-hand\"}]}");
    String first = JSON.readTree(dial().body()).path("call_sid").asText();
    ask("POST", "/clock/advance", "{\"ms\":3000}");
    String second = JSON.readTree(dial().body()).path("call_sid").asText();
    ask("POST", "/clock/advance", "{\"ms\":3000}");

    assertEquals("busy", status(first));
    assertEquals("ringing", status(second));
    assertEquals(
        "in-progress", ask("POST", "/calls/" + second + "/answer", "").path("status").asText());
    assertEquals(
        "completed", ask("POST", "/calls/" + second + "/hang-up", "").path("status").asText());
    assertEquals(409, send("POST", "/_partyline/calls/" + second + "/keys", "{}").statusCode());
  }

  private String status(String sid) throws Exception {
    for (JsonNode call : ask("GET", "/calls?all=true", "")) {
      if (call.path("sid").asText().equals(sid)) {
        return call.path("status").asText();
      }
    }
    return "none";
  }

  @Test
  void planned_faults_happen_as_often_as_planned() throws Exception {
    ask(
        "POST",
        "/faults",
        "{\"action\":\"fail-after-commit\",\"method\":\"POST\",\"path\":\"Participants\",\"times\":2}");

    assertEquals(503, dial().statusCode());
    assertEquals(503, dial().statusCode());
    assertEquals(201, dial().statusCode());
    assertEquals(2, ask("GET", "/faults", "").get(0).path("happened").asInt());
    assertEquals(3, ask("GET", "/calls", "").size(), "it failed after the calls were made");
  }

  @Test
  void a_fault_lets_some_pass_first_and_the_story_names_strangers_by_their_numbers()
      throws Exception {
    JsonNode fault =
        ask(
            "POST",
            "/faults",
            "{\"action\":\"fail-before-commit\",\"path\":\"Participants\",\"skip\":1}");
    assertEquals(1, fault.path("skip").asInt());

    assertEquals(201, dial().statusCode());
    assertEquals(503, dial().statusCode());
    ask("POST", "/clock/advance", "{\"ms\":15000}");
    String story = ask("GET", "/story", "").toString();
    assertTrue(story.contains("+819000000001 answers"), story);
  }

  @Test
  void an_event_can_be_delayed_and_a_webhook_sent_again() throws Exception {
    ask(
        "POST",
        "/faults",
        "{\"action\":\"delay\",\"event\":\"participant-join\",\"delayMs\":20000}");
    dial();
    ask("POST", "/clock/advance", "{\"ms\":15000}");
    assertEquals(List.of(), events);
    ask("POST", "/clock/advance", "{\"ms\":15000}");
    assertEquals(List.of("participant-join"), events);

    String name =
        Stream.of(ask("GET", "/webhooks", "").get(0))
            .findFirst()
            .orElseThrow()
            .path("name")
            .asText();
    ask("POST", "/webhooks/" + name + "/replay", "");
    ask("POST", "/clock/advance", "{\"ms\":100}");
    assertEquals(List.of("participant-join", "participant-join"), events);
  }

  @Test
  void knobs_turn_while_it_runs_and_reset_begins_anew() throws Exception {
    ask("PUT", "/knobs", "{\"rest.failBeforeCommit\":\"1\"}");
    assertEquals(503, dial().statusCode());
    ask("POST", "/reset", "");
    assertEquals(0, ask("GET", "/calls?all=true", "").size());
  }

  @Test
  void mistakes_are_named() throws Exception {
    List<List<String>> wrong =
        List.of(
            List.of("PUT", "/phones/12", "{}", "is no address"),
            List.of("PUT", "/phones/" + CUSTOMER, "{\"dose\":\"busy\"}", "no field 'dose'"),
            List.of("PUT", "/phones/" + CUSTOMER, "{\"does\":\"sings\"}", "one of [answers"),
            List.of(
                "PUT", "/phones/" + CUSTOMER, "{\"keys\":[{\"keys\":1}]}", "'keys[0].keys' is 1"),
            List.of("PUT", "/phones/" + CUSTOMER, "{", "line 1"),
            List.of("POST", "/calls", "{\"from\":\"+1\"}", "'to' is missing"),
            List.of("POST", "/calls", "{\"from\":\"+15005550006\",\"to\":\"+2\"}", "nobody owns"),
            List.of("POST", "/faults", "{\"action\":\"explode\"}", "one of [fail-before-commit"),
            List.of("POST", "/faults", "{\"action\":\"drop\",\"method\":\"GET\"}", "left out"),
            List.of("PUT", "/knobs", "{\"conf.nothing\":\"1\"}", "no knob 'conf.nothing'"),
            List.of("PUT", "/clock", "{\"speed\":-1}", "more than 0"));
    for (List<String> one : wrong) {
      HttpResponse<String> answer = send(one.get(0), "/_partyline" + one.get(1), one.get(2));
      assertEquals(400, answer.statusCode(), one + " " + answer.body());
      assertTrue(answer.body().contains(one.get(3)), one + " " + answer.body());
    }
    assertEquals(404, send("POST", "/_partyline/calls/CA1/answer", "").statusCode());
    assertEquals(404, send("DELETE", "/_partyline/faults/9", "").statusCode());
  }

  @Test
  void every_route_of_the_document_is_served() throws Exception {
    JsonNode document = ask("GET", "/openapi.json", "");
    int count = 0;
    for (var paths = document.path("paths").fields(); paths.hasNext(); ) {
      var path = paths.next();
      for (var methods = path.getValue().fieldNames(); methods.hasNext(); ) {
        String method = methods.next().toUpperCase();
        count++;
        if (path.getKey().endsWith("/live")) {
          continue;
        }
        String real = path.getKey().replaceAll("\\{[a-z]+\\}", "x");
        String body = send(method, real, "{}").body();
        assertTrue(!body.contains("The requested resource"), method + " " + real + ": " + body);
      }
    }
    assertEquals(44, count);
  }
}
