package dev.partyline.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests reach the application, and in which order, and what goes wrong on the way. */
class DeliveryTest {

  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String JOIN = "call-1.room.cb.participant-join.";

  private final Stage stage = new Stage();

  private Stage agentJoins(String callback, String events) {
    return stage
        .voice(
            "<Dial><Conference statusCallback=\""
                + callback
                + "\" statusCallbackEvent=\""
                + events
                + "\">N</Conference></Dial>")
        .agentDials(0)
        .agentHangsUp(60_000);
  }

  /** The agent waits and the customer is called, with all events of both kinds. */
  private Stage bothStreams() {
    return agentJoins("/ev", "start end join leave")
        .application(
            2_000,
            app ->
                app.participant(
                    "N",
                    "StatusCallback",
                    Account.BASE_URL + "/leg",
                    "StatusCallbackEvent",
                    "initiated ringing answered completed"));
  }

  /** Names of webhooks in the order in which they reached the application. */
  private List<String> arrivals() {
    return stage.all(Happening.WebhookSent.class).stream()
        .map(Happening.WebhookSent::webhook)
        .toList();
  }

  private void assertArrives(String first, String second) {
    List<String> all = arrivals();
    assertTrue(all.contains(first) && all.contains(second), all.toString());
    assertTrue(all.indexOf(first) < all.indexOf(second), all.toString());
  }

  /** When the first entry of this kind about a webhook came. */
  private <T extends Happening> long time(Class<T> kind, String text) {
    for (Entry entry : stage.journal()) {
      if (kind.isInstance(entry.what()) && entry.what().toString().contains(text)) {
        return entry.at();
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " with " + text);
  }

  // ---- order ----

  @ParameterizedTest
  @CsvSource({"20, 1500", "1500, 20"})
  @Pins({"CB-28", "CB-14"})
  void events_are_requests_of_their_own_that_arrive_in_any_order(String leave, String end) {
    agentJoins("/ev", "leave end")
        .pin("call-1.room.cb.participant-leave.agent-1", leave)
        .pin("call-1.room.cb.conference-end", end)
        .run();
    List<String> expected = new ArrayList<>(List.of("1:participant-leave", "2:conference-end"));
    if (leave.equals("1500")) {
      Collections.reverse(expected);
    }
    assertEquals(expected, stage.events("/ev"));
  }

  @Test
  @Pins("CB-34")
  void answered_event_arrives_before_the_join_in_the_typical_run() {
    bothStreams().run();
    assertArrives("customer-1.cb.answered", JOIN + "customer-1");
  }

  @Test
  @Pins("CB-34")
  void join_can_arrive_before_the_answered_event() {
    bothStreams().pin("customer-1.cb.answered", "1500").pin(JOIN + "customer-1", "20").run();
    assertArrives(JOIN + "customer-1", "customer-1.cb.answered");
  }

  @Test
  @Pins("CB-35")
  void event_can_arrive_before_the_answer_of_the_create_that_caused_it() {
    bothStreams()
        .pin("test.rest.returns", "200")
        .pin("customer-1.initiated", "0")
        .pin("customer-1.cb.initiated", "20")
        .run();
    long event = time(Happening.WebhookSent.class, "customer-1.cb.initiated");
    long answer = time(Happening.RestReturned.class, CUSTOMER);
    assertTrue(event < answer, event + " " + answer);
  }

  @Test
  @Pins("CB-36")
  void final_call_event_can_arrive_before_the_leave() {
    bothStreams()
        .pin("customer-1.cb.completed", "20")
        .pin("call-1.room.cb.participant-leave.customer-1", "1500")
        .run();
    assertArrives("customer-1.cb.completed", "call-1.room.cb.participant-leave.customer-1");
  }

  @Test
  @Pins("CB-36")
  void final_call_event_can_arrive_after_the_end_of_the_conference() {
    bothStreams()
        .agentHangsUp(20_000)
        .application(
            12_000,
            app ->
                app.rest(
                    "POST", "/Conferences/" + Stage.sid("CF", 1) + ".json", "Status", "completed"))
        .pin("customer-1.cb.completed", "1500")
        .pin("call-1.room.cb.conference-end", "20")
        .run();
    assertArrives("call-1.room.cb.conference-end", "customer-1.cb.completed");
  }

  @ParameterizedTest
  @CsvSource({"5000", "120000"})
  @Pins({"CB-38", "CB-49"})
  void start_and_ringing_can_arrive_as_late_as_the_knob_lets_them(String delay) {
    bothStreams()
        .knob(Knob.CB_DELAY_MAX_MS, delay)
        .pin("call-1.room.cb.conference-start", delay)
        .pin("customer-1.cb.ringing", delay)
        .run();
    long rang = stage.when(new Happening.LegStatus(CUSTOMER, "ringing", 0, "far-end"));
    assertEquals(
        rang + Long.parseLong(delay), time(Happening.WebhookSent.class, "conference-start"));
    assertEquals(
        rang + Long.parseLong(delay), time(Happening.WebhookSent.class, "customer-1.cb.ringing"));
  }

  @Test
  @Pins("CB-33")
  void gaps_seen_in_practice_lie_within_the_ranges() {
    bothStreams()
        .pin("customer-1.answers", "16000")
        .pin("agent-1.twiml", "75")
        .pin("call-1.room.cb.conference-start", "1000")
        .run();
    long rang = stage.when(new Happening.LegStatus(CUSTOMER, "ringing", 0, "far-end"));
    assertEquals(
        rang + 16_000, stage.when(new Happening.LegStatus(CUSTOMER, "in-progress", 0, "far-end")));
    assertEquals(rang + 1_000, time(Happening.WebhookSent.class, "conference-start"));
    assertEquals(
        time(Happening.LegCreated.class, AGENT) + 75,
        time(Happening.WebhookSent.class, "agent-1.twiml"));
  }

  @Test
  @Pins("CB-54")
  void event_is_sent_while_the_answer_to_another_is_still_awaited() {
    agentJoins("/ev", "join mute")
        .answer(
            "/ev",
            request -> {
              stage.surroundings().sleep(Duration.ofSeconds(5));
              return WebhookReply.empty();
            })
        .application(
            1_000,
            app ->
                app.rest(
                    "POST",
                    "/Conferences/" + Stage.sid("CF", 1) + "/Participants/" + AGENT + ".json",
                    "Muted",
                    "true"))
        .run();
    long second = time(Happening.WebhookSent.class, "participant-mute");
    long firstAnswer = time(Happening.WebhookAnswered.class, "participant-join");
    assertTrue(second < firstAnswer, second + " " + firstAnswer);
  }

  // ---- time limits and retries ----

  @Test
  @Pins("CB-46")
  void request_ends_after_15_seconds_redirects_included() {
    stage
        .answer("/voice", request -> slowly(10, new WebhookReply(302, null, "", "/second")))
        .answer("/second", request -> slowly(10, WebhookReply.twiml("<Response/>")))
        .agentDials(0)
        .run();
    long sent = time(Happening.WebhookSent.class, "agent-1.twiml");
    assertEquals(sent + 15_000, time(Happening.WebhookFailed.class, "agent-1.twiml"));
    assertEquals("ringing in-progress completed", stage.statuses(AGENT));
  }

  private WebhookReply slowly(int seconds, WebhookReply reply) {
    stage.surroundings().sleep(Duration.ofSeconds(seconds));
    return reply;
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "500", "timeout"})
  @Pins({"CB-47", "CB-49"})
  void request_that_reached_the_application_is_not_sent_again(String answer) {
    agentJoins("/ev", "join")
        .answer(
            "/ev",
            request ->
                answer.equals("timeout")
                    ? slowly(20, WebhookReply.empty())
                    : WebhookReply.text(Integer.parseInt(answer), ""))
        .run();
    assertEquals(1, stage.received("/ev").size());
    assertEquals(answer.equals("200") ? 0 : 1, stage.all(Happening.WebhookFailed.class).size());
  }

  @ParameterizedTest
  @CsvSource({"0, no, 1", "0.2, no, 1", "0.2, yes, 2"})
  @Pins({"CB-48", "CB-49"})
  void event_delivered_twice_by_the_knob_carries_one_token(String rate, String twice, int times) {
    agentJoins("/ev", "join")
        .knob(Knob.CB_DUPLICATE_RATE, rate)
        .pin(JOIN + "agent-1.twice", twice)
        .run();
    List<WebhookRequest> received = stage.received("/ev");
    assertEquals(times, received.size());
    assertEquals(1, received.stream().map(DeliveryTest::token).distinct().count());
    assertEquals(1, received.stream().map(WebhookRequest::params).distinct().count());
  }

  @Test
  @Pins("CB-48")
  void events_alike_but_not_the_same_carry_tokens_of_their_own() {
    agentJoins("/ev", "mute")
        .application(
            2_000,
            app -> {
              for (String muted : List.of("true", "false", "true")) {
                app.rest(
                    "POST",
                    "/Conferences/" + Stage.sid("CF", 1) + "/Participants/" + AGENT + ".json",
                    "Muted",
                    muted);
              }
            })
        .run();
    assertEquals(3, stage.received("/ev").stream().map(DeliveryTest::token).distinct().count());
    assertEquals(3, arrivals().stream().filter(name -> name.contains("mute")).distinct().count());
  }

  private static String token(WebhookRequest request) {
    String token = request.headers().get("I-Twilio-Idempotency-Token");
    assertFalse(token.isEmpty());
    return token;
  }

  @ParameterizedTest
  @CsvSource({"0, no, 2", "0.05, no, 2", "0.05, yes, 1"})
  @Pins({"CB-49", "CB-55"})
  void event_lost_by_the_knob_shows_in_the_journal_alone(String rate, String lost, int arrive) {
    agentJoins("/ev", "join end")
        .knob(Knob.CB_DROP_RATE, rate)
        .pin(JOIN + "agent-1.lost", lost)
        .run();
    assertEquals(arrive, stage.received("/ev").size());
    assertEquals(2 - arrive, stage.all(Happening.WebhookLost.class).size());
    assertTrue(stage.events("/ev").contains("2:conference-end"));
    assertEquals(List.of(), stage.all(Happening.Noted.class));
  }

  // ---- the URL ----

  @Test
  @Pins("CB-45")
  void fragment_of_a_url_is_neither_sent_nor_signed() throws GeneralSecurityException {
    agentJoins("/ev?a=b#rc=3&amp;rp=all", "join").run();
    WebhookRequest request = stage.received("/ev").get(0);
    assertEquals(Account.BASE_URL + "/ev?a=b", request.url());
    assertEquals(
        signed(Account.BASE_URL + "/ev?a=b", request.params()),
        request.headers().get("X-Twilio-Signature"));
  }

  /** HMAC-SHA1 over the URL and the sorted parameters, written out here on purpose. */
  private static String signed(String url, Map<String, String> params)
      throws GeneralSecurityException {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(params).forEach((name, value) -> text.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(Account.TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
