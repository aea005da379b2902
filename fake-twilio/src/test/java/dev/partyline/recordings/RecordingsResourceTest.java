package dev.partyline.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Stage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Recordings over REST: of calls, of conferences, of the account, and their files. */
class RecordingsResourceTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String RECORDING = Stage.sid("RE", 1);
  private static final String OF_CALL = "/Calls/" + CALL + "/Recordings";
  private static final String TALK = "<Response><Pause length=\"30\"/></Response>";
  private static final String CURRENT = OF_CALL + "/Twilio.CURRENT.json";

  private interface Requests {
    void send(Stage app, List<RestResponse> answers);
  }

  /** A customer who answers at about 7 s and stays for half a minute. */
  private static Stage called(String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = "Twiml";
    all[pairs.length + 1] = TALK;
    return new Stage().pin("customer-1.does", "answers").application(0, app -> app.call(all));
  }

  private static void ask(Stage stage, long at, List<RestResponse> answers, Requests requests) {
    stage.application(at, app -> requests.send(app, answers));
  }

  private static List<String> codes(List<RestResponse> answers) {
    return answers.stream().map(answer -> answer.status() + " " + answer.code()).toList();
  }

  private static List<String> moves(Stage stage) {
    return stage.all(Happening.RecordingMoved.class).stream()
        .map(moved -> moved.status() + " " + moved.keptMs())
        .toList();
  }

  @Test
  @Pins("CB-41")
  void a_call_made_to_be_recorded_is_from_its_answer_to_its_end() {
    Stage stage =
        called(
                "Record",
                "true",
                "RecordingChannels",
                "dual",
                "RecordingStatusCallback",
                "https://app.example.com/news",
                "StatusCallback",
                "https://app.example.com/status")
            .run();

    Map<String, String> news = stage.received("/news").get(0).params();
    assertEquals("OutboundAPI", news.get("RecordingSource"));
    assertEquals("2", news.get("RecordingChannels"));
    assertEquals(
        stage.received("/status").get(0).params().get("RecordingDuration"),
        news.get("RecordingDuration"));
    assertEquals(RECORDING, stage.received("/status").get(0).params().get("RecordingSid"));
  }

  @Test
  void a_recording_is_begun_paused_resumed_and_stopped() {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage = called();
    ask(stage, 10_000, answers, (app, got) -> got.add(app.rest("POST", OF_CALL + ".json")));
    ask(
        stage,
        12_000,
        answers,
        (app, got) ->
            got.add(app.rest("POST", CURRENT, "Status", "paused", "PauseBehavior", "skip")));
    ask(
        stage,
        15_000,
        answers,
        (app, got) -> got.add(app.rest("POST", CURRENT, "Status", "in-progress")));
    ask(
        stage,
        16_000,
        answers,
        (app, got) -> {
          got.add(app.rest("POST", CURRENT, "Status", "stopped"));
          got.add(app.rest("POST", CURRENT, "Status", "stopped"));
          got.add(app.rest("POST", OF_CALL + "/" + RECORDING + ".json", "Status", "stopped"));
        });
    stage.run();

    assertEquals(
        List.of("201 0", "200 0", "200 0", "200 0", "404 20404", "400 21220"), codes(answers));
    JsonNode begun = Stage.json(answers.get(0));
    assertEquals("in-progress", begun.get("status").textValue());
    assertEquals("StartCallRecordingAPI", begun.get("source").textValue());
    assertEquals("stopped", Stage.json(answers.get(3)).get("status").textValue());
    assertEquals(
        List.of(
            "paused 2000", "in-progress 2000", "stopped 3000", "processing 3000", "completed 3000"),
        moves(stage));
  }

  @Test
  void a_pause_is_silence_in_the_recording_unless_it_is_skipped() {
    Stage stage = called();
    List<RestResponse> answers = new ArrayList<>();
    ask(stage, 10_000, answers, (app, got) -> got.add(app.rest("POST", OF_CALL + ".json")));
    ask(
        stage,
        12_000,
        answers,
        (app, got) -> got.add(app.rest("POST", CURRENT, "Status", "paused")));
    ask(
        stage,
        15_000,
        answers,
        (app, got) -> got.add(app.rest("POST", CURRENT, "Status", "stopped")));
    stage.run();

    assertTrue(moves(stage).contains("completed 5000"));
  }

  @Test
  void only_a_call_that_is_in_progress_can_be_recorded() {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage = called();
    ask(
        stage,
        1_000,
        answers,
        (app, got) -> {
          got.add(app.rest("POST", OF_CALL + ".json"));
          got.add(app.rest("GET", OF_CALL + ".json"));
          got.add(app.rest("GET", CURRENT));
        });
    stage.run();

    assertEquals(List.of("400 21220", "200 0", "404 20404"), codes(answers));
  }

  @Test
  void a_file_is_there_when_the_recording_is_completed() throws Exception {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage = called();
    String file = "/Recordings/" + RECORDING;
    ask(stage, 10_000, answers, (app, got) -> got.add(app.rest("POST", OF_CALL + ".json")));
    ask(
        stage,
        13_000,
        answers,
        (app, got) -> {
          got.add(app.rest("DELETE", file + ".json"));
          got.add(app.rest("POST", CURRENT, "Status", "stopped"));
          got.add(app.rest("GET", file));
        });
    ask(
        stage,
        30_000,
        answers,
        (app, got) -> {
          got.add(app.rest("GET", file));
          got.add(app.rest("GET", file + ".wav"));
          got.add(app.rest("GET", file + ".json"));
          got.add(app.rest("DELETE", file + ".json"));
          got.add(app.rest("GET", file + ".json"));
          got.add(app.rest("GET", file + ".wav"));
          got.add(app.rest("GET", file + ".json", "IncludeSoftDeleted", "true"));
          got.add(app.rest("GET", "/Recordings.json"));
          got.add(app.rest("GET", "/Recordings.json", "IncludeSoftDeleted", "true"));
        });
    stage.run();

    assertEquals(
        List.of(
            "201 0",
            "400 20009",
            "200 0",
            "404 20404",
            "200 0",
            "200 0",
            "200 0",
            "204 0",
            "404 20404",
            "404 20404",
            "200 0",
            "200 0",
            "200 0"),
        codes(answers));
    RestResponse.Sound sound = answers.get(5).sound();
    assertEquals("audio/x-wav", sound.type());
    AudioFileFormat format =
        AudioSystem.getAudioFileFormat(new ByteArrayInputStream(sound.bytes()));
    long kept = stage.all(Happening.RecordingMoved.class).get(0).keptMs();
    assertEquals(8_000f, format.getFormat().getFrameRate());
    assertEquals(kept * 8, format.getFrameLength());
    assertEquals("completed", Stage.json(answers.get(6)).get("status").textValue());
    assertEquals("deleted", Stage.json(answers.get(10)).get("status").textValue());
    assertEquals(0, Stage.json(answers.get(11)).get("recordings").size());
    assertEquals(1, Stage.json(answers.get(12)).get("recordings").size());
  }

  @Test
  void mp3_is_a_gap_that_says_so() {
    Stage stage = called("Record", "true");
    ask(
        stage,
        60_000,
        new ArrayList<>(),
        (app, got) -> got.add(app.rest("GET", "/Recordings/" + RECORDING + ".mp3")));

    AssertionError gap = assertThrows(AssertionError.class, stage::run);
    assertTrue(gap.getMessage().contains(RECORDING + ".wav"), gap.getMessage());
  }
}
