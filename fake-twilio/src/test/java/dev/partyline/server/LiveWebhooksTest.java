package dev.partyline.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.twilio.security.RequestValidator;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.server.transport.Reach;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks over real sockets, to receivers that are slow, broken, elsewhere or not there. */
class LiveWebhooksTest {

  private static final String CALLER = "+819000000009";

  private WireMockServer application;
  private LivePlatform platform;

  @BeforeEach
  void start() {
    application = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    application.start();
    com.github.tomakehurst.wiremock.client.WireMock.configureFor("127.0.0.1", application.port());
  }

  @AfterEach
  void stop() {
    if (platform != null) {
      platform.close();
    }
    application.stop();
  }

  private void answers(ResponseDefinitionBuilder answer) {
    application.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** A caller dials the account's number, whose document is at this URL. */
  private void call(String voiceUrl, Reach reach) {
    platform =
        LivePlatform.start(
            LiveSettings.standard().with(() -> Account.directory(voiceUrl, null)).with(reach));
    platform.ask(world -> world.arriveFrom(CALLER, Account.NUMBER, null)).join();
  }

  private List<Happening> all() {
    return platform.entries(0, Long.MAX_VALUE).stream().map(Entry::what).toList();
  }

  private boolean noted(int code) {
    return all().stream()
        .anyMatch(what -> what instanceof Happening.Noted note && note.code() == code);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + application.port() + path;
  }

  @Test
  void a_document_is_fetched_run_and_signed_as_the_sdk_checks_it() {
    answers(
        aResponse()
            .withHeader("Content-Type", "text/xml")
            .withBody("<Response><Say>もしもし</Say><Pause length='60'/></Response>"));

    call(url("/voice?a=%2Bb"), Reach.LOOPBACK);

    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                all().stream()
                    .anyMatch(
                        what ->
                            what instanceof Happening.VerbBegan verb
                                && verb.verb().equals("Say")
                                && verb.detail().contains("もしもし")));
    LoggedRequest request = findAll(postRequestedFor(urlEqualTo("/voice?a=%2Bb"))).get(0);
    Map<String, String> params = new TreeMap<>();
    for (String pair : request.getBodyAsString().split("&")) {
      int at = pair.indexOf('=');
      params.put(
          pair.substring(0, at),
          java.net.URLDecoder.decode(
              pair.substring(at + 1), java.nio.charset.StandardCharsets.UTF_8));
    }
    assertEquals(CALLER, params.get("From"));
    assertTrue(
        new RequestValidator(Account.TOKEN)
            .validate(url("/voice?a=%2Bb"), params, request.getHeader("X-Twilio-Signature")));
  }

  @Test
  void the_public_address_is_kept_where_the_real_one_is_another() {
    answers(
        aResponse()
            .withHeader("Content-Type", "text/xml")
            .withBody("<Response><Redirect>next</Redirect></Response>"));

    call(
        "https://app.example/base/voice", Reach.LOOPBACK.rewriting("https://app.example", url("")));

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !findAll(postRequestedFor(urlEqualTo("/base/next"))).isEmpty());
    LoggedRequest first = findAll(postRequestedFor(urlEqualTo("/base/voice"))).get(0);
    assertEquals("app.example", first.getHeader("Host"));
  }

  @Test
  void webhooks_do_not_leave_loopback_unless_allowed() {
    call("http://192.0.2.1/voice", Reach.LOOPBACK);

    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                all().stream()
                    .anyMatch(
                        what ->
                            what instanceof Happening.Noted note
                                && note.text().contains("is not on the allow-list")));
  }

  @Pins({"ERR-07", "CB-50"})
  @Test
  void a_refused_connection_is_tried_twice() {
    int free = application.port();
    application.stop();

    call("http://127.0.0.1:" + free + "/voice", Reach.LOOPBACK);

    await().atMost(Duration.ofSeconds(5)).until(() -> noted(11202));
    assertEquals(2, all().stream().filter(what -> what instanceof Happening.WebhookSent).count());
  }

  @Pins("ERR-10")
  @Test
  void an_answer_that_is_no_http_is_11206() {
    answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    call(url("/voice"), Reach.LOOPBACK);

    await().atMost(Duration.ofSeconds(5)).until(() -> noted(11206));
  }

  @Pins("ERR-09")
  @Test
  void a_connection_that_is_reset_is_11205_and_not_repeated() {
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    call(url("/voice"), Reach.LOOPBACK);

    await().atMost(Duration.ofSeconds(5)).until(() -> noted(11205));
    assertEquals(1, all().stream().filter(what -> what instanceof Happening.WebhookSent).count());
  }

  @Pins("ERR-11")
  @Test
  void a_host_that_does_not_resolve_is_11210() {
    call("http://nowhere.invalid/voice", new Reach(Map.of(), List.of("nowhere.invalid"), false));

    await().atMost(Duration.ofSeconds(10)).until(() -> noted(11210));
  }

  @Test
  void an_impatient_url_gives_up_on_a_slow_application() {
    answers(aResponse().withFixedDelay(3_000));

    call(url("/voice#tt=300"), Reach.LOOPBACK);

    await().atMost(Duration.ofSeconds(2)).until(() -> noted(11203));
  }

  @Test
  void time_that_stands_still_delivers_nothing_and_time_that_jumps_delivers_at_once() {
    answers(
        aResponse()
            .withHeader("Content-Type", "text/xml")
            .withBody("<Response><Pause length='3600'/></Response>"));
    platform =
        LivePlatform.start(
            LiveSettings.standard().with(() -> Account.directory(url("/voice"), null)));
    platform.clock().freeze();
    platform.ask(world -> world.arriveFrom(CALLER, Account.NUMBER, null)).join();
    assertEquals(List.of(), findAll(postRequestedFor(urlEqualTo("/voice"))));

    assertEquals(List.of(), platform.clock().runUntilQuiet(Duration.ofHours(2)));

    assertEquals(1, findAll(postRequestedFor(urlEqualTo("/voice"))).size());
    assertTrue(
        all().stream()
            .anyMatch(
                what ->
                    what instanceof Happening.LegStatus leg && leg.status().equals("completed")));
  }
}
