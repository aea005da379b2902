package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who wait for a start that does not come, or for music. */
class WaitingTest {

  private static final String WAITS = "startConferenceOnEnter='false' ";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource({"docs, init, '1: music, 2: music'", "inProgressWithTwo, in-progress, '1: 2, 2: 1'"})
  @Pins({"RACE-39", "CONF-19", "CONF-23"})
  void everybody_waits_for_a_moderator_whose_leg_failed(
      String knob, String status, String hearing) {
    scene
        .knob(Knob.CONF_INIT_RULE, knob)
        .phone(Stage.SUPERVISOR, PhoneScript.fails())
        .agentJoins(WAITS)
        .at(
            1,
            () -> {
              scene.stage.participant("N", "StartConferenceOnEnter", "false");
              scene.stage.participantAt(Stage.SUPERVISOR, "N", "EarlyMedia", "false");
            })
        .at(
            60,
            () -> {
              scene.look("then");
              scene.keep("room", scene.ask("/Conferences/" + Scene.ROOM + ".json"));
            })
        .run();

    assertEquals("failed", scene.status(Scene.THIRD, 60));
    assertEquals(status, scene.field("room", "status"));
    assertEquals(hearing, scene.looked("then"));
  }

  @ParameterizedTest
  @CsvSource({"true, '1: 2, 2: 1'", "false, '2: 1'"})
  @Pins({"RACE-40", "CONF-18", "PART-43"})
  void a_safety_net_of_unmuting_undoes_a_wanted_mute(boolean unmutes, String hearing) {
    scene
        .agentJoins(WAITS)
        .at(
            1,
            () -> {
              scene.stage.participant("N", "Muted", "true", "StartConferenceOnEnter", "false");
              scene.sleep(4);
              scene.keep(
                  "waiting",
                  scene.ask("/Conferences/" + Scene.ROOM + "/Participants/" + Scene.AGENT));
              if (unmutes) {
                scene.update(Scene.ROOM, Scene.AGENT, "Muted", "false");
                scene.update(Scene.ROOM, Scene.SECOND, "Muted", "false");
              }
              scene.stage.participantAt(Stage.SUPERVISOR, "N", "Muted", "true");
            })
        .at(20, () -> scene.look("started"))
        .run();

    assertEquals("false", scene.field("waiting", "muted"), "silent, but not by that field");
    assertEquals(hearing + ", 3: 1" + (unmutes ? " 2" : ""), scene.looked("started"));
  }

  @ParameterizedTest
  @CsvSource({"leaveDial, '', 1", "silence, 1, 0"})
  @Pins({"RACE-46", "CONF-48"})
  void a_wait_document_that_fails_keeps_the_customer_out_of_the_room(
      String knob, String there, int apologies) {
    scene
        .knob(Knob.CONF_WAIT_URL_FAILURE, knob)
        .document("/voice", Scene.join("waitUrl='/wait'", "N") + "<Redirect>/sorry</Redirect>")
        .document("/sorry", "<Say>please call again</Say>");
    scene.stage.answer("/wait", request -> WebhookReply.text(500, "down"));
    scene.calls(0, Stage.CUSTOMER).run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 60));
    assertEquals(apologies, scene.stage.received("/sorry").size());
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "<Redirect>/wait</Redirect>, '1: play https://files.test/tune.mp3'"})
  @Pins({"RACE-47", "CONF-47"})
  void a_wait_document_that_does_not_begin_again_goes_silent(String end, String heard) {
    scene.stage.audio("https://files.test/tune.mp3", 10);
    scene
        .document("/wait", "<Play>https://files.test/tune.mp3</Play>" + end)
        .agentJoins("waitUrl='/wait'")
        .at(5, () -> scene.look("first"))
        .at(15, () -> scene.look("second"))
        .agentHangsUp(30)
        .run();

    assertEquals("1: play https://files.test/tune.mp3", scene.looked("first"));
    assertEquals(heard, scene.looked("second"));
  }

  @Test
  @Pins({"RACE-47", "CB-43"})
  void a_wait_document_that_comes_late_lets_the_customer_wait_outside() {
    scene.document("/voice", Scene.join("waitUrl='/wait'", "N"));
    scene.stage.answer(
        "/wait",
        request -> {
          scene.sleep(5);
          return Scene.twiml("<Say>one moment</Say>");
        });
    scene.calls(0, Stage.CUSTOMER).at(20, () -> scene.complete(Scene.ROOM)).run();

    assertEquals("", scene.inRoom(Scene.ROOM, 4));
    assertTrue(List.of("1").contains(scene.inRoom(Scene.ROOM, 10)));
  }
}
