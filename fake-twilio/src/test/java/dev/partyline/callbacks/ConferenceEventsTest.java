package dev.partyline.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status callbacks of conferences: which, with what, in which order of emission. */
class ConferenceEventsTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String ALL = "start end join leave mute hold modify speaker announcement";

  private final Stage stage = new Stage();

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  private static void update(Stage app, String call, String... pairs) {
    app.rest("POST", "/Conferences/" + CF1 + "/Participants/" + call + ".json", pairs);
  }

  /** The agent joins N and has these events sent to /ev. */
  private Stage agentJoins(String events, String attributes) {
    return stage
        .voice(
            "<Dial><Conference "
                + attributes
                + " statusCallback=\"/ev\" statusCallbackEvent=\""
                + events
                + "\">N</Conference></Dial>")
        .agentDials(0);
  }

  private Stage agentJoins(String events) {
    return agentJoins(events, "");
  }

  /** Agent waits, customer is dialled and answers, everything is changed, then it ends. */
  private Stage wholeStory(String events) {
    return agentJoins(events, "participantLabel=\"the agent\"")
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              update(app, AGENT, "Muted", "true");
              update(app, AGENT, "Muted", "false");
              update(app, AGENT, "Hold", "true");
              update(app, AGENT, "Hold", "false");
              update(app, AGENT, "EndConferenceOnExit", "true");
            })
        .agentHangsUp(20_000);
  }

  /** Events in the order of emission. */
  private List<String> emitted() {
    return stage.received("/ev").stream()
        .sorted(Comparator.comparing(ConferenceEventsTest::number))
        .map(request -> request.params().get("StatusCallbackEvent"))
        .toList();
  }

  private static int number(WebhookRequest request) {
    return Integer.parseInt(request.params().get("SequenceNumber"));
  }

  private Map<String, String> event(String name, String call) {
    for (WebhookRequest request : stage.received("/ev")) {
      if (name.equals(request.params().get("StatusCallbackEvent"))
          && (call == null || call.equals(request.params().get("CallSid")))) {
        return request.params();
      }
    }
    throw new AssertionError("no " + name + " of " + call + " in " + stage.events("/ev"));
  }

  private Map<String, String> event(String name) {
    return event(name, null);
  }

  // ---- which ----

  @ParameterizedTest
  @CsvSource({
    "start, conference-start",
    "end, conference-end",
    "join, participant-join",
    "leave, participant-leave",
    "mute, participant-mute participant-unmute",
    "hold, participant-hold participant-unhold",
    "modify, participant-modify",
    "speaker, ",
    "announcement, "
  })
  @Pins("CB-01")
  void each_word_of_a_subscription_sends_its_own_events_alone(String word, String expected) {
    wholeStory(word).run();
    TreeSet<String> names = new TreeSet<>(emitted());
    assertEquals(expected == null ? "" : expected, String.join(" ", names));
  }

  @Test
  @Pins({"CB-16", "CB-13", "CB-01"})
  void events_are_numbered_from_1_in_the_order_in_which_they_happened() {
    wholeStory(ALL).run();
    List<Integer> numbers =
        stage.received("/ev").stream().map(ConferenceEventsTest::number).sorted().toList();
    List<Integer> expected = new ArrayList<>();
    for (int i = 1; i <= numbers.size(); i++) {
      expected.add(i);
    }
    assertEquals(expected, numbers);
    assertEquals(
        List.of(
            "participant-join",
            "conference-start",
            "participant-join",
            "participant-mute",
            "participant-unmute",
            "participant-hold",
            "participant-unhold",
            "participant-modify",
            "participant-leave",
            "participant-leave",
            "conference-end"),
        emitted());
  }

  @ParameterizedTest
  @CsvSource({
    "subscribed, 1:conference-start 2:conference-end",
    "all, 2:conference-start 6:conference-end"
  })
  @Pins("CB-17")
  void numbers_count_the_events_subscribed_or_all_as_the_knob_says(String knob, String expected) {
    agentJoins("start end")
        .knob(Knob.CB_CONF_SEQUENCE, knob)
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(60_000)
        .run();
    assertEquals(expected, String.join(" ", stage.events("/ev")));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1:participant-join 2:participant-join 3:conference-start",
    "true, 1:participant-join 2:conference-start 3:participant-join"
  })
  @Pins("CB-15")
  void second_join_and_start_are_emitted_in_the_order_the_knob_says(String knob, String expected) {
    agentJoins("start join")
        .knob(Knob.CB_START_BEFORE_JOIN, knob)
        .application(2_000, app -> app.participant("N", "EarlyMedia", "false"))
        .agentHangsUp(60_000)
        .run();
    List<String> sorted = new ArrayList<>(stage.events("/ev"));
    sorted.sort(Comparator.naturalOrder());
    assertEquals(expected, String.join(" ", sorted));
  }

  @ParameterizedTest
  @CsvSource({"0, no, 1", "0.3, no, 1", "0.3, yes, 0"})
  @Pins("CONF-22")
  void start_event_can_be_missing_at_the_rate_of_the_knob(String rate, String missing, int sent) {
    agentJoins("start")
        .knob(Knob.CONF_START_EVENT_DROP_RATE, rate)
        .pin("call-1.room.cb.conference-start.never-sent", missing)
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(60_000)
        .run();
    assertEquals(1, stage.all(Happening.ConferenceStarted.class).size());
    assertEquals(sent, stage.received("/ev").size());
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  @Pins("CONF-35")
  void end_of_a_conference_that_never_started_is_sent_as_the_knob_says(String knob, int sent) {
    agentJoins("end").knob(Knob.CONF_END_EVENT_IF_NEVER_STARTED, knob).agentHangsUp(5_000).run();
    assertEquals(0, stage.all(Happening.ConferenceStarted.class).size());
    assertEquals(1, stage.all(Happening.ConferenceEnded.class).size());
    assertEquals(sent, stage.received("/ev").size());
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  @Pins("CONF-35")
  void end_of_a_conference_that_started_is_sent_in_either_case(String knob) {
    agentJoins("end")
        .knob(Knob.CONF_END_EVENT_IF_NEVER_STARTED, knob)
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(60_000)
        .run();
    assertEquals(List.of("conference-end"), emitted());
  }

  @ParameterizedTest
  @CsvSource({"busy, busy", "rejects, no-answer", "no-answer, no-answer", "fails, failed"})
  @Pins({"PART-32", "PART-33", "CB-06", "CB-08"})
  void leg_that_is_not_answered_sends_a_leave_with_its_outcome_and_no_join(
      String does, String outcome) {
    agentJoins("join leave")
        .pin("customer-1.does", does)
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(120_000)
        .run();
    assertEquals(List.of("participant-join", "participant-leave", "participant-leave"), emitted());
    assertEquals(AGENT, event("participant-join").get("CallSid"));
    Map<String, String> leave = event("participant-leave", CUSTOMER);
    assertEquals(outcome, leave.get("ParticipantCallStatus"));
    assertEquals("participant_add_failed", leave.get("ReasonParticipantLeft"));
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 1"})
  @Pins("PART-32")
  void leave_of_a_leg_that_never_joined_is_sent_as_the_knob_says(String knob, int leaves) {
    agentJoins("leave")
        .knob(Knob.PART_LEAVE_IF_NEVER_JOINED, knob)
        .pin("customer-1.does", "busy")
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(60_000)
        .run();
    assertEquals(leaves, stage.received("/ev").size());
  }

  @Test
  @Pins("PART-31")
  void join_of_a_dialled_leg_is_an_event_of_the_instant_of_its_answer() {
    agentJoins("join").application(2_000, app -> app.participant("N")).agentHangsUp(60_000).run();
    long answered = stage.when(new Happening.LegStatus(CUSTOMER, "in-progress", 0, "far-end"));
    long joined = stage.when(new Happening.ParticipantJoined(CF1, CUSTOMER, null, true, false));
    assertEquals(answered, joined);
    assertTrue(answered > 0);
    List<Long> queued = new ArrayList<>();
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.WebhookQueued webhook
          && webhook.webhook().equals("call-1.room.cb.participant-join.customer-1")) {
        queued.add(entry.at());
      }
    }
    assertEquals(List.of(answered), queued);
  }

  @Test
  @Pins("CB-22")
  void start_is_sent_for_a_callee_who_is_never_reached() {
    agentJoins("start")
        .pin("customer-1.does", "no-answer")
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(120_000)
        .run();
    assertEquals(List.of("conference-start"), emitted());
    assertEquals("queued initiated ringing no-answer", stage.statuses(CUSTOMER));
  }

  @Test
  @Pins({"CONF-41", "CB-21"})
  void conference_of_a_first_joiner_without_a_callback_sends_its_events_to_nobody() {
    stage
        .voice("<Dial><Conference>N</Conference></Dial>")
        .agentDials(0)
        .application(
            2_000,
            app ->
                app.participant(
                    "N",
                    "ConferenceStatusCallback",
                    Account.BASE_URL + "/ev",
                    "ConferenceStatusCallbackEvent",
                    "start end join leave"))
        .agentHangsUp(60_000)
        .run();
    assertEquals(1, stage.all(Happening.ConferenceEnded.class).size());
    assertEquals(List.of(), stage.received("/ev"));
  }

  @ParameterizedTest
  @CsvSource({"atCreate, 2", "atConnect, 0"})
  @Pins("CONF-42")
  void callback_given_with_a_leg_that_never_connects_counts_as_the_knob_says(
      String knob, int sent) {
    stage
        .knob(Knob.CONF_CONFIG_BINDING, knob)
        .pin("customer-1.does", "busy")
        .application(
            0,
            app ->
                app.participant(
                    "N",
                    "ConferenceStatusCallback",
                    Account.BASE_URL + "/ev",
                    "ConferenceStatusCallbackEvent",
                    "leave end"))
        .run();
    assertEquals(sent, stage.received("/ev").size());
  }

  // ---- with what ----

  @Test
  @Pins({"CB-02", "CB-03", "CB-05"})
  void every_event_names_conference_account_number_time_and_itself() {
    wholeStory(ALL).run();
    for (WebhookRequest request : stage.received("/ev")) {
      Map<String, String> params = request.params();
      assertEquals(CF1, params.get("ConferenceSid"));
      assertEquals("N", params.get("FriendlyName"));
      assertEquals(Account.SID, params.get("AccountSid"));
      assertTrue(params.get("SequenceNumber").matches("[1-9][0-9]*"));
      assertTrue(
          params.get("Timestamp").matches("Wed, 01 Apr 2026 00:00:[0-9]{2} \\+0000"),
          params.get("Timestamp"));
      assertTrue(params.get("StatusCallbackEvent").matches("(conference|participant)-[a-z]+"));
      for (String flag :
          List.of("Muted", "Hold", "Coaching", "EndConferenceOnExit", "StartConferenceOnEnter")) {
        boolean person = params.get("StatusCallbackEvent").startsWith("participant");
        assertTrue(
            person ? params.get(flag).matches("true|false") : !params.containsKey(flag), flag);
      }
    }
  }

  @Test
  @Pins({"CB-04", "CB-05"})
  void participant_events_carry_leg_label_and_flags_as_they_are_by_then() {
    wholeStory(ALL).run();
    Map<String, String> muted = event("participant-mute");
    assertEquals(AGENT, muted.get("CallSid"));
    assertEquals("the agent", muted.get("ParticipantLabel"));
    assertEquals("true", muted.get("Muted"));
    assertEquals("false", event("participant-unmute").get("Muted"));
    assertEquals("true", event("participant-hold").get("Hold"));
    assertEquals("false", event("participant-unhold").get("Hold"));
    assertEquals("true", event("participant-modify").get("EndConferenceOnExit"));
    Map<String, String> joined = event("participant-join", CUSTOMER);
    assertFalse(joined.containsKey("ParticipantLabel"));
    assertFalse(joined.containsKey("ReasonParticipantLeft"));
    assertEquals("true", joined.get("StartConferenceOnEnter"));
    assertEquals("false", joined.get("Coaching"));
  }

  @Test
  @Pins({"CB-04", "CB-06", "CB-07", "CB-08", "CB-09"})
  void end_by_the_flag_tells_leave_reasons_ending_leg_its_label_and_a_sentence() {
    wholeStory(ALL).run();
    Map<String, String> agent = event("participant-leave", AGENT);
    assertEquals("participant_hung_up", agent.get("ReasonParticipantLeft"));
    assertEquals("completed", agent.get("ParticipantCallStatus"));
    Map<String, String> customer = event("participant-leave", CUSTOMER);
    assertEquals("moderator_ended_conference", customer.get("ReasonParticipantLeft"));
    assertEquals("completed", customer.get("ParticipantCallStatus"));
    Map<String, String> end = event("conference-end");
    assertEquals("participant-with-end-conference-on-exit-left", end.get("ReasonConferenceEnded"));
    assertEquals(AGENT, end.get("CallSidEndingConference"));
    assertEquals("the agent", end.get("ParticipantLabelEndingConference"));
    assertTrue(end.get("Reason").contains(AGENT), end.get("Reason"));
    assertNull(event("conference-start").get("CallSid"));
  }

  @Test
  @Pins({"CB-06", "CB-07", "CB-08", "CB-09"})
  void end_by_rest_tells_no_ending_leg_and_that_twiml_legs_live_on() {
    agentJoins("leave end")
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              app.rest("POST", "/Conferences/" + CF1 + ".json", "Status", "completed");
            })
        .run();
    for (String call : List.of(AGENT, CUSTOMER)) {
      assertEquals(
          "conference_ended_via_api",
          event("participant-leave", call).get("ReasonParticipantLeft"));
    }
    assertEquals("in-progress", event("participant-leave", AGENT).get("ParticipantCallStatus"));
    assertEquals("completed", event("participant-leave", CUSTOMER).get("ParticipantCallStatus"));
    assertEquals("conference-ended-via-api", event("conference-end").get("ReasonConferenceEnded"));
    assertFalse(event("conference-end").containsKey("CallSidEndingConference"));
  }

  @Test
  @Pins({"CB-06", "CB-08", "PART-57"})
  void redirected_and_kicked_legs_leave_because_of_the_api() {
    agentJoins("leave")
        .application(
            2_000,
            app -> {
              app.participant("N");
              app.participant("N");
              wait(app, 10_000);
              app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + CUSTOMER + ".json");
              app.rest(
                  "POST",
                  "/Calls/" + AGENT + ".json",
                  "Twiml",
                  "<Response><Pause length=\"5\"/></Response>");
            })
        .run();
    Map<String, String> kicked = event("participant-leave", CUSTOMER);
    assertEquals("participant_updated_via_api", kicked.get("ReasonParticipantLeft"));
    assertEquals("completed", kicked.get("ParticipantCallStatus"));
    Map<String, String> redirected = event("participant-leave", AGENT);
    assertEquals("participant_updated_via_api", redirected.get("ReasonParticipantLeft"));
    assertEquals("in-progress", redirected.get("ParticipantCallStatus"));
  }

  // ---- and then ----

  @Test
  @Pins("CB-18")
  void twiml_in_the_answer_to_an_event_does_nothing() {
    agentJoins("join")
        .answer("/ev", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
        .agentHangsUp(30_000)
        .run();
    assertEquals(1, stage.received("/ev").size());
    assertEquals(1, stage.all(Happening.VerbBegan.class).size());
    assertEquals(30_000, stage.when(new Happening.LegStatus(AGENT, "completed", 0, "far-end")));
  }

  @Test
  @Pins({"ERR-52", "CB-19", "CB-47"})
  void event_that_cannot_be_delivered_is_logged_and_the_conference_goes_on() {
    agentJoins("join end")
        .answer("/ev", request -> WebhookReply.text(500, "broken"))
        .agentHangsUp(30_000)
        .run();
    assertEquals(2, stage.received("/ev").size());
    assertEquals(2, stage.all(Happening.WebhookFailed.class).size());
    assertEquals(
        List.of(16011, 16011),
        stage.all(Happening.Noted.class).stream().map(Happening.Noted::code).toList());
    assertEquals("ringing in-progress completed", stage.statuses(AGENT));
    assertNotEquals(0, stage.all(Happening.ConferenceEnded.class).size());
  }

  @Test
  @Pins("CB-39")
  void timestamp_is_the_time_of_the_event_however_late_it_comes() {
    agentJoins("end")
        .knob(Knob.CB_DELAY_MAX_MS, "5000")
        .pin("call-1.room.cb.conference-end", "5000")
        .agentHangsUp(30_000)
        .run();
    assertEquals("Wed, 01 Apr 2026 00:00:30 +0000", event("conference-end").get("Timestamp"));
  }
}
