package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who ends the room, whether it can be ended at all, and who stays behind. */
class EndingTest {

  private static final String FLAG_LEFT = "N participant-with-end-conference-on-exit-left";

  private final Scene scene = new Scene();

  /** Agent and customer talk from 3 s on. */
  private Scene talking(String agentFlag, String customerFlag) {
    return scene
        .agentJoins("endConferenceOnExit='" + agentFlag + "'")
        .at(1, () -> scene.stage.participant("N", "EndConferenceOnExit", customerFlag));
  }

  @Test
  @Pins({"RACE-05", "CALL-08"})
  void a_hang_up_before_the_sid_is_known_ends_nothing() {
    scene.customer(Scene.answersAfter(6));
    scene.stage.answer(
        "/voice",
        request -> {
          scene
              .stage
              .surroundings()
              .after(
                  "dial",
                  java.time.Duration.ofSeconds(1),
                  () -> {
                    scene.stage.participant("N");
                  });
          return Scene.twiml("<Pause length='60'/>");
        });
    scene.stage.agentDials(0);
    scene
        .at(
            0.5,
            () -> {
              scene.keep("missing", scene.complete("null"));
              scene.keep("found", scene.ask("/Conferences.json", "FriendlyName", "N"));
            })
        .agentHangsUp(0.6)
        .run();

    assertEquals("404/20404", scene.answer("missing"));
    assertEquals("", scene.rows("found", "conferences", "sid"));
    assertEquals("2", scene.inRoom(Scene.ROOM, 300), "the customer answers and is alone");
  }

  @ParameterizedTest
  @CsvSource({"lost, 0/0, 2", "refused, 503/20503, 2", "late, 200/0, ''"})
  @Pins({"RACE-06", "CONF-24", "CONF-25"})
  void the_request_to_end_the_room_is_lost_or_refused_or_late(
      String how, String answer, String there) {
    talking("false", "false")
        .agentHangsUp(10)
        .at(how.equals("late") ? 70 : 11, () -> scene.keep("ended", scene.complete(Scene.ROOM)));
    if (how.equals("lost")) {
      scene.fault(
          new Fault(
              "reset-before-commit", "POST", "Conferences/CF.{32}.json", null, null, 0, 1, 503, 0));
    } else if (how.equals("refused")) {
      scene.fault(Fault.failsBeforeCommit("POST", "Conferences/CF.{32}.json", 1));
    }
    scene.run();

    assertEquals(answer, scene.answer("ended"));
    assertEquals("2", scene.inRoom(Scene.ROOM, 60), "alone for 50 s at the least");
    assertEquals(there, scene.inRoom(Scene.ROOM, 100));
  }

  @ParameterizedTest
  @CsvSource({"true, redirect, ''", "true, hold, 1 2", "false, redirect, 2"})
  @Pins({"RACE-07", "CALL-43", "PART-42"})
  void holding_by_redirect_ends_the_room_where_the_agent_has_the_flag(
      String flag, String how, String there) {
    talking(flag, "true")
        .at(
            10,
            () -> {
              if (how.equals("hold")) {
                scene.update(Scene.ROOM, Scene.AGENT, "Hold", "true");
              } else {
                scene.call(Scene.AGENT, "Twiml", "<Response><Pause length='60'/></Response>");
              }
            })
        .run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 20));
    assertEquals(there.isEmpty() ? "completed" : "in-progress", scene.status(Scene.SECOND, 20));
  }

  @ParameterizedTest
  @CsvSource({"silentlyIgnored, true, ''", "applied, false, 1 3"})
  @Pins({"RACE-10", "PART-47", "PART-48"})
  void the_flag_of_a_held_customer_cannot_be_taken_away(String knob, String echo, String there) {
    scene.knob(Knob.PART_END_FLAG_UPDATE_ON_HOLD, knob);
    talking("false", "true")
        .at(
            10,
            () -> {
              scene.update(Scene.ROOM, Scene.SECOND, "Hold", "true");
              scene.stage.participantAt(Stage.SUPERVISOR, "N", "EndConferenceOnExit", "false");
              scene.keep(
                  "changed",
                  scene.update(Scene.ROOM, Scene.SECOND, "EndConferenceOnExit", "false"));
            })
        .hangsUp(20, Scene.SECOND)
        .run();

    assertEquals("200/0", scene.answer("changed"));
    assertEquals(echo, scene.field("changed", "end_conference_on_exit"));
    assertEquals(there, scene.inRoom(Scene.ROOM, 30), "the agent and the expert");
  }

  @ParameterizedTest
  @CsvSource({"12.5, ''", "14, 1 2"})
  @Pins({"RACE-11", "PART-46"})
  void the_third_hangs_up_before_or_after_its_flag_is_taken_away(double hangUp, String there) {
    talking("false", "false")
        .at(
            10,
            () -> {
              scene.stage.participantAt(Stage.SUPERVISOR, "N", "EndConferenceOnExit", "true");
              scene.sleep(3);
              scene.update(Scene.ROOM, Scene.THIRD, "EndConferenceOnExit", "false");
            })
        .hangsUp(hangUp, Scene.THIRD)
        .run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 30));
  }

  @Test
  @Pins({"RACE-11", "CONF-24"})
  void the_last_but_one_leaves_before_the_flag_is_given_back() {
    talking("false", "false")
        .at(10, () -> scene.stage.participantAt(Stage.SUPERVISOR, "N"))
        .agentHangsUp(20)
        .hangsUp(20.5, Scene.THIRD)
        .at(
            21,
            () ->
                scene.keep(
                    "back", scene.update(Scene.ROOM, Scene.SECOND, "EndConferenceOnExit", "true")))
        .run();

    assertEquals("200/0", scene.answer("back"), "which helps nobody who is alone already");
    assertEquals("2", scene.inRoom(Scene.ROOM, 300));
  }

  @ParameterizedTest
  @CsvSource({"false, 2", "true, ''"})
  @Pins({"RACE-12", "CONF-27"})
  void an_outside_party_ends_the_call_only_with_the_flag(String flag, String there) {
    talking("false", "true")
        .at(10, () -> scene.stage.participantAt(Stage.SUPERVISOR, "N", "EndConferenceOnExit", flag))
        .agentHangsUp(15)
        .hangsUp(20, Scene.THIRD)
        .run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 300));
  }

  @ParameterizedTest
  @CsvSource({"true, '', canceled", "false, 2, no-answer"})
  @Pins({"RACE-13", "CONF-33"})
  void the_agent_leaves_while_the_outside_party_rings(String flag, String there, String third) {
    talking(flag, "true")
        .phone(Stage.SUPERVISOR, dev.partyline.phone.PhoneScript.rings())
        .at(10, () -> scene.stage.participantAt(Stage.SUPERVISOR, "N", "Timeout", "20"))
        .agentHangsUp(15)
        .run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 300), "the customer, alone");
    assertEquals(third, scene.status(Scene.THIRD, 300));
  }

  @ParameterizedTest
  @CsvSource({"unchanged, 200/0", "error21220, 400/21220"})
  @Pins({"RACE-15", "CALL-36"})
  void a_cancel_that_comes_after_the_answer_does_nothing(String knob, String answer) {
    scene
        .knob(Knob.CALL_CANCEL_ON_ANSWERED, knob)
        .agentJoins("")
        .at(
            1,
            () -> {
              scene.stage.participant("N");
              scene.sleep(1.5);
              scene.keep("believed", scene.ask("/Calls/" + Scene.SECOND + ".json"));
              scene.sleep(1);
              scene.keep("canceled", scene.call(Scene.SECOND, "Status", "canceled"));
              scene.sleep(1);
              scene.keep("completed", scene.call(Scene.SECOND, "Status", "completed"));
            })
        .run();

    assertEquals("ringing", scene.field("believed", "status"));
    assertEquals(answer, scene.answer("canceled"));
    assertEquals("in-progress", scene.status(Scene.SECOND, 4.4));
    assertEquals("200/0", scene.answer("completed"), "which always works");
    assertEquals("completed", scene.status(Scene.SECOND, 4.6));
  }

  @Test
  @Pins({"RACE-16", "CALL-39"})
  void a_redirect_meets_a_call_that_has_just_ended() {
    talking("false", "false")
        .agentHangsUp(10)
        .at(
            10,
            () -> {
              scene.sleep(0.001);
              scene.keep("moved", scene.call(Scene.AGENT, "Twiml", "<Response/>"));
            })
        .run();

    assertEquals("400/21220", scene.answer("moved"));
    assertEquals("2", scene.inRoom(Scene.ROOM, 300), "as the clean-up behind it is left out");
  }

  @ParameterizedTest
  @CsvSource({"404, 404/20404", "ok200, 200/0"})
  @Pins({"RACE-17", "CONF-38"})
  void a_room_that_the_flag_has_ended_is_ended_again(String knob, String answer) {
    scene.knob(Knob.CONF_COMPLETE_TWICE, knob);
    talking("false", "true")
        .hangsUp(10, Scene.SECOND)
        .at(10.5, () -> scene.keep("again", scene.complete(Scene.ROOM)))
        .run();

    assertEquals(List.of(FLAG_LEFT), scene.rooms());
    assertEquals(answer, scene.answer("again"));
  }

  @ParameterizedTest
  @CsvSource({
    "ok, 200/0, N conference-ended-via-api",
    "error400, 400/16001, N last-participant-left"
  })
  @Pins({"RACE-18", "CONF-39", "ERR-49"})
  void a_room_is_ended_while_its_callee_is_dialled(String knob, String answer, String room) {
    scene
        .knob(Knob.CONF_COMPLETE_WHILE_DIALING, knob)
        .customer(Scene.answersAfter(20))
        .agentJoins("")
        .at(
            1,
            () -> {
              scene.stage.participant("N", "EarlyMedia", "false");
              scene.sleep(2);
              scene.keep("ended", scene.complete(Scene.ROOM));
              scene.keep("canceled", scene.call(Scene.SECOND, "Status", "canceled"));
            })
        .agentHangsUp(5)
        .run();

    assertEquals(answer, scene.answer("ended"));
    assertEquals(
        knob.equals("ok") ? "400/21220" : "200/0",
        scene.answer("canceled"),
        "where the room is not to be ended the leg can be");
    assertEquals(List.of(room), scene.rooms());
    assertEquals("canceled", scene.status(Scene.SECOND, 60));
  }

  @ParameterizedTest
  @CsvSource({"9, 404/20404", "60, 200/0"})
  @Pins({"RACE-19", "CONF-31"})
  void the_room_that_showed_one_participant_is_gone_when_it_is_ended(
      double lastLeaves, String answer) {
    scene.stage.answer(
        "/events",
        request -> {
          if ("participant-leave".equals(request.params().get("StatusCallbackEvent"))
              && scene.answer("list").equals("none")) {
            scene.keep("list", scene.ask("/Conferences/" + Scene.ROOM + "/Participants.json"));
            scene.sleep(2);
            scene.keep("ended", scene.complete(Scene.ROOM));
          }
          return dev.partyline.webhook.WebhookReply.empty();
        });
    scene
        .agentJoins(
            "statusCallback='/events' statusCallbackEvent='leave' endConferenceOnExit='false'")
        .at(1, () -> scene.stage.participant("N"))
        .agentHangsUp(8)
        .hangsUp(lastLeaves, Scene.SECOND)
        .run();

    assertEquals(Scene.SECOND, scene.rows("list", "participants", "call_sid"));
    assertEquals(answer, scene.answer("ended"));
  }

  @ParameterizedTest
  @CsvSource({"true, completed", "false, in-progress"})
  @Pins({"RACE-30", "CALL-43", "CONF-27"})
  void moving_somebody_with_the_flag_to_another_room_ends_the_one_they_leave(
      String flag, String other) {
    talking(flag, "false")
        .at(
            10,
            () ->
                scene.call(
                    Scene.AGENT, "Twiml", "<Response>" + Scene.join("", "M") + "</Response>"))
        .run();

    assertEquals(other, scene.status(Scene.SECOND, 20));
    assertEquals("1", scene.inRoom(Scene.NEXT_ROOM, 20));
    assertEquals(List.of(flag.equals("true") ? FLAG_LEFT : "N lives", "M lives"), scene.rooms());
  }

  @Test
  @Pins({"RACE-41", "PART-42"})
  void somebody_on_hold_is_forgotten_when_the_last_agent_leaves() {
    talking("false", "false")
        .at(10, () -> scene.update(Scene.ROOM, Scene.SECOND, "Hold", "true"))
        .agentHangsUp(15)
        .at(800, () -> scene.look("forgotten"))
        .run();

    assertEquals("2", scene.inRoom(Scene.ROOM, 800));
    assertEquals("2: music", scene.looked("forgotten"));
  }

  @ParameterizedTest
  @CsvSource({"error, 400/20001, false", "apply, 200/0, true"})
  @Pins({"RACE-42", "PART-49"})
  void a_hold_between_dialling_and_answer_is_refused_and_nobody_tries_again(
      String knob, String answer, String held) {
    scene
        .knob(Knob.PART_UPDATE_BEFORE_CONNECT, knob)
        .agentJoins("")
        .at(
            1,
            () -> {
              scene.stage.participant("N");
              scene.sleep(1);
              scene.keep("hold", scene.update(Scene.ROOM, Scene.SECOND, "Hold", "true"));
              scene.sleep(5);
              scene.keep(
                  "later",
                  scene.ask(
                      "/Conferences/" + Scene.ROOM + "/Participants/" + Scene.SECOND + ".json"));
            })
        .run();

    assertEquals(answer, scene.answer("hold"));
    assertEquals(held, scene.field("later", "hold"));
  }

  @ParameterizedTest
  @CsvSource({
    // flags of customer, agent and outside party; who leaves first; who is in the room then
    "true, false, false, 2, ''",
    "true, false, false, 1, 2 3",
    "true, false, true, 3, ''",
    "true, true, true, 1, ''",
    "false, false, false, 2, 1 3",
    "false, false, true, 2, 1 3"
  })
  @Pins({"RACE-58", "CONF-27"})
  void parts_under_different_conventions_cut_people_off_or_strand_them(
      String customer, String agent, String outside, int leaver, String there) {
    talking(agent, customer)
        .at(
            10,
            () -> scene.stage.participantAt(Stage.SUPERVISOR, "N", "EndConferenceOnExit", outside))
        .hangsUp(20, Stage.sid("CA", leaver))
        .run();

    assertEquals(there, scene.inRoom(Scene.ROOM, 60));
  }
}
