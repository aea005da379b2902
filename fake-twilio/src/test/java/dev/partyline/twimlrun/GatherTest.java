package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys and words collected from the agent's leg, whose document arrives 235 ms after the click. */
class GatherTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final long DOCUMENT = 235;

  private static Stage gathering(String gather) {
    return new Stage()
        .voice(gather + "<Say>nothing</Say>")
        .answer("/keys", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
        .agentDials(0);
  }

  private static Map<String, String> action(Stage stage, String path) {
    List<WebhookRequest> requests = stage.received(path);
    assertEquals(1, requests.size(), "requests at " + path);
    return requests.get(0).params();
  }

  private static List<String> verbs(Stage stage) {
    return stage.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList();
  }

  @Test
  @Pins("TWIML-44")
  void keys_up_to_the_finishing_key_go_to_the_action() {
    Stage stage =
        gathering("<Gather action=\"/keys\"/>")
            .presses(1_000, CALL, "1")
            .presses(3_000, CALL, "2*#9")
            .run();

    assertEquals("12*", action(stage, "/keys").get("Digits"));
    assertEquals("in-progress", action(stage, "/keys").get("CallStatus"));
    assertEquals(List.of("Gather", "Hangup"), verbs(stage));
  }

  @Test
  @Pins("TWIML-44")
  void the_number_of_digits_ends_the_input_at_once() {
    Stage stage =
        gathering("<Gather action=\"/keys\" numDigits=\"3\"/>").presses(1_000, CALL, "12345").run();

    assertEquals("123", action(stage, "/keys").get("Digits"));
  }

  @Test
  @Pins("TWIML-44")
  void silence_after_a_key_ends_the_input_after_the_timeout() {
    Stage stage =
        gathering("<Gather action=\"/keys\" timeout=\"2\"/>").presses(1_000, CALL, "7").run();

    assertEquals("7", action(stage, "/keys").get("Digits"));
    long asked =
        stage.when(
            stage.all(Happening.WebhookQueued.class).stream()
                .filter(queued -> queued.kind().equals("action"))
                .findFirst()
                .orElseThrow());
    assertEquals(3_000, asked);
  }

  @Test
  @Pins("TWIML-44")
  void without_input_the_next_verb_runs_five_seconds_after_the_prompts() {
    Stage stage = gathering("<Gather action=\"/keys\"><Pause length=\"2\"/></Gather>").run();

    assertTrue(stage.received("/keys").isEmpty());
    assertEquals(
        DOCUMENT + 2_000 + 5_000, stage.when(new Happening.VerbBegan(CALL, "Say", "nothing")));
  }

  @Test
  void an_empty_result_goes_to_the_action_when_that_is_asked_for() {
    Stage stage = gathering("<Gather action=\"/keys\" actionOnEmptyResult=\"true\"/>").run();

    assertEquals("", action(stage, "/keys").get("Digits"));
  }

  @Test
  void the_finishing_key_alone_is_no_input() {
    Stage stage = gathering("<Gather action=\"/keys\"/>").presses(1_000, CALL, "#").run();

    assertTrue(stage.received("/keys").isEmpty());
    assertEquals(1_000, stage.when(new Happening.VerbBegan(CALL, "Say", "nothing")));
  }

  @Test
  void an_empty_finishOnKey_makes_every_key_a_digit() {
    Stage stage =
        gathering("<Gather action=\"/keys\" finishOnKey=\"\" numDigits=\"2\"/>")
            .presses(1_000, CALL, "##")
            .run();

    assertEquals("##", action(stage, "/keys").get("Digits"));
  }

  @Test
  @Pins("TWIML-44")
  void a_key_cuts_the_prompts_short() {
    Stage stage =
        gathering("<Gather action=\"/keys\"><Play>a.mp3</Play><Say>later</Say></Gather>")
            .presses(1_000, CALL, "1#")
            .run();

    assertEquals("1", action(stage, "/keys").get("Digits"));
    assertEquals(List.of("Gather", "Play", "Hangup"), verbs(stage));
  }

  @Test
  @Pins("TWIML-44")
  void the_action_is_the_current_url_by_default() {
    Stage stage = gathering("<Gather numDigits=\"1\"/>").presses(1_000, CALL, "5").run();

    assertEquals(2, stage.received("/voice").size());
    assertNull(stage.received("/voice").get(0).params().get("Digits"));
    assertEquals("5", stage.received("/voice").get(1).params().get("Digits"));
  }

  @Test
  @Pins("TWIML-20")
  void without_an_action_a_document_given_inline_has_nowhere_to_go() {
    Stage stage =
        new Stage()
            .pin("customer-1.does", "answers")
            .application(
                0, app -> app.call("Twiml", "<Response><Gather numDigits=\"1\"/></Response>"))
            .presses(9_000, CALL, "5")
            .run();

    assertEquals(List.of("error 15004"), stage.notes());
  }

  @Test
  @Pins("TWIML-44")
  void words_go_to_the_action_after_a_silence() {
    Stage stage =
        gathering("<Gather action=\"/words\" input=\"speech\" speechTimeout=\"2\"/>")
            .says(1_000, CALL, "sales please", 1_500)
            .presses(1_200, CALL, "1")
            .run();

    assertEquals("sales please", action(stage, "/words").get("SpeechResult"));
    assertEquals("0.9", action(stage, "/words").get("Confidence"));
    assertNull(action(stage, "/words").get("Digits"));
    long asked =
        stage.when(
            stage.all(Happening.WebhookQueued.class).stream()
                .filter(queued -> queued.kind().equals("action"))
                .findFirst()
                .orElseThrow());
    assertEquals(1_000 + 1_500 + 2_000, asked);
  }

  @Test
  void of_both_inputs_the_first_one_counts() {
    Stage stage =
        gathering("<Gather action=\"/any\" input=\"dtmf speech\" timeout=\"1\"/>")
            .presses(1_000, CALL, "4")
            .says(1_200, CALL, "four", 300)
            .run();

    assertEquals("4", action(stage, "/any").get("Digits"));
    assertNull(action(stage, "/any").get("SpeechResult"));
  }

  @Test
  void without_barge_in_words_during_a_prompt_are_lost() {
    Stage stage =
        gathering(
                "<Gather action=\"/words\" input=\"speech\" bargeIn=\"false\"><Pause length=\"5\"/>"
                    + "</Gather>")
            .says(1_000, CALL, "hello", 500)
            .run();

    assertTrue(stage.received("/words").isEmpty());
  }

  @Test
  void partial_results_go_to_their_own_address() {
    Stage stage =
        gathering(
                "<Gather action=\"/words\" input=\"speech\" speechTimeout=\"auto\""
                    + " partialResultCallback=\"/partial\"/>")
            .says(1_000, CALL, "hello", 500)
            .run();

    assertEquals("hello", action(stage, "/partial").get("UnstableSpeechResult"));
    assertEquals("hello", action(stage, "/words").get("SpeechResult"));
  }

  @Test
  @Pins("TWIML-50")
  void keys_pressed_outside_a_gather_are_lost() {
    Stage stage =
        gathering("<Pause length=\"2\"/><Gather action=\"/keys\" timeout=\"1\"/>")
            .presses(1_000, CALL, "12")
            .run();

    assertTrue(stage.received("/keys").isEmpty());
  }
}
