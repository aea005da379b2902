package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Participants as the REST API makes, shows, changes and removes them. */
class ParticipantResourceTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String DIALLED = Stage.sid("CA", 2);
  private static final String PEOPLE = "/Conferences/" + CF1 + "/Participants.json";

  private final Stage stage =
      new Stage().voice("<Dial><Conference>N</Conference></Dial><Say>bye</Say>");
  private final Answers answers = new Answers();

  private static String one(String key) {
    return "/Conferences/" + CF1 + "/Participants/" + key + ".json";
  }

  private void get(Stage app, String word, String path, String... filters) {
    answers.keep(word, app.rest("GET", path, filters));
  }

  private void update(Stage app, String word, String key, String... pairs) {
    answers.keep(word, app.rest("POST", one(key), pairs));
  }

  private void remove(Stage app, String word, String key) {
    answers.keep(word, app.rest("DELETE", one(key)));
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  /** The agent waits in N from before 2000 ms to a minute. */
  private Stage agentWaits() {
    return stage.agentDials(0).agentHangsUp(60_000);
  }

  // ---- shape ----

  @Test
  @Pins({"PART-01", "PART-54", "CONF-10"})
  void create_answers_201_update_and_reads_200_and_removal_204_without_a_body() {
    agentWaits()
        .application(
            2_000,
            app -> {
              answers.keep("created", app.participant("N"));
              get(app, "list", PEOPLE);
              get(app, "fetched", one(DIALLED));
              update(app, "updated", AGENT, "Muted", "true");
              remove(app, "removed", DIALLED);
            })
        .run();
    assertEquals(201, answers.status("created"));
    assertEquals(200, answers.status("list"));
    assertEquals(200, answers.status("fetched"));
    assertEquals(200, answers.status("updated"));
    assertEquals(204, answers.status("removed"));
    assertEquals("", answers.of("removed").body());
  }

  @Test
  @Pins({"PART-02", "PART-03", "PART-19"})
  void participant_has_the_same_fields_everywhere_and_queue_time_only_when_created() {
    agentWaits()
        .application(
            2_000,
            app -> {
              answers.keep("created", app.participant("N"));
              get(app, "fetched", one(DIALLED));
            })
        .run();
    TreeSet<String> expected =
        new TreeSet<>(
            List.of(
                "account_sid",
                "call_sid",
                "label",
                "conference_sid",
                "call_sid_to_coach",
                "coaching",
                "muted",
                "hold",
                "start_conference_on_enter",
                "end_conference_on_exit",
                "status",
                "queue_time",
                "date_created",
                "date_updated",
                "uri"));
    JsonNode created = answers.json("created");
    JsonNode fetched = answers.json("fetched");
    assertEquals(expected, new TreeSet<>(Answers.names(created)));
    assertEquals(expected, new TreeSet<>(Answers.names(fetched)));
    for (String flag :
        List.of(
            "coaching", "muted", "hold", "start_conference_on_enter", "end_conference_on_exit")) {
      assertTrue(fetched.get(flag).isBoolean(), flag);
    }
    assertTrue(created.get("queue_time").isTextual());
    assertTrue(fetched.get("queue_time").isNull());
    assertEquals("queued", created.get("status").asText());
    assertEquals(DIALLED, created.get("call_sid").asText());
    assertEquals(CF1, created.get("conference_sid").asText());
    assertTrue(fetched.get("uri").asText().endsWith("/Participants/" + DIALLED + ".json"));
  }

  @Test
  @Pins({"PART-04", "PART-05", "PART-11", "PART-29"})
  void status_is_filled_in_every_answer_and_follows_the_call() {
    agentWaits()
        .application(
            2_000,
            app -> {
              answers.keep("queued", app.participant("N"));
              get(app, "connecting", one(DIALLED));
              wait(app, 1_000);
              get(app, "ringing", one(DIALLED));
              wait(app, 10_000);
              get(app, "connected", one(DIALLED));
              get(app, "list", PEOPLE);
            })
        .run();
    for (String word : List.of("queued", "connecting", "ringing", "connected")) {
      assertEquals(word, answers.field(word, "status"));
    }
    assertEquals(List.of("connected", "connected"), answers.rows("list", "participants", "status"));
  }

  // ---- who is shown ----

  @ParameterizedTest
  @CsvSource({"0, false", "2000, true"})
  @Pins({"PART-06", "PART-07", "CB-37"})
  void leaver_is_gone_at_once_or_lingers_as_the_knob_says(String linger, boolean still) {
    stage
        .knob(Knob.PART_LEAVER_LINGER_MS, linger)
        .pin("customer-1.does", "busy")
        .voice(
            "<Dial><Conference statusCallback=\"/ev\" statusCallbackEvent=\"leave\">N"
                + "</Conference></Dial>")
        .answer(
            "/ev",
            request -> {
              if (request.params().get("CallSid").equals(DIALLED)) {
                get(stage, "meanwhile", PEOPLE);
                wait(stage, 3_000);
                get(stage, "later", PEOPLE);
              }
              return WebhookReply.empty();
            })
        .agentDials(0)
        .agentHangsUp(60_000)
        .application(2_000, app -> app.participant("N"))
        .run();
    List<String> meanwhile = answers.rows("meanwhile", "participants", "call_sid");
    assertEquals(still ? List.of(AGENT, DIALLED) : List.of(AGENT), meanwhile);
    assertEquals(List.of(AGENT), answers.rows("later", "participants", "call_sid"));
    if (still) {
      assertEquals(
          List.of("connected", "failed"), answers.rows("meanwhile", "participants", "status"));
    }
  }

  @Test
  @Pins({"PART-06", "PART-08", "PART-50", "PART-58"})
  void somebody_who_is_not_there_or_has_gone_answers_404() {
    agentWaits()
        .pin("customer-1.does", "busy")
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 5_000);
              get(app, "list", PEOPLE);
              get(app, "fetch", one(DIALLED));
              update(app, "update", DIALLED, "Muted", "true");
              remove(app, "remove", DIALLED);
              get(app, "stranger", one(Stage.sid("CA", 77)));
            })
        .run();
    assertEquals(List.of(AGENT), answers.rows("list", "participants", "call_sid"));
    for (String word : List.of("fetch", "update", "remove", "stranger")) {
      assertEquals("404/20404", answers.error(word), word);
    }
  }

  @Test
  @Pins("PART-09")
  void participants_can_be_listed_by_their_flags() {
    agentWaits()
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              update(app, "muted", AGENT, "Muted", "true");
              update(app, "held", DIALLED, "Hold", "true");
              get(app, "Muted true", PEOPLE, "Muted", "true");
              get(app, "Muted false", PEOPLE, "Muted", "false");
              get(app, "Hold true", PEOPLE, "Hold", "true");
              get(app, "Hold false", PEOPLE, "Hold", "false");
              get(app, "Coaching true", PEOPLE, "Coaching", "true");
              get(app, "Coaching false", PEOPLE, "Coaching", "false");
            })
        .run();
    assertEquals(List.of(AGENT), answers.rows("Muted true", "participants", "call_sid"));
    assertEquals(List.of(DIALLED), answers.rows("Muted false", "participants", "call_sid"));
    assertEquals(List.of(DIALLED), answers.rows("Hold true", "participants", "call_sid"));
    assertEquals(List.of(AGENT), answers.rows("Hold false", "participants", "call_sid"));
    assertEquals(List.of(), answers.rows("Coaching true", "participants", "call_sid"));
    assertEquals(
        List.of(AGENT, DIALLED), answers.rows("Coaching false", "participants", "call_sid"));
  }

  // ---- creating ----

  @Test
  @Pins({"PART-12", "PART-13"})
  void name_in_the_path_is_decoded_and_a_sid_leads_to_that_conference() {
    stage
        .application(
            0,
            app -> {
              answers.keep("by name", app.participant("%E9%83%A8%E5%B1%8B%20a%2Bb"));
              answers.keep("by sid", app.participant(CF1));
              answers.keep("almost a sid", app.participant("CF123"));
            })
        .run();
    assertEquals(
        List.of("部屋 a+b", "CF123"),
        stage.all(Happening.ConferenceOpened.class).stream()
            .map(Happening.ConferenceOpened::name)
            .toList());
    assertEquals(CF1, answers.field("by sid", "conference_sid"));
    assertEquals(Stage.sid("CF", 2), answers.field("almost a sid", "conference_sid"));
  }

  @ParameterizedTest
  @CsvSource({"404, 404/20404", "error400, 400/16022"})
  @Pins("PART-13")
  void posting_to_the_sid_of_a_dead_conference_fails_as_the_knob_says(
      String knob, String expected) {
    stage
        .knob(Knob.PART_POST_TO_DEAD_SID, knob)
        .pin("customer-1.does", "busy")
        .application(
            0,
            app -> {
              app.participant("N");
              wait(app, 5_000);
              answers.keep("dead", app.participant(CF1));
              answers.keep("unknown", app.participant(Stage.sid("CF", 99)));
            })
        .run();
    assertEquals(expected, answers.error("dead"));
    assertEquals(expected, answers.error("unknown"));
    assertEquals(1, stage.all(Happening.LegCreated.class).size());
  }

  @Test
  @Pins({"PART-14", "ERR-77", "ERR-84"})
  void create_without_from_or_to_is_refused() {
    String path = "/Conferences/N/Participants.json";
    stage
        .application(
            0,
            app -> {
              answers.keep("no to", app.rest("POST", path, "From", Account.NUMBER));
              answers.keep("no from", app.rest("POST", path, "To", Stage.CUSTOMER));
            })
        .run();
    assertEquals("400/21201", answers.error("no to"));
    assertEquals("400/21213", answers.error("no from"));
    assertEquals(List.of(), stage.all(Happening.ConferenceOpened.class));
  }

  @ParameterizedTest
  @CsvSource({
    "+819000000001, 201",
    "sip:bob@example.com, 201",
    "client:agent-1?a=b, 201",
    "app:AP00000000000000000000000000000001, 201",
    "090-0000-0001, 400",
    "bob, 400"
  })
  @Pins("PART-15")
  void to_is_a_phone_number_a_sip_address_a_client_or_an_application(String to, int expected) {
    stage
        .application(
            0,
            app ->
                answers.keep(
                    "created",
                    app.rest(
                        "POST",
                        "/Conferences/N/Participants.json",
                        "From",
                        Account.NUMBER,
                        "To",
                        to)))
        .run();
    assertEquals(expected, answers.status("created"));
  }

  @Test
  @Pins({"PART-17", "PART-18"})
  void defaults_of_a_create_are_those_of_the_published_definition() {
    stage
        .knob(Knob.CALL_RING_BUFFER, "0")
        .pin("customer-1.does", "no-answer")
        .agentDials(0)
        .agentHangsUp(120_000)
        .application(
            2_000,
            app -> {
              app.participant("N", "StatusCallback", Account.BASE_URL + "/leg");
              wait(app, 2_000);
              get(app, "leg", one(DIALLED));
              get(app, "room", "/Conferences/" + CF1 + ".json");
            })
        .run();
    assertTrue(answers.json("leg").get("label").isNull());
    assertEquals("false", answers.field("leg", "muted"));
    assertEquals("false", answers.field("leg", "coaching"));
    assertEquals("true", answers.field("leg", "start_conference_on_enter"));
    assertEquals("false", answers.field("leg", "end_conference_on_exit"));
    // the ringing leg counts for the start: early media
    assertEquals("in-progress", answers.field("room", "status"));
    long rang = stage.when(new Happening.LegStatus(DIALLED, "ringing", 0, "far-end"));
    long ended = stage.when(new Happening.LegStatus(DIALLED, "no-answer", 487, "timeout"));
    assertEquals(60_000, ended - rang);
    // completed alone, by POST
    assertEquals(1, stage.received("/leg").size());
    assertEquals("POST", stage.received("/leg").get(0).method());
    assertEquals("no-answer", stage.received("/leg").get(0).params().get("CallStatus"));
  }

  @Test
  @Pins({"PART-17", "CONF-43"})
  void conference_callback_of_a_create_gets_start_and_end_by_default() {
    stage
        .application(
            0,
            app -> {
              app.participant("N", "ConferenceStatusCallback", Account.BASE_URL + "/ev");
              app.participant("N");
            })
        .run();
    assertEquals(List.of("1:conference-start", "2:conference-end"), stage.events("/ev"));
  }

  @Test
  @Pins("CONF-43")
  void in_twiml_no_events_are_sent_without_a_list_of_events() {
    stage
        .voice("<Dial><Conference statusCallback=\"/ev\">N</Conference></Dial>")
        .agentDials(0)
        .agentHangsUp(5_000)
        .run();
    assertEquals(List.of(), stage.events("/ev"));
  }

  @Test
  @Pins({"PART-24", "PART-26", "ERR-57"})
  void label_stands_in_the_path_and_is_unique_while_its_owner_is_there() {
    agentWaits()
        .application(
            2_000,
            app -> {
              answers.keep("created", app.participant("N", "Label", "the customer"));
              get(app, "by label", one("the%20customer"));
              answers.keep("in use", app.participant("N", "Label", "the customer"));
              remove(app, "removed", "the%20customer");
              answers.keep("free again", app.participant("N", "Label", "the customer"));
            })
        .run();
    assertEquals(DIALLED, answers.field("by label", "call_sid"));
    assertEquals("400/16026", answers.error("in use"));
    assertEquals(204, answers.status("removed"));
    assertEquals(201, answers.status("free again"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CA00000000000000000000000000000001", "a/b", "a%2Fb", "over 128 characters"})
  @Pins({"PART-24", "ERR-56"})
  void label_of_a_bad_form_is_refused(String label) {
    String given = label.startsWith("over") ? "x".repeat(129) : label;
    stage
        .application(0, app -> answers.keep("created", app.participant("N", "Label", given)))
        .run();
    assertEquals("400/16024", answers.error("created"));
  }

  @Test
  @Pins({"PART-25", "CB-20", "ERR-57"})
  void twiml_joiner_whose_label_is_in_use_goes_on_with_the_next_verb() {
    stage
        .voice(
            "<Dial><Conference participantLabel=\"L\" statusCallback=\"/ev\""
                + " statusCallbackEvent=\"join\">N</Conference></Dial><Say>bye</Say>")
        .application(
            0,
            app ->
                app.participant(
                    "N",
                    "Label",
                    "L",
                    "ConferenceStatusCallback",
                    Account.BASE_URL + "/ev",
                    "ConferenceStatusCallbackEvent",
                    "join"))
        .agentDials(10_000)
        .run();
    String agent = Stage.sid("CA", 2);
    assertTrue(
        stage.all(Happening.VerbBegan.class).stream()
            .anyMatch(verb -> verb.call().equals(agent) && verb.verb().equals("Say")));
    assertEquals(List.of("1:participant-join"), stage.events("/ev"));
    assertTrue(stage.all(Happening.Noted.class).stream().anyMatch(noted -> noted.code() == 16025));
  }

  @Test
  @Pins({"CONF-46", "ERR-53"})
  void create_over_its_own_maximum_is_refused_and_dials_nobody() {
    agentWaits()
        .application(
            2_000,
            app -> {
              app.participant("N", "MaxParticipants", "2");
              answers.keep("full", app.participant("N", "MaxParticipants", "2"));
              answers.keep("room enough", app.participant("N", "MaxParticipants", "3"));
            })
        .run();
    assertEquals("400/16020", answers.error("full"));
    assertEquals(201, answers.status("room enough"));
    assertEquals(3, stage.all(Happening.LegCreated.class).size());
  }

  @Test
  @Pins({"CONF-46", "ERR-53"})
  void twiml_joiner_who_finds_the_room_full_goes_on_with_the_next_verb() {
    stage
        .voice("<Dial><Conference maxParticipants=\"1\">N</Conference></Dial><Say>bye</Say>")
        .application(0, app -> app.participant("N"))
        .agentDials(10_000)
        .run();
    String agent = Stage.sid("CA", 2);
    assertTrue(
        stage.all(Happening.VerbBegan.class).stream()
            .anyMatch(verb -> verb.call().equals(agent) && verb.verb().equals("Say")));
    assertTrue(stage.all(Happening.Noted.class).stream().anyMatch(noted -> noted.code() == 16020));
  }

  @Test
  @Pins("PART-27")
  void every_create_dials_a_new_leg_even_to_somebody_who_is_in_the_room() {
    agentWaits()
        .application(
            2_000,
            app -> {
              answers.keep("first", app.participant("N"));
              wait(app, 10_000);
              answers.keep("second", app.participant("N"));
            })
        .run();
    assertEquals(DIALLED, answers.field("first", "call_sid"));
    assertEquals(Stage.sid("CA", 3), answers.field("second", "call_sid"));
  }

  @Test
  @Pins("PART-20")
  void dialled_leg_asks_for_no_document_and_can_be_given_one_later() {
    agentWaits()
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              answers.keep(
                  "redirected",
                  app.rest(
                      "POST",
                      "/Calls/" + DIALLED + ".json",
                      "Twiml",
                      "<Response><Dial><Conference>M</Conference></Dial></Response>"));
              wait(app, 1_000);
              get(app, "new room", "/Conferences/" + Stage.sid("CF", 2) + "/Participants.json");
            })
        .run();
    assertTrue(
        stage.all(Happening.WebhookQueued.class).stream()
            .noneMatch(queued -> queued.webhook().startsWith("customer-1")));
    assertEquals(200, answers.status("redirected"));
    assertEquals(List.of(DIALLED), answers.rows("new room", "participants", "call_sid"));
  }

  // ---- ending a leg that rings ----

  @ParameterizedTest
  @CsvSource({"DELETE", "canceled", "completed"})
  @Pins("PART-37")
  void ringing_participant_is_canceled_by_removing_it_or_ending_its_call(String how) {
    agentWaits()
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 2_000);
              if (how.equals("DELETE")) {
                remove(app, "ended", DIALLED);
              } else {
                answers.keep(
                    "ended", app.rest("POST", "/Calls/" + DIALLED + ".json", "Status", how));
              }
            })
        .run();
    assertEquals(2, answers.status("ended") / 100);
    assertEquals("queued initiated ringing canceled", stage.statuses(DIALLED));
  }

  // ---- updating ----

  @ParameterizedTest
  @CsvSource({"ignore, 200", "error20001, 400"})
  @Pins("PART-38")
  void status_is_no_parameter_of_an_update(String knob, int expected) {
    agentWaits()
        .knob(Knob.REST_UNKNOWN_PARAMS, knob)
        .application(
            2_000,
            app -> {
              update(app, "updated", AGENT, "Status", "completed");
              get(app, "after", one(AGENT));
            })
        .run();
    assertEquals(expected, answers.status("updated"));
    assertEquals("connected", answers.field("after", "status"));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "yes, false", "1, false"})
  @Pins("PART-40")
  void muted_is_true_or_else_false(String value, boolean expected) {
    agentWaits()
        .application(
            2_000,
            app -> {
              update(app, "before", AGENT, "Muted", String.valueOf(!expected));
              update(app, "updated", AGENT, "Muted", value);
            })
        .run();
    assertEquals(200, answers.status("updated"));
    assertEquals(String.valueOf(expected), answers.field("updated", "muted"));
  }

  @Test
  @Pins({"PART-43", "PART-46"})
  void several_flags_change_in_one_update_and_show_in_its_answer() {
    agentWaits()
        .application(
            2_000,
            app ->
                update(
                    app,
                    "updated",
                    AGENT,
                    "Muted",
                    "true",
                    "Hold",
                    "true",
                    "EndConferenceOnExit",
                    "true"))
        .run();
    for (String flag : List.of("muted", "hold", "end_conference_on_exit")) {
      assertEquals("true", answers.field("updated", flag), flag);
    }
  }

  @ParameterizedTest
  @CsvSource({"silentlyIgnored, false, 0", "applied, true, 1"})
  @Pins({"PART-47", "PART-48"})
  void on_hold_the_end_flag_answers_200_with_what_the_knob_lets_it_be(
      String knob, boolean shown, int events) {
    agentWaits()
        .knob(Knob.PART_END_FLAG_UPDATE_ON_HOLD, knob)
        .voice(
            "<Dial><Conference statusCallback=\"/ev\" statusCallbackEvent=\"modify\">N"
                + "</Conference></Dial>")
        .application(
            2_000,
            app -> {
              update(app, "held", AGENT, "Hold", "true");
              update(app, "updated", AGENT, "EndConferenceOnExit", "true");
            })
        .run();
    assertEquals(200, answers.status("updated"));
    assertEquals(String.valueOf(shown), answers.field("updated", "end_conference_on_exit"));
    assertEquals(events, stage.events("/ev").size());
  }

  @ParameterizedTest
  @CsvSource({"error, 400/20001, false", "apply, 200/0, true"})
  @Pins("PART-49")
  void participant_who_is_not_connected_yet_is_updated_only_if_the_knob_says_so(
      String knob, String expected, boolean muted) {
    agentWaits()
        .knob(Knob.PART_UPDATE_BEFORE_CONNECT, knob)
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 2_000);
              update(app, "updated", DIALLED, "Muted", "true");
              get(app, "after", one(DIALLED));
            })
        .run();
    assertEquals(expected, answers.error("updated"));
    assertEquals(String.valueOf(muted), answers.field("after", "muted"));
    if (!muted) {
      assertTrue(answers.field("updated", "message").contains(DIALLED));
    }
  }

  @Test
  @Pins("PART-51")
  void participant_of_a_conference_that_has_not_started_can_be_updated() {
    agentWaits()
        .application(
            2_000,
            app -> {
              get(app, "room", "/Conferences/" + CF1 + ".json");
              update(app, "updated", AGENT, "Hold", "true");
            })
        .run();
    assertEquals("init", answers.field("room", "status"));
    assertEquals(200, answers.status("updated"));
    assertEquals("true", answers.field("updated", "hold"));
  }

  @Test
  @Pins({"PART-52", "PART-53"})
  void only_updates_that_change_something_send_their_event_in_the_order_of_acceptance() {
    agentWaits()
        .voice(
            "<Dial><Conference statusCallback=\"/ev\" statusCallbackEvent=\"hold mute\">N"
                + "</Conference></Dial>")
        .application(
            2_000,
            app -> {
              update(app, "same", AGENT, "Hold", "false", "Muted", "false");
              update(app, "held", AGENT, "Hold", "true");
              update(app, "again", AGENT, "Hold", "true");
              update(app, "unheld", AGENT, "Hold", "false");
            })
        .run();
    assertEquals(200, answers.status("same"));
    assertEquals(List.of("1:participant-hold", "2:participant-unhold"), stage.events("/ev"));
    assertEquals("false", answers.field("unheld", "hold"));
  }

  // ---- removing ----

  @Test
  @Pins({"PART-54", "PART-55"})
  void removed_twiml_leg_runs_its_next_verb_and_removed_rest_leg_is_hung_up() {
    agentWaits()
        .application(
            2_000,
            app -> {
              app.participant("N");
              wait(app, 10_000);
              remove(app, "agent", AGENT);
              remove(app, "customer", DIALLED);
            })
        .run();
    assertEquals(204, answers.status("agent"));
    assertTrue(
        stage.all(Happening.VerbBegan.class).stream()
            .anyMatch(verb -> verb.call().equals(AGENT) && verb.verb().equals("Say")));
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(DIALLED));
    assertEquals(
        "last-participant-kicked", stage.all(Happening.ConferenceEnded.class).get(0).reason());
  }
}
