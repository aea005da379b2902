package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Outcome;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the verbs do to a leg; the agent's document arrives 235 ms after the click. */
class VerbsTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final long DOCUMENT = 235;

  private static Stage running(String verbs) {
    return new Stage().voice(verbs).agentDials(0).run();
  }

  private static List<String> verbs(Stage stage) {
    return stage.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList();
  }

  private static long completed(Stage stage) {
    return stage.when(new Happening.LegStatus(CALL, "completed", 200, "twiml"));
  }

  @Test
  @Pins("TWIML-17")
  void verbs_run_top_to_bottom_and_then_the_call_is_hung_up() {
    Stage stage = running("<Pause length=\"2\"/><Say>Hello</Say><Pause length=\"3\"/>");

    assertEquals(List.of("Pause", "Say", "Pause"), verbs(stage));
    assertEquals(DOCUMENT + 2_000 + 400 + 3_000, completed(stage));
  }

  @Test
  @Pins("TWIML-18")
  void empty_document_ends_the_call_straight_away() {
    assertEquals(DOCUMENT, completed(running("")));
  }

  @Test
  @Pins("TWIML-39")
  void hangup_as_the_first_verb_still_answers() {
    Stage stage = running("<Hangup/><Say>never</Say>");

    assertEquals("ringing in-progress completed", stage.statuses(CALL));
    assertEquals(List.of("Hangup"), verbs(stage));
  }

  @Test
  @Pins("TWIML-40")
  void reject_as_the_first_verb_refuses_without_answering() {
    assertEquals("ringing no-answer", running("<Reject/>").statuses(CALL));
    assertEquals("ringing busy", running("<Reject reason=\"busy\"/>").statuses(CALL));
    assertEquals("ringing in-progress completed", running("<Say>Hi</Say><Reject/>").statuses(CALL));
  }

  @Test
  @Pins("TWIML-41")
  void pause_as_the_first_verb_delays_the_answer() {
    Stage stage = running("<Pause length=\"4\"/><Say>Hi</Say>");

    assertEquals(
        DOCUMENT + 4_000, stage.when(new Happening.LegStatus(CALL, "in-progress", 0, "twiml")));
    assertEquals(DOCUMENT + 1_000, completed(running("<Pause/>")), "one second by default");
  }

  @Test
  @Pins("TWIML-42")
  void say_and_play_repeat_as_often_as_they_are_told() {
    assertEquals(DOCUMENT + 400, completed(running("<Say>Hello</Say>")));
    assertEquals(DOCUMENT + 3 * 400, completed(running("<Say loop=\"3\">Hello</Say>")));
    assertEquals(DOCUMENT + 5_000, completed(running("<Play>/a.mp3</Play>")));
    assertEquals(DOCUMENT + 10_000, completed(running("<Play loop=\"2\">/a.mp3</Play>")));
  }

  @Test
  @Pins("TWIML-42")
  void loop_0_goes_on_until_the_caller_leaves() {
    for (String verb : List.of("<Say loop=\"0\">Hello</Say>", "<Play loop=\"0\">/a.mp3</Play>")) {
      Stage stage = new Stage().voice(verb + "<Pause/>").agentDials(0).agentHangsUp(600_000).run();
      assertEquals(1, verbs(stage).size());
      assertEquals(600_000, stage.when(new Happening.LegStatus(CALL, "completed", 0, "far-end")));
    }
  }

  @Test
  @Pins("TWIML-43")
  void redirect_fetches_another_document_and_what_follows_it_is_never_reached() {
    Stage stage =
        new Stage()
            .voice("<Redirect>/next</Redirect><Say>never</Say>")
            .answer("/next", request -> WebhookReply.twiml("<Response><Pause/></Response>"))
            .agentDials(0)
            .run();
    Stage get =
        new Stage()
            .voice("<Redirect method=\"GET\">/next</Redirect>")
            .answer("/next", request -> WebhookReply.twiml("<Response><Pause/></Response>"))
            .agentDials(0)
            .run();

    assertEquals(List.of("Redirect", "Pause"), verbs(stage));
    assertEquals("POST", stage.received("/next").get(0).method());
    assertEquals("GET", get.received("/next").get(0).method());
  }

  @Test
  void redirect_to_itself_for_ever_ends_with_the_simulated_time() {
    Stage stage = running("<Redirect/>");

    assertEquals(Outcome.Kind.HORIZON, stage.outcome().kind());
    assertTrue(
        stage.outcome().describe().contains("simulated time ran out at 900000 ms"),
        stage.outcome().describe());
    assertTrue(stage.received("/voice").size() > 1_000);
  }

  @Test
  @Pins({"TWIML-16", "ERR-34", "ERR-35", "ERR-36", "ERR-38"})
  void bad_attribute_of_conference_is_logged_and_its_default_used() {
    Stage stage = joining("default");

    assertEquals(
        List.of("warning 13230", "warning 13231", "warning 13232", "warning 13235"),
        stage.notes().stream().sorted().toList());
    Happening.ParticipantJoined joined = stage.all(Happening.ParticipantJoined.class).get(0);
    assertTrue(joined.startOnEnter());
    assertEquals(false, joined.endOnExit());
  }

  @Test
  @Pins("TWIML-16")
  void bad_attribute_of_conference_fails_the_document_where_the_platform_is_strict() {
    Stage stage = joining("failDocument");

    assertEquals(1, stage.notes().size(), stage.notes().toString());
    assertTrue(stage.notes().get(0).startsWith("error 132"), stage.notes().get(0));
    assertEquals(List.of(), stage.all(Happening.ParticipantJoined.class));
    assertEquals("ringing in-progress completed", stage.statuses(CALL));
  }

  private static Stage joining(String badAttribute) {
    return new Stage()
        .knob(Knob.TWIML_BAD_ATTRIBUTE, badAttribute)
        .voice(
            "<Dial><Conference muted=\"x\" endConferenceOnExit=\"x\""
                + " startConferenceOnEnter=\"x\" beep=\"x\">room</Conference></Dial>")
        .agentDials(0)
        .run();
  }

  @Test
  @Pins("TWIML-42")
  void keys_take_as_long_as_they_sound() {
    assertEquals(DOCUMENT + 500 + 3 * 200, completed(running("<Play digits=\"w12#\"></Play>")));
  }

  /** A document that leads to itself takes time at every turn, so the run's horizon cuts it. */
  @Test
  @Pins("TWIML-43")
  void document_that_redirects_to_itself_is_cut_off_by_the_horizon() {
    Stage stage = running("<Redirect/>");

    assertEquals(Outcome.Kind.HORIZON, stage.outcome().kind());
    assertTrue(stage.outcome().kind().judgeable());
    assertTrue(stage.outcome().detail().startsWith("simulated time ran out at 900000 ms while "));
    assertEquals("ringing", stage.statuses(CALL));
  }

  /** On a platform that takes no time a loop without a verb that waits is the application's. */
  @Test
  @Pins("TWIML-43")
  void document_that_redirects_to_itself_without_time_passing_is_a_zero_time_loop() {
    Stage stage = new Stage().instantly().voice("<Redirect/>").agentDials(0).run();

    assertEquals(Outcome.Kind.ZERO_TIME_LOOP, stage.outcome().kind());
    assertTrue(stage.outcome().detail().contains("without time moving"), stage.outcome().detail());
  }

  @Test
  @Pins("TWIML-43")
  void loop_that_waits_is_no_fault() {
    Stage stage = running("<Pause length=\"2\"/><Redirect/>");

    assertEquals(Outcome.Kind.HORIZON, stage.outcome().kind());
    assertTrue(stage.notes().isEmpty());
  }
}
