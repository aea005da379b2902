package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.Voice;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One customer dialled twice, two agents for one customer, and Dials that become conferences. */
class DiallingTest {

  private static final String IVR = "+81345678999";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource({"fail-after-commit, 503/20503", "reset-after-commit, 0/0"})
  @Pins({"RACE-26", "REST-11", "CALL-33"})
  void a_create_that_failed_after_it_was_made_is_made_again(String fault, String answer) {
    scene
        .fault(new Fault(fault, "POST", "Participants", null, null, 0, 1, 503, 0))
        .agentJoins("")
        .at(
            1,
            () -> {
              scene.keep("first", scene.stage.participant("N"));
              scene.keep("retry", scene.stage.participant("N"));
            })
        .run();

    assertEquals(answer, scene.answer("first"));
    assertEquals("201/0", scene.answer("retry"));
    assertEquals("1 2 3", scene.inRoom(Scene.ROOM, 10), "the customer is there twice");
  }

  @ParameterizedTest
  @CsvSource({"true, 400/21220, 1, completed", "false, 200/0, 1 2, in-progress"})
  @Pins({"RACE-31", "CALL-44", "CALL-45"})
  void the_second_leg_of_a_dial_may_be_gone_when_its_redirect_comes(
      String knob, String second, String there, String customer) {
    String room = "<Response>" + Scene.join("", "N") + "</Response>";
    scene.stage.voice("<Dial callerId='" + Account.NUMBER + "'>" + Stage.CUSTOMER + "</Dial>");
    scene.stage.agentDials(0);
    scene
        .knob(Knob.CALL_REDIRECT_PARENT_DROPS_CHILD, knob)
        .at(
            10,
            () -> {
              scene.keep("first", scene.call(Scene.AGENT, "Twiml", room));
              scene.sleep(0.5);
              scene.keep("second", scene.call(Scene.SECOND, "Twiml", room));
            })
        .run();

    assertEquals("200/0", scene.answer("first"));
    assertEquals(second, scene.answer("second"));
    assertEquals(there, scene.inRoom(Scene.ROOM, 20));
    assertEquals(customer, scene.status(Scene.SECOND, 20));
  }

  @Test
  @Pins({"RACE-32", "CONF-32"})
  void an_action_that_points_at_its_own_handler_makes_the_room_again_and_again() {
    scene.document("/voice", "<Dial action='/voice'><Conference>N</Conference></Dial>");
    scene.stage.agentDials(0);
    scene
        .at(5, () -> scene.complete(Stage.sid("CF", 1)))
        .at(10, () -> scene.complete(Stage.sid("CF", 2)))
        .at(15, () -> scene.complete(Stage.sid("CF", 3)))
        .agentHangsUp(20)
        .run();

    assertEquals(4, scene.rooms().size(), () -> "" + scene.rooms());
    assertEquals("1", scene.inRoom(Stage.sid("CF", 4), 19));
  }

  @Test
  @Pins({"RACE-33", "CALL-53", "PART-22"})
  void a_participant_at_an_own_number_is_its_menu_talking_into_the_room() {
    scene.stage.directory(
        directory ->
            directory.put(
                new IncomingNumber(
                    Stage.sid("PN", 9),
                    Account.SID,
                    IVR,
                    IVR,
                    Voice.at(Account.BASE_URL + "/menu", null),
                    null,
                    Map.of(),
                    0,
                    0)));
    scene
        .document("/menu", "<Say loop='20'>for sales press one</Say>")
        .agentJoins("")
        .at(1, () -> scene.stage.participantAt(IVR, "N"))
        .at(5, () -> scene.look("then"))
        .run();

    assertEquals(1, scene.stage.received("/menu").size());
    assertEquals("1 2", scene.inRoom(Scene.ROOM, 5));
    assertTrue(scene.looked("then").startsWith("1: 2"), scene.looked("then"));
    assertEquals(3, scene.legs(), "the menu has a leg of its own");
  }

  @Test
  @Pins({"RACE-34", "PART-25"})
  void a_second_leg_with_the_same_label_does_not_join() {
    scene
        .agentJoins("participantLabel='agent'")
        .at(1, () -> scene.keep("first", scene.stage.participant("N", "Label", "customer")))
        .at(5, () -> scene.keep("second", scene.stage.participant("N", "Label", "customer")))
        .run();

    assertEquals("201/0", scene.answer("first"));
    assertEquals("1 2", scene.inRoom(Scene.ROOM, 20));
  }

  @Test
  @Pins({"RACE-34", "PART-25"})
  void a_document_that_joins_under_a_label_in_use_goes_on_silently() {
    scene
        .document(
            "/voice",
            "<Dial><Conference participantLabel='customer'>N</Conference></Dial><Redirect>/next</Redirect>")
        .document("/next", "<Pause length='1'/>")
        .calls(0, "+819000000011")
        .calls(5, "+819000000012")
        .run();

    assertEquals("1", scene.inRoom(Scene.ROOM, 20));
    assertEquals(
        List.of(Scene.SECOND),
        scene.stage.received("/next").stream()
            .map(request -> request.params().get("CallSid"))
            .toList());
    assertEquals("completed", scene.status(Scene.SECOND, 20));
  }

  @ParameterizedTest
  @CsvSource({"3.1, 1, canceled", "4, 1 2, in-progress"})
  @Pins({"RACE-48", "CALL-36"})
  void a_second_agent_answers_before_the_losers_are_canceled(
      double cancelsAt, String there, String loser) {
    scene.customer(Scene.answersAfter(3));
    scene.phone(Stage.SUPERVISOR, PhoneScript.answers(Duration.ofMillis(3_500)));
    scene
        .at(
            0,
            () -> {
              scene.stage.participant("N", "EarlyMedia", "false");
              scene.stage.participantAt(Stage.SUPERVISOR, "N", "EarlyMedia", "false");
            })
        .at(cancelsAt, () -> scene.keep("loser", scene.call(Scene.SECOND, "Status", "canceled")))
        .run();

    assertEquals("200/0", scene.answer("loser"), "which says nothing of who won");
    assertEquals(loser, scene.status(Scene.SECOND, 10));
    assertEquals(there, scene.inRoom(Scene.ROOM, 20));
  }

  @Test
  @Pins({"RACE-49", "CONF-15"})
  void two_agents_accept_one_waiting_customer_and_the_room_takes_both() {
    scene
        .document("/voice", Scene.join("", "waiting-1"))
        .calls(0, Stage.CUSTOMER)
        .somebody("agent-2", "client:agent-2")
        .somebody("agent-3", "client:agent-3")
        .at(5, () -> scene.stage.participantAt("client:agent-2", "waiting-1"))
        .at(5, () -> scene.stage.participantAt("client:agent-3", "waiting-1"))
        .at(10, () -> scene.look("both"))
        .run();

    assertEquals("1: 2 3, 2: 1 3, 3: 1 2", scene.looked("both"));
  }

  @Test
  @Pins({"RACE-52", "CB-42"})
  void the_verdict_comes_when_the_greeting_is_already_talking_to_the_agent() {
    scene
        .customer(PhoneScript.machine(Duration.ofSeconds(8)))
        .agentJoins("")
        .at(
            1,
            () ->
                scene.stage.participant(
                    "N",
                    "MachineDetection",
                    "Enable",
                    "AmdStatusCallback",
                    Account.BASE_URL + "/amd"))
        .at(3.5, () -> scene.look("greeting"))
        .run();

    assertEquals("1: 2, 2: 1", scene.looked("greeting"));
    assertEquals("machine_start", scene.stage.received("/amd").get(0).params().get("AnsweredBy"));
    Happening.AnswererDetected verdict = scene.stage.all(Happening.AnswererDetected.class).get(0);
    assertTrue(verdict.afterMs() > 500, () -> "after " + verdict.afterMs() + " ms");
    assertEquals("1 2", scene.inRoom(Scene.ROOM, 20), "and nobody hangs up by itself");
  }

  @ParameterizedTest
  @CsvSource({"dial, 404/20404, completed", "conference, 200/0, in-progress"})
  @Pins({"RACE-57", "CALL-44"})
  void hold_means_two_things_where_dial_and_conference_are_mixed(
      String kind, String hold, String otherLeg) {
    boolean dial = kind.equals("dial");
    scene.stage.voice(
        dial
            ? "<Dial callerId='" + Account.NUMBER + "'>" + Stage.CUSTOMER + "</Dial>"
            : Scene.join("", "N"));
    scene.stage.agentDials(0);
    scene
        .at(
            1,
            () -> {
              if (!dial) {
                scene.stage.participant("N");
              }
            })
        .at(
            10,
            () -> {
              scene.keep("hold", scene.update(Scene.ROOM, Scene.SECOND, "Hold", "true"));
              scene.sleep(2);
              scene.call(Scene.AGENT, "Twiml", "<Response><Pause length='60'/></Response>");
            })
        .run();

    assertEquals(hold, scene.answer("hold"), "a Dial has no participants");
    assertEquals(otherLeg, scene.status(Scene.SECOND, 20), "when the agent is put elsewhere");
  }
}
