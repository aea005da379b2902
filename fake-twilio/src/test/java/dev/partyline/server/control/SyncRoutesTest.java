package dev.partyline.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.SyncGrant;
import dev.partyline.behaviour.Pins;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.config.Configuration;
import dev.partyline.world.Account;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that follow Sync by HTTP, on a clock that stands unless it is advanced. */
class SyncRoutesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SERVICE = "IS00000000000000000000000000000a01";

  private LivePlatform platform;
  private Doors door;

  @BeforeEach
  void open() {
    Configuration read =
        Configuration.parse(
            "test.yaml",
            """
            account:
              apiKeys:
                - sid: SK00000000000000000000000000000001
                  secret: 5eed5eed5eed5eed5eed5eed5eed5eee
            syncServices:
              - sid: IS00000000000000000000000000000a01
                default: true
                friendlyName: desk
                documents:
                  call: '{"conferenceSid": null}'
                maps:
                  - name: calls
                    items:
                      one: '{"a": 1}'
            """);
    platform = LivePlatform.start(read.platform());
    platform.clock().freeze();
    door = Doors.open(platform, "127.0.0.1", 0, new ControlApi(platform)::addTo);
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
  }

  private HttpRequest.Builder request(String path) {
    String basic = Account.SID + ":" + Account.TOKEN;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return HTTP.send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode operate(String path, String body) throws Exception {
    HttpResponse<String> answer = post("/_partyline" + path, "application/json", body);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private void write(String data) throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/Services/" + SERVICE + "/Documents/call",
            "application/x-www-form-urlencoded",
            "Data=" + data);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private JsonNode page() throws Exception {
    return JSON.readTree(
        HTTP.send(
                request("/_partyline/sync/pages/agent_a.page").build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private void later(int seconds) {
    platform.clock().advance(Duration.ofSeconds(seconds));
  }

  @Test
  void a_page_learns_what_the_application_writes_and_a_browser_hears_of_it() throws Exception {
    operate("/sync/pages", "{\"identity\":\"agent_a\",\"object\":\"call\"}");
    later(2);
    assertEquals(
        "{\"conferenceSid\":null}", page().at("/follows/0/data").toString(), page().toString());
    write("%7B%22conferenceSid%22%3A%22CF1%22%7D");
    later(2);
    assertEquals("CF1", page().at("/follows/0/data/conferenceSid").asText());

    List<String> lines = new ArrayList<>();
    HttpResponse<InputStream> stream =
        HTTP.send(
            request("/_partyline/sync/pages/agent_a.page/live")
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
        if (line.startsWith("data:") && line.contains("CF1")) {
          break;
        }
      }
    }
    assertTrue(lines.contains("event: opened"), lines::toString);
    assertTrue(lines.contains("event: document_updated"), lines::toString);
  }

  @Test
  void the_next_push_is_lost_or_late_as_the_control_api_says() throws Exception {
    operate("/sync/pages", "{\"identity\":\"agent_a\",\"object\":\"call\"}");
    later(2);
    operate("/faults", "{\"action\":\"lose-push\",\"path\":\"^agent_a.page$\"}");
    write("1");
    later(3);
    assertEquals("{\"conferenceSid\":null}", page().at("/follows/0/data").toString());
    operate("/faults", "{\"action\":\"delay-push\",\"about\":\"call\",\"delayMs\":4000}");
    write("2");
    later(3);
    assertEquals("{\"conferenceSid\":null}", page().at("/follows/0/data").toString());
    later(3);
    assertEquals("2", page().at("/follows/0/data").toString());
  }

  private static String token(String secret, SyncGrant grant, int seconds) {
    AccessToken.Builder token =
        new AccessToken.Builder(Account.SID, Account.API_KEY, secret.getBytes())
            .identity("agent_a")
            .ttl(seconds);
    return (grant == null ? token : token.grant(grant)).build().toJwt();
  }

  private static SyncGrant grant(String service) {
    return new SyncGrant().setServiceSid(service);
  }

  @Test
  void a_token_of_the_real_sdk_opens_a_page_which_goes_deaf_when_it_expires() throws Exception {
    String token =
        operate(
                "/tokens",
                "{\"identity\":\"agent_a\",\"life\":60,\"syncService\":\"" + SERVICE + "\"}")
            .get("token")
            .asText();
    operate("/sync/pages", "{\"token\":\"" + token + "\",\"object\":\"call\"}");
    later(5);
    write("1");
    later(5);
    assertEquals("1", page().at("/follows/0/data").toString());
    later(60);
    assertTrue(page().get("tokenExpired").asBoolean());
    write("2");
    later(5);
    assertEquals("1", page().at("/follows/0/data").toString());
    String fresh =
        operate("/tokens", "{\"identity\":\"agent_a\",\"syncService\":\"" + SERVICE + "\"}")
            .get("token")
            .asText();
    operate("/sync/pages/agent_a.page/token", "{\"token\":\"" + fresh + "\"}");
    later(5);
    assertEquals("2", page().at("/follows/0/data").toString());
    String others =
        operate("/tokens", "{\"identity\":\"agent_b\",\"syncService\":\"" + SERVICE + "\"}")
            .get("token")
            .asText();
    assertRefused("/sync/pages/agent_a.page/token", others, "20106", "agent_b");
  }

  @Test
  @Pins({"TOKEN-05", "TOKEN-08"})
  void a_token_that_does_not_allow_sync_opens_no_page_and_is_told_why() throws Exception {
    String pages = "/sync/pages";
    assertRefused(pages, token(Account.API_SECRET, null, 600), "20106", "'data_sync' grant");
    String nowhere = "IS" + "0".repeat(31) + "9";
    assertRefused(pages, token(Account.API_SECRET, grant(nowhere), 600), "20106", nowhere);
    assertRefused(pages, token(Account.TOKEN, grant(SERVICE), 600), "20107", "auth token");
    assertRefused(pages, "x", "20101", "Invalid Access Token");
    HttpResponse<String> both =
        post(
            "/_partyline" + pages,
            "application/json",
            "{\"identity\":\"agent_a\",\"token\":\"x\"}");
    assertTrue(both.body().contains("either 'identity' or 'token'"), both.body());
  }

  private void assertRefused(String path, String token, String code, String why) throws Exception {
    HttpResponse<String> answer =
        post("/_partyline" + path, "application/json", "{\"token\":\"" + token + "\"}");
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(code), answer.body());
    assertTrue(answer.body().contains(why), answer.body());
  }

  @Test
  void a_page_is_operated_and_what_is_wrong_is_said() throws Exception {
    operate("/sync/pages", "{\"identity\":\"agent_a\"}");
    operate("/sync/pages/agent_a.page/follow", "{\"kind\":\"map\",\"object\":\"calls\"}");
    later(2);
    operate(
        "/sync/pages/agent_a.page/write",
        "{\"kind\":\"map\",\"object\":\"calls\",\"key\":\"two\",\"data\":[2]}");
    later(2);
    assertEquals("{\"one\":{\"a\":1},\"two\":[2]}", page().at("/follows/0/items").toString());
    operate("/sync/pages/agent_a.page/lose-connection", "");
    assertEquals("disconnected", page().get("state").asText());
    HttpResponse<String> wrong =
        post(
            "/_partyline/sync/pages/agent_a.page/follow",
            "application/json",
            "{\"kind\":\"shelf\",\"object\":\"x\"}");
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("document, list, map or stream"), wrong.body());
  }
}
