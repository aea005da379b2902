package dev.partyline.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.Voice;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status callbacks of legs. */
class CallEventsTest {

  private static final String CUSTOMER = Stage.sid("CA", 1);
  private static final String ALL = "initiated ringing answered completed";

  private final Stage stage = new Stage();

  /** The customer is dialled into N and has these call events sent to /leg. */
  private Stage customerIsDialled(String events, String... more) {
    String[] pairs = new String[more.length + 4];
    pairs[0] = "StatusCallback";
    pairs[1] = Account.BASE_URL + "/leg";
    pairs[2] = "StatusCallbackEvent";
    pairs[3] = events;
    System.arraycopy(more, 0, pairs, 4, more.length);
    return stage.application(0, app -> app.participant("N", pairs));
  }

  /** Events as number:status, in the order of emission. */
  private List<String> events() {
    return stage.received("/leg").stream()
        .map(
            request ->
                request.params().get("SequenceNumber") + ":" + request.params().get("CallStatus"))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private Map<String, String> event(String status) {
    for (WebhookRequest request : stage.received("/leg")) {
      if (status.equals(request.params().get("CallStatus"))) {
        return request.params();
      }
    }
    throw new AssertionError("no " + status + " in " + events());
  }

  @Test
  @Pins({"CB-23", "CB-29", "PART-36"})
  void events_of_a_dialled_leg_are_numbered_from_0_and_name_the_leg() {
    customerIsDialled(ALL).run();
    assertEquals(List.of("0:initiated", "1:ringing", "2:in-progress", "3:completed"), events());
    for (WebhookRequest request : stage.received("/leg")) {
      Map<String, String> params = request.params();
      assertEquals(CUSTOMER, params.get("CallSid"));
      assertEquals(Account.SID, params.get("AccountSid"));
      assertEquals(Account.NUMBER, params.get("From"));
      assertEquals(Stage.CUSTOMER, params.get("To"));
      assertEquals("2010-04-01", params.get("ApiVersion"));
      assertEquals("outbound-api", params.get("Direction"));
      assertEquals("call-progress-events", params.get("CallbackSource"));
      assertEquals("JP", params.get("ToCountry"));
      assertTrue(params.get("Timestamp").startsWith("Wed, 01 Apr 2026 00:00:"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "completed, answers, 0:completed",
    "answered completed, answers, 0:in-progress 1:completed",
    "initiated ringing completed, busy-after-ringing, 0:initiated 1:ringing 2:busy"
  })
  @Pins("CB-30")
  void numbers_count_the_events_subscribed(String events, String does, String expected) {
    customerIsDialled(events).pin("customer-1.does", does).run();
    assertEquals(expected, String.join(" ", events()));
  }

  @Test
  @Pins({"CB-23", "CB-24", "CB-26"})
  void final_event_alone_carries_durations_and_the_sip_code() {
    customerIsDialled(ALL)
        .pin("customer-1.answers", "1000")
        .pin("customer-1.hangs-up", "11000")
        .run();
    Map<String, String> over = event("completed");
    assertEquals("11", over.get("CallDuration"));
    assertEquals("1", over.get("Duration"));
    assertEquals("200", over.get("SipResponseCode"));
    // 60 ms to the platform, 50 to the dialling, 800 to the ringing, then as pinned
    assertEquals("Wed, 01 Apr 2026 00:00:12 +0000", over.get("Timestamp"));
    for (String status : List.of("initiated", "ringing", "in-progress")) {
      for (String name : List.of("Duration", "CallDuration", "SipResponseCode")) {
        assertFalse(event(status).containsKey(name), status + " " + name);
      }
    }
  }

  @Test
  @Pins({"CONF-33", "CB-30"})
  void leg_that_rang_on_after_its_conference_sends_answered_and_completed_once_each() {
    customerIsDialled(ALL)
        .knob(Knob.CONF_RINGING_LEGS_ON_END, "keepRinging")
        .application(
            2_000,
            app ->
                app.rest(
                    "POST", "/Conferences/" + Stage.sid("CF", 1) + ".json", "Status", "completed"))
        .run();
    assertEquals(List.of("0:initiated", "1:ringing", "2:in-progress", "3:completed"), events());
  }

  @Test
  @Pins("CB-24")
  void final_event_of_a_busy_leg_carries_no_time_and_486() {
    customerIsDialled(ALL).pin("customer-1.does", "busy").run();
    Map<String, String> over = event("busy");
    assertEquals("0", over.get("CallDuration"));
    assertEquals("0", over.get("Duration"));
    assertEquals("486", over.get("SipResponseCode"));
  }

  @ParameterizedTest
  @CsvSource({"POST, POST", "GET, GET", ", POST"})
  @Pins("CB-27")
  void method_is_post_unless_get_is_asked_for(String asked, String expected) {
    if (asked == null) {
      customerIsDialled("completed").run();
    } else {
      customerIsDialled("completed", "StatusCallbackMethod", asked).run();
    }
    WebhookRequest request = stage.received("/leg").get(0);
    assertEquals(expected, request.method());
    boolean inQuery = request.url().contains("CallStatus=completed");
    assertEquals(expected.equals("GET"), inQuery);
    assertEquals(expected.equals("GET"), request.params().isEmpty());
  }

  @Test
  @Pins({"CB-31", "PART-21"})
  void leg_without_a_callback_sends_nothing_though_its_conference_has_one() {
    stage
        .application(
            0,
            app ->
                app.participant(
                    "N",
                    "ConferenceStatusCallback",
                    Account.BASE_URL + "/ev",
                    "ConferenceStatusCallbackEvent",
                    "join leave"))
        .run();
    assertEquals(List.of("1:participant-join", "2:participant-leave"), stage.events("/ev"));
    assertTrue(
        stage.all(Happening.WebhookQueued.class).stream()
            .noneMatch(queued -> queued.kind().equals("call-status")));
  }

  @Test
  @Pins({"PART-21", "PART-36"})
  void leg_and_conference_send_their_events_to_two_subscriptions() {
    customerIsDialled(
            ALL,
            "ConferenceStatusCallback",
            Account.BASE_URL + "/ev",
            "ConferenceStatusCallbackEvent",
            "join leave end")
        .pin("customer-1.does", "busy")
        .run();
    assertEquals(List.of("0:initiated", "1:busy"), events());
    assertEquals(List.of("1:participant-leave", "2:conference-end"), stage.events("/ev"));
  }

  @Test
  @Pins({"CB-51", "ERR-46"})
  void error_status_is_a_warning_of_the_call_and_does_not_touch_it() {
    customerIsDialled("initiated").answer("/leg", request -> WebhookReply.text(503, "busy")).run();
    Happening.Noted noted = stage.all(Happening.Noted.class).get(0);
    assertEquals("15003 warning", noted.code() + " " + noted.level());
    assertEquals(CUSTOMER, noted.call());
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(CUSTOMER));
  }

  @Test
  @Pins("CB-18")
  void twiml_in_the_answer_to_a_call_event_does_nothing() {
    customerIsDialled("answered")
        .answer("/leg", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
        .run();
    assertEquals(1, stage.received("/leg").size());
    assertEquals(List.of(), stage.all(Happening.VerbBegan.class));
  }

  @Test
  @Pins({"CB-25", "CALL-67"})
  void final_event_of_an_inbound_call_has_no_sip_response_code() {
    stage.statusPath("/leg").voice("<Pause length=\"3\"/>").agentDials(0).run();

    assertEquals("inbound", event("completed").get("Direction"));
    assertFalse(event("completed").containsKey("SipResponseCode"));
    assertEquals(1, stage.received("/leg").size());
  }

  @Test
  @Pins("CB-32")
  void outbound_legs_never_use_the_callback_of_a_number() {
    stage
        .directory(
            directory -> {
              IncomingNumber own = directory.dialled(Account.NUMBER);
              directory.put(
                  own.with(
                      own.accountSid(),
                      own.friendlyName(),
                      Voice.at(own.voice().url(), Account.BASE_URL + "/leg"),
                      null,
                      Map.of(),
                      0));
            })
        .pin("customer-1.does", "no-answer")
        .application(0, app -> app.participant("N"))
        .run();

    assertTrue(stage.received("/leg").isEmpty());
  }
}
