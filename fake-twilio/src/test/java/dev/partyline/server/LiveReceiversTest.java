package dev.partyline.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.twilio.security.RequestValidator;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.world.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that ask who is there, have certificates, or break in the middle. */
class LiveReceiversTest {

  private final LiveStage stage = new LiveStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private String withUser(String path) {
    return stage.url(path).replace("http://", "http://us%40er:p%C3%A4ss@");
  }

  private void challenged(String challenge, String scheme) {
    stage.answers(aResponse().withStatus(401).withHeader("WWW-Authenticate", challenge));
    stage.application.stubFor(
        any(anyUrl())
            .withHeader("Authorization", matching(scheme + " .*"))
            .willReturn(LiveStage.twiml("<Pause length='60'/>")));
  }

  @Pins("SEC-10")
  @Test
  void a_challenge_is_answered_with_user_and_password_of_the_url() {
    challenged("Basic realm=\"calls\"", "Basic");

    stage.call(withUser("/voice"));

    stage.awaitVerb("Pause");
    List<LoggedRequest> both = stage.received("POST", "/voice");
    assertEquals(2, both.size());
    assertNull(both.get(0).getHeader("Authorization"));
    assertEquals(both.get(0).getBodyAsString(), both.get(1).getBodyAsString());
    assertEquals(
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString("us@er:päss".getBytes(StandardCharsets.UTF_8)),
        both.get(1).getHeader("Authorization"));
  }

  @Pins("SEC-10")
  @Test
  void a_digest_challenge_is_answered_without_telling_the_password() throws Exception {
    challenged("Digest realm=\"calls\", nonce=\"n1\", qop=\"auth\", algorithm=MD5", "Digest");

    stage.call(stage.url("/voice").replace("http://", "http://user:secret@"));

    stage.awaitVerb("Pause");
    String answer = stage.received("POST", "/voice").get(1).getHeader("Authorization");
    String first = md5("user:calls:secret");
    String second = md5("POST:/voice");
    assertEquals(
        md5(
            String.join(
                ":", first, "n1", part(answer, "nc"), part(answer, "cnonce"), "auth", second)),
        part(answer, "response"));
  }

  private static String md5(String text) throws Exception {
    byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  private static String part(String header, String name) {
    Matcher part = Pattern.compile("\\b" + name + "=\"?([^\",]+)").matcher(header);
    assertTrue(part.find(), header);
    return part.group(1);
  }

  @Pins("SEC-10")
  @Test
  void user_and_password_are_signed_unless_the_knob_says_no() {
    stage.document("<Pause length='60'/>").call(stage.url("/voice?a=b").replace("//", "//u:p@"));
    stage.awaitVerb("Pause");
    LoggedRequest request = stage.received("POST", "/voice").get(0);
    RequestValidator validator = new RequestValidator(Account.TOKEN);
    Map<String, String> params = Requests.params(request.getBodyAsString());
    String signature = request.getHeader("X-Twilio-Signature");
    assertTrue(
        validator.validate(stage.url("/voice?a=b").replace("//", "//u:p@"), params, signature));

    stage.platform().reset(Knobs.standard().with(Map.of(Knob.SEC_SIGN_USER_INFO, "false")));
    stage.platform().ask(world -> world.arriveFrom(LiveStage.CALLER, Account.NUMBER, null)).join();
    stage.awaitVerb("Pause");
    LoggedRequest other = stage.received("POST", "/voice").get(1);
    assertTrue(
        validator.validate(
            stage.url("/voice?a=b"),
            Requests.params(other.getBodyAsString()),
            other.getHeader("X-Twilio-Signature")));
  }

  @Pins("SEC-11")
  @Test
  void any_certificate_will_do_unless_it_is_to_be_verified() {
    stage.document("<Pause length='60'/>").call(stage.httpsUrl("/voice"));

    stage.awaitVerb("Pause");
  }

  @Pins({"SEC-11", "ERR-13"})
  @Test
  void a_certificate_nobody_vouches_for_is_11237_and_not_tried_again() {
    stage
        .document("<Pause length='60'/>")
        .call(
            stage.httpsUrl("/voice"),
            LiveSettings.standard()
                .with(Knobs.standard().with(Map.of(Knob.SEC_TLS_VERIFY, "true"))));

    stage.awaitNote(11237);
    assertEquals(List.of(), stage.received("POST", "/voice"));
    assertEquals(1, stage.all(Happening.WebhookSent.class).size());
  }

  @Pins("ERR-13")
  @Test
  void tls_with_a_receiver_that_speaks_none_is_11220() {
    stage.document("").call(stage.url("/voice").replace("http:", "https:"));

    stage.awaitNote(11220);
  }

  @Pins({"ERR-06", "CB-43"})
  @Test
  void a_connection_that_nobody_takes_is_tried_twice_for_as_long_as_the_url_says()
      throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = fill(deaf);

      stage.call("http://127.0.0.1:" + deaf.getLocalPort() + "/voice#ct=150");

      stage.awaitNote(11201);
      assertEquals(2, stage.all(Happening.WebhookSent.class).size());
      for (Socket one : waiting) {
        one.close();
      }
    }
  }

  /** Nobody accepts: once its queue is full the port answers no connection at all. */
  private static List<Socket> fill(ServerSocket deaf) throws IOException {
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Socket one = new Socket();
      try {
        one.connect(new InetSocketAddress("127.0.0.1", deaf.getLocalPort()), 200);
        waiting.add(one);
      } catch (IOException full) {
        one.close();
        break;
      }
    }
    return waiting;
  }

  @Pins("CB-47")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<Response>",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n<Response>\r\n5\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n"
      })
  void an_answer_that_breaks_in_the_middle_is_not_asked_for_again(String answer) throws Exception {
    try (RawReceiver receiver = new RawReceiver(answer)) {
      stage.call(receiver.url("/voice#rc=5&rp=all"));

      stage.awaitNote(11206);
      assertEquals(1, receiver.taken());
    }
  }

  @Pins("CB-49")
  @Test
  void a_get_that_is_not_answered_is_sent_no_more_often_than_the_journal_says() {
    stage.document("<Redirect method='GET'>/next</Redirect>");
    stage.application.stubFor(
        any(urlPathEqualTo("/next")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    stage.call(stage.url("/voice"));

    stage.awaitNote(11205);
    assertEquals(1, stage.received("GET", "/next").size());
  }

  @Pins({"TWIML-09", "ERR-16"})
  @Test
  void an_answer_without_content_is_11770() {
    stage.answers(aResponse().withStatus(200)).call(stage.url("/voice"));

    stage.awaitNote(11770);
  }

  @Pins({"TWIML-09", "ERR-15"})
  @Test
  void a_document_without_end_is_11750() {
    stage.document("<Say>" + "x".repeat(3 << 20) + "</Say>").call(stage.url("/voice"));

    stage.awaitNote(11750);
  }

  @Pins("ERR-12")
  @Test
  void redirects_are_followed_ten_times() {
    stage
        .answers(aResponse().withStatus(302).withHeader("Location", "/again"))
        .call(stage.url("/voice"));

    stage.awaitNote(11215);
    assertEquals(10, stage.received("GET", "/again").size());
  }

  @Pins("TWIML-08")
  @Test
  void a_document_that_did_not_change_is_not_sent_again() {
    stage.document("<Redirect method='GET'>/loop</Redirect>");
    stage.application.stubFor(
        any(urlPathEqualTo("/loop"))
            .willReturn(
                LiveStage.twiml("<Pause length='1'/><Redirect method='GET'>/loop</Redirect>")
                    .withHeader("ETag", "\"v1\"")));
    stage.application.stubFor(
        any(urlPathEqualTo("/loop"))
            .withHeader("If-None-Match", matching("\"v1\""))
            .willReturn(aResponse().withStatus(304)));

    stage.call(stage.url("/voice"), LiveSettings.standard().atSpeed(10));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                stage.all(Happening.WebhookAnswered.class).stream()
                        .filter(answer -> answer.status() == 304)
                        .count()
                    >= 2);
  }
}
