package dev.partyline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDoorTest {

  private static final String BASE = "/2010-04-01/Accounts/" + Account.SID;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private LivePlatform platform;
  private ApiDoor door;
  private int port;

  @BeforeEach
  void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    door = new ApiDoor(platform);
    port = door.start("127.0.0.1", 0);
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", basic(Account.SID, Account.TOKEN));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void a_participant_is_made_by_a_form_and_seen_in_the_list() throws Exception {
    HttpResponse<String> made =
        post(
            BASE + "/Conferences/r%C3%A4um%20%2F1/Participants.json",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "From=%2B81345678900&To=%2B819000000001&EarlyMedia=False");

    assertEquals(201, made.statusCode(), made.body());
    assertEquals("application/json", made.headers().firstValue("content-type").orElse(""));
    assertTrue(made.body().contains("\"status\":\"queued\""));
    HttpResponse<String> rooms = send(request(BASE + "/Conferences.json").GET());
    assertTrue(rooms.body().contains("\"friendly_name\":\"räum /1\""), rooms.body());
  }

  @Test
  void a_multipart_form_is_a_form() throws Exception {
    String body =
        """
        --xx
        Content-Disposition: form-data; name="From"

        +81345678900
        --xx
        Content-Disposition: form-data; name="To"

        +819000000001
        --xx
        Content-Disposition: form-data; name="Label"

        お客様
        --xx--
        """
            .replace("\n", "\r\n");

    HttpResponse<String> made =
        post(BASE + "/Conferences/r/Participants.json", "multipart/form-data; boundary=xx", body);

    assertEquals(201, made.statusCode(), made.body());
    assertTrue(made.body().contains("\"label\":\"お客様\""), made.body());
  }

  @Test
  void headers_are_those_of_the_platform() throws Exception {
    HttpResponse<String> answer = send(request(BASE + "/Calls.json").GET());

    assertTrue(
        answer.headers().firstValue("Twilio-Request-Id").orElse("").matches("RQ[0-9a-f]{32}"));
    assertTrue(
        answer
            .headers()
            .firstValue("Twilio-Request-Duration")
            .orElse("")
            .matches("[0-9]+\\.[0-9]{3}"));
    for (String name :
        List.of("Twilio-Concurrent-Requests", "X-API-Domain", "X-Powered-By", "Date")) {
      assertTrue(answer.headers().firstValue(name).isPresent(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/2010-04-01/Accounts/%zz.json",
        "/v1/Workspaces",
        "/2010-04-01/Calls",
        "/2010-04-01/Accounts/x/Calls.json",
        "/favicon.ico",
        "/2010-04-01//..;/Accounts.json"
      })
  void every_refusal_is_json_with_its_status(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    int status = Integer.parseInt(answer.substring(9, 12));
    assertTrue(status >= 400 && status < 500, answer);
    assertTrue(answer.contains("\"status\":" + status), answer);
  }

  @Test
  void no_credentials_and_wrong_ones_differ_in_words() throws Exception {
    URI calls = URI.create("http://127.0.0.1:" + port + BASE + "/Calls.json");
    HttpResponse<String> none = send(HttpRequest.newBuilder(calls));
    HttpResponse<String> wrong =
        send(HttpRequest.newBuilder(calls).header("Authorization", basic(Account.SID, "x")));

    assertEquals(401, none.statusCode());
    assertTrue(none.body().contains("No credentials provided"));
    assertEquals(401, wrong.statusCode());
    assertTrue(wrong.body().contains("\"Authenticate\""));
  }

  @Test
  void the_product_may_be_named_by_path_prefix() throws Exception {
    assertEquals(200, send(request("/api.twilio.com" + BASE + "/Calls.json")).statusCode());
  }

  @Test
  void bodies_have_a_limit_and_a_type() throws Exception {
    assertEquals(
        413,
        post(BASE + "/Calls.json", "application/x-www-form-urlencoded", "a".repeat(2_000_000))
            .statusCode());
    assertEquals(415, post(BASE + "/Calls.json", "application/json", "{}").statusCode());
    assertEquals(
        400, post(BASE + "/Calls.json", "application/x-www-form-urlencoded", "To=%").statusCode());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
