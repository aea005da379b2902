package dev.switchboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import dev.switchboard.twilio.LiveHttp;
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
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switchboard on real sockets, with WireMock in the platform's place. */
class MainTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String TOKEN = "secret";
  private static final String PUBLIC = "https://app.example";
  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String CUSTOMER = "CA" + "c".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String CONFERENCES = "/2010-04-01/Accounts/" + ACCOUNT + "/Conferences/";
  private static final String DIAL = CONFERENCES + ROOM + "/Participants.json";
  private static final String END_ROOM = CONFERENCES + ROOM + ".json";

  private final WireMockServer platform =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final HttpClient client = HttpClient.newHttpClient();
  private Main.Running switchboard;

  @BeforeEach
  void start() {
    platform.start();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PUBLIC_URL", PUBLIC);
    environment.put("TWILIO_ACCOUNT_SID", ACCOUNT);
    environment.put("TWILIO_AUTH_TOKEN", TOKEN);
    environment.put("CALLER_ID", "+81398765432");
    environment.put("AGENT_LANGUAGE", "ja");
    environment.put("PORT", "0");
    environment.put("TWILIO_API_BASE", platform.baseUrl());
    switchboard = Main.start(environment);
  }

  @AfterEach
  void stop() {
    switchboard.close();
    platform.stop();
  }

  @Test
  void busy_call_over_real_sockets_dials_once_and_tells_the_agent() throws Exception {
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
    assertTrue(get("/agent/calls").contains("\"phase\":\"closed\""));
    platform.verify(1, postRequestedFor(urlEqualTo(DIAL)));
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
  void request_with_a_wrong_signature_is_refused() throws Exception {
    assertEquals(403, send("/voice/outgoing", Map.of("CallSid", AGENT), "wrong").statusCode());
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(
      int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private HttpResponse<String> webhook(String path, Map<String, String> form) throws Exception {
    StringBuilder signed = new StringBuilder(PUBLIC + path);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    byte[] digest = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
    return send(path, form, Base64.getEncoder().encodeToString(digest));
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

  private String get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString()).body();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + switchboard.port() + path);
  }
}
