package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.centre.races.Races;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.world.Account;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of TaskRouter that only a whole call shows. */
class ScenarioRulesTest {

  /** Plays scenarios that ship; what each says of itself has to be so. */
  private static void hold(String... names) {
    for (String name : names) {
      Race race = Races.named(name);
      Centre centre = race.played();
      for (Fact fact : race.facts()) {
        assertTrue(fact.holds().test(centre), name + ": " + fact.sentence());
      }
    }
  }

  @Test
  @Pins("TR-WORKER-15")
  void becoming_available_is_followed_by_an_offer_before_the_answer_has_come_back() {
    hold("available-means-now");
  }

  @Test
  @Pins("TR-TASK-22")
  void what_taskrouter_writes_into_the_attributes_is_lost_under_a_blind_write() {
    hold("attributes-overwritten");
  }

  @Test
  @Pins({"TR-RES-24", "TR-RES-25"})
  void of_two_agents_who_answer_one_has_the_call_unless_the_knob_says_both() {
    hold("two-workers-accept", "two-workers-in-one-room");
  }

  @Test
  @Pins("TR-INSTR-09")
  void completing_inside_the_assignment_handler_is_refused() {
    hold("complete-too-early");
  }

  @Test
  @Pins("TR-INSTR-49")
  void two_rounds_leave_two_rooms_of_one_name() {
    hold("two-rooms-of-one-name");
  }

  @Test
  @Pins("TR-INSTR-50")
  void a_room_of_the_tasks_name_that_is_there_already_is_joined_as_it_is() {
    hold("room-made-too-early");
  }

  @Test
  @Pins("TR-XFER-08")
  void plain_accounts_transfer_by_participants_by_enqueue_or_by_routing_target() {
    hold("transferor-leaves-first", "old-task-new-task", "booked-twice-by-routing-target");
  }

  @ParameterizedTest
  @CsvSource({
    "canceled, reservation.canceled",
    "rejected, reservation.rejected",
    "timeout, reservation.timeout",
    "accepted, reservation.accepted"
  })
  @Pins("TR-RES-17")
  void an_agent_who_does_not_answer_ends_the_offer_as_the_knob_says(String way, String event) {
    Centre centre =
        new Centre("no-answer-" + way)
            .knob(Knob.TR_CONF_NO_ANSWER, way)
            .agent("alice", PhoneScript.rings())
            .assigns(
                Centre.CONFERENCE.replace("\"conference\",", "\"conference\", \"timeout\": 10,"))
            .calls(0)
            .at(25_000, Centre::callerHangsUp)
            .run();

    assertTrue(centre.count(event) > 0, centre.answers()::toString);
    assertEquals(
        event,
        centre.all(Happening.RoutingEvent.class).stream()
            .map(one -> one.event())
            .filter(one -> one.startsWith("reservation.") && !one.equals("reservation.created"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  @Pins("TR-INSTR-19")
  void after_a_dequeued_call_the_agent_of_a_single_task_workspace_is_in_the_post_work_activity() {
    Centre centre = new Centre("post-work");
    centre
        .setting(Setting::singleTask)
        .agent("alice")
        .on(
            Centre.ASSIGN,
            (request, rest) ->
                Centre.json(
                    "{\"instruction\": \"dequeue\", \"post_work_activity_sid\": \""
                        + centre.activity("Unavailable")
                        + "\"}"))
        .calls(0)
        .at(20_000, Centre::callerHangsUp)
        .run();

    assertEquals("Unavailable", centre.worker("alice").activity().name());
    assertEquals(Task.Status.COMPLETED, centre.task().status());
  }

  @Test
  @Pins("TR-INSTR-46")
  void an_answer_that_comes_after_the_acceptance_does_not_set_the_offer_back() {
    Centre centre = new Centre("late-answer");
    centre
        .agent("alice")
        .assigns(3_000, "{\"instruction\": \"reject\"}")
        .calls(0)
        .whenApp(
            Centre.event("reservation.created"),
            500,
            rest ->
                rest.reservation(
                    centre.task().sid(),
                    centre.reservation().sid(),
                    "ReservationStatus",
                    "accepted"))
        .at(20_000, c -> c.note("status", c.reservation().status()))
        .at(21_000, Centre::callerHangsUp)
        .run();

    assertEquals(Reservation.Status.ACCEPTED, centre.noted("status"));
    assertEquals(0, centre.count("reservation.rejected"));
  }

  @Test
  @Pins("TR-INSTR-26")
  void a_conference_made_by_hand_is_tied_to_no_task_and_its_end_begins_no_wrap_up() {
    Centre centre = new Centre("by-hand");
    centre
        .agent("alice")
        .assigns("{\"instruction\": \"accept\"}")
        .calls(0)
        .whenApp(
            Centre.event("reservation.accepted"),
            500,
            rest -> {
              String room =
                  "<Response><Dial><Conference>"
                      + centre.task().sid()
                      + "</Conference></Dial></Response>";
              rest.redirect(centre.caller().sid(), room);
              rest.send(
                  "POST",
                  "/Calls.json",
                  "From",
                  Account.NUMBER,
                  "To",
                  "client:alice",
                  "Twiml",
                  room);
            })
        .at(20_000, c -> c.note("parties", c.conferences().get(0).participants().size()))
        .at(30_000, Centre::callerHangsUp)
        .at(31_000, c -> c.hangsUp("alice"))
        .run();

    assertEquals(2, centre.noted("parties"));
    assertEquals(0, centre.count("task.wrapup"));
    assertEquals(Task.Status.ASSIGNED, centre.task().status());
  }

  @Test
  @Pins("TR-INSTR-63")
  void a_supervisor_is_put_into_the_tasks_conference_by_the_participants_api() {
    Centre centre = new Centre("supervisor-by-hand");
    centre
        .agent("alice")
        .assigns(Centre.CONFERENCE)
        .calls(0)
        .whenApp(
            Centre.event("reservation.accepted"),
            2_000,
            rest ->
                rest.send(
                    "POST",
                    "/Conferences/" + centre.task().sid() + "/Participants.json",
                    "From",
                    Account.NUMBER,
                    "To",
                    "+819000000009",
                    "Coaching",
                    "true",
                    "CallSidToCoach",
                    centre.legsTo("alice").get(0).sid()))
        .at(30_000, c -> c.note("rooms", c.conferences().size()))
        .at(40_000, Centre::callerHangsUp)
        .run();

    assertTrue(centre.answered("201", "/Participants.json"), centre.answers()::toString);
    assertEquals(1, centre.noted("rooms"));
    assertEquals(1, centre.steps("done"));
  }

  @ParameterizedTest
  @CsvSource({"20, 3000, event", "3000, 20, assignment"})
  @Pins("TR-EV-16")
  void assignment_callback_and_event_tell_of_one_offer_in_either_order(
      String eventMs, String assignmentMs, String first) {
    Centre centre =
        new Centre("three-deliveries")
            .agent("alice")
            .pin("caller-1.task.alice.event.reservation.created", eventMs)
            .pin("caller-1.task.alice.assignment", assignmentMs)
            .assigns(Centre.CONFERENCE)
            .calls(0)
            .at(30_000, Centre::callerHangsUp);
    List<String> order = new ArrayList<>();
    centre
        .on(
            Centre.ASSIGN,
            (request, rest) -> {
              order.add("assignment");
              return Centre.json(Centre.CONFERENCE);
            })
        .onEvent("reservation.created", (form, rest) -> order.add("event"))
        .run();

    assertEquals(first, order.get(0), order::toString);
    assertEquals(2, order.size());
  }

  @Test
  @Pins("TR-EV-17")
  void the_event_of_an_acceptance_arrives_before_the_answer_that_caused_it() {
    Centre centre = new Centre("event-first");
    centre
        .agent("alice")
        .pin("app.rest.returns", "400")
        .pin("caller-1.task.alice.event.reservation.accepted", "20")
        .onEvent(
            "reservation.accepted",
            (form, rest) -> centre.note("event first", centre.noted("answer") == null))
        .calls(0)
        .app(
            5_000,
            rest -> {
              rest.reservation(
                  centre.task().sid(), centre.reservation().sid(), "ReservationStatus", "accepted");
              centre.note("answer", true);
            })
        .at(20_000, Centre::callerHangsUp)
        .run();

    assertEquals(true, centre.noted("event first"));
  }
}
