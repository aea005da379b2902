package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConferenceInstructionTest {

  private static final String CONFERENCE =
      """
      {"instruction": "conference", "region": "jp1", "end_conference_on_customer_exit": true,
       "conference_status_callback": "https://app.example.com/room",
       "conference_status_callback_event": "start,end,join,leave"}
      """;

  // trace 26.1
  @Test
  @Pins({
    "TR-INSTR-34",
    "TR-INSTR-36",
    "TR-INSTR-37",
    "TR-INSTR-41",
    "TR-INSTR-42",
    "TR-INSTR-43",
    "TR-TASK-21",
    "TR-TASK-25",
    "TR-WORKER-06"
  })
  void an_inbound_call_goes_through_offer_answer_conference_and_wrap_up() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns(CONFERENCE)
            .at(60_000, Floor::callerHangsUp)
            .at(
                62_000,
                f -> {
                  assertEquals(Task.Status.WRAPPING, f.task().status());
                  assertEquals(
                      0, f.worker().channel("voice").availablePercentage(), "capacity is taken");
                })
            .run();

    assertEquals(
        List.of(
            "conference given",
            "conference dials",
            "conference answered",
            "conference agent-in",
            "conference caller-in",
            "conference done"),
        floor.steps());
    assertEquals(
        List.of(
            "workflow.entered",
            "task-queue.entered",
            "task.created",
            "reservation.created",
            "reservation.accepted",
            "task.updated",
            "reservation.wrapup",
            "task.wrapup"),
        floor.events().stream().filter(one -> !one.equals("workflow.target-matched")).toList());
    Conference room = floor.stage().world().telephony().conferences().iterator().next();
    Task task = floor.task();
    assertEquals(task.sid(), room.name(), "named after the task (TR-INSTR-36)");
    assertEquals("jp1", room.region());
    Call agent = floor.legsOf("alice").get(0);
    assertEquals("outbound-api", agent.origin().direction());
    assertEquals(
        "{\"sid\":\""
            + room.sid()
            + "\",\"participants\":{\"worker\":\""
            + agent.sid()
            + "\",\"customer\":\""
            + floor.caller().sid()
            + "\"}}",
        task.attributes().json().get("conference").toString());
    assertFalse(agent.isLive(), "the customer's flag ended the conference");
    assertEquals("wrapping", task.reservations().get(0).status().word());
    var join = floor.stage().received("/room").get(0).params();
    assertEquals(task.sid(), join.get("TaskSid"));
    assertEquals(task.reservations().get(0).sid(), join.get("ReservationSid"));
    assertEquals(floor.caller().sid(), join.get("CustomerCallSid"));
    assertEquals("true", join.get("EndConferenceOnCustomerExit"));
  }

  @Test
  @Pins({"TR-INSTR-01", "TR-INSTR-02", "TR-ENQ-01", "TR-ENQ-03"})
  void the_assignment_callback_tells_who_what_and_when() {
    Floor floor = new Floor().worker("alice").task("{\"skill\":\"sales\"}").assigns("{}").run();

    var form = floor.lastParameters(Floor.ASSIGN);
    assertEquals(floor.workspace.sid(), form.get("WorkspaceSid"));
    assertEquals(floor.workflow.sid(), form.get("WorkflowSid"));
    assertEquals("alice", form.get("WorkerName"));
    assertTrue(form.get("TaskAttributes").contains("\"skill\":\"sales\""), form.toString());
    assertTrue(
        form.get("TaskAttributes").contains("\"call_sid\":\"" + floor.caller().sid() + "\""));
    assertTrue(form.get("TaskAttributes").contains("\"from\":\"" + Floor.CALLER + "\""));
    assertEquals("{\"contact_uri\":\"client:alice\"}", form.get("WorkerAttributes"));
  }

  // RACE-101
  @Test
  @Pins({"TR-ENQ-04", "TR-INSTR-06", "RACE-101"})
  void a_caller_who_hangs_up_while_the_offer_is_pending_cancels_both() {
    Floor floor = new Floor().worker("alice").assigns("{}").at(5_000, Floor::callerHangsUp).run();

    assertTrue(floor.events().contains("task.canceled"));
    assertTrue(floor.events().contains("reservation.canceled"));
    assertTrue(floor.steps().isEmpty());
    assertEquals(0, floor.legsOf("alice").size());
  }

  // RACE-102
  @Test
  @Pins({"TR-INSTR-39", "RACE-102"})
  void a_caller_who_hangs_up_while_the_phone_rings_stops_the_ringing() {
    Floor floor =
        new Floor()
            .worker("alice")
            .pin("alice.does", "no-answer")
            .assigns(CONFERENCE)
            .at(5_000, Floor::callerHangsUp)
            .run();

    Call agent = floor.legsOf("alice").get(0);
    assertEquals("canceled", agent.status().word());
    assertNull(agent.participant());
    assertTrue(floor.when("reservation.canceled") > 0);
  }

  // RACE-103
  @Test
  @Pins({"TR-INSTR-38", "RACE-103"})
  void a_caller_who_goes_between_answer_and_move_leaves_no_agent_behind() {
    Floor floor = new Floor().worker("alice").assigns(CONFERENCE);
    floor.pin("alice.answers", "2000");
    long in = probe().whenStep("agent-in");
    floor.at(in + 1, Floor::callerHangsUp).run();

    Call agent = floor.legsOf("alice").get(0);
    assertFalse(agent.isLive());
    assertEquals("canceled", floor.reservation().status().word());
    assertEquals(
        0,
        floor.stage().world().telephony().conferences().stream()
            .filter(Conference::isLive)
            .count());
  }

  private static Floor probe() {
    return new Floor().worker("alice").pin("alice.answers", "2000").assigns(CONFERENCE).run();
  }

  // RACE-103, with the knob that leaves the agent
  @Test
  @Pins({"TR-INSTR-38", "RACE-103"})
  void the_stuck_call_of_users_reports_is_there_when_the_knob_says_so() {
    long in = probe().whenStep("agent-in");
    Floor floor =
        new Floor()
            .worker("alice")
            .pin("alice.answers", "2000")
            .knob(Knob.TR_CONF_ORPHAN_RATE, "1")
            .assigns(CONFERENCE)
            .at(in + 1, Floor::callerHangsUp)
            .at(in + 6_000, f -> assertTrue(f.legsOf("alice").get(0).isLive()))
            .run();

    assertEquals("canceled", floor.reservation().status().word());
  }

  // RACE-105
  @Test
  @Pins({"TR-INSTR-40", "RACE-105"})
  void a_timer_that_ends_while_the_phone_rings_takes_the_agent_offline_and_stops_it() {
    Floor floor =
        new Floor()
            .worker("alice")
            .pin("alice.does", "no-answer")
            .reservationSeconds(10)
            .assigns(CONFERENCE)
            .run();

    assertEquals("canceled", floor.legsOf("alice").get(0).status().word());
    assertEquals("Offline", floor.worker().activity().name());
    assertEquals("timeout", floor.reservation().status().word());
    assertTrue(floor.caller().isLive(), "the caller goes on waiting");
  }

  // RACE-109
  @Test
  @Pins({"TR-INSTR-48", "RACE-109"})
  void an_unregistered_softphone_is_offered_the_call_again_and_again() {
    Floor floor = new Floor().worker("alice");
    floor.assigns(CONFERENCE.replace("\"region\"", "\"to\": \"client:nobody\", \"region\""));
    floor.at(60_000, Floor::callerHangsUp).run();

    long offers = floor.events().stream().filter(one -> one.equals("reservation.created")).count();
    assertTrue(offers > 20, "offers: " + offers);
    assertTrue(floor.notes().contains("error 40145"), floor.notes().toString());
    assertEquals("Available", floor.worker().activity().name());
  }

  // RACE-111
  @Test
  @Pins({"TR-INSTR-13", "TR-INSTR-47", "RACE-111"})
  void an_instruction_given_twice_rings_the_phone_once() {
    Floor floor = new Floor().worker("alice").assigns(CONFERENCE);
    floor
        .at(
            4_000,
            f -> {
              Reservation offer = f.reservation();
              try {
                f.stage()
                    .world()
                    .desk()
                    .instruct(f.workspace, offer, "conference", java.util.Map.of());
                throw new AssertionError("the second one is refused");
              } catch (dev.partyline.taskrouter.Refused refused) {
                assertEquals(40_136, refused.code());
              }
            })
        .run();

    assertEquals(1, floor.legsOf("alice").size());
  }

  // RACE-141
  @Test
  @Pins({"TR-ENQ-05", "RACE-141"})
  void a_task_that_dies_leaves_the_caller_with_the_music() {
    Floor floor =
        new Floor()
            .assigns(CONFERENCE)
            .at(
                5_000,
                f ->
                    f.stage()
                        .world()
                        .desk()
                        .give(
                            f.workspace,
                            (ws, now, effects) ->
                                ws.abandon(f.task(), "somebody canceled it", now, effects)))
            .run();

    assertTrue(floor.caller().isLive());
    assertEquals(1, floor.stage().all(Happening.QueueJoined.class).size());
    assertEquals(0, floor.stage().all(Happening.QueueLeft.class).size());
  }
}
