package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Between the answer of a leg and its document. The customer answers 6,910 ms after the request,
 * and a typical person speaks from 500 to 1,500 ms after that.
 */
class OnAnswerTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String URL = Account.BASE_URL + "/me";

  private static Stage stage(String... pairs) {
    return new Stage()
        .answer("/me", request -> WebhookReply.twiml("<Response><Pause length=\"9\"/></Response>"))
        .application(
            0,
            it -> {
              List<String> all = new ArrayList<>(List.of("Url", URL));
              all.addAll(List.of(pairs));
              assertEquals(201, it.call(all.toArray(String[]::new)).status());
            });
  }

  private static long answered(Stage stage) {
    return stage.when(new Happening.LegStatus(CALL, "in-progress", 0, "far-end"));
  }

  private static Map<String, String> document(Stage stage) {
    return stage.received("/me").get(0).params();
  }

  @Test
  @Pins({"CALL-32", "CALL-12"})
  void document_waits_for_the_verdict_and_carries_it() {
    List<RestResponse> seen = new ArrayList<>();
    Stage stage =
        stage("MachineDetection", "Enable")
            .application(12_000, it -> seen.add(it.rest("GET", "/Calls/" + CALL + ".json")))
            .run();

    assertEquals("human", document(stage).get("AnsweredBy"));
    long detected = stage.when(new Happening.AnswererDetected(CALL, "human", 2_700));
    assertEquals(answered(stage) + 2_700, detected);
    assertTrue(stage.when(new Happening.VerbBegan(CALL, "Pause", "9 s")) > detected);
    assertEquals("human", Stage.json(seen.get(0)).get("answered_by").asText());
  }

  @Test
  @Pins("CALL-32")
  void machine_is_waited_out_when_a_message_is_to_be_left() {
    Stage start =
        stage("MachineDetection", "Enable").pin("customer-1.answered-by", "machine").run();
    assertEquals("machine_start", document(start).get("AnsweredBy"));

    Stage end =
        stage("MachineDetection", "DetectMessageEnd")
            .pin("customer-1.answered-by", "machine")
            .run();
    assertEquals("machine_end_beep", document(end).get("AnsweredBy"));
    assertEquals(
        answered(end) + 9_000,
        end.when(new Happening.AnswererDetected(CALL, "machine_end_beep", 9_000)));
  }

  /** RACE-52: the document runs while the greeting still speaks. */
  @Test
  @Pins({"CALL-32", "CB-42"})
  void detection_in_the_background_holds_nothing_up_and_calls_back() {
    Stage stage =
        stage(
                "MachineDetection",
                "Enable",
                "AsyncAmd",
                "true",
                "AsyncAmdStatusCallback",
                Account.BASE_URL + "/amd")
            .pin("customer-1.answered-by", "machine")
            .run();

    assertNull(document(stage).get("AnsweredBy"));
    assertTrue(stage.when(new Happening.VerbBegan(CALL, "Pause", "9 s")) < answered(stage) + 2_900);
    assertEquals(
        Map.of(
            "AccountSid",
            Account.SID,
            "AnsweredBy",
            "machine_start",
            "CallSid",
            CALL,
            "MachineDetectionDuration",
            "2900"),
        stage.received("/amd").get(0).params());
  }

  @Test
  @Pins("CB-42")
  void participant_is_in_the_room_before_the_verdict() {
    Stage stage =
        new Stage()
            .application(
                0,
                it ->
                    it.participant(
                        "N",
                        "MachineDetection",
                        "Enable",
                        "AmdStatusCallback",
                        Account.BASE_URL + "/amd"))
            .pin("customer-1.answered-by", "machine")
            .run();

    assertEquals("machine_start", stage.received("/amd").get(0).params().get("AnsweredBy"));
    assertFalse(stage.all(Happening.ParticipantJoined.class).isEmpty());
  }

  @Test
  @Pins({"CALL-32", "TWIML-34"})
  void number_of_a_dial_is_bridged_before_the_verdict() {
    Stage stage =
        new Stage()
            .voice(
                "<Dial callerId=\""
                    + Account.NUMBER
                    + "\"><Number machineDetection=\"DetectMessageEnd\" amdStatusCallback=\"/amd\">"
                    + Stage.CUSTOMER
                    + "</Number></Dial>")
            .agentDials(0)
            .pin("customer-1.answered-by", "machine")
            .run();

    String callee = Stage.sid("CA", 2);
    assertEquals("machine_end_beep", stage.received("/amd").get(0).params().get("AnsweredBy"));
    assertTrue(
        stage.when(new Happening.LegsBridged(CALL, callee))
            < stage.when(new Happening.AnswererDetected(callee, "machine_end_beep", 9_000)));
  }

  @Test
  @Pins("CALL-29")
  void digits_are_played_before_the_document_and_switch_detection_off() {
    Stage stage = stage("SendDigits", "ww12#", "MachineDetection", "Enable").run();

    assertNull(document(stage).get("AnsweredBy"));
    assertTrue(stage.all(Happening.AnswererDetected.class).isEmpty());
    long played = answered(stage) + 2 * 500 + 3 * 200;
    assertEquals(
        answered(stage), stage.when(new Happening.VerbBegan(CALL, "Play", "digits ww12#")));
    assertTrue(stage.when(new Happening.VerbBegan(CALL, "Pause", "9 s")) > played);
  }

  @Test
  @Pins({"CALL-41", "CALL-46"})
  void redirect_during_detection_takes_the_place_of_the_first_document() {
    Stage stage =
        stage("MachineDetection", "Enable")
            .application(
                8_000,
                it ->
                    it.rest(
                        "POST",
                        "/Calls/" + CALL + ".json",
                        "Twiml",
                        "<Response><Say>Hello</Say><Pause length=\"5\"/></Response>"))
            .run();

    assertTrue(stage.received("/me").isEmpty());
    assertTrue(stage.when(new Happening.VerbBegan(CALL, "Say", "Hello")) > 0);
  }

  @Test
  @Pins("CALL-32")
  void thresholds_have_ranges() {
    Stage stage =
        new Stage()
            .application(
                0,
                it -> {
                  for (List<String> bad :
                      List.of(
                          List.of("MachineDetection", "Perhaps"),
                          List.of("MachineDetectionSpeechThreshold", "999"),
                          List.of("MachineDetectionSpeechEndThreshold", "5001"),
                          List.of("MachineDetectionSilenceTimeout", "1999"))) {
                    List<String> all = new ArrayList<>(List.of("Url", URL));
                    if (!bad.get(0).equals("MachineDetection")) {
                      all.addAll(List.of("MachineDetection", "Enable"));
                    }
                    all.addAll(bad);
                    assertEquals(400, it.call(all.toArray(String[]::new)).status(), bad.toString());
                  }
                })
            .run();
    assertTrue(stage.all(Happening.LegCreated.class).isEmpty());
  }
}
