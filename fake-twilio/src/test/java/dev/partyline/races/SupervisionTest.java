package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supervisors: added at the wrong moment, heard by the wrong people, left behind. */
class SupervisionTest {

  private final Scene scene = new Scene();

  /** Agent and customer talk from 3 s on. */
  private Scene talking() {
    return scene.agentJoins("").at(1, () -> scene.stage.participant("N"));
  }

  private void supervise(String word, String... pairs) {
    scene.keep(word, scene.stage.participantAt(Stage.SUPERVISOR, Scene.ROOM, pairs));
  }

  @Test
  @Pins({"RACE-35", "PART-62", "ERR-58", "ERR-59"})
  void a_coach_is_refused_before_the_agent_is_there_and_on_hold_and_after_a_reconnect() {
    talking()
        .at(
            10,
            () -> {
              supervise("early", "CallSidToCoach", Scene.THIRD);
              scene.update(Scene.ROOM, Scene.AGENT, "Hold", "true");
              supervise("held", "CallSidToCoach", Scene.AGENT);
            })
        .agentHangsUp(20)
        .at(21, () -> supervise("old sid", "CallSidToCoach", Scene.AGENT))
        .run();

    assertEquals("400/16028", scene.answer("early"));
    assertEquals("400/16027", scene.answer("held"));
    assertEquals("400/16028", scene.answer("old sid"));
    assertEquals(2, scene.legs(), "nobody was dialled");
  }

  @ParameterizedTest
  @CsvSource({"silent, '3: 2'", "barge, '2: 3, 3: 2'", "leave, '2: alone'"})
  @Pins({"RACE-36", "PART-65"})
  void the_customer_may_hear_the_coach_when_the_agent_has_left(String knob, String hearing) {
    talking()
        .knob(Knob.PART_COACH_ORPHAN, knob)
        .at(10, () -> supervise("made", "CallSidToCoach", Scene.AGENT))
        .at(19, () -> scene.look("before"))
        .agentHangsUp(20)
        .at(30, () -> scene.look("after"))
        .run();

    assertEquals("1: 2 3, 2: 1, 3: 1 2", scene.looked("before"));
    assertEquals(hearing, scene.looked("after"));
  }

  @ParameterizedTest
  @CsvSource({
    "whispers, '1: 2 3, 2: 1, 3: 1 2'",
    "forgets the target, '1: 2 3, 2: 1 3, 3: 1 2'",
    "turns coaching off, '1: 2 3, 2: 1 3, 3: 1 2'",
    "listens, '1: 2, 2: 1, 3: 1 2'"
  })
  @Pins({"RACE-37", "PART-60"})
  void the_customer_hears_a_supervisor_by_mistake(String how, String hearing) {
    talking()
        .at(
            10,
            () -> {
              switch (how) {
                case "forgets the target" -> supervise("made");
                case "listens" -> supervise("made", "Muted", "true");
                default -> supervise("made", "CallSidToCoach", Scene.AGENT);
              }
              scene.sleep(5);
              if (how.equals("turns coaching off")) {
                scene.update(Scene.ROOM, Scene.THIRD, "Coaching", "false");
              }
            })
        .at(20, () -> scene.look("then"))
        .run();

    assertEquals(hearing, scene.looked("then"));
  }

  @Test
  @Pins({"RACE-38", "PART-67", "CONF-24"})
  void a_silent_supervisor_keeps_the_room_open_alone() {
    talking()
        .at(10, () -> supervise("made", "Muted", "true"))
        .hangsUp(20, Scene.SECOND)
        .agentHangsUp(21)
        .run();

    assertEquals("3", scene.inRoom(Scene.ROOM, 800));
    assertEquals(List.of("N lives"), scene.rooms());
  }
}
