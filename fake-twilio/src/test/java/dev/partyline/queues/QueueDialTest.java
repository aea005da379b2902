package dev.partyline.queues;

import static dev.partyline.queues.QueueStage.AGENT;
import static dev.partyline.queues.QueueStage.CALLER;
import static dev.partyline.queues.QueueStage.QUEUE;
import static dev.partyline.queues.QueueStage.caller;
import static dev.partyline.queues.QueueStage.document;
import static dev.partyline.queues.QueueStage.left;
import static dev.partyline.queues.QueueStage.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent takes callers out of a queue by dialling it. */
class QueueDialTest {

  private static final String ENQUEUE = "<Enqueue action=\"/left\" waitUrl=\"\">support</Enqueue>";

  private static String dial(String attributes, String noun) {
    return "<Dial action=\"/dialled\" "
        + attributes
        + "><Queue "
        + noun
        + ">support</Queue></Dial>";
  }

  private static Stage both(String attributes, String noun, long at) {
    return caller(ENQUEUE)
        .answer("/dialled", document("<Hangup/>"))
        .voice(dial(attributes, noun))
        .agentDials(at);
  }

  private static Map<String, String> dialled(Stage stage) {
    assertEquals(1, stage.received("/dialled").size());
    return stage.received("/dialled").get(0).params();
  }

  private static List<Happening.LegsBridged> bridges(Stage stage) {
    return stage.all(Happening.LegsBridged.class);
  }

  @Test
  @Pins("TWIML-37")
  void the_caller_at_the_front_is_bridged_and_both_actions_tell_so() {
    Stage stage = both("", "", 12_000).run();

    assertEquals(List.of(new Happening.LegsBridged(AGENT, CALLER)), bridges(stage));
    assertEquals("completed", dialled(stage).get("DialCallStatus"));
    assertEquals(CALLER, dialled(stage).get("DialCallSid"));
    assertEquals("true", dialled(stage).get("DialBridged"));
    assertEquals(List.of("bridged"), results(stage));
    assertEquals("5", stage.received("/left").get(0).params().get("QueueTime"));
    assertEquals(List.of("dequeued"), left(stage));
  }

  @Test
  @Pins("TWIML-46")
  void when_the_agent_hangs_up_the_caller_goes_on_with_the_action() {
    Stage stage = both("", "", 12_000).agentHangsUp(20_000).run();

    assertEquals(List.of("bridged"), results(stage));
    assertEquals("in-progress", stage.received("/left").get(0).params().get("CallStatus"));
    assertTrue(stage.statuses(CALLER).endsWith("completed"));
  }

  @Test
  @Pins("TWIML-37")
  void on_an_empty_queue_the_dial_waits_for_the_next_caller() {
    Stage stage =
        both("timeout=\"20\"", "", 0)
            .application(0, app -> app.rest("POST", "/Queues.json", "FriendlyName", "support"))
            .run();

    assertEquals(1, bridges(stage).size());
    assertEquals(List.of("bridged"), results(stage));
  }

  @Test
  @Pins("TWIML-37")
  void on_an_empty_queue_the_dial_ends_at_its_timeout() {
    Stage stage =
        new Stage()
            .answer("/dialled", document("<Hangup/>"))
            .voice(dial("timeout=\"7\"", ""))
            .application(0, app -> app.rest("POST", "/Queues.json", "FriendlyName", "support"))
            .agentDials(1_000)
            .run();

    assertEquals("no-answer", dialled(stage).get("DialCallStatus"));
    assertEquals("false", dialled(stage).get("DialBridged"));
  }

  @Test
  @Pins("TWIML-37")
  void a_queue_that_is_not_there_fails_the_dial() {
    Stage stage =
        new Stage()
            .answer("/dialled", document("<Hangup/>"))
            .voice(dial("", ""))
            .agentDials(0)
            .run();

    assertEquals("failed", dialled(stage).get("DialCallStatus"));
  }

  @Test
  @Pins("TWIML-37")
  void the_caller_hears_a_document_of_the_queue_before_the_bridge() {
    Stage stage =
        both("", "url=\"/private\"", 12_000)
            .answer("/private", document("<Say>You are next</Say>"))
            .run();

    Map<String, String> params = stage.received("/private").get(0).params();
    assertEquals(CALLER, params.get("CallSid"));
    assertEquals(AGENT, params.get("DequeingCallSid"));
    assertEquals(QUEUE, params.get("QueueSid"));
    assertEquals("5", params.get("QueueTime"));
    long said = stage.when(new Happening.VerbBegan(CALLER, "Say", "You are next"));
    assertEquals(said + 12 * 80, stage.when(bridges(stage).get(0)));
  }

  @Test
  @Pins("TWIML-46")
  void an_agent_who_goes_before_the_bridge_leaves_the_caller_with_a_result_of_its_own() {
    Stage stage =
        both("", "url=\"/private\"", 12_000)
            .answer("/private", document("<Pause length=\"10\"/>"))
            .agentHangsUp(15_000)
            .run();

    assertEquals(List.of(), bridges(stage));
    assertEquals(List.of("bridging-in-process"), results(stage));
  }

  @Test
  void a_verb_that_is_not_allowed_before_the_bridge_is_14211() {
    Stage stage =
        both("", "url=\"/private\"", 12_000).answer("/private", document("<Gather/>")).run();

    assertEquals(List.of("error 14211"), stage.notes());
    assertEquals(List.of("error"), results(stage));
    assertEquals("false", dialled(stage).get("DialBridged"));
  }

  @Test
  @Pins("TWIML-46")
  void a_redirect_of_the_bridged_caller_has_a_result_of_its_own() {
    Stage stage =
        both("", "", 12_000)
            .application(
                20_000,
                app ->
                    app.rest(
                        "POST",
                        "/Calls/" + CALLER + ".json",
                        "Twiml",
                        "<Response><Say>elsewhere</Say></Response>"))
            .run();

    assertEquals(List.of("redirected-from-bridged"), results(stage));
    assertEquals("completed", dialled(stage).get("DialCallStatus"));
    assertEquals(1, stage.all(Happening.LegsParted.class).size());
  }

  @Test
  @Pins("TWIML-30")
  void star_ends_the_bridge_and_both_go_on() {
    Stage stage = both("hangupOnStar=\"true\"", "", 12_000).presses(20_000, AGENT, "*").run();

    assertEquals(List.of("bridged"), results(stage));
    assertEquals("in-progress", stage.received("/left").get(0).params().get("CallStatus"));
    assertEquals("7", dialled(stage).get("DialCallDuration"));
  }

  @Test
  void the_time_limit_of_the_dial_ends_the_bridge() {
    Stage stage = both("timeLimit=\"5\"", "", 12_000).run();

    assertEquals("5", dialled(stage).get("DialCallDuration"));
    assertEquals(List.of("bridged"), results(stage));
  }
}
