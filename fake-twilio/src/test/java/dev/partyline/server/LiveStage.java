package dev.partyline.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.server.transport.Reach;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;

/** A live platform and an application behind a socket, which WireMock plays. */
final class LiveStage implements AutoCloseable {

  static final String CALLER = "+819000000009";

  final WireMockServer application;
  private LivePlatform platform;

  LiveStage() {
    application =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .asynchronousResponseEnabled(true));
    application.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + application.port() + path;
  }

  String httpsUrl(String path) {
    return "https://127.0.0.1:" + application.httpsPort() + path;
  }

  /** Whatever is asked is answered like this. */
  LiveStage answers(ResponseDefinitionBuilder answer) {
    application.stubFor(any(anyUrl()).willReturn(answer));
    return this;
  }

  /** Whatever is asked is answered with this document. */
  LiveStage document(String verbs) {
    return answers(twiml(verbs));
  }

  static ResponseDefinitionBuilder twiml(String verbs) {
    return WireMock.aResponse()
        .withHeader("Content-Type", "text/xml")
        .withBody("<Response>" + verbs + "</Response>");
  }

  LivePlatform start(LiveSettings settings) {
    platform = LivePlatform.start(settings);
    return platform;
  }

  LivePlatform platform() {
    return platform;
  }

  /** A caller dials the account's number, whose document is at this URL. */
  LiveStage call(String voiceUrl) {
    return call(voiceUrl, LiveSettings.standard());
  }

  LiveStage call(String voiceUrl, Reach reach) {
    return call(voiceUrl, LiveSettings.standard().with(reach));
  }

  LiveStage call(String voiceUrl, LiveSettings settings) {
    start(settings.with(() -> Account.directory(voiceUrl, null)));
    platform.ask(world -> world.arriveFrom(CALLER, Account.NUMBER, null)).join();
    return this;
  }

  List<Happening> journal() {
    return platform.entries(0, Long.MAX_VALUE).stream().map(Entry::what).toList();
  }

  <T extends Happening> List<T> all(Class<T> type) {
    return journal().stream().filter(type::isInstance).map(type::cast).toList();
  }

  void awaitNote(int code) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> all(Happening.Noted.class).stream().anyMatch(note -> note.code() == code));
  }

  void awaitVerb(String verb) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                all(Happening.VerbBegan.class).stream()
                    .anyMatch(began -> began.verb().equals(verb)));
  }

  List<LoggedRequest> received(String method, String path) {
    return application.findAll(
        RequestPatternBuilder.newRequestPattern(
            RequestMethod.fromString(method), WireMock.urlPathEqualTo(path)));
  }

  @Override
  public void close() {
    if (platform != null) {
      platform.close();
    }
    application.stop();
  }
}
