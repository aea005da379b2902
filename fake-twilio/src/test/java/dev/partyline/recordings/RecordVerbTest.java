package dev.partyline.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the agent's leg records; its document arrives 235 ms after the click, the beep is half a
 * second.
 */
class RecordVerbTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String RECORDING = Stage.sid("RE", 1);
  private static final long BEGUN = 735;

  private static Stage recording(String attributes) {
    return new Stage()
        .voice("<Record action=\"/recorded\" " + attributes + "/><Say>nothing</Say>")
        .answer("/recorded", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
        .agentDials(0);
  }

  private static Map<String, String> action(Stage stage) {
    assertEquals(1, stage.received("/recorded").size());
    return stage.received("/recorded").get(0).params();
  }

  private static long asked(Stage stage) {
    return stage.when(
        stage.all(Happening.WebhookQueued.class).stream()
            .filter(queued -> queued.kind().equals("action"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  @Pins("TWIML-45")
  void silence_ends_the_recording_and_is_cut_off() {
    Stage stage = recording("").run();

    assertEquals(BEGUN + 4_000 + 5_000, asked(stage));
    assertEquals("4", action(stage).get("RecordingDuration"));
    assertEquals("", action(stage).get("Digits"));
    assertEquals(
        "https://api.twilio.com/2010-04-01/Accounts/" + Account.SID + "/Recordings/" + RECORDING,
        action(stage).get("RecordingUrl"));
    assertTrue(
        stage.all(Happening.VerbBegan.class).stream()
            .noneMatch(verb -> verb.detail().equals("nothing")));
  }

  @Test
  @Pins("TWIML-45")
  void any_key_ends_the_recording_and_is_told() {
    Stage stage = recording("").presses(3_735, CALL, "7").run();

    assertEquals(3_735, asked(stage));
    assertEquals("7", action(stage).get("Digits"));
    assertEquals("3", action(stage).get("RecordingDuration"));
  }

  @Test
  @Pins("TWIML-45")
  void the_longest_length_ends_the_recording() {
    Stage stage = recording("maxLength=\"3\" playBeep=\"false\"").run();

    assertEquals(BEGUN - 500 + 3_000, asked(stage));
    assertEquals("3", action(stage).get("RecordingDuration"));
  }

  @Test
  @Pins("TWIML-45")
  void hanging_up_ends_the_recording_and_is_told() {
    Stage stage = recording("").agentHangsUp(2_735).run();

    assertEquals("hangup", action(stage).get("Digits"));
    assertEquals("2", action(stage).get("RecordingDuration"));
    assertEquals("completed", action(stage).get("CallStatus"));
  }

  @Test
  @Pins("TWIML-45")
  void when_nothing_is_said_the_next_verb_runs_and_the_recording_is_absent() {
    Stage stage =
        recording("recordingStatusCallback=\"/news\" recordingStatusCallbackEvent=\"absent\"")
            .pin("agent-1.says", "0")
            .run();

    assertTrue(stage.received("/recorded").isEmpty());
    assertEquals(BEGUN + 5_000, stage.when(new Happening.VerbBegan(CALL, "Say", "nothing")));
    assertEquals("absent", stage.received("/news").get(0).params().get("RecordingStatus"));
  }

  @Test
  @Pins("TWIML-45")
  void without_an_action_the_document_itself_is_asked() {
    Stage stage =
        new Stage()
            .voice("<Record finishOnKey=\"#\"/>")
            .presses(2_000, CALL, "#")
            .agentDials(0)
            .agentHangsUp(2_600)
            .run();

    assertEquals("#", stage.received("/voice").get(1).params().get("Digits"));
  }

  @Test
  void without_trimming_the_silence_stays() {
    assertEquals("9", action(recording("trim=\"do-not-trim\"").run()).get("RecordingDuration"));
  }

  @Test
  @Pins("CB-41")
  void news_of_the_recording_go_to_its_callback() {
    Stage stage =
        recording(
                "recordingStatusCallback=\"/news\""
                    + " recordingStatusCallbackEvent=\"in-progress completed\"")
            .run();

    List<Map<String, String>> news =
        stage.received("/news").stream().map(request -> request.params()).toList();
    assertEquals(
        List.of("in-progress", "completed"),
        news.stream().map(params -> params.get("RecordingStatus")).toList());
    Map<String, String> completed = news.get(1);
    assertEquals("RecordVerb", completed.get("RecordingSource"));
    assertEquals("4", completed.get("RecordingDuration"));
    assertEquals(CALL, completed.get("CallSid"));
    assertEquals("1", completed.get("RecordingChannels"));
  }
}
