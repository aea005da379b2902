package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name, two conferences, or two conversations in one. */
class DuplicateRoomsTest {

  private static final String ALONE_IN_A_SECOND = "N last-participant-left, N lives";

  private final Scene scene = new Scene();

  private String rooms() {
    return String.join(", ", scene.rooms());
  }

  /** The agent's document dials the customer, takes its time, and joins by name. */
  private Scene documentDials(double takes, String... pairs) {
    scene.stage.answer(
        "/voice",
        request -> {
          scene.keep("dialled", scene.stage.participant("N", Scene.with(Scene.ALL_EVENTS, pairs)));
          scene.sleep(takes);
          return Scene.twiml(Scene.join("", "N"));
        });
    scene.stage.agentDials(0);
    return scene;
  }

  @ParameterizedTest
  @CsvSource({"fails, failed", "rejects, no-answer", "no-answer, no-answer", "canceled, canceled"})
  @Pins({"RACE-02", "PART-32"})
  void any_quick_failure_of_the_callee_makes_the_duplicate(String what, String status) {
    scene.customer(
        switch (what) {
          case "fails" -> PhoneScript.fails();
          case "rejects" -> PhoneScript.rejects(Duration.ofSeconds(1));
          default -> PhoneScript.rings();
        });
    documentDials(what.equals("no-answer") ? 14 : 3, "Timeout", "5");
    if (what.equals("canceled")) {
      scene.at(1, () -> scene.call(Scene.SECOND, "Status", "canceled"));
    }
    scene.run();

    assertTrue(scene.statuses(Scene.SECOND).endsWith(status), scene.statuses(Scene.SECOND));
    assertEquals(ALONE_IN_A_SECOND, rooms());
    assertEquals("1", scene.inRoom(Scene.NEXT_ROOM, 600));
    assertEquals("participant-leave conference-end", scene.events(), "nothing of the second");
  }

  @ParameterizedTest
  @CsvSource({
    "900, 0, completed, N last-participant-left",
    "1100, 0, init, N lives",
    "900, 500, init, 'N last-participant-left, N lives'"
  })
  @Pins({"RACE-04", "CALL-59"})
  void a_look_after_a_second_sees_a_busy_answer_only_when_it_is_early_and_the_read_is_fresh(
      long busyMs, long lagMs, String seen, String rooms) {
    scene.customer(PhoneScript.busy(Duration.ofMillis(busyMs)));
    if (lagMs > 0) {
      scene.fault(Fault.lags("Conferences/CF", Duration.ofMillis(lagMs), 1));
    }
    scene.stage.answer(
        "/voice",
        request -> {
          scene.stage.participant("N");
          scene.sleep(1);
          scene.keep("look", scene.ask("/Conferences/" + Scene.ROOM + ".json"));
          boolean dead = scene.field("look", "status").equals("completed");
          return Scene.twiml(dead ? "<Hangup/>" : Scene.join("", "N"));
        });
    scene.stage.agentDials(0);
    scene.run();

    assertEquals(seen, scene.field("look", "status"));
    assertEquals(rooms, rooms(), "where one lives, the agent is alone in it");
  }

  @ParameterizedTest
  @CsvSource({"false, N lives, 1", "true, N participant-with-end-conference-on-exit-left, ''"})
  @Pins({"RACE-09", "CONF-36"})
  void a_busy_callee_with_the_flag_leaves_the_agent_alone_or_drops_the_agent(
      String knob, String rooms, String there) {
    scene
        .knob(Knob.CONF_END_FLAG_BEFORE_JOIN, knob)
        .agentJoins("")
        .customer(PhoneScript.busy(Duration.ofSeconds(1)))
        .at(2, () -> scene.stage.participant("N", "EndConferenceOnExit", "true"))
        .run();

    assertEquals(rooms, rooms());
    assertEquals(there, scene.inRoom(Scene.ROOM, 60));
  }

  @ParameterizedTest
  @CsvSource({
    "false, cancel, N lives, 2",
    "true, cancel, N participant-with-end-conference-on-exit-left, ''",
    "true, keepRinging, N participant-with-end-conference-on-exit-left, ''"
  })
  @Pins({"RACE-14", "CONF-33"})
  void the_customer_answers_after_the_agent_has_gone(
      String flag, String knob, String rooms, String there) {
    scene
        .knob(Knob.CONF_RINGING_LEGS_ON_END, knob)
        .customer(Scene.answersAfter(10))
        .agentJoins("endConferenceOnExit='" + flag + "'")
        .at(1, () -> scene.stage.participant("N"))
        .agentHangsUp(4)
        .run();

    assertEquals(rooms, rooms());
    assertEquals(there, scene.inRoom(Scene.ROOM, 30), "who is in the room with nobody else");
    assertEquals(knob.equals("cancel") && flag.equals("true") ? "canceled" : "ringing", at(8));
  }

  private String at(double second) {
    return scene.status(Scene.SECOND, second);
  }

  @Test
  @Pins({"RACE-28", "CONF-07", "CONF-14"})
  void a_search_by_name_finds_none_or_several_or_an_old_one() {
    scene
        .agentJoins("")
        .at(1, () -> scene.keep("lone", search("Status", "in-progress")))
        .at(2, () -> scene.complete(Scene.ROOM))
        .at(3, () -> scene.stage.participant("N"))
        .at(4, () -> scene.keep("any", search()))
        .fault(Fault.lags("Conferences.json", Duration.ofSeconds(4), 1).skipping(2))
        .at(6, () -> scene.keep("lagging", search()))
        .run();

    assertEquals("", scene.rows("lone", "conferences", "sid"), "a lone caller waits in init");
    assertEquals(Scene.NEXT_ROOM + " " + Scene.ROOM, scene.rows("any", "conferences", "sid"));
    assertEquals(Scene.ROOM, scene.rows("lagging", "conferences", "sid"), "as it was at 2 s");
  }

  private dev.partyline.rest.RestResponse search(String... pairs) {
    return scene.ask("/Conferences.json", Scene.with(pairs, "FriendlyName", "N"));
  }

  @Test
  @Pins({"RACE-29", "CONF-05"})
  void a_reused_name_puts_strangers_into_one_room() {
    scene.document("/voice", Scene.join("", "support"));
    scene
        .calls(0, "+819000000011")
        .calls(5, "+819000000012")
        .at(10, () -> scene.look("both"))
        .run();

    assertEquals(List.of("support lives"), scene.rooms());
    assertEquals("1: 2, 2: 1", scene.looked("both"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 5.5})
  @Pins({"RACE-50", "CONF-06"})
  void the_customer_hangs_up_while_the_agents_leg_or_its_document_is_on_its_way(double hangUp) {
    scene.document("/voice", Scene.join("endConferenceOnExit='true'", "N"));
    scene.stage.answer(
        "/agent",
        request -> {
          scene.sleep(1);
          return Scene.twiml(Scene.join("", "N"));
        });
    scene
        .somebody("agent-2", "client:agent-2")
        .phone("client:agent-2", Scene.answersAfter(4))
        .calls(0, Stage.CUSTOMER)
        .at(
            1,
            () ->
                scene.stage.rest(
                    "POST",
                    "/Calls.json",
                    "From",
                    Account.NUMBER,
                    "To",
                    "client:agent-2",
                    "Url",
                    Account.BASE_URL + "/agent"))
        .hangsUp(hangUp, Scene.AGENT)
        .run();

    assertEquals("N participant-with-end-conference-on-exit-left, N lives", rooms());
    assertEquals("2", scene.inRoom(Scene.NEXT_ROOM, 60), "the agent waits for nobody");
  }

  @Test
  @Pins({"RACE-51", "CONF-38"})
  void the_room_is_made_anew_between_the_search_and_the_request_to_end_it() {
    scene
        .agentJoins("")
        .at(
            2,
            () -> {
              scene.keep("found", search());
              scene.sleep(3);
              scene.keep("ended", scene.complete(scene.rows("found", "conferences", "sid")));
            })
        .agentHangsUp(3)
        .at(4, () -> scene.stage.participant("N"))
        .run();

    assertEquals(Scene.ROOM, scene.rows("found", "conferences", "sid"));
    assertEquals("404/20404", scene.answer("ended"));
    assertEquals(ALONE_IN_A_SECOND, rooms());
  }

  @Test
  @Pins({"RACE-54", "CALL-37"})
  void a_caller_who_gives_up_at_once_leaves_the_far_end_ringing() {
    documentDials(0.5);
    scene
        .customer(Scene.answersAfter(20))
        .agentHangsUp(0.2)
        .at(5, () -> scene.call(Scene.SECOND, "Status", "completed"))
        .run();

    assertEquals("", scene.inRoom(Scene.ROOM, 60));
    assertEquals("ringing", scene.status(Scene.SECOND, 4.9));
    assertEquals("canceled", scene.status(Scene.SECOND, 5));
    assertEquals("N last-participant-left", rooms(), "the agent never got there");
  }

  @Test
  @Pins({"RACE-56", "TWIML-05"})
  void a_slow_document_lets_the_callee_answer_hear_nobody_and_go() {
    documentDials(10);
    scene.customer(Scene.answersAfter(2).hangsUpAfter(Duration.ofSeconds(5))).run();

    assertEquals("completed", scene.status(Scene.SECOND, 7));
    assertEquals(ALONE_IN_A_SECOND, rooms());
    assertEquals("1", scene.inRoom(Scene.NEXT_ROOM, 60));
  }
}
