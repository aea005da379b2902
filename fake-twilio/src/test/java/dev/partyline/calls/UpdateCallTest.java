package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing a live call by REST: ends, redirects and deletion. */
class UpdateCallTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String PATH = "/Calls/" + CALL + ".json";
  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";
  private static final long RINGING = 3_000;
  private static final long TALKING = 10_000;
  private static final long OVER = 60_000;

  private final List<String> answers = new ArrayList<>();

  /** A call by REST, answered after 7 s and over after 27 s, to which this is posted. */
  private Stage post(Stage stage, long at, String... pairs) {
    return stage
        .application(0, app -> app.call("Twiml", SILENCE))
        .application(at, app -> note(app.rest("POST", PATH, pairs)))
        .run();
  }

  private void note(RestResponse response) {
    answers.add(response.status() + (response.code() == 0 ? "" : " " + response.code()));
  }

  @Test
  @Pins({"CALL-35", "ERR-63"})
  void status_takes_two_words_only() {
    post(new Stage(), TALKING, "Status", "in-progress");

    assertEquals(List.of("400 20001"), answers);
  }

  @Test
  @Pins("CALL-36")
  void canceled_ends_a_ringing_leg() {
    Stage stage = post(new Stage(), RINGING, "Status", "canceled");

    assertEquals(List.of("200"), answers);
    assertEquals("queued initiated ringing canceled", stage.statuses(CALL));
  }

  @Test
  @Pins("CALL-36")
  void canceled_ends_a_queued_leg() {
    Stage stage = post(new Stage().pin("customer-1.initiated", "200"), 80, "Status", "canceled");

    assertEquals(List.of("200"), answers);
    assertEquals("queued canceled", stage.statuses(CALL));
  }

  @Test
  @Pins("CALL-36")
  void canceled_leaves_an_answered_leg_alone() {
    Stage stage = post(new Stage(), TALKING, "Status", "canceled");

    assertEquals(List.of("200"), answers);
    assertEquals(26_910, stage.when(new Happening.LegStatus(CALL, "completed", 200, "far-end")));
  }

  @Test
  @Pins("CALL-36")
  void canceled_on_an_answered_leg_is_refused_where_the_platform_is_strict() {
    Stage strict = new Stage().knob(Knob.CALL_CANCEL_ON_ANSWERED, "error21220");

    post(strict, TALKING, "Status", "canceled");

    assertEquals(List.of("400 21220"), answers);
    assertEquals(26_910, strict.when(new Happening.LegStatus(CALL, "completed", 200, "far-end")));
  }

  @Test
  @Pins("CALL-37")
  void completed_ends_a_leg_whatever_its_state() {
    assertEquals(
        "queued initiated ringing in-progress completed",
        post(new Stage(), TALKING, "Status", "completed").statuses(CALL));
    assertEquals(
        "queued initiated ringing canceled",
        post(new Stage(), RINGING, "Status", "completed").statuses(CALL));
    assertEquals(
        "queued canceled",
        post(new Stage().pin("customer-1.initiated", "200"), 80, "Status", "completed")
            .statuses(CALL));
    for (String last : List.of("canceled", "completed", "no-answer")) {
      Stage stage = new Stage().knob(Knob.CALL_COMPLETED_ON_RINGING, last);
      assertEquals(
          "queued initiated ringing " + last,
          post(stage, RINGING, "Status", "completed").statuses(CALL));
    }
  }

  @Test
  @Pins({"CALL-39", "ERR-89"})
  void redirect_of_a_call_that_is_not_in_progress_is_refused() {
    post(new Stage().pin("customer-1.initiated", "200"), 80, "Twiml", SILENCE);
    post(new Stage(), RINGING, "Url", Account.BASE_URL + "/other");
    Stage over = post(new Stage(), OVER, "Twiml", SILENCE);

    assertEquals(List.of("400 21220", "400 21220", "400 21220"), answers);
    assertTrue(
        over.all(Happening.RestReturned.class)
            .get(1)
            .body()
            .contains("Call is not in-progress. Cannot redirect."));
  }

  @Test
  @Pins({"CALL-40", "CALL-17", "ERR-89"})
  void finished_call_cannot_be_ended_again() {
    Stage stage = post(new Stage(), OVER, "Status", "completed");

    assertEquals(List.of("400 21220"), answers);
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(CALL));
  }

  @Test
  @Pins({"CALL-40", "CALL-17"})
  void ending_a_finished_call_changes_nothing_where_the_platform_is_lenient() {
    Stage lenient =
        new Stage().knob(Knob.CALL_END_FINISHED, "ok200").pin("customer-1.does", "busy");

    post(lenient, OVER, "Status", "completed");

    assertEquals(List.of("200"), answers);
    assertEquals("queued initiated busy", lenient.statuses(CALL));
  }

  @Test
  @Pins("CALL-23")
  void url_and_twiml_together_are_refused_on_an_update() {
    post(new Stage(), TALKING, "Url", Account.BASE_URL + "/other", "Twiml", SILENCE);

    assertEquals(List.of("400 20001"), answers);
  }

  @Test
  @Pins("CALL-24")
  void inline_twiml_of_an_update_is_limited_too() {
    post(new Stage(), TALKING, "Twiml", "<Response>" + " ".repeat(4000) + "</Response>");

    assertEquals(List.of("400 20001"), answers);
  }

  @Test
  @Pins("CALL-41")
  void redirect_cuts_the_running_verb_off() {
    Stage stage =
        new Stage()
            .application(
                0,
                app ->
                    app.call(
                        "Twiml", "<Response><Pause length=\"300\"/><Say>never</Say></Response>"))
            .application(
                TALKING,
                app ->
                    app.rest(
                        "POST",
                        PATH,
                        "Twiml",
                        "<Response><Pause length=\"2\"/><Hangup/></Response>"))
            .run();

    assertEquals(
        List.of("Pause 300 s", "Pause 2 s", "Hangup "),
        stage.all(Happening.VerbBegan.class).stream()
            .map(verb -> verb.verb() + " " + verb.detail())
            .toList());
    assertEquals(
        TALKING + 60 + 10 + 2_000,
        stage.when(new Happening.LegStatus(CALL, "completed", 200, "twiml")));
  }

  @Test
  @Pins("CALL-34")
  void update_takes_method_fallback_status_callback_and_time_limit() {
    Stage stage =
        new Stage()
            .answer("/other", request -> WebhookReply.text(500, "broken"))
            .answer("/rescue", request -> WebhookReply.twiml(SILENCE));
    post(
        stage,
        TALKING,
        "Url",
        Account.BASE_URL + "/other",
        "Method",
        "GET",
        "FallbackUrl",
        Account.BASE_URL + "/rescue",
        "FallbackMethod",
        "GET",
        "StatusCallback",
        Account.BASE_URL + "/status",
        "StatusCallbackMethod",
        "GET",
        "TimeLimit",
        "9");

    assertEquals(List.of("200"), answers);
    assertEquals("GET", stage.received("/other").get(0).method());
    assertEquals("GET", stage.received("/rescue").get(0).method());
    assertEquals("GET", stage.received("/status").get(0).method());
    assertEquals(
        6_910 + 9_000, stage.when(new Happening.LegStatus(CALL, "completed", 200, "timeout")));
  }

  @Test
  @Pins("CALL-42")
  void status_callback_of_an_update_counts_only_beside_a_url() {
    String status = Account.BASE_URL + "/status";
    Stage withUrl = new Stage().voice("<Pause length=\"300\"/>");
    Stage withTwiml = new Stage();
    Stage alone = new Stage();

    post(withUrl, TALKING, "Url", Account.BASE_URL + "/voice", "StatusCallback", status);
    post(withTwiml, TALKING, "Twiml", SILENCE, "StatusCallback", status);
    post(alone, TALKING, "StatusCallback", status);

    assertEquals(List.of("200", "200", "200"), answers);
    assertEquals("completed", withUrl.received("/status").get(0).params().get("CallStatus"));
    assertEquals(List.of(), withTwiml.received("/status"));
    assertEquals(List.of(), alone.received("/status"));
  }

  @Test
  @Pins("CALL-43")
  void redirected_participant_is_out_of_the_conference_before_its_twiml_is_fetched() {
    List<Integer> here = new ArrayList<>();
    Stage stage = new Stage().voice("<Dial><Conference>room</Conference></Dial>").agentDials(0);
    stage
        .answer(
            "/other",
            request -> {
              here.add(
                  stage.world().telephony().conference(Stage.sid("CF", 1)).participants().size());
              return WebhookReply.twiml(SILENCE);
            })
        .application(100, app -> app.participant("room"))
        .application(
            TALKING, app -> note(app.rest("POST", PATH, "Url", Account.BASE_URL + "/other")))
        .run();

    assertEquals(List.of("200"), answers);
    assertEquals(List.of(1), here, "the customer alone");
    assertEquals(
        TALKING + 60,
        stage.when(
            new Happening.ParticipantLeft(
                Stage.sid("CF", 1), CALL, "participant_updated_via_api", "in-progress")));
  }

  @Test
  @Pins("CALL-46")
  void later_update_discards_the_document_still_being_fetched_for_the_earlier() {
    Stage stage = new Stage();
    stage
        .answer(
            "/slow",
            request -> {
              stage.surroundings().sleep(Duration.ofSeconds(3));
              return WebhookReply.twiml("<Response><Say>slow</Say></Response>");
            })
        .answer("/quick", request -> WebhookReply.twiml(SILENCE))
        .application(0, app -> app.call("Twiml", SILENCE))
        .application(
            TALKING, app -> note(app.rest("POST", PATH, "Url", Account.BASE_URL + "/slow")))
        .application(
            TALKING + 1_000,
            app -> note(app.rest("POST", PATH, "Url", Account.BASE_URL + "/quick")))
        .run();

    assertEquals(List.of("200", "200"), answers);
    assertEquals(1, stage.received("/slow").size());
    assertEquals(
        List.of("Pause", "Pause"),
        stage.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList());
  }

  @Test
  @Pins({"CALL-47", "CALL-02", "ERR-71", "REST-09"})
  void record_of_a_finished_call_can_be_deleted_and_a_live_ones_cannot() {
    List<String> bodies = new ArrayList<>();
    new Stage()
        .application(0, app -> app.call("Twiml", SILENCE))
        .application(TALKING, app -> note(app.rest("DELETE", PATH)))
        .application(
            OVER,
            app -> {
              RestResponse deleted = app.rest("DELETE", PATH);
              bodies.add(deleted.body());
              note(deleted);
              note(app.rest("GET", PATH));
              note(app.rest("POST", PATH, "Status", "completed"));
              note(app.rest("DELETE", PATH));
              bodies.add(Stage.json(app.rest("GET", "/Calls.json")).get("calls").toString());
            })
        .run();

    assertEquals(List.of("400 20009", "204", "404 20404", "404 20404", "404 20404"), answers);
    assertEquals(List.of("", "[]"), bodies);
  }

  @Test
  @Pins("CALL-02")
  void calls_are_created_listed_fetched_and_updated() {
    new Stage()
        .application(
            0,
            app -> {
              note(app.call("Twiml", SILENCE));
              note(app.rest("GET", "/Calls.json"));
              note(app.rest("GET", PATH));
              note(app.rest("POST", PATH, "Status", "canceled"));
            })
        .run();

    assertEquals(List.of("201", "200", "200", "200"), answers);
  }
}
