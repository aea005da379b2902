package dev.switchboard.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import dev.switchboard.config.Configuration;
import dev.switchboard.config.ConfigurationFile;
import dev.switchboard.people.Password;
import dev.switchboard.twilio.LiveHttp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switchboard on real sockets, with WireMock in the platform's place. */
class InstanceTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String TOKEN = "very-secret-token";
  private static final String PASSWORD = "very-secret-password";
  private static final String HASH = Password.hash(PASSWORD.toCharArray(), new Chance());
  private static final String PUBLIC = "https://app.example";
  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String CUSTOMER = "CA" + "c".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String ACCOUNTS = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final String DIAL = ACCOUNTS + "/Conferences/" + ROOM + "/Participants.json";
  private static final String END_ROOM = ACCOUNTS + "/Conferences/" + ROOM + ".json";

  private final WireMockServer platform =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final HttpClient client = HttpClient.newHttpClient();
  private Instance switchboard;

  private Configuration configuration(int port, String database) {
    return ConfigurationFile.parse(
        "test",
        """
        publicUrl: %s
        language: ja
        listen: {port: %d}
        platform:
          accountSid: %s
          authToken: ${TOKEN}
          apiBase: %s
          callerId: "+81398765432"
        database: {url: "%s"}
        users:
          - {name: sato, role: supervisor, passwordHash: "${HASH}"}
        """
            .formatted(PUBLIC, port, ACCOUNT, platform.baseUrl(), database),
        Map.of("TOKEN", TOKEN, "HASH", HASH));
  }

  @BeforeEach
  void start() {
    platform.start();
    account(200, "{\"sid\":\"" + ACCOUNT + "\",\"status\":\"active\"}");
    switchboard = Instance.start(configuration(0, "jdbc:h2:mem:instance"));
  }

  @AfterEach
  void stop() {
    switchboard.close();
    platform.stop();
  }

  private void account(int status, String body) {
    platform.stubFor(get(urlEqualTo(ACCOUNTS + ".json")).willReturn(json(status, body)));
  }

  @Test
  void busy_call_over_real_sockets_dials_once_and_tells_the_agent() throws Exception {
    busyCall();
    platform.verify(1, postRequestedFor(urlEqualTo(DIAL)));
  }

  private void busyCall() throws Exception {
    platform.stubFor(
        post(urlEqualTo(DIAL)).willReturn(json(201, "{\"call_sid\":\"" + CUSTOMER + "\"}")));
    platform.stubFor(post(urlEqualTo(END_ROOM)).willReturn(json(200, "{\"sid\":\"x\"}")));

    HttpResponse<String> sent =
        webhook("/voice/outgoing", Map.of("CallSid", AGENT, "To", "+81312345678"));
    assertEquals(200, sent.statusCode());
    assertTrue(sent.body().contains("call-" + AGENT), sent.body());
    Map<String, String> join = new LinkedHashMap<>();
    join.put("ConferenceSid", ROOM);
    join.put("CallSid", AGENT);
    join.put("StatusCallbackEvent", "participant-join");
    webhook("/voice/conference-event?conversation=" + AGENT, join);
    webhook("/voice/conference-event?conversation=" + AGENT, join);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                platform.verify(
                    1,
                    postRequestedFor(urlEqualTo(DIAL))
                        .withRequestBody(containing("To=%2B81312345678"))));

    webhook(
        "/voice/customer-status?conversation=" + AGENT,
        Map.of("CallSid", CUSTOMER, "CallStatus", "busy"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> platform.verify(1, postRequestedFor(urlEqualTo(END_ROOM))));
    HttpResponse<String> farewell =
        webhook("/voice/dial-ended", Map.of("CallSid", AGENT, "CallStatus", "in-progress"));
    assertTrue(farewell.body().contains("お話し中です。"), farewell.body());
    webhook("/voice/call-ended", Map.of("CallSid", AGENT, "CallStatus", "completed"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertTrue(ask("/metrics").body().contains("switchboard_open_calls 0.0")));
  }

  @Test
  void dial_answered_503_is_not_repeated_by_the_library_nor_its_transport() {
    platform.stubFor(post(urlEqualTo("/dial")).willReturn(json(503, "{}")));
    com.twilio.http.HttpClient http = LiveHttp.to(platform.baseUrl());
    Request dial = new Request(HttpMethod.POST, "https://api.twilio.com/dial");
    assertEquals(503, http.makeRequest(dial).getStatusCode());
    platform.verify(1, postRequestedFor(urlEqualTo("/dial")));
  }

  @Test
  void webhook_without_a_genuine_signature_is_refused_whatever_it_is() throws Exception {
    for (String path :
        new String[] {
          "/voice/outgoing",
          "/voice/dial-ended",
          "/voice/call-ended",
          "/voice/conference-event",
          "/voice/customer-status"
        }) {
      assertEquals(403, send(path, Map.of("CallSid", AGENT), "wrong").statusCode(), path);
    }
    webhook("/voice/outgoing", Map.of("CallSid", AGENT, "To", "+81312345678"));
    String elsewhere = signature("/voice/call-ended", Map.of("CallSid", AGENT));
    assertEquals(403, send("/voice/dial-ended", Map.of("CallSid", AGENT), elsewhere).statusCode());
  }

  @Test
  void field_of_the_form_cannot_take_the_place_of_one_in_the_signed_address() throws Exception {
    String path = "/voice/customer-status?conversation=" + AGENT;
    Map<String, String> form = Map.of("CallSid", CUSTOMER, "CallStatus", "busy");
    String signature = signature(path, form);
    Map<String, String> more = new LinkedHashMap<>(form);
    more.put("conversation", "CA" + "e".repeat(32));
    assertEquals(200, send(path, more, signature).statusCode());
    assertEquals(403, send(path.replace(AGENT, CUSTOMER), form, signature).statusCode());
  }

  @Test
  void forgeries_in_masses_are_turned_away() throws Exception {
    int turnedAway = 0;
    for (int i = 0; i < 140; i++) {
      int status = send("/voice/outgoing", Map.of("CallSid", AGENT), "wrong").statusCode();
      turnedAway += status == 429 ? 1 : 0;
    }
    assertTrue(turnedAway > 0);
    assertEquals(
        200,
        webhook("/voice/outgoing", Map.of("CallSid", AGENT, "To", "+81312345678")).statusCode());
  }

  @Test
  void probes_tell_health_readiness_and_figures() throws Exception {
    assertEquals("{\"status\":\"up\"}", ask("/health").body());
    assertEquals("{\"ready\":true,\"database\":\"up\",\"platform\":\"up\"}", ask("/ready").body());
    webhook("/voice/outgoing", Map.of("CallSid", AGENT, "To", "+81312345678"));
    String figures = ask("/metrics").body();
    assertTrue(
        figures.contains("switchboard_requests_seconds_count{path=\"/voice/outgoing\""), figures);
    assertTrue(figures.contains("jvm_memory_used_bytes"), figures);
    assertFalse(figures.contains("81312345678"), figures);
  }

  @Test
  void figures_are_not_told_through_a_proxy() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/metrics")).header("X-Forwarded-For", "203.0.113.9").build();
    assertEquals(403, client.send(request, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void port_that_is_taken_is_told_and_nothing_is_left_running() {
    String message = refusal(configuration(switchboard.port(), "jdbc:h2:mem:other"));
    assertTrue(message.contains("127.0.0.1:" + switchboard.port()), message);
    assertTrue(message.contains("listen.port"), message);
  }

  @Test
  void account_that_the_platform_refuses_is_told() {
    account(401, "{\"code\":20003,\"status\":401,\"message\":\"Authenticate\"}");
    String message = refusal(configuration(0, "jdbc:h2:mem:other"));
    assertTrue(message.contains(ACCOUNT) && message.contains("platform.authToken"), message);
    assertFalse(message.contains(TOKEN), message);
  }

  @Test
  void platform_that_cannot_be_reached_makes_an_instance_that_is_not_ready() throws Exception {
    account(503, "{}");
    try (Instance other = Instance.start(configuration(0, "jdbc:h2:mem:other"))) {
      URI ready = URI.create("http://127.0.0.1:" + other.port() + "/ready");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString());
      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("\"platform\":\"down\""), answer.body());
    }
  }

  @Test
  void nothing_secret_and_no_number_is_in_the_log_even_when_it_tells_all() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    Handler handler = new StreamHandler(log, new SimpleFormatter());
    handler.setLevel(Level.ALL);
    Logger logger = Logger.getLogger("dev.switchboard");
    logger.addHandler(handler);
    logger.setLevel(Level.ALL);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      platform.stubFor(post(urlEqualTo(ACCOUNTS + "/Calls.json")).willReturn(json(503, "{}")));
      busyCall();
      dialThatIsRefused();
      send("/voice/outgoing", Map.of("CallSid", AGENT, "To", "+81312345678"), "wrong");
      send("/log-in", Map.of("name", "sato", "password", PASSWORD), "");
      send("/log-in", Map.of("name", "sato", "password", PASSWORD + "x"), "");
      refusal(configuration(switchboard.port(), "jdbc:h2:mem:other;PASSWORD=" + PASSWORD));
      handler.flush();
    } finally {
      System.setErr(before);
      logger.removeHandler(handler);
      logger.setLevel(null);
    }
    String text = log.toString(StandardCharsets.UTF_8);
    for (String secret : new String[] {TOKEN, PASSWORD, HASH, "81312345678"}) {
      assertFalse(text.contains(secret), text);
    }
  }

  private void dialThatIsRefused() throws Exception {
    platform.stubFor(
        post(urlEqualTo(DIAL))
            .willReturn(json(400, "{\"code\":21211,\"message\":\"No number: +81312345678\"}")));
    String agent = "CA" + "b".repeat(32);
    webhook("/voice/outgoing", Map.of("CallSid", agent, "To", "+81312345678"));
    Map<String, String> join = new LinkedHashMap<>();
    join.put("ConferenceSid", ROOM);
    join.put("CallSid", agent);
    join.put("StatusCallbackEvent", "participant-join");
    webhook("/voice/conference-event?conversation=" + agent, join);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> platform.verify(2, postRequestedFor(urlEqualTo(DIAL))));
  }

  private static String refusal(Configuration configuration) {
    return assertThrows(IllegalArgumentException.class, () -> Instance.start(configuration).close())
        .getMessage();
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private HttpResponse<String> webhook(String path, Map<String, String> form) throws Exception {
    return send(path, form, signature(path, form));
  }

  private static String signature(String path, Map<String, String> form) throws Exception {
    StringBuilder signed = new StringBuilder(PUBLIC + path);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    byte[] digest = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private HttpResponse<String> send(String path, Map<String, String> form, String signature)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + switchboard.port() + path);
  }
}
