package dev.partyline.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recordings of Dials, of participants and of conferences. */
class BridgeRecordingTest {

  private static final String AGENT = Stage.sid("CA", 1);
  private static final String ROOM = Stage.sid("CF", 1);
  private static final String RECORDED =
      "<Dial><Conference record=\"record-from-start\" recordingStatusCallback=\"/news\""
          + " recordingStatusCallbackEvent=\"in-progress completed absent\">room</Conference></Dial>";

  private static Stage dialling(String attributes) {
    return new Stage()
        .pin("customer-1.does", "answers")
        .voice(
            "<Dial action=\"/dialled\" callerId=\"+81345678900\" "
                + attributes
                + ">"
                + Stage.CUSTOMER
                + "</Dial>")
        .answer("/dialled", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
        .agentDials(0);
  }

  private static long when(Stage stage, Class<? extends Happening> kind) {
    return stage.when(stage.all(kind).get(0));
  }

  @Test
  @Pins({"TWIML-22", "TWIML-26"})
  void a_dial_is_recorded_from_the_bridge_and_its_action_knows_where() {
    Stage stage =
        dialling("record=\"record-from-answer-dual\" recordingStatusCallback=\"/news\"").run();

    assertEquals(
        when(stage, Happening.LegsBridged.class), when(stage, Happening.RecordingBegan.class));
    assertTrue(
        stage
            .received("/dialled")
            .get(0)
            .params()
            .get("RecordingUrl")
            .endsWith(Stage.sid("RE", 1)));
    Map<String, String> news = stage.received("/news").get(0).params();
    assertEquals("DialVerb", news.get("RecordingSource"));
    assertEquals("2", news.get("RecordingChannels"));
    assertEquals(AGENT, news.get("CallSid"));
    assertEquals(
        stage.received("/dialled").get(0).params().get("RecordingDuration"),
        news.get("RecordingDuration"));
  }

  @Test
  @Pins("TWIML-22")
  void a_dial_is_recorded_from_ringing_or_not_at_all() {
    Stage early = dialling("record=\"record-from-ringing\"").run();
    assertTrue(
        when(early, Happening.RecordingBegan.class) < when(early, Happening.LegsBridged.class));

    Stage never = dialling("").run();
    assertEquals(List.of(), never.all(Happening.RecordingBegan.class));
    Stage busy = dialling("record=\"record-from-answer\"").pin("customer-1.does", "busy").run();
    assertEquals(List.of(), busy.all(Happening.RecordingBegan.class));
  }

  @Test
  @Pins({"CONF-45", "CB-40"})
  void a_conference_is_recorded_from_the_moment_two_are_bridged_to_its_end() {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage =
        new Stage()
            .pin("customer-1.does", "answers")
            .voice(RECORDED)
            .agentDials(0)
            .agentHangsUp(60_000)
            .application(2_000, app -> app.participant("room"))
            .application(
                15_000,
                app -> {
                  answers.add(app.rest("GET", "/Conferences/" + ROOM + "/Recordings.json"));
                  answers.add(
                      app.rest("GET", "/Conferences/" + ROOM + "/Recordings/Twilio.CURRENT.json"));
                  answers.add(app.rest("GET", "/Conferences/room/Recordings.json"));
                })
            .run();

    List<Happening.ParticipantJoined> joined = stage.all(Happening.ParticipantJoined.class);
    assertEquals(stage.when(joined.get(1)), when(stage, Happening.RecordingBegan.class));
    List<String> statuses =
        stage.received("/news").stream()
            .map(request -> request.params().get("RecordingStatus"))
            .toList();
    assertEquals(List.of("in-progress", "completed"), statuses);
    Map<String, String> completed = stage.received("/news").get(1).params();
    assertEquals(
        List.of(
            "AccountSid",
            "ConferenceSid",
            "RecordingSid",
            "RecordingUrl",
            "RecordingStatus",
            "RecordingDuration",
            "RecordingChannels",
            "RecordingStartTime",
            "RecordingSource"),
        List.copyOf(completed.keySet()));
    assertEquals("Conference", completed.get("RecordingSource"));
    assertEquals("1", completed.get("RecordingChannels"));
    assertEquals(ROOM, completed.get("ConferenceSid"));
    assertEquals(List.of(200, 200, 404), answers.stream().map(RestResponse::status).toList());
    assertEquals(1, Stage.json(answers.get(0)).get("recordings").size());
    assertEquals("in-progress", Stage.json(answers.get(1)).get("status").textValue());
  }

  @Test
  @Pins("CONF-45")
  void waiting_alone_is_not_recorded() {
    Stage stage = new Stage().voice(RECORDED).agentDials(0).agentHangsUp(10_000).run();

    assertEquals(List.of(), stage.all(Happening.RecordingBegan.class));
  }

  @Test
  @Pins("PART-28")
  void a_participant_is_recorded_by_true_and_not_by_the_word_of_twiml() {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage =
        new Stage()
            .pin("customer-1.does", "answers")
            .voice("<Dial><Conference>room</Conference></Dial>")
            .agentDials(0)
            .application(
                2_000,
                app -> {
                  answers.add(app.participant("room", "Record", "record-from-start"));
                  answers.add(app.participant("room", "Record", "true"));
                })
            .run();

    assertEquals(List.of(400, 201), answers.stream().map(RestResponse::status).toList());
    assertEquals(
        List.of(
            new Happening.RecordingBegan(
                Stage.sid("RE", 1), Stage.sid("CA", 2), null, "OutboundAPI")),
        stage.all(Happening.RecordingBegan.class));
  }

  @Test
  @Pins("CONF-45")
  void a_participant_may_ask_for_the_conference_to_be_recorded() {
    Stage stage =
        new Stage()
            .pin("customer-1.does", "answers")
            .application(
                0,
                app -> {
                  app.participant("room", "ConferenceRecord", "true");
                  app.participantAt(Stage.SUPERVISOR, "room");
                })
            .pin("supervisor-1.does", "answers")
            .run();

    assertEquals("Conference", stage.all(Happening.RecordingBegan.class).get(0).source());
  }
}
