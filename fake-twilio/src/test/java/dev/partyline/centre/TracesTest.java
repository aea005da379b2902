package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.syncing.Opening;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.webhook.WebhookReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The worked traces 26.3 and 26.4 of the platform's description, each step of them. */
class TracesTest {

  // ---- 26.3: the agent is available, the device is not registered ----

  @Test
  @Pins({"RACE-109", "TR-INSTR-48", "TR-TASK-16"})
  void an_unregistered_device_is_offered_the_call_a_thousand_times_in_ten_minutes() {
    Centre centre =
        new Centre("trace-26.3")
            .lasts(1_500_000)
            .unregistered("alice")
            .assigns(Centre.CONFERENCE)
            .calls(0)
            .when(
                Centre.event("reservation.canceled"), 1, c -> c.note("between", c.task().status()))
            .run();

    List<Long> offered = times(centre, Centre.event("reservation.created"));
    List<Long> ended = times(centre, Centre.event("reservation.canceled"));
    assertEquals(1_000, offered.size());
    assertEquals(1_000, ended.size());
    assertEquals(1_000, times(centre, noted(40_145)).size());
    assertEquals(Task.Status.PENDING, centre.noted("between"), "R1 is over and T waits again");
    for (Reservation one : centre.task().reservations()) {
      assertEquals(Reservation.Status.CANCELED, one.status());
      assertEquals("alice", one.worker().name(), "the longest idle is the same one again");
    }
    long roundMs = (offered.get(999) - offered.get(0)) / 999;
    assertTrue(roundMs >= 300 && roundMs <= 1_200, "a round takes about 0.6 s, not " + roundMs);
    long lastedMs = times(centre, Centre.event("task.canceled")).get(0) - offered.get(0);
    assertTrue(lastedMs >= 300_000 && lastedMs <= 1_200_000, "about ten minutes, not " + lastedMs);
    int requests = centre.received(Centre.EVENTS).size() + centre.received(Centre.ASSIGN).size();
    assertTrue(requests >= 3_000 && requests <= 7_000, "some 5000 requests, not " + requests);
    assertTrue(centre.caller().isLive(), "the caller hears music");
    assertTrue(centre.worker("alice").activity().available());
  }

  @Test
  @Pins("TR-RES-16")
  void an_offer_whose_phone_cannot_be_called_ends_with_a_reason_code() {
    Centre centre =
        new Centre("trace-26.3-reason")
            .unregistered("alice")
            .assigns(Centre.CONFERENCE)
            .calls(0)
            .at(3_000, Centre::callerHangsUp)
            .run();

    String canceled =
        centre.received(Centre.EVENTS).stream()
            .map(one -> one.params())
            .filter(form -> form.get("EventType").equals("reservation.canceled"))
            .map(form -> String.valueOf(form.get("ReservationReasonCode")))
            .findFirst()
            .orElseThrow();
    assertEquals("40145", canceled);
  }

  // ---- 26.4: hang-up before the SID is known ----

  @Test
  @Pins({"RACE-159", "RACE-135"})
  void a_note_to_end_the_task_is_applied_by_the_first_callback_that_names_the_room() {
    HangUp hangUp = new HangUp("callback").play();

    assertEquals(List.of("callback"), hangUp.ends);
    hangUp.assertEverybodyIsGone();
  }

  @Test
  @Pins("RACE-159")
  void with_the_callbacks_lost_the_list_by_name_finds_the_room_once_it_lags_no_more() {
    HangUp hangUp = new HangUp("list").losesCallbacks().play();

    assertEquals(List.of("list"), hangUp.ends);
    assertTrue(hangUp.looks > 1, "the first look finds nothing");
    hangUp.assertEverybodyIsGone();
  }

  @Test
  @Pins({"RACE-159", "RACE-135"})
  void with_both_failing_a_deadline_ends_the_customer_by_call_sid() {
    HangUp hangUp = new HangUp("deadline").losesCallbacks().listIsLateFor(60).play();

    assertEquals(List.of("deadline"), hangUp.ends);
    hangUp.assertEverybodyIsGone();
  }

  @Test
  @Pins("RACE-135")
  void without_a_deadline_the_customer_is_alone_in_the_room() {
    HangUp hangUp = new HangUp("none").losesCallbacks().listIsLateFor(60).noDeadline().play();

    assertEquals(List.of(), hangUp.ends);
    assertTrue(hangUp.centre.caller().isLive());
    assertFalse(hangUp.centre.legsTo("alice").get(0).isLive());
    assertTrue(hangUp.centre.conferences().get(0).isLive());
    assertFalse(hangUp.centre.appFailed());
  }

  /** The application of the trace: it keeps a note, and three ways to act on it. */
  private static final class HangUp {
    private static final String PAGE = "alice.page";

    private final Centre centre;
    private final List<String> ends = new ArrayList<>();
    private boolean noted;
    private boolean deadline = true;
    private int listLagSeconds = 1;
    private int looks;

    HangUp(String name) {
      centre =
          new Centre("trace-26.4-" + name)
              .knob(Knob.TR_CONF_ATTR_LAG_MS, "2000")
              .agent("alice")
              .assigns(Centre.CONFERENCE.replace("true", "false"))
              .at(0, c -> c.world().faults().add(Fault.delays("participant-join", seconds(1))))
              .at(0, c -> c.world().faults().add(Fault.delays("participant-join", seconds(1))))
              .at(0, c -> c.world().faults().add(Fault.delays("conference-start", seconds(1))))
              .page(0, PAGE, "alice", "call", Opening.SDK)
              .on(
                  Centre.ROOM,
                  (request, rest) -> {
                    if (noted && ends.isEmpty()) {
                      ends.add("callback");
                      rest.endConference(request.params().get("ConferenceSid"));
                    }
                    return WebhookReply.empty();
                  })
              .calls(0);
    }

    private static Duration seconds(int seconds) {
      return Duration.ofSeconds(seconds);
    }

    HangUp losesCallbacks() {
      centre.at(
          1,
          c -> {
            c.world().faults().clear();
            for (String event :
                List.of(
                    "participant-join",
                    "participant-join",
                    "conference-start",
                    "participant-leave",
                    "participant-leave",
                    "conference-end")) {
              c.world().faults().add(Fault.drops(event));
            }
          });
      return this;
    }

    HangUp listIsLateFor(int seconds) {
      listLagSeconds = seconds;
      return this;
    }

    HangUp noDeadline() {
      deadline = false;
      return this;
    }

    HangUp play() {
      centre
          .at(
              2,
              c ->
                  c.world()
                      .faults()
                      .add(Fault.lags("Conferences.json", seconds(listLagSeconds), 1_000)))
          .whenApp(Centre.event("reservation.accepted"), 20, this::agentClicks)
          .run();
      return this;
    }

    private void agentClicks(Rest rest) {
      String task = centre.task().sid();
      assertTrue(
          attributes(rest, task).path("conference").isMissingNode(), "the task does not say yet");
      assertEquals("{}", centre.shows(PAGE), "Sync does not know");
      noted = true;
      rest.send(
          "POST", "/Calls/" + centre.legsTo("alice").get(0).sid() + ".json", "Status", "completed");
      for (int i = 0; i < 20 && ends.isEmpty(); i++) {
        looks++;
        for (JsonNode room : rest.conferencesNamed(task)) {
          if (ends.isEmpty() && !room.path("status").asText().equals("completed")) {
            ends.add("list");
            rest.endConference(room.path("sid").asText());
          }
        }
        rest.pause(500);
      }
      if (ends.isEmpty() && deadline) {
        ends.add("deadline");
        String customer = attributes(rest, task).path("call_sid").asText();
        rest.send("POST", "/Calls/" + customer + ".json", "Status", "completed");
      }
    }

    private static JsonNode attributes(Rest rest, String task) {
      return Rest.json(Rest.json(rest.task(task)).path("attributes").asText("{}"));
    }

    void assertEverybodyIsGone() {
      assertFalse(centre.caller().isLive());
      assertFalse(centre.legsTo("alice").get(0).isLive());
      assertFalse(centre.conferences().get(0).isLive());
      assertFalse(centre.appFailed());
    }
  }

  private static Predicate<Happening> noted(int code) {
    return what -> what instanceof Happening.Noted one && one.code() == code;
  }

  private static List<Long> times(Centre centre, Predicate<Happening> what) {
    List<Long> times = new ArrayList<>();
    for (Entry entry : centre.journal()) {
      if (what.test(entry.what())) {
        times.add(entry.at());
      }
    }
    return times;
  }
}
