package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor coaches the agent while the customer is in the room. */
class CoachingTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String COACH = Stage.sid("CA", 3);

  private final Answers answers = new Answers();
  private final Stage stage =
      new Stage()
          .voice(
              "<Dial><Conference statusCallback='/conf' statusCallbackEvent='join leave modify"
                  + " end'>N</Conference></Dial><Say>bye</Say>")
          .pin("customer-1.hangs-up", "30000")
          .agentDials(0)
          .agentHangsUp(60_000);

  /** At 10 s agent and customer talk; then this happens. */
  private Stage talking(java.util.function.Consumer<Stage> body) {
    return stage
        .application(2_000, app -> app.participant("N"))
        .application(10_000, body::accept)
        .run();
  }

  private void coach(Stage app, String word, String... pairs) {
    answers.keep(word, app.participantAt(Stage.SUPERVISOR, CF1, pairs));
  }

  private void update(Stage app, String word, String who, String... pairs) {
    answers.keep(
        word, app.rest("POST", "/Conferences/" + CF1 + "/Participants/" + who + ".json", pairs));
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  @Test
  @Pins({"PART-61", "PART-09", "ERR-50"})
  void target_alone_means_coaching_and_coaching_alone_is_refused() {
    talking(
        app -> {
          coach(app, "alone", "Coaching", "true");
          coach(app, "made", "CallSidToCoach", AGENT);
          wait(app, 8_000);
          answers.keep("read", app.rest("GET", "/Conferences/" + CF1 + "/Participants/" + COACH));
          answers.keep(
              "list",
              app.rest("GET", "/Conferences/" + CF1 + "/Participants.json", "Coaching", "true"));
          answers.keep(
              "others",
              app.rest("GET", "/Conferences/" + CF1 + "/Participants.json", "Coaching", "false"));
        });
    assertEquals("400/16002", answers.error("alone"));
    assertEquals("true", answers.field("made", "coaching"));
    assertEquals(AGENT, answers.field("made", "call_sid_to_coach"));
    assertEquals("connected", answers.field("read", "status"));
    assertEquals("true", answers.field("read", "coaching"));
    assertEquals(List.of(COACH), answers.rows("list", "participants", "call_sid"));
    assertEquals(List.of(AGENT, CUSTOMER), answers.rows("others", "participants", "call_sid"));
    assertEquals("true", joined(COACH).get("Coaching"));
    assertEquals("false", joined(CUSTOMER).get("Coaching"));
  }

  private java.util.Map<String, String> joined(String call) {
    return stage.received("/conf").stream()
        .map(request -> request.params())
        .filter(params -> call.equals(params.get("CallSid")))
        .filter(params -> "participant-join".equals(params.get("StatusCallbackEvent")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Pins({"PART-62", "ERR-58", "ERR-59"})
  void target_must_be_connected_there_and_not_on_hold() {
    talking(
        app -> {
          coach(app, "stranger", "CallSidToCoach", Stage.sid("CA", 77));
          update(app, "hold", AGENT, "Hold", "true");
          coach(app, "held", "CallSidToCoach", AGENT);
          answers.keep(
              "elsewhere", app.participantAt(Stage.SUPERVISOR, "M", "CallSidToCoach", AGENT));
        });
    assertEquals("400/16028", answers.error("stranger"));
    assertEquals("400/16027", answers.error("held"));
    assertEquals("400/16028", answers.error("elsewhere"));
    assertEquals(1, stage.all(Happening.ConferenceOpened.class).size(), "no room M was made");
  }

  @Test
  @Pins({"PART-62", "ERR-48"})
  void nobody_can_be_coached_before_the_conference_has_started_or_before_they_are_connected() {
    stage
        .application(
            2_000,
            app -> {
              coach(app, "waiting", "CallSidToCoach", AGENT);
              app.participant("N", "EarlyMedia", "false");
              coach(app, "ringing", "CallSidToCoach", CUSTOMER);
            })
        .run();
    assertEquals("400/16000", answers.error("waiting"));
    assertEquals("400/16028", answers.error("ringing"));
  }

  @Test
  @Pins({"PART-64", "CB-10"})
  void target_can_be_changed_and_coaching_ended_and_each_is_a_modification() {
    talking(
        app -> {
          coach(app, "made", "CallSidToCoach", AGENT);
          wait(app, 8_000);
          update(app, "moved", COACH, "CallSidToCoach", CUSTOMER);
          update(app, "same", COACH, "Coaching", "true");
          update(app, "ended", COACH, "Coaching", "false");
          update(app, "nobody", COACH, "Coaching", "true");
        });
    assertEquals(CUSTOMER, answers.field("moved", "call_sid_to_coach"));
    assertEquals("true", answers.field("same", "coaching"));
    assertEquals("false", answers.field("ended", "coaching"));
    assertTrue(answers.json("ended").get("call_sid_to_coach").isNull());
    assertEquals("400/16002", answers.error("nobody"));
    assertEquals(
        List.of("true", "false"),
        stage.received("/conf").stream()
            .map(request -> request.params())
            .filter(params -> "participant-modify".equals(params.get("StatusCallbackEvent")))
            .map(params -> params.get("Coaching"))
            .toList());
  }

  @Test
  @Pins("PART-68")
  void oneself_is_refused_and_a_coach_may_be_coached() {
    stage.pin("customer-1.hangs-up", "30000");
    talking(
        app -> {
          coach(app, "made", "CallSidToCoach", AGENT);
          wait(app, 8_000);
          update(app, "self", COACH, "CallSidToCoach", COACH);
          update(app, "chain", CUSTOMER, "CallSidToCoach", COACH);
        });
    assertEquals("400/16002", answers.error("self"));
    assertEquals(200, answers.status("chain"));
    assertEquals(COACH, answers.field("chain", "call_sid_to_coach"));
  }

  @Test
  @Pins("PART-67")
  void coach_counts_for_the_maximum_and_keeps_the_conference_open() {
    stage.pin("supervisor-1.hangs-up", "30000");
    talking(
        app -> {
          coach(app, "made", "CallSidToCoach", AGENT);
          wait(app, 8_000);
          answers.keep("full", app.participantAt(Stage.SUPERVISOR, CF1, "MaxParticipants", "3"));
          app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + CUSTOMER + ".json");
          app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + AGENT + ".json");
          answers.keep("open", app.rest("GET", "/Conferences/" + CF1 + ".json"));
        });
    assertEquals("400/16020", answers.error("full"));
    assertEquals("in-progress", answers.field("open", "status"));
  }

  @ParameterizedTest
  @CsvSource({"silent,connected", "barge,connected", "leave,gone"})
  @Pins("PART-65")
  void what_becomes_of_the_coach_whose_target_leaves(String knob, String status) {
    stage.knob(Knob.PART_COACH_ORPHAN, knob).pin("supervisor-1.hangs-up", "30000");
    talking(
        app -> {
          coach(app, "made", "CallSidToCoach", AGENT);
          wait(app, 8_000);
          app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + AGENT + ".json");
          answers.keep("coach", app.rest("GET", "/Conferences/" + CF1 + "/Participants/" + COACH));
        });
    if (status.equals("gone")) {
      assertEquals("404/20404", answers.error("coach"));
      assertTrue(stage.statuses(COACH).endsWith("completed"), stage.statuses(COACH));
    } else {
      assertEquals(status, answers.field("coach", "status"));
      assertEquals("true", answers.field("coach", "coaching"));
    }
  }

  @Test
  @Pins({"PART-63", "ERR-43"})
  void bad_coach_in_a_document_leads_to_the_action_with_13240() {
    stage
        .voice(
            "<Dial action='/after'><Conference coach='"
                + CUSTOMER
                + "'>N</Conference></Dial><Say>"
                + "never</Say>")
        .answer("/after", request -> WebhookReply.twiml("<Response/>"))
        .run();
    assertEquals(List.of("error 13240"), stage.notes());
    assertEquals("failed", stage.received("/after").get(0).params().get("DialCallStatus"));
    assertEquals(List.of(), stage.all(Happening.ConferenceOpened.class));
  }

  @Test
  @Pins("PART-63")
  void document_can_coach_somebody_who_is_there() {
    stage.answer(
        "/coach",
        request ->
            WebhookReply.twiml(
                "<Response><Dial><Conference coach='"
                    + AGENT
                    + "'>N</Conference></Dial></Response>"));
    stage
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              app.rest(
                  "POST",
                  "/Calls.json",
                  "From",
                  "+81345678900",
                  "To",
                  Stage.SUPERVISOR,
                  "Url",
                  app.surroundings().baseUrl() + "/coach");
              wait(app, 9_000);
              answers.keep(
                  "coach", app.rest("GET", "/Conferences/" + CF1 + "/Participants/" + COACH));
            })
        .run();
    assertEquals("true", answers.field("coach", "coaching"));
    assertEquals(AGENT, answers.field("coach", "call_sid_to_coach"));
  }
}
