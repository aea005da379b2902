package dev.partyline.centre;

import static dev.partyline.centre.Centre.ASSIGN;
import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.ROOM;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.rest.RestResponse;
import dev.partyline.telephony.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is different in the platform when one of its knobs is turned. */
class KnobSettingsTest {

  private final Centre centre = new Centre("knob");

  // ---- expressions ----

  @ParameterizedTest
  @CsvSource({"strict, 0", "coerce, 1"})
  @Pins("TR-WF-40")
  void a_numeric_string_matches_the_number_only_when_it_is_coerced(String value, int found) {
    List<Integer> workers = new ArrayList<>();
    centre
        .knob(Knob.TR_NUMERIC_STRINGS, value)
        .agent("alice")
        .app(0, rest -> rest.worker("alice", "Attributes", "{\"level\":\"5\"}"))
        .app(
            1_000,
            rest -> workers.add(Rest.json(matching(rest, "level == 5")).path("workers").size()))
        .run();

    assertEquals(List.of(found), workers);
  }

  @ParameterizedTest
  @CsvSource({"false, 400", "true, 200"})
  @Pins("TR-WF-46")
  void an_expression_with_not_in_front_is_refused_unless_it_is_allowed(String value, int status) {
    List<Integer> answers = new ArrayList<>();
    centre
        .knob(Knob.TR_ALLOW_NOT, value)
        .agent("alice")
        .app(0, rest -> answers.add(matching(rest, "NOT (level == 5)").status()))
        .run();

    assertEquals(List.of(status), answers);
  }

  private static RestResponse matching(Rest rest, String expression) {
    return rest.send(
        "GET", rest.workspacePath() + "/Workers", "TargetWorkersExpression", expression);
  }

  // ---- tasks and offers ----

  @ParameterizedTest
  @CsvSource({"hangup", "abandoned", "the caller did not want to wait"})
  @Pins("TR-TASK-20")
  void the_task_of_a_caller_who_hangs_up_is_canceled_for_this_reason(String value) {
    centre.knob(Knob.TR_ABANDON_REASON, value).calls(0).at(10_000, Centre::callerHangsUp).run();

    assertEquals(
        List.of(value),
        centre.all(Happening.RoutingEvent.class).stream()
            .filter(one -> one.event().equals("task.canceled"))
            .map(Happening.RoutingEvent::reason)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"workerLegLeaves, 20000", "conferenceEnds, 40000"})
  @Pins("TR-TASK-25")
  void wrap_up_begins_with_the_agents_leaving_or_with_the_end_of_the_room(
      String value, long since) {
    centre
        .knob(Knob.TR_WRAP_TRIGGER, value)
        .agent("alice")
        .assigns(CONFERENCE)
        .calls(0)
        .at(20_000, c -> c.hangsUp("alice"))
        .at(40_000, Centre::callerHangsUp)
        .run();

    long wrapped = centre.when(event("reservation.wrapup"));
    assertTrue(wrapped >= since && wrapped < since + 1_500, () -> "wrap-up began at " + wrapped);
  }

  @ParameterizedTest
  @CsvSource({
    "410only-rescinded, 410, 400",
    "410all, 410, 410",
    "400all, 400, 400",
  })
  @Pins("TR-RES-06")
  void accepting_a_dead_offer_is_answered_as_the_knob_says(
      String value, int rescinded, int rejected) {
    List<Integer> answers = new ArrayList<>();
    centre
        .knob(Knob.TR_ACCEPT_DEAD, value)
        .setting(s -> s.offersTo(2))
        .agent("alice")
        .agent("bob")
        .calls(0)
        .app(
            10_000,
            rest -> {
              String task = centre.task().sid();
              String one = centre.task().reservations().get(0).sid();
              String other = centre.task().reservations().get(1).sid();
              rest.reservation(task, one, "ReservationStatus", "accepted");
              answers.add(rest.reservation(task, other, "ReservationStatus", "accepted").status());
              answers.add(rest.reservation(task, one, "ReservationStatus", "accepted").status());
            })
        .at(20_000, Centre::callerHangsUp)
        .run();

    assertEquals(List.of(rescinded, rejected), answers);
  }

  @ParameterizedTest
  @CsvSource({"firstOnly, 1", "all, 2"})
  @Pins("TR-RES-24")
  void the_slower_of_two_agents_is_let_go_or_stays_in_the_room(String value, int agents) {
    centre
        .knob(Knob.TR_MULTI_CONF, value)
        .setting(s -> s.offersTo(2))
        .agent("alice")
        .agent("bob", PhoneScript.answers(Duration.ofMillis(2_100)))
        .assigns(CONFERENCE)
        .calls(0)
        .at(
            30_000,
            c ->
                c.note(
                    "agents",
                    (int)
                        List.of("alice", "bob").stream()
                            .flatMap(one -> c.legsTo(one).stream())
                            .filter(Call::isLive)
                            .count()))
        .at(40_000, Centre::callerHangsUp)
        .run();

    assertEquals(agents, centre.noted("agents"));
  }

  // ---- the assignment callback ----

  @ParameterizedTest
  @CsvSource({"sent, true", "none, false"})
  @Pins("TR-INSTR-02")
  void the_assignment_callback_carries_what_is_not_documented_or_does_not(
      String value, boolean sent) {
    centre.knob(Knob.TR_AC_EXTRA_PARAMS, value).agent("alice").calls(0).run();

    Set<String> names = centre.received(ASSIGN).get(0).params().keySet();
    for (String extra : List.of("WorkerName", "TaskChannelSid", "TaskChannelUniqueName")) {
      assertEquals(sent, names.contains(extra), extra);
    }
    assertTrue(names.contains("WorkerSid"));
  }

  @ParameterizedTest
  @CsvSource({"ignore, true", "accept, false"})
  @Pins("TR-INSTR-11")
  void a_key_in_camel_case_does_nothing_or_what_it_says(String value, boolean agentStays) {
    centre
        .knob(Knob.TR_CAMEL_CASE_KEYS, value)
        .agent("alice")
        .assigns("{\"instruction\": \"conference\", \"endConferenceOnCustomerExit\": true}")
        .calls(0)
        .at(20_000, Centre::callerHangsUp)
        .at(25_000, c -> c.note("stays", c.legsTo("alice").get(0).isLive()))
        .at(30_000, c -> c.hangsUp("alice"))
        .run();

    assertEquals(agentStays, centre.noted("stays"));
  }

  @ParameterizedTest
  @CsvSource({"ignore, true, 0", "accept, true, 1", "accept, false, 0"})
  @Pins("TR-INSTR-52")
  void whether_to_record_as_a_boolean_is_passed_over_or_taken(
      String value, boolean record, int recordings) {
    centre
        .knob(Knob.TR_RECORD_BOOLEAN, value)
        .agent("alice")
        .assigns(
            CONFERENCE.replace(
                "\"conference\",", "\"conference\", \"conference_record\": " + record + ","))
        .calls(0)
        .at(20_000, Centre::callerHangsUp)
        .run();

    assertEquals(recordings, centre.all(Happening.RecordingBegan.class).size());
  }

  // ---- the conference instruction ----

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "200, 0, 200", "5000, 201, 5000"})
  @Pins("TR-INSTR-38")
  void the_agent_whose_caller_is_gone_is_let_go_after_this_long(
      String value, long least, long most) {
    centre
        .knob(Knob.TR_CONF_CLEANUP_DELAY_MS, value)
        .agent("alice")
        .assigns(CONFERENCE)
        .calls(0)
        .when(step("agent-in"), 10, Centre::callerHangsUp)
        .run();

    long failed = centre.when(step("failed"));
    String leg = centre.legsTo("alice").get(0).sid();
    long gone =
        centre.when(
            what ->
                what instanceof Happening.LegStatus status
                    && status.call().equals(leg)
                    && status.status().equals("completed"));
    assertTrue(gone - failed >= least && gone - failed <= most, () -> "after " + (gone - failed));
  }

  @ParameterizedTest
  @CsvSource({"cancelLeg, false", "letRing, true"})
  @Pins("TR-INSTR-39")
  void the_phone_of_an_agent_whose_caller_has_gone_is_stilled_or_rings_on(
      String value, boolean rings) {
    centre
        .knob(Knob.TR_CONF_INTERRUPTED, value)
        .agent("alice", PhoneScript.rings())
        .assigns(CONFERENCE)
        .calls(0)
        .when(step("dials"), 4_000, Centre::callerHangsUp)
        .when(step("dials"), 8_000, c -> c.note("rings", c.legsTo("alice").get(0).isLive()))
        .run();

    assertEquals(rings, centre.noted("rings"));
  }

  @Test
  @Pins("TR-INSTR-43")
  void callbacks_of_taskrouters_conference_name_the_task_unless_the_knob_says_no() {
    for (String value : List.of("true", "false")) {
      Centre each =
          new Centre("extras-" + value)
              .knob(Knob.TR_CONF_CALLBACK_EXTRAS, value)
              .agent("alice")
              .assigns(CONFERENCE)
              .calls(0)
              .at(20_000, Centre::callerHangsUp)
              .run();
      assertFalse(each.received(ROOM).isEmpty());
      each.received(ROOM)
          .forEach(
              one ->
                  assertEquals(
                      value.equals("true") ? each.task().sid() : null,
                      one.params().get("TaskSid")));
    }
  }
}
