package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Preset;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody knows what the platform does, each value of the knob does something. */
class ConferenceKnobsTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String EVENTS =
      " statusCallback='/conf' statusCallbackEvent='start end join leave modify'";

  private final Answers answers = new Answers();
  private final Stage stage =
      new Stage()
          .voice("<Dial><Conference" + EVENTS + ">N</Conference></Dial>")
          .agentDials(0)
          .agentHangsUp(60_000);

  private void update(Stage app, String word, String who, String... pairs) {
    answers.keep(
        word, app.rest("POST", "/Conferences/" + CF1 + "/Participants/" + who + ".json", pairs));
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  /** The conference's events in the order of their numbers. */
  private List<String> inOrder() {
    return stage.received("/conf").stream()
        .map(WebhookRequest::params)
        .sorted(Comparator.comparingInt(params -> Integer.parseInt(params.get("SequenceNumber"))))
        .map(
            params ->
                params.get("StatusCallbackEvent")
                    + (CUSTOMER.equals(params.get("CallSid")) ? " customer" : ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,2"})
  @Pins("CONF-05")
  void two_joins_before_the_start_meet_unless_the_brain_is_split(String rate, int rooms) {
    stage
        .knob(Knob.CONF_SPLIT_BRAIN_RATE, rate)
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              answers.keep("live", app.rest("GET", "/Conferences.json", "FriendlyName", "N"));
            })
        .run();
    assertEquals(rooms, stage.all(Happening.ConferenceOpened.class).size());
    assertEquals(rooms, answers.rows("live", "conferences", "sid").size());
  }

  @Test
  @Pins("CONF-05")
  void conference_that_was_forgotten_is_found_again_when_the_other_one_ends() {
    stage
        .knob(Knob.CONF_SPLIT_BRAIN_RATE, "1")
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 1_000);
              app.rest(
                  "POST", "/Conferences/" + Stage.sid("CF", 2) + ".json", "Status", "completed");
              assertEquals(CF1, app.world().telephony().live("N").sid());
            })
        .run();
  }

  @ParameterizedTest
  @CsvSource({"joiner,201", "first,400"})
  @Pins("CONF-46")
  void maximum_is_the_joiners_or_the_firsts(String knob, int status) {
    stage
        .voice("<Dial><Conference maxParticipants='1'>N</Conference></Dial>")
        .knob(Knob.CONF_MAX_FROM, knob)
        .application(2_000, app -> answers.keep("second", app.participant("N")))
        .run();
    assertEquals(status, answers.status("second"));
    assertEquals(status == 400 ? 16020 : 0, answers.of("second").code());
  }

  @ParameterizedTest
  @CsvSource({
    "answer,'participant-join,conference-start,participant-join customer,participant-leave'",
    "mediaAttach,'participant-join,conference-start,participant-join customer,participant-leave'"
  })
  @Pins("PART-31")
  void join_is_told_at_the_answer_or_when_the_media_is_there(String knob, String events) {
    stage
        .knob(Knob.PART_JOIN_EVENT_AT, knob)
        .application(2_000, app -> app.participant("N"))
        .agentHangsUp(10_000)
        .run();
    assertEquals(List.of(events.split(",")), inOrder().subList(0, 4));
    long joined = stage.when(new Happening.ParticipantJoined(CF1, CUSTOMER, null, true, false));
    long told =
        stage.journal().entries().stream()
            .filter(
                entry ->
                    entry.what() instanceof Happening.WebhookQueued queued
                        && queued.event().equals("participant-join")
                        && CUSTOMER.equals(queued.call()))
            .findFirst()
            .orElseThrow()
            .at();
    assertEquals(knob.equals("answer"), told == joined);
  }

  @Test
  @Pins("PART-31")
  void join_whose_media_comes_late_is_told_before_the_leave() {
    stage
        .knob(Knob.PART_JOIN_EVENT_AT, "mediaAttach")
        .pin("customer-1.hangs-up", "10")
        .application(2_000, app -> app.participant("N"))
        .run();
    assertEquals(
        List.of(
            "participant-join",
            "conference-start",
            "participant-join customer",
            "participant-leave customer",
            "participant-leave",
            "conference-end"),
        inOrder());
  }

  @ParameterizedTest
  @CsvSource({"old,false", "new,true"})
  @Pins("PART-48")
  void ignored_update_answers_with_the_old_or_the_new_value(String knob, String shown) {
    stage
        .knob(Knob.PART_IGNORED_UPDATE_ECHO, knob)
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              update(app, "hold", CUSTOMER, "Hold", "true");
              update(app, "ignored", CUSTOMER, "EndConferenceOnExit", "true");
              answers.keep(
                  "read", app.rest("GET", "/Conferences/" + CF1 + "/Participants/" + CUSTOMER));
            })
        .run();
    assertEquals(shown, answers.field("ignored", "end_conference_on_exit"));
    assertEquals("false", answers.field("read", "end_conference_on_exit"));
    assertFalse(inOrder().contains("participant-modify customer"));
  }

  @ParameterizedTest
  @CsvSource({"ok,200,0", "error16099,400,16099"})
  @Pins({"PART-51", "ERR-61"})
  void update_before_the_start_is_taken_or_refused(String knob, int status, int code) {
    stage
        .knob(Knob.PART_UPDATE_IN_INIT, knob)
        .application(2_000, app -> update(app, "early", AGENT, "Muted", "true"))
        .run();
    assertEquals(status, answers.status("early"));
    assertEquals(code, answers.of("early").code());
  }

  @Test
  @Pins({"ERR-54", "LIMIT-09"})
  void account_has_a_limit_of_simultaneous_conferences_if_the_knob_says_so() {
    stage
        .knob(Knob.LIMIT_CONFERENCES, "1")
        .application(
            2_000,
            app -> {
              answers.keep("same", app.participant("N"));
              answers.keep("other", app.participant("M"));
            })
        .run();
    assertEquals(201, answers.status("same"));
    assertEquals("400/16021", answers.error("other"));
    assertEquals(2, stage.all(Happening.LegCreated.class).size(), "nothing was dialled for M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "none"})
  @Pins("CB-04")
  void leave_events_say_why_or_do_not(String reasons) {
    stage
        .knob(Knob.CB_REASONS, reasons)
        .pin("customer-1.does", "busy")
        .application(2_000, app -> app.participant("N"))
        .run();
    List<WebhookRequest> leaves =
        stage.received("/conf").stream()
            .filter(one -> "participant-leave".equals(one.params().get("StatusCallbackEvent")))
            .toList();
    assertEquals(2, leaves.size());
    for (WebhookRequest leave : leaves) {
      assertEquals(reasons.equals("sent"), leave.params().containsKey("ReasonParticipantLeft"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "as2018"})
  @Pins({"CB-06", "CB-07", "CB-09", "PART-32"})
  void in_2018_events_gave_no_reasons_and_a_failed_add_left_no_trace(String preset) {
    Preset.named(preset).settings().forEach(stage::knob);
    stage.pin("customer-1.does", "busy").application(2_000, app -> app.participant("N")).run();
    boolean today = preset.equals("docs");
    assertEquals(today, inOrder().contains("participant-leave customer"));
    for (WebhookRequest request : stage.received("/conf")) {
      Map<String, String> params = request.params();
      boolean leave = "participant-leave".equals(params.get("StatusCallbackEvent"));
      boolean end = "conference-end".equals(params.get("StatusCallbackEvent"));
      assertEquals(today && leave, params.containsKey("ReasonParticipantLeft"));
      assertEquals(today && leave, params.containsKey("ParticipantCallStatus"));
      assertEquals(today && end, params.containsKey("ReasonConferenceEnded"));
    }
  }

  @Test
  @Pins("CB-49")
  void reorder_window_lets_later_events_arrive_first() {
    stage
        .knob(Knob.CB_REORDER_WINDOW_MS, "3000")
        .pin("call-1.room.cb.participant-join.agent-1", "4000")
        .application(1_000, app -> app.participant("N"))
        .run();
    assertEquals("conference-start", stage.events("/conf").get(0).replaceAll(".*:", ""));
    assertTrue(stage.events("/conf").get(1).startsWith("1:participant-join"));
  }

  @Test
  @Pins({"LIMIT-01", "LIMIT-20"})
  void end_of_a_full_conference_is_a_burst_of_251_requests() {
    for (int batch = 0; batch < 6; batch++) {
      int size = batch == 5 ? 49 : 40;
      stage.application(
          2_000,
          app -> {
            for (int i = 0; i < size; i++) {
              app.participantAt(Stage.SUPERVISOR, "N");
            }
          });
    }
    stage
        .application(
            20_000,
            app -> {
              answers.keep("over", app.participant("N"));
              app.rest("POST", "/Conferences/" + CF1 + ".json", "Status", "completed");
            })
        .run();
    assertEquals("400/16020", answers.error("over"));
    long ended = stage.all(Happening.ConferenceEnded.class).size();
    assertEquals(1, ended);
    assertEquals(
        250, inOrder().stream().filter(event -> event.startsWith("participant-leave")).count());
    assertEquals("conference-end", inOrder().get(inOrder().size() - 1));
  }
}
