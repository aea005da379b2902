package dev.partyline.queues;

import static dev.partyline.queues.QueueStage.CALLER;
import static dev.partyline.queues.QueueStage.QUEUE;
import static dev.partyline.queues.QueueStage.caller;
import static dev.partyline.queues.QueueStage.document;
import static dev.partyline.queues.QueueStage.left;
import static dev.partyline.queues.QueueStage.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller in a queue hears, and how the caller leaves it. */
class EnqueueTest {

  private static final String SUPPORT = "<Enqueue action=\"/left\" waitUrl=\"\">support</Enqueue>";
  private static final String WITH_MUSIC =
      "<Enqueue action=\"/left\" waitUrl=\"/music\">support</Enqueue>";

  @Test
  @Pins("TWIML-46")
  void caller_makes_the_queue_and_hangs_up_in_it() {
    Stage stage = caller(SUPPORT).run();

    assertEquals(
        List.of(new Happening.QueueJoined(QUEUE, "support", CALLER, 1)),
        stage.all(Happening.QueueJoined.class));
    assertEquals(List.of("hangup"), results(stage));
    Map<String, String> params = stage.received("/left").get(0).params();
    assertEquals(QUEUE, params.get("QueueSid"));
    assertEquals("29", params.get("QueueTime"));
    assertEquals("completed", params.get("CallStatus"));
    assertEquals(List.of("hangup"), left(stage));
  }

  @Test
  @Pins("TWIML-47")
  void wait_document_runs_again_and_again_with_place_and_times() {
    Stage stage = caller(WITH_MUSIC).answer("/music", document("<Pause length=\"10\"/>")).run();

    List<WebhookRequest> waits = stage.received("/music");
    assertEquals(3, waits.size());
    Map<String, String> first = waits.get(0).params();
    assertEquals("1", first.get("QueuePosition"));
    assertEquals(QUEUE, first.get("QueueSid"));
    assertEquals("0", first.get("QueueTime"));
    assertEquals("0", first.get("AvgQueueTime"));
    assertEquals("1", first.get("CurrentQueueSize"));
    assertEquals("1000", first.get("MaxQueueSize"));
    assertEquals(CALLER, first.get("CallSid"));
    assertEquals("10", waits.get(1).params().get("QueueTime"));
  }

  @Test
  @Pins("TWIML-48")
  void leave_ends_the_wait_and_asks_the_action() {
    Stage stage = caller(WITH_MUSIC).answer("/music", document("<Say>Sorry</Say><Leave/>")).run();

    assertEquals(List.of("leave"), results(stage));
    assertEquals("in-progress", stage.received("/left").get(0).params().get("CallStatus"));
  }

  @Test
  @Pins("TWIML-48")
  void without_an_action_leave_goes_on_after_the_enqueue() {
    Stage stage =
        caller("<Enqueue waitUrl=\"/music\">support</Enqueue><Say>after</Say>")
            .answer("/music", document("<Leave/>"))
            .run();

    assertTrue(
        stage
            .all(Happening.VerbBegan.class)
            .contains(new Happening.VerbBegan(CALLER, "Say", "after")));
  }

  @Test
  @Pins("TWIML-47")
  void gather_in_a_wait_document_hears_keys_and_its_action_may_leave() {
    Stage stage =
        caller(WITH_MUSIC)
            .answer("/music", document("<Gather action=\"/keys\" numDigits=\"1\"/>"))
            .answer("/keys", document("<Leave/>"))
            .presses(10_000, CALLER, "9")
            .run();

    assertEquals("9", stage.received("/keys").get(0).params().get("Digits"));
    assertEquals("1", stage.received("/keys").get(0).params().get("QueuePosition"));
    assertEquals(List.of("leave"), results(stage));
  }

  @Test
  @Pins("TWIML-47")
  void hangup_in_a_wait_document_ends_the_call() {
    Stage stage = caller(WITH_MUSIC).answer("/music", document("<Hangup/>")).run();

    assertEquals(List.of("hangup"), results(stage));
    assertTrue(stage.statuses(CALLER).endsWith("completed"));
  }

  @Test
  @Pins("TWIML-47")
  void another_verb_in_a_wait_document_is_an_error() {
    Stage stage = caller(WITH_MUSIC).answer("/music", document("<Dial>+819000000009</Dial>")).run();

    assertEquals(List.of("error"), results(stage));
    assertEquals(List.of("error 12200"), stage.notes());
  }

  @Test
  void wait_document_that_cannot_be_had_takes_the_caller_out() {
    Stage stage =
        caller(WITH_MUSIC)
            .answer("/music", request -> dev.partyline.webhook.WebhookReply.text(500, "no"))
            .run();

    assertEquals(List.of("error"), results(stage));
    assertEquals(List.of("error"), left(stage));
  }

  @Test
  @Pins("TWIML-46")
  void a_full_queue_takes_nobody_and_has_no_sid_to_tell() {
    Stage stage =
        caller(SUPPORT)
            .application(
                0,
                app -> app.rest("POST", "/Queues.json", "FriendlyName", "support", "MaxSize", "1"))
            .voice(SUPPORT)
            .agentDials(10_000)
            .run();

    assertEquals(List.of("queue-full", "hangup"), results(stage));
    assertNull(stage.received("/left").get(0).params().get("QueueSid"));
  }

  @Test
  @Pins("TWIML-46")
  void the_platform_may_fail_when_the_knob_says_so() {
    Stage stage = caller(SUPPORT).knob(Knob.QUEUE_SYSTEM_ERROR_RATE, "1").run();

    assertEquals(List.of("system-error"), results(stage));
  }

  @Test
  @Pins("TWIML-46")
  void a_redirect_takes_the_caller_out_and_the_answer_of_the_action_is_not_run() {
    Stage stage =
        caller(SUPPORT)
            .answer("/left", document("<Say>never</Say>"))
            .application(
                10_000,
                app ->
                    app.rest(
                        "POST",
                        "/Calls/" + CALLER + ".json",
                        "Twiml",
                        "<Response><Say>elsewhere</Say></Response>"))
            .run();

    assertEquals(List.of("redirected"), results(stage));
    List<String> said =
        stage.all(Happening.VerbBegan.class).stream()
            .filter(verb -> verb.verb().equals("Say"))
            .map(Happening.VerbBegan::detail)
            .toList();
    assertEquals(List.of("elsewhere"), said);
  }
}
