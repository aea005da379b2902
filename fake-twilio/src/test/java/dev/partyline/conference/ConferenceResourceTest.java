package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conferences as the REST API shows, finds and ends them. */
class ConferenceResourceTest {

  private static final String ROOM = "<Dial><Conference>N</Conference></Dial>";
  private static final String CF1 = Stage.sid("CF", 1);
  private static final String CF2 = Stage.sid("CF", 2);

  private final Stage stage = new Stage().voice(ROOM);
  private final Answers answers = new Answers();

  private void fetch(Stage app, String word, String path) {
    answers.keep(word, app.rest("GET", path));
  }

  private void list(Stage app, String word, String... filters) {
    answers.keep(word, app.rest("GET", "/Conferences.json", filters));
  }

  private void complete(Stage app, String word, String sid) {
    answers.keep(word, app.rest("POST", "/Conferences/" + sid + ".json", "Status", "completed"));
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  @Test
  @Pins("CONF-01")
  void posting_to_the_list_of_conferences_makes_none() {
    stage
        .application(
            0,
            app -> {
              answers.keep("made", app.rest("POST", "/Conferences.json", "FriendlyName", "N"));
              list(app, "after");
            })
        .run();
    assertEquals("405/20004", answers.error("made"));
    assertEquals(List.of(), answers.rows("after", "conferences", "sid"));
  }

  @Test
  @Pins({"CONF-10", "CONF-11", "CONF-14"})
  void conference_made_by_a_post_exists_as_init_with_the_leg_that_is_still_dialled() {
    stage
        .application(
            0,
            app -> {
              answers.keep("posted", app.participant("N"));
              fetch(app, "room", "/Conferences/" + CF1 + ".json");
              fetch(app, "people", "/Conferences/" + CF1 + "/Participants.json");
            })
        .run();
    assertEquals(201, answers.status("posted"));
    assertEquals(CF1, answers.field("posted", "conference_sid"));
    assertEquals("init", answers.field("room", "status"));
    assertEquals(List.of(Stage.sid("CA", 1)), answers.rows("people", "participants", "call_sid"));
    assertEquals(List.of("connecting"), answers.rows("people", "participants", "status"));
  }

  @ParameterizedTest
  @CsvSource({"onCreate, 200, 1", "onFirstConnect, 404, 0"})
  @Pins("CONF-11")
  void conference_nobody_entered_yet_can_be_seen_as_the_knob_says(
      String knob, int status, int rows) {
    stage
        .knob(Knob.CONF_VISIBLE_AT, knob)
        .application(
            0,
            app -> {
              app.participant("N");
              fetch(app, "early", "/Conferences/" + CF1 + ".json");
              list(app, "early list");
              wait(app, 10_000);
              fetch(app, "late", "/Conferences/" + CF1 + ".json");
            })
        .run();
    assertEquals(status, answers.status("early"));
    assertEquals(rows, answers.json("early list").get("conferences").size());
    assertEquals(200, answers.status("late"));
  }

  @Test
  @Pins({"CONF-28", "CONF-29", "CONF-51"})
  void conference_always_has_the_same_twelve_fields_and_no_reason_while_it_lives() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              fetch(app, "live", "/Conferences/" + CF1 + ".json");
              complete(app, "ended", CF1);
            })
        .run();
    TreeSet<String> expected =
        new TreeSet<>(
            List.of(
                "sid",
                "account_sid",
                "friendly_name",
                "status",
                "region",
                "api_version",
                "date_created",
                "date_updated",
                "reason_conference_ended",
                "call_sid_ending_conference",
                "uri",
                "subresource_uris"));
    assertEquals(expected, new TreeSet<>(Answers.names(answers.json("live"))));
    assertEquals(expected, new TreeSet<>(Answers.names(answers.json("ended"))));
    assertEquals(
        List.of("participants", "recordings"),
        Answers.names(answers.json("live").get("subresource_uris")));
    assertTrue(answers.json("live").get("reason_conference_ended").isNull());
    assertTrue(answers.json("live").get("call_sid_ending_conference").isNull());
    assertEquals("conference-ended-via-api", answers.field("ended", "reason_conference_ended"));
    assertTrue(answers.json("ended").get("call_sid_ending_conference").isNull());
  }

  @Test
  @Pins({"CONF-28", "CONF-29"})
  void conference_that_a_leg_ended_names_reason_and_leg() {
    stage
        .agentDials(0)
        .agentHangsUp(2_000)
        .application(3_000, app -> fetch(app, "ended", "/Conferences/" + CF1 + ".json"))
        .run();
    assertEquals("last-participant-left", answers.field("ended", "reason_conference_ended"));
    assertEquals(Stage.sid("CA", 1), answers.field("ended", "call_sid_ending_conference"));
  }

  @Test
  @Pins({"CONF-14", "CONF-18"})
  void lone_participant_waits_in_an_init_conference_and_is_not_shown_as_muted() {
    stage
        .voice("<Dial><Conference startConferenceOnEnter=\"false\">N</Conference></Dial>")
        .agentDials(0)
        .application(
            2_000,
            app -> {
              fetch(app, "room", "/Conferences/" + CF1 + ".json");
              fetch(app, "people", "/Conferences/" + CF1 + "/Participants.json");
            })
        .agentHangsUp(5_000)
        .run();
    assertEquals("init", answers.field("room", "status"));
    assertEquals(List.of("false"), answers.rows("people", "participants", "muted"));
    assertEquals(List.of("connected"), answers.rows("people", "participants", "status"));
  }

  @Test
  @Pins({"CONF-37", "CONF-13"})
  void status_completed_ends_the_conference_and_answers_with_it() {
    stage.agentDials(0).application(2_000, app -> complete(app, "ended", CF1)).run();
    assertEquals(200, answers.status("ended"));
    assertEquals("completed", answers.field("ended", "status"));
    assertEquals(1, stage.all(Happening.ConferenceEnded.class).size());
  }

  @ParameterizedTest
  @CsvSource({"init", "in-progress", "canceled"})
  @Pins("CONF-37")
  void no_other_status_is_accepted(String status) {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              answers.keep(
                  "update", app.rest("POST", "/Conferences/" + CF1 + ".json", "Status", status));
              fetch(app, "after", "/Conferences/" + CF1 + ".json");
            })
        .agentHangsUp(5_000)
        .run();
    assertEquals("400/20001", answers.error("update"));
    assertEquals("init", answers.field("after", "status"));
  }

  @ParameterizedTest
  @CsvSource({"404, 404/20404", "ok200, 200/0"})
  @Pins("CONF-38")
  void completing_a_completed_conference_answers_as_the_knob_says(String knob, String expected) {
    stage
        .knob(Knob.CONF_COMPLETE_TWICE, knob)
        .agentDials(0)
        .application(
            2_000,
            app -> {
              complete(app, "first", CF1);
              complete(app, "second", CF1);
              complete(app, "unknown", Stage.sid("CF", 99));
            })
        .run();
    assertEquals(200, answers.status("first"));
    assertEquals(expected, answers.error("second"));
    assertEquals("404/20404", answers.error("unknown"));
  }

  @ParameterizedTest
  @CsvSource({"ok, 200, completed", "error400, 400, init"})
  @Pins("CONF-39")
  void completing_while_somebody_is_being_dialled_answers_as_the_knob_says(
      String knob, int status, String after) {
    stage
        .knob(Knob.CONF_COMPLETE_WHILE_DIALING, knob)
        .application(
            0,
            app -> {
              app.participant("N", "EarlyMedia", "false");
              complete(app, "ended", CF1);
              fetch(app, "after", "/Conferences/" + CF1 + ".json");
            })
        .run();
    assertEquals(status, answers.status("ended"));
    assertEquals(after, answers.field("after", "status"));
  }

  @Test
  @Pins({"CONF-08", "PART-12"})
  void name_that_is_empty_or_too_long_is_refused_by_rest() {
    stage
        .application(
            0,
            app -> {
              answers.keep("long", app.participant("x".repeat(129)));
              answers.keep("empty", app.participant(""));
              answers.keep("longest", app.participant("x".repeat(128)));
            })
        .run();
    assertEquals("400/20001", answers.error("long"));
    assertEquals("400/20001", answers.error("empty"));
    assertEquals(201, answers.status("longest"));
  }

  @ParameterizedTest
  @CsvSource({"0", "129"})
  @Pins("CONF-08")
  void name_that_is_empty_or_too_long_is_refused_in_twiml(int length) {
    stage
        .voice("<Dial><Conference>" + "x".repeat(length) + "</Conference></Dial>")
        .agentDials(0)
        .run();
    assertTrue(stage.all(Happening.Noted.class).stream().anyMatch(noted -> noted.code() == 13237));
    assertEquals(List.of(), stage.all(Happening.ConferenceOpened.class));
  }

  @Test
  @Pins({"CONF-44"})
  void region_is_the_first_that_a_joiner_gave_and_us1_when_none_did() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              fetch(app, "none", "/Conferences/" + CF1 + ".json");
              app.participant("N", "Region", "jp1");
              wait(app, 10_000);
              fetch(app, "first", "/Conferences/" + CF1 + ".json");
              app.participant("N", "Region", "ie1");
              wait(app, 10_000);
              fetch(app, "second", "/Conferences/" + CF1 + ".json");
            })
        .agentHangsUp(60_000)
        .run();
    assertEquals("us1", answers.field("none", "region"));
    assertEquals("jp1", answers.field("first", "region"));
    assertEquals("jp1", answers.field("second", "region"));
  }

  /** Two completed conferences N, then a live one, then a live n. */
  private Stage fourConferences() {
    return stage.application(
        0,
        app -> {
          app.participant("N");
          complete(app, "first", CF1);
          app.participant("N");
          complete(app, "second", CF2);
          app.participant("N");
          app.participant("n");
          list(app, "all");
          list(app, "by name", "FriendlyName", "N");
          list(app, "by part", "FriendlyName", "");
          list(app, "live", "FriendlyName", "N", "Status", "init");
          list(app, "completed", "Status", "completed");
        });
  }

  @Test
  @Pins({"CONF-07", "CONF-53", "CONF-54", "CONF-52"})
  void search_by_name_is_exact_and_finds_all_of_that_name_newest_first() {
    fourConferences().run();
    String cf3 = Stage.sid("CF", 3);
    String cf4 = Stage.sid("CF", 4);
    assertEquals(List.of(cf4, cf3, CF2, CF1), answers.rows("all", "conferences", "sid"));
    assertEquals(List.of(cf3, CF2, CF1), answers.rows("by name", "conferences", "sid"));
    assertEquals(List.of(cf3), answers.rows("live", "conferences", "sid"));
    assertEquals(List.of(CF2, CF1), answers.rows("completed", "conferences", "sid"));
  }

  @ParameterizedTest
  @CsvSource({
    "DateCreated, 2026-04-01, 1",
    "DateCreated, 2026-03-31, 0",
    "DateCreated<, 2026-04-01, 1",
    "DateCreated<, 2026-03-31, 0",
    "DateCreated>, 2026-04-01, 1",
    "DateCreated>, 2026-04-02, 0",
    "DateUpdated, 2026-04-01, 1",
    "DateUpdated<, 2026-03-31, 0",
    "DateUpdated>, 2026-04-02, 0"
  })
  @Pins("CONF-52")
  void conferences_are_found_by_utc_dates(String filter, String date, int expected) {
    stage
        .application(
            0,
            app -> {
              app.participant("N");
              list(app, "found", filter, date);
            })
        .run();
    assertEquals(expected, answers.json("found").get("conferences").size());
  }

  @ParameterizedTest
  @CsvSource({"2026-04-01T00:00:00Z", "01.04.2026", "yesterday"})
  @Pins("CONF-52")
  void date_with_a_time_or_another_form_answers_400(String value) {
    stage.application(0, app -> list(app, "found", "DateCreated", value)).run();
    assertEquals("400/20001", answers.error("found"));
  }

  @Test
  @Pins("CONF-53")
  void participants_are_listed_oldest_first() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              app.participant("N");
              app.participant("N");
              fetch(app, "people", "/Conferences/" + CF1 + "/Participants.json");
              complete(app, "ended", CF1);
            })
        .run();
    assertEquals(
        List.of(Stage.sid("CA", 1), Stage.sid("CA", 2), Stage.sid("CA", 3)),
        answers.rows("people", "participants", "call_sid"));
  }

  @Test
  @Pins({"CONF-58", "CONF-31"})
  void participants_of_a_completed_conference_are_an_empty_page() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              complete(app, "ended", CF1);
              fetch(app, "people", "/Conferences/" + CF1 + "/Participants.json");
            })
        .run();
    assertEquals(200, answers.status("people"));
    assertEquals(0, answers.json("people").get("participants").size());
  }

  @Test
  @Pins({"CONF-59", "PART-10"})
  void name_does_not_do_where_a_sid_is_needed() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              fetch(app, "fetch", "/Conferences/N.json");
              complete(app, "update", "N");
              fetch(app, "people", "/Conferences/N/Participants.json");
              fetch(app, "one", "/Conferences/N/Participants/" + Stage.sid("CA", 1) + ".json");
              fetch(app, "by sid", "/Conferences/" + CF1 + ".json");
            })
        .agentHangsUp(5_000)
        .run();
    assertEquals("404/20404", answers.error("fetch"));
    assertEquals("404/20404", answers.error("update"));
    assertEquals("405/20004", answers.error("people"));
    assertEquals("405/20004", answers.error("one"));
    assertEquals(200, answers.status("by sid"));
  }

  @Test
  @Pins({"CONF-57", "PART-27", "PART-06"})
  void redirected_leg_leaves_its_conference_and_joins_the_one_of_its_new_document() {
    stage
        .agentDials(0)
        .application(
            2_000,
            app -> {
              app.participant("N");
              answers.keep(
                  "moved",
                  app.rest(
                      "POST",
                      "/Calls/" + Stage.sid("CA", 1) + ".json",
                      "Twiml",
                      "<Response><Dial><Conference>M</Conference></Dial></Response>"));
              fetch(app, "old", "/Conferences/" + CF1 + "/Participants.json");
              wait(app, 2_000);
              fetch(app, "new", "/Conferences/" + CF2 + "/Participants.json");
            })
        .agentHangsUp(60_000)
        .run();
    assertEquals(List.of(Stage.sid("CA", 2)), answers.rows("old", "participants", "call_sid"));
    assertEquals(List.of(Stage.sid("CA", 1)), answers.rows("new", "participants", "call_sid"));
    Happening.ParticipantLeft left = stage.all(Happening.ParticipantLeft.class).get(0);
    assertEquals("participant_updated_via_api", left.reason());
    assertEquals("in-progress", left.callStatus());
  }

  @Test
  @Pins({"CONF-32", "PART-20"})
  void at_the_end_the_twiml_leg_runs_its_next_verb_and_the_rest_leg_is_over() {
    stage
        .voice(ROOM + "<Say>bye</Say>")
        .agentDials(0)
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              complete(app, "ended", CF1);
            })
        .run();
    assertTrue(
        stage.all(Happening.VerbBegan.class).stream()
            .anyMatch(verb -> verb.verb().equals("Say") && verb.call().equals(Stage.sid("CA", 1))));
    assertEquals(
        "queued initiated ringing in-progress completed", stage.statuses(Stage.sid("CA", 2)));
  }

  @Test
  @Pins("CONF-25")
  void remaining_participant_runs_no_document_and_hears_of_nothing() {
    stage.agentDials(0).application(2_000, app -> app.participant("N")).agentHangsUp(120_000).run();
    long left =
        stage.all(Happening.ParticipantLeft.class).stream()
            .filter(one -> one.call().equals(Stage.sid("CA", 2)))
            .count();
    assertEquals(1, left);
    assertEquals("ringing in-progress completed", stage.statuses(Stage.sid("CA", 1)));
    assertEquals(
        List.of("agent-1.twiml"),
        stage.all(Happening.WebhookQueued.class).stream()
            .map(Happening.WebhookQueued::webhook)
            .toList());
    assertEquals(1, stage.all(Happening.VerbBegan.class).size());
  }
}
