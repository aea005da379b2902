package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request for a document carries, and how its answer is taken. */
class TwimlRequestTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String VOICE = Account.BASE_URL + "/voice";

  private static Stage inbound() {
    return new Stage().voice("<Hangup/>").agentDials(0).run();
  }

  private static Stage outbound(String method) {
    return new Stage()
        .voice("<Hangup/>")
        .application(0, app -> app.call("Url", VOICE, "Method", method))
        .run();
  }

  @Test
  @Pins("TWIML-01")
  void request_says_which_call_it_is_about() {
    Map<String, String> params = outbound("POST").received("/voice").get(0).params();

    assertEquals(CALL, params.get("CallSid"));
    assertEquals(Account.SID, params.get("AccountSid"));
    assertEquals(Account.NUMBER, params.get("From"));
    assertEquals(Stage.CUSTOMER, params.get("To"));
    assertEquals("in-progress", params.get("CallStatus"));
    assertEquals("2010-04-01", params.get("ApiVersion"));
    assertEquals("outbound-api", params.get("Direction"));
    assertEquals("JP", params.get("FromCountry"));
    assertEquals("JP", params.get("ToCountry"));
    assertEquals(params.get("From"), params.get("Caller"));
    assertEquals(params.get("To"), params.get("Called"));
  }

  @Test
  @Pins("TWIML-02")
  void post_carries_a_form_and_get_a_query() {
    WebhookRequest post = outbound("POST").received("/voice").get(0);
    WebhookRequest get = outbound("GET").received("/voice").get(0);

    assertEquals("POST", post.method());
    assertEquals(VOICE, post.url());
    assertEquals("GET", get.method());
    assertEquals(Map.of(), get.params());
    for (String name : post.params().keySet()) {
      assertTrue(get.url().contains("?" + name + "=") || get.url().contains("&" + name + "="));
    }
    assertTrue(get.url().contains("&To=%2B819000000001"), get.url());
    assertEquals("POST", inbound().received("/voice").get(0).method(), "the default");
  }

  @Test
  @Pins("TWIML-03")
  void first_request_says_ringing_for_an_incoming_call_and_in_progress_for_an_answered_one() {
    assertEquals("ringing", inbound().received("/voice").get(0).params().get("CallStatus"));
    assertEquals(
        "in-progress", outbound("POST").received("/voice").get(0).params().get("CallStatus"));
  }

  /** The verbs that run when the application answers so, and what is logged. */
  private static String answering(String type, String body) {
    Stage stage =
        new Stage()
            .answer("/voice", request -> new WebhookReply(200, type, body, null))
            .agentDials(0)
            .run();
    StringBuilder seen = new StringBuilder();
    for (Happening.VerbBegan verb : stage.all(Happening.VerbBegan.class)) {
      seen.append(verb.verb()).append(' ').append(verb.detail()).append("; ");
    }
    assertEquals("completed", stage.statuses(CALL).replaceAll(".* ", ""), "hung up afterwards");
    return seen + String.join(" ", stage.notes());
  }

  @Test
  @Pins({"TWIML-04", "ERR-21"})
  void content_type_decides_what_an_answer_is() {
    String document = "<Response><Pause/></Response>";

    assertEquals("Pause 1 s; ", answering("text/xml", document));
    assertEquals("Pause 1 s; ", answering("application/xml; charset=utf-8", document));
    assertEquals("Pause 1 s; ", answering("text/html", document));
    assertEquals("Pause 1 s; ", answering("text/plain", document));
    assertEquals("Say Good morning; ", answering("text/plain", "Good morning"));
    assertEquals("Play " + VOICE + "; ", answering("audio/mpeg", "(sound)"));
    assertEquals(
        "Say An application error has occurred. Goodbye.; error 12300",
        answering("application/json", "{}"));
  }

  @Test
  @Pins({"TWIML-09", "ERR-15", "ERR-16", "LIMIT-10"})
  void too_large_and_empty_bodies_have_codes_of_their_own() {
    String filler = "<!--" + "x".repeat(64 * 1024) + "-->";

    assertTrue(
        answering("text/xml", "<Response>" + filler + "</Response>").endsWith("error 11750"));
    assertTrue(answering(null, "").endsWith("error 11770"));
  }

  @Test
  @Pins({"TWIML-05", "ERR-08"})
  void request_may_take_15_seconds_in_total() {
    assertEquals(List.of(), taking(14_000).notes());
    Stage late = taking(16_000);

    assertEquals(List.of("error 11203"), late.notes());
    assertEquals(
        60 + 75 + 15_000,
        late.when(
            new Happening.WebhookFailed(
                "agent-1.twiml",
                1,
                11203,
                "no complete answer within 15 s from https://app.example.com/voice")));
  }

  private static Stage taking(long ms) {
    Stage stage = new Stage();
    return stage
        .answer(
            "/voice",
            request -> {
              stage.surroundings().sleep(Duration.ofMillis(ms));
              return WebhookReply.twiml("<Response><Hangup/></Response>");
            })
        .agentDials(0)
        .run();
  }

  @Test
  @Pins("TWIML-06")
  void ten_http_redirects_are_followed() {
    Stage stage = redirecting(10);

    assertEquals(1, stage.received("/hop10").size());
    assertEquals("GET", stage.received("/hop10").get(0).method());
    assertEquals(List.of(), stage.notes());
    assertEquals("Pause", stage.all(Happening.VerbBegan.class).get(0).verb());
  }

  @Test
  @Pins({"TWIML-06", "ERR-12"})
  void eleventh_http_redirect_is_an_error() {
    Stage stage = redirecting(11);

    assertEquals(List.of(), stage.received("/hop11"));
    assertEquals(List.of("error 11215"), stage.notes());
  }

  private static Stage redirecting(int hops) {
    Stage stage = new Stage();
    for (int i = 0; i < hops; i++) {
      String next = "/hop" + (i + 1);
      stage.answer(
          i == 0 ? "/voice" : "/hop" + i, request -> new WebhookReply(302, null, "", next));
    }
    return stage
        .answer("/hop" + hops, request -> WebhookReply.twiml("<Response><Pause/></Response>"))
        .agentDials(0)
        .run();
  }

  @Test
  @Pins("TWIML-07")
  void cookies_come_back_on_later_requests_of_the_same_call() {
    List<String> cookies = new ArrayList<>();
    Stage stage =
        new Stage()
            .answer(
                "/voice",
                request -> {
                  cookies.add(request.headers().get("Cookie"));
                  return WebhookReply.twiml("<Response><Redirect>/second</Redirect></Response>")
                      .cookie("session=abc; Path=/; HttpOnly")
                      .cookie("step=1");
                })
            .answer(
                "/second",
                request -> {
                  cookies.add(request.headers().get("Cookie"));
                  return WebhookReply.twiml("<Response><Redirect>/third</Redirect></Response>")
                      .cookie("step=; Max-Age=0");
                })
            .answer(
                "/third",
                request -> {
                  cookies.add(request.headers().get("Cookie"));
                  return WebhookReply.twiml("<Response/>");
                })
            .agentDials(0);
    stage.run();

    assertEquals(Arrays.asList(null, "session=abc; step=1", "session=abc"), cookies);
  }
}
