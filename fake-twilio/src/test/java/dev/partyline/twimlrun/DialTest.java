package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A leg dials into a conference, and what it does when it is out again. */
class DialTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String ROOM = "/Conferences/" + Stage.sid("CF", 1) + ".json";

  /** The agent is in a room that REST completes after ten seconds. */
  private static Stage released(Stage stage, String dial) {
    return stage
        .voice(dial)
        .agentDials(0)
        .application(10_000, app -> app.rest("POST", ROOM, "Status", "completed"))
        .run();
  }

  private static List<String> verbs(Stage stage) {
    return stage.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList();
  }

  @Test
  @Pins("TWIML-25")
  void action_decides_what_follows_a_dial() {
    Stage stage =
        new Stage()
            .answer("/after", request -> WebhookReply.twiml("<Response><Pause/></Response>"));

    released(stage, "<Dial action=\"/after\"><Conference>room</Conference></Dial><Say>never</Say>");

    assertEquals(List.of("Dial", "Pause"), verbs(stage));
  }

  @Test
  @Pins("TWIML-25")
  void without_an_action_the_next_verb_runs_or_the_call_ends() {
    Stage next = released(new Stage(), "<Dial><Conference>room</Conference></Dial><Say>Next</Say>");
    Stage last = released(new Stage(), "<Dial><Conference>room</Conference></Dial>");

    assertEquals(List.of("Dial", "Say"), verbs(next));
    assertEquals(List.of("Dial"), verbs(last));
    assertEquals("ringing in-progress completed", last.statuses(CALL));
  }

  @Test
  @Pins("TWIML-28")
  void action_after_a_conference_says_answered_and_names_no_dialled_call() {
    for (String status : List.of("answered", "completed")) {
      Stage stage = new Stage().knob(Knob.TWIML_DIAL_CONFERENCE_STATUS, status);
      released(stage, "<Dial action=\"/after\"><Conference>room</Conference></Dial>");

      Map<String, String> params = stage.received("/after").get(0).params();
      assertEquals(status, params.get("DialCallStatus"));
      assertFalse(params.containsKey("DialCallSid"));
      assertFalse(params.containsKey("DialCallDuration"));
    }
    assertEquals("answered", Knob.TWIML_DIAL_CONFERENCE_STATUS.standard());
  }

  @Test
  @Pins("TWIML-29")
  void action_is_requested_after_the_callers_hang_up_and_its_answer_ignored() {
    Stage stage = hungUp("true");

    assertEquals("completed", stage.received("/after").get(0).params().get("CallStatus"));
    assertEquals(List.of("Dial"), verbs(stage));
    assertEquals("ringing in-progress completed", stage.statuses(CALL));
  }

  @Test
  @Pins("TWIML-29")
  void action_is_not_requested_after_a_hang_up_where_the_platform_is_set_so() {
    assertEquals(List.of(), hungUp("false").received("/after"));
  }

  private static Stage hungUp(String asks) {
    return new Stage()
        .knob(Knob.TWIML_DIAL_ACTION_ON_CALLER_HANGUP, asks)
        .voice("<Dial action=\"/after\"><Conference>room</Conference></Dial><Say>never</Say>")
        .answer("/after", request -> WebhookReply.twiml("<Response><Say>never</Say></Response>"))
        .agentDials(0)
        .agentHangsUp(5_000)
        .run();
  }

  @Test
  @Pins("TWIML-33")
  void action_that_is_its_own_dials_handler_makes_the_conference_again() {
    Stage stage =
        released(new Stage(), "<Dial action=\"/voice\"><Conference>room</Conference></Dial>");

    assertEquals(2, stage.received("/voice").size());
    assertEquals(
        List.of("room", "room"),
        stage.all(Happening.ConferenceOpened.class).stream()
            .map(Happening.ConferenceOpened::name)
            .toList());
  }

  @Test
  @Pins("TWIML-50")
  void no_verb_runs_while_the_leg_is_in_a_conference() {
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>room</Conference></Dial><Say>Next</Say>")
            .agentDials(0)
            .agentHangsUp(800_000)
            .run();

    assertEquals(List.of("Dial"), verbs(stage));
    assertEquals(800_000, stage.when(new Happening.LegStatus(CALL, "completed", 0, "far-end")));
  }

  @Test
  @Pins({"ERR-57", "ERR-53"})
  void join_that_is_refused_is_logged_and_the_document_goes_on() {
    Stage label =
        new Stage()
            .application(0, app -> app.participant("room", "Label", "guest"))
            .voice(
                "<Dial><Conference participantLabel=\"guest\">room</Conference></Dial>"
                    + "<Say>Next</Say>")
            .agentDials(10_000)
            .run();
    Stage full =
        new Stage()
            .application(0, app -> app.participant("room"))
            .voice(
                "<Dial><Conference maxParticipants=\"1\">room</Conference></Dial><Say>Next</Say>")
            .agentDials(10_000)
            .run();

    assertEquals(List.of("error 16025"), label.notes());
    assertEquals(List.of("error 16020"), full.notes());
    assertEquals(List.of("Dial", "Say"), verbs(label));
    assertEquals(List.of("Dial", "Say"), verbs(full));
  }

  @Test
  @Pins("TWIML-30")
  void star_takes_the_caller_out_of_the_conference_and_the_document_goes_on() {
    Stage stage =
        new Stage()
            .voice(
                "<Dial hangupOnStar=\"true\" action=\"/action\"><Conference>N</Conference></Dial>")
            .agentDials(0)
            .presses(5_000, Stage.sid("CA", 1), "*")
            .run();

    assertEquals("answered", stage.received("/action").get(0).params().get("DialCallStatus"));
    assertEquals("in-progress", stage.all(Happening.ParticipantLeft.class).get(0).callStatus());
    assertEquals(1, stage.all(Happening.ConferenceEnded.class).size());
  }
}
