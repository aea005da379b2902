package dev.partyline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the HTTP door makes of requests, byte by byte. */
class HttpDoorTest {

  /** The common pool has one thread on two cores, and Java 25 uses no other. */
  private static final Executor OWN_THREADS = task -> new Thread(task).start();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "/2010-04-01/Accounts/" + Account.SID;
  private static final String CALLS = ACCOUNT + "/Calls.json";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((Account.SID + ":" + Account.TOKEN).getBytes(StandardCharsets.UTF_8));

  private static LivePlatform platform;
  private static Doors doors;

  @BeforeAll
  static void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    doors = Doors.open(platform, DoorSettings.plain(), routes -> {});
  }

  @AfterAll
  static void close() {
    doors.close();
    platform.close();
  }

  private static RawHttp.Answer send(String line, String headers, String body) throws IOException {
    return RawHttp.send(
        doors.port(), line + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n" + body);
  }

  private static RawHttp.Answer get(String path) throws IOException {
    return send("GET " + path, "Host: localhost\r\nAuthorization: " + BASIC + "\r\n", "");
  }

  private static RawHttp.Answer post(String path, String type, String body) throws IOException {
    return send(
        "POST " + path,
        "Host: localhost\r\nAuthorization: "
            + BASIC
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.ISO_8859_1).length
            + "\r\n",
        body);
  }

  private static RawHttp.Answer form(String path, String body) throws IOException {
    return post(path, "application/x-www-form-urlencoded", body);
  }

  private static JsonNode json(RawHttp.Answer answer) throws IOException {
    assertEquals("application/json", answer.header("Content-Type"));
    return JSON.readTree(answer.body());
  }

  private static void assertError(RawHttp.Answer answer, int status, int code) throws IOException {
    assertEquals(status, answer.status(), answer.body());
    JsonNode body = json(answer);
    assertEquals(status, body.get("status").asInt());
    assertEquals(code, body.path("code").asInt());
    assertFalse(body.get("message").asText().isEmpty());
  }

  // ---- sounds ----

  @Test
  void the_sound_of_a_recording_is_a_wav_file() throws Exception {
    String sid =
        platform
            .ask(
                world -> {
                  Recording recording =
                      world
                          .backend()
                          .recordings()
                          .begin(
                              Account.SID,
                              new RecordingOrder(
                                  "CA00000000000000000000000000000001",
                                  null,
                                  RecordingSource.RECORD_VERB,
                                  1,
                                  "inbound",
                                  "do-not-trim"),
                              world.now());
                  recording.stop(world.now() + 1_000);
                  recording.process(world.now());
                  recording.settle(world.now());
                  return recording.sid();
                })
            .get(10, TimeUnit.SECONDS);

    for (String suffix : new String[] {"", ".wav"}) {
      RawHttp.Answer answer = get(ACCOUNT + "/Recordings/" + sid + suffix);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("audio/x-wav", answer.header("Content-Type"));
      assertEquals("16044", answer.header("Content-Length"));
      assertTrue(answer.body().startsWith("RIFF"));
    }
    assertError(get(ACCOUNT + "/Recordings/" + sid + "0.wav"), 404, 20404);
    assertEquals(501, get(ACCOUNT + "/Recordings/" + sid + ".mp3").status());
  }

  // ---- parameters ----

  @Test
  void urlencoded_form_keeps_utf8_and_takes_plus_for_a_space() throws IOException {
    RawHttp.Answer answer =
        form(
            ACCOUNT + "/Applications.json",
            "FriendlyName=%E5%8F%97%E4%BB%98+desk%2B1&VoiceUrl=http%3A%2F%2F127.0.0.1%2Fa%3Fb%3Dc");
    assertEquals(201, answer.status(), answer.body());
    assertEquals("受付 desk+1", json(answer).get("friendly_name").asText());
    assertEquals("http://127.0.0.1/a?b=c", json(answer).get("voice_url").asText());
  }

  @Test
  void multipart_form_says_the_same_as_an_urlencoded_one() throws IOException {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"FriendlyName\"\r\n\r\n"
            + new String("受付+1".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"VoiceUrl\"\r\n\r\n"
            + "http://127.0.0.1/v\r\n--x--\r\n";
    RawHttp.Answer answer =
        post(ACCOUNT + "/Applications.json", "multipart/form-data; boundary=x", body);
    assertEquals(201, answer.status(), answer.body());
    assertEquals("受付+1", json(answer).get("friendly_name").asText());
    assertEquals("http://127.0.0.1/v", json(answer).get("voice_url").asText());
  }

  @Test
  void name_in_a_path_may_hold_an_encoded_slash_and_a_plus() throws IOException {
    String room = ACCOUNT + "/Conferences/room%2Fa+b/Participants.json";
    RawHttp.Answer answer = form(room, "From=" + "%2B81345678900" + "&To=%2B81312345678");
    assertEquals(201, answer.status(), answer.body());
    String conference = json(answer).get("conference_sid").asText();
    RawHttp.Answer found = get(ACCOUNT + "/Conferences/" + conference + ".json");
    assertEquals("room/a+b", json(found).get("friendly_name").asText());
  }

  @Test
  void body_in_chunks_is_read_to_its_end() throws IOException {
    RawHttp.Answer answer =
        send(
            "POST " + ACCOUNT + "/Applications.json",
            "Host: localhost\r\nAuthorization: "
                + BASIC
                + "\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n",
            "7\r\nFriendl\r\n9\r\nyName=one\r\n0\r\n\r\n");
    assertEquals(201, answer.status(), answer.body());
    assertEquals("one", json(answer).get("friendly_name").asText());
  }

  // ---- where a request goes ----

  @ParameterizedTest
  @Pins("REST-14")
  @CsvSource({
    "localhost,, '', 200",
    "api.twilio.com,, '', 200",
    "api.dublin.ie1.twilio.com:443,, '', 200",
    "localhost, api.au1.twilio.com, '', 200",
    "localhost,, /api.twilio.com, 200",
    "taskrouter.twilio.com,, '', 404",
    "localhost, sync.twilio.com, '', 404",
    "localhost,, /monitor.twilio.com, 404",
    "chat.twilio.com,, '', 501",
    "example.com,, '', 200",
  })
  void host_forwarded_host_or_path_prefix_names_the_product(
      String host, String forwarded, String prefix, int status) throws IOException {
    RawHttp.Answer answer =
        send(
            "GET " + prefix + CALLS,
            "Host: "
                + host
                + "\r\nAuthorization: "
                + BASIC
                + "\r\n"
                + (forwarded == null ? "" : "X-Forwarded-Host: " + forwarded + "\r\n"),
            "");
    assertEquals(status, answer.status(), answer.body());
    json(answer);
  }

  @Test
  void region_of_the_host_is_shown_as_home_region() throws IOException {
    RawHttp.Answer answer =
        send(
            "GET " + CALLS,
            "Host: api.tokyo.jp1.twilio.com\r\nAuthorization: " + BASIC + "\r\n",
            "");
    assertEquals("jp1", answer.header("X-Home-Region"));
  }

  // ---- answers ----

  @Test
  void every_answer_carries_the_headers_of_the_platform() throws IOException {
    for (RawHttp.Answer answer : new RawHttp.Answer[] {get(CALLS), get("/nowhere"), get("/%")}) {
      assertTrue(answer.header("Twilio-Request-Id").matches("RQ[0-9a-f]{32}"));
      assertTrue(answer.header("Twilio-Request-Duration").matches("[0-9]+\\.[0-9]{3}"));
      assertEquals("1", answer.header("Twilio-Concurrent-Requests"));
      assertEquals("*", answer.header("Access-Control-Allow-Origin"));
      assertEquals("true", answer.header("Access-Control-Allow-Credentials"));
      assertEquals("GET, POST, DELETE, OPTIONS", answer.header("Access-Control-Allow-Methods"));
      assertTrue(answer.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
      assertEquals("ETag", answer.header("Access-Control-Expose-Headers"));
      assertEquals("AT-5000", answer.header("X-Powered-By"));
      assertEquals("none", answer.header("X-Shenanigans"));
      assertEquals("us1", answer.header("X-Home-Region"));
      assertEquals("api.twilio.com", answer.header("X-API-Domain"));
      assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"));
      assertEquals("application/json", answer.header("Content-Type"));
      assertFalse(answer.header("Date").isEmpty());
      assertNull(answer.header("Server"));
    }
  }

  @Test
  void delete_answers_204_without_a_body() throws IOException {
    RawHttp.Answer made = form(ACCOUNT + "/Applications.json", "FriendlyName=gone");
    RawHttp.Answer answer =
        send(
            "DELETE " + ACCOUNT + "/Applications/" + json(made).get("sid").asText() + ".json",
            "Host: localhost\r\nAuthorization: " + BASIC + "\r\n",
            "");
    assertEquals(204, answer.status());
    assertEquals("", answer.body());
    assertNull(answer.header("Twilio-Concurrent-Requests"));
  }

  @Test
  void head_answers_like_get_without_the_body() throws IOException {
    RawHttp.Answer answer =
        send("HEAD " + CALLS, "Host: localhost\r\nAuthorization: " + BASIC + "\r\n", "");
    assertEquals(200, answer.status());
    assertEquals("", answer.body());
    assertTrue(Integer.parseInt(answer.header("Content-Length")) > 0);
  }

  @Test
  void options_needs_no_credentials() throws IOException {
    RawHttp.Answer answer = send("OPTIONS " + CALLS, "Host: localhost\r\n", "");
    assertEquals(200, answer.status());
    assertEquals("", answer.body());
    assertEquals("GET, POST, DELETE, OPTIONS", answer.header("Allow"));
  }

  // ---- errors ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                      | No credentials provided",
        "Authorization: Basic                    | No credentials provided",
        "Authorization: Basic !!!!               | No credentials provided",
        "Authorization: Basic bm9jb2xvbg==       | No credentials provided",
        "Authorization: Digest username=\"x\"    | No credentials provided",
        "Authorization: Basic OjEyMw==           | Authenticate",
        "Authorization: Basic QUMxOjEyMw==       | Authenticate",
      })
  void missing_broken_and_wrong_credentials_are_401(String header, String message)
      throws IOException {
    RawHttp.Answer answer =
        send("GET " + CALLS, "Host: localhost\r\n" + (header.isEmpty() ? "" : header + "\r\n"), "");
    assertError(answer, 401, 20003);
    assertTrue(json(answer).get("message").asText().contains(message), answer.body());
  }

  @Test
  void unknown_path_is_404_and_wrong_method_405() throws IOException {
    assertError(get("/2010-04-01/Nowhere.json"), 404, 20404);
    assertError(get("/"), 404, 20404);
    assertError(get("/v1/Nothing"), 404, 20404);
    for (String method : new String[] {"PUT", "PATCH", "TRACE", "get", "BREW"}) {
      assertError(
          send(method + " " + CALLS, "Host: localhost\r\nAuthorization: " + BASIC + "\r\n", ""),
          405,
          20004);
    }
  }

  @Test
  void gap_of_the_fake_says_that_it_is_one() throws IOException {
    RawHttp.Answer xml = get(ACCOUNT + "/Calls");
    assertError(xml, 501, 0);
    assertEquals("not modelled", json(xml).get("partyline").asText());
    assertTrue(json(xml).get("message").asText().contains(".json"), xml.body());
    RawHttp.Answer bearer = send("GET " + CALLS, "Host: x\r\nAuthorization: Bearer abc\r\n", "");
    assertError(bearer, 501, 0);
  }

  @Test
  void fault_of_the_fake_names_partyline() throws Exception {
    Api broken =
        new Api() {
          @Override
          public java.util.concurrent.CompletableFuture<dev.partyline.rest.RestResponse> handle(
              dev.partyline.rest.RestRequest request) {
            return java.util.concurrent.CompletableFuture.failedFuture(
                new IllegalStateException("a wire is loose"));
          }

          @Override
          public int restConcurrency() {
            return 0;
          }
        };
    var server = new org.eclipse.jetty.server.Server();
    var connector = HttpDoor.connector(server, "plain", "127.0.0.1", 0);
    server.addConnector(connector);
    server.setHandler(new ApiHandler(broken));
    server.start();
    try {
      RawHttp.Answer answer =
          RawHttp.send(
              connector.getLocalPort(), "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertError(answer, 500, 0);
      assertEquals("fault", json(answer).get("partyline").asText());
      assertTrue(json(answer).get("message").asText().contains("a wire is loose"));
    } finally {
      server.stop();
    }
  }

  @Test
  void what_is_too_large_is_refused_in_json() throws IOException {
    assertError(get("/2010-04-01/" + "a".repeat(20_000)), 414, 0);
    assertError(
        send("GET " + CALLS, "Host: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n", ""), 431, 0);
    assertError(send("POST " + CALLS, "Host: x\r\nContent-Length: 99999999\r\n", "To=1"), 413, 0);
    assertError(form(CALLS, "a=1&".repeat(1_001)), 413, 0);
    assertError(get(CALLS + "?" + "a&".repeat(1_001)), 414, 0);
    String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    assertError(
        send(
            "POST " + CALLS,
            "Host: x\r\nTransfer-Encoding: chunked\r\nAuthorization: " + BASIC + "\r\n",
            chunk.repeat(17) + "0\r\n\r\n"),
        413,
        0);
  }

  @Test
  @Pins({"LIMIT-08", "REST-12"})
  void one_request_too_many_at_once_is_429_and_does_nothing() throws Exception {
    LiveSettings strict =
        LiveSettings.standard()
            .with(Knobs.standard().with(Map.of(Knob.LIMIT_REST_CONCURRENCY, "1")));
    try (LivePlatform busy = LivePlatform.start(strict);
        Doors door = Doors.open(busy, DoorSettings.plain(), routes -> {})) {
      String make =
          "POST "
              + ACCOUNT
              + "/Applications.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
              + BASIC
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\n"
              + "FriendlyName=a";
      CountDownLatch mayAnswer = new CountDownLatch(1);
      CountDownLatch held = new CountDownLatch(1);
      CompletableFuture<Object> holder =
          CompletableFuture.supplyAsync(
              () ->
                  busy.ask(
                      world -> {
                        held.countDown();
                        await(mayAnswer);
                        return null;
                      }),
              OWN_THREADS);
      await(held);
      BlockingQueue<RawHttp.Answer> answers = new LinkedBlockingQueue<>();
      for (int i = 0; i < 2; i++) {
        CompletableFuture.runAsync(
            () -> {
              try {
                answers.add(RawHttp.send(door.port(), make));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            OWN_THREADS);
      }

      assertError(answers.poll(10, TimeUnit.SECONDS), 429, 20429);

      mayAnswer.countDown();
      holder.join();
      assertEquals(201, answers.poll(10, TimeUnit.SECONDS).status());
      int made = busy.ask(world -> world.directory().applications(Account.SID).size()).join();
      assertEquals(2, made, "the one it began with and one more");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"To=%", "To=%2", "To=%zz", "%C3%28=1", "To=%FF"})
  void broken_encoding_is_400(String text) throws IOException {
    assertError(form(CALLS, text), 400, 0);
    assertError(get(CALLS + "?" + text), 400, 0);
  }

  @Test
  void body_that_is_no_form_is_415() throws IOException {
    assertError(post(CALLS, "application/json", "{}"), 415, 0);
  }

  @Test
  void broken_multipart_is_400() throws IOException {
    assertError(post(CALLS, "multipart/form-data", "--x"), 400, 0);
    assertError(post(CALLS, "multipart/form-data; boundary=x", "nothing"), 400, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'GET\r\n\r\n'",
    "'GET / HTTP/9.9\r\n\r\n'",
    "'GET / HTTP/1.1\r\n\r\n'",
    "'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'",
    "'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'",
    "'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'",
    "'\u0000\u0001\u0002\r\n\r\n'",
    "'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'",
  })
  void what_is_no_http_is_refused_below_500(String bytes) throws IOException {
    RawHttp.Answer answer = RawHttp.send(doors.port(), bytes);
    assertTrue(answer.status() < 500 && answer.status() != 200, answer.toString());
    if (answer.status() != 0) {
      json(answer);
    }
  }
}
