package dev.partyline.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Softphones by HTTP, on a clock that stands unless it is advanced. */
class SoftphoneRoutesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> parameters = Collections.synchronizedList(new ArrayList<>());
  private Javalin application;
  private LivePlatform platform;
  private Doors door;

  @BeforeEach
  void open() {
    application =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post(
                      "/voice",
                      context -> {
                        parameters.add(context.formParam("From") + " " + context.formParam("desk"));
                        context
                            .contentType("text/xml")
                            .result("<Response><Dial><Client>agent_b</Client></Dial></Response>");
                      });
                })
            .start("127.0.0.1", 0);
    String voice = "http://127.0.0.1:" + application.port() + "/voice";
    platform =
        LivePlatform.start(LiveSettings.standard().with(() -> Account.directory(voice, null)));
    platform.clock().freeze();
    door = Doors.open(platform, "127.0.0.1", 0, new ControlApi(platform)::addTo);
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
    application.stop();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + door.port() + "/_partyline" + path);
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private void pass(long ms) throws Exception {
    ask("POST", "/clock/advance", "{\"ms\":" + ms + "}");
  }

  /** Lets time pass in small steps, since the application takes its own time to answer. */
  private void passUntil(String name, String state) throws Exception {
    for (int i = 0; i < 100 && !state(name).equals(state); i++) {
      pass(200);
    }
    assertEquals(state, state(name), name);
  }

  private String state(String name) throws Exception {
    JsonNode calls = ask("GET", "/softphones/" + name, "").path("calls");
    return calls.isEmpty() ? "none" : calls.get(0).path("state").asText();
  }

  /** The first events of a softphone, each as {@code word call}. */
  private List<String> events(String name, int count) throws Exception {
    List<String> events = new ArrayList<>();
    HttpResponse<InputStream> answer =
        HTTP.send(
            HttpRequest.newBuilder(uri("/softphones/" + name + "/live"))
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String event = "";
      while (events.size() < count) {
        String line = lines.readLine();
        if (line.startsWith("event:")) {
          event = line.substring(6).trim();
        } else if (line.startsWith("data:")) {
          JsonNode call = JSON.readTree(line.substring(5)).path("call");
          events.add(event + (call.isNull() ? "" : " " + call.asText()));
        }
      }
    }
    return events;
  }

  @Test
  void one_softphone_calls_another_which_rings_answers_and_hears_it() throws Exception {
    ask("POST", "/softphones", "{\"identity\":\"agent_a\"}");
    ask("POST", "/softphones", "{\"identity\":\"agent_b\",\"edge\":\"sydney\"}");
    pass(1_000);
    assertEquals("registered", ask("GET", "/softphones/agent_b.device", "").path("state").asText());

    ask("POST", "/softphones/agent_a.device/connect", "{\"parameters\":{\"desk\":\"7\"}}");
    passUntil("agent_b.device", "pending");
    assertEquals(List.of("client:agent_a 7"), parameters);
    ask("POST", "/softphones/agent_b.device/accept", "");
    passUntil("agent_b.device", "open");
    passUntil("agent_a.device", "open");

    JsonNode hearing = ask("GET", "/hearing", "");
    assertEquals(2, hearing.size());
    assertEquals("jp1", hearing.get(0).path("region").asText());
    assertEquals(213, hearing.get(0).path("ms").asLong());
    assertEquals("client:agent_a", hearing.get(0).path("speakerIs").asText());

    ask("POST", "/softphones/agent_b.device/mute", "");
    assertEquals(1, ask("GET", "/hearing", "").size());
    ask("POST", "/softphones/agent_a.device/hang-up", "");
    passUntil("agent_b.device", "none");
    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "mute", "disconnect"),
        events("agent_b.device", 6).stream().map(event -> event.split(" ")[0]).toList());
  }

  @Test
  void token_of_the_real_sdk_opens_a_softphone_and_a_bad_one_is_told_what_is_wrong()
      throws Exception {
    String good = token(Account.API_SECRET);
    JsonNode phone = ask("POST", "/softphones", "{\"token\":\"" + good + "\"}");
    assertEquals("agent_a", phone.path("identity").asText());
    pass(1_000);
    assertEquals("registered", ask("GET", "/softphones/agent_a.device", "").path("state").asText());
    pass(600_000);
    assertEquals(
        "unregistered", ask("GET", "/softphones/agent_a.device", "").path("state").asText());
    assertEquals(
        List.of("registering", "registered", "tokenWillExpire", "error", "unregistered"),
        events("agent_a.device", 5));

    HttpResponse<String> bad =
        send("POST", "/softphones", "{\"token\":\"" + token(Account.TOKEN) + "\"}");
    assertEquals(400, bad.statusCode());
    assertTrue(bad.body().contains("20107 Invalid Access Token signature"), bad.body());
    assertTrue(bad.body().contains("signed with the account's auth token"), bad.body());
  }

  private static String token(String secret) {
    return new AccessToken.Builder(Account.SID, Account.API_KEY, secret.getBytes())
        .identity("agent_a")
        .ttl(600)
        .grant(
            new VoiceGrant().setIncomingAllow(true).setOutgoingApplicationSid(Account.APPLICATION))
        .build()
        .toJwt();
  }

  @Test
  void token_can_be_made_and_looked_into() throws Exception {
    String token =
        ask(
                "POST",
                "/tokens",
                "{\"identity\":\"agent_a\",\"life\":60,\"workspace\":\"WS1\",\"worker\":\"WK1\"}")
            .path("token")
            .asText();
    JsonNode read = ask("POST", "/tokens/check", "{\"token\":\"" + token + "\"}");

    assertEquals("agent_a", read.path("identity").asText());
    assertEquals(60, read.path("secondsLeft").asLong());
    assertEquals(Account.APPLICATION, read.path("voice").path("application").asText());
    assertEquals("WK1", read.path("taskRouter").path("worker").asText());
    pass(60_000);
    HttpResponse<String> late = send("POST", "/tokens/check", "{\"token\":\"" + token + "\"}");
    assertTrue(late.body().contains("20104"), late.body());
  }

  @Test
  void page_that_is_loaded_again_is_another_device() throws Exception {
    ask("POST", "/softphones", "{\"identity\":\"agent_a\"}");
    pass(1_000);
    JsonNode again = ask("POST", "/softphones/agent_a.device/reload", "");

    assertEquals("agent_a.device-2", again.path("name").asText());
    assertEquals("unregistered", again.path("state").asText());
    assertEquals(404, send("GET", "/softphones/agent_a.device", "").statusCode());
    assertEquals(1, ask("GET", "/softphones", "").size());
  }

  @Test
  void mistakes_are_named() throws Exception {
    ask("POST", "/softphones", "{\"identity\":\"agent_a\"}");
    List<List<String>> wrong =
        List.of(
            List.of("400", "POST", "/softphones", "{}", "either 'identity' or 'token'"),
            List.of("400", "POST", "/softphones", "{\"identity\":\"a\",\"edge\":\"jp1\"}", "tokyo"),
            List.of("400", "POST", "/softphones", "{\"token\":\"x\"}", "20101"),
            List.of("404", "POST", "/softphones/nobody/accept", "", "[agent_a.device]"),
            List.of("409", "POST", "/softphones/agent_a.device/accept", "", "no call rings"),
            List.of(
                "409", "POST", "/softphones/agent_a.device/keys", "{\"keys\":\"1\"}", "no call"),
            List.of("404", "POST", "/softphones/agent_a.device/sing", "", "not 'sing'"),
            List.of("400", "POST", "/tokens", "{}", "'identity' is missing"));
    for (List<String> one : wrong) {
      HttpResponse<String> answer = send(one.get(1), one.get(2), one.get(3));
      assertEquals(one.get(0), "" + answer.statusCode(), one + " " + answer.body());
      assertTrue(answer.body().contains(one.get(4)), one + " " + answer.body());
    }
  }
}
