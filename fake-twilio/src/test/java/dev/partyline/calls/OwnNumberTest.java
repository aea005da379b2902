package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls to a number or an application of the account's own (CALL-53). */
class OwnNumberTest {

  private static final String IVR = "+81345678999";
  private static final String APP = "AP00000000000000000000000000000002";
  private static final String PLACED = Stage.sid("CA", 1);
  private static final String ARRIVED = Stage.sid("CA", 2);

  private static Stage stage(String ivr) {
    return new Stage()
        .directory(
            directory -> {
              Voice voice = Voice.at(ivr == null ? null : Account.BASE_URL + "/ivr", null);
              directory.put(
                  new IncomingNumber(
                      Stage.sid("PN", 9), Account.SID, IVR, IVR, voice, null, Map.of(), 0, 0));
              directory.put(new TwimlApp(APP, Account.SID, "ivr", voice, Map.of(), 0, 0));
            })
        .answer("/ivr", request -> WebhookReply.twiml("<Response>" + ivr + "</Response>"))
        .answer(
            "/me", request -> WebhookReply.twiml("<Response><Pause length=\"20\"/></Response>"));
  }

  private static Stage calling(String ivr) {
    return stage(ivr)
        .application(
            0,
            it ->
                it.rest(
                    "POST",
                    "/Calls.json",
                    "From",
                    Account.NUMBER,
                    "To",
                    IVR,
                    "Url",
                    Account.BASE_URL + "/me"));
  }

  @Test
  @Pins({"CALL-53", "TWIML-03"})
  void call_to_an_own_number_makes_two_calls() {
    Stage stage = calling("<Say>Hello</Say>").run();

    assertEquals("queued initiated ringing in-progress completed", stage.statuses(PLACED));
    assertEquals("ringing in-progress completed", stage.statuses(ARRIVED));
    assertEquals("inbound", stage.received("/ivr").get(0).params().get("Direction"));
    assertEquals("ringing", stage.received("/ivr").get(0).params().get("CallStatus"));
    assertEquals(ARRIVED, stage.received("/ivr").get(0).params().get("CallSid"));
    assertEquals(PLACED, stage.received("/me").get(0).params().get("CallSid"));
  }

  @Test
  @Pins("CALL-53")
  void either_end_takes_the_other_with_it() {
    Stage stage = calling("<Pause length=\"1\"/><Say>Hi</Say><Pause length=\"60\"/>").run();

    assertEquals("ringing in-progress completed", stage.statuses(ARRIVED));
    long end = stage.when(new Happening.LegStatus(PLACED, "completed", 200, "twiml"));
    assertEquals(end, stage.when(new Happening.LegStatus(ARRIVED, "completed", 0, "far-end")));
  }

  @Test
  @Pins("CALL-53")
  void own_number_can_refuse() {
    assertEquals(
        "queued initiated ringing busy",
        calling("<Reject reason=\"busy\"/>").run().statuses(PLACED));
    assertEquals("queued initiated ringing no-answer", calling("<Reject/>").run().statuses(PLACED));
  }

  @Test
  @Pins("CALL-54")
  void own_number_without_a_voice_url_fails_at_once_without_an_alert() {
    Stage stage = calling(null).run();

    assertEquals("queued initiated failed", stage.statuses(PLACED));
    assertTrue(stage.notes().isEmpty());
  }

  /** RACE-33. */
  @Test
  @Pins({"CALL-53", "PART-22"})
  void participant_at_an_own_number_is_its_voice_url_talking_into_the_room() {
    Stage stage =
        stage("<Say>For sales press one</Say><Pause length=\"10\"/>")
            .application(
                0,
                it ->
                    it.rest(
                        "POST",
                        "/Conferences/N/Participants.json",
                        "From",
                        Account.NUMBER,
                        "To",
                        IVR))
            .run();

    assertEquals(1, stage.received("/ivr").size());
    assertEquals(PLACED, stage.all(Happening.ParticipantJoined.class).get(0).call());
    assertEquals("ringing in-progress completed", stage.statuses(ARRIVED));
  }

  @Test
  @Pins({"CALL-53", "TWIML-23"})
  void application_can_be_dialled_and_gets_parameters() {
    Stage stage =
        stage("<Say>Hi</Say>")
            .voice(
                "<Dial action=\"/action\"><Application><ApplicationSid>"
                    + APP
                    + "</ApplicationSid><Parameter name=\"ticket\" value=\"7\"/></Application></Dial>")
            .agentDials(0)
            .run();

    Map<String, String> params = stage.received("/ivr").get(0).params();
    assertEquals("7", params.get("ticket"));
    assertEquals(APP, params.get("ApplicationSid"));
    assertNull(params.get("ParentCallSid"));
    assertEquals("completed", stage.received("/action").get(0).params().get("DialCallStatus"));
    assertFalse(stage.all(Happening.LegsBridged.class).isEmpty());
  }
}
