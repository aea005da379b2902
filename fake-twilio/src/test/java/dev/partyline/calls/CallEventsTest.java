package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Status callbacks of call legs: which come and what they say. */
class CallEventsTest {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  private static List<String> events(Stage stage, String... events) {
    String[] pairs = new String[4 + 2 * events.length];
    pairs[0] = "Twiml";
    pairs[1] = SILENCE;
    pairs[2] = "StatusCallback";
    pairs[3] = Account.BASE_URL + "/status";
    for (int i = 0; i < events.length; i++) {
      pairs[4 + 2 * i] = "StatusCallbackEvent";
      pairs[5 + 2 * i] = events[i];
    }
    stage.application(0, app -> app.call(pairs)).run();
    return stage.received("/status").stream()
        .map(request -> request.params().get("CallStatus"))
        .toList();
  }

  @Test
  @Pins({"CALL-63", "CALL-64"})
  void four_events_tell_of_an_answered_leg() {
    assertEquals(
        List.of("initiated", "ringing", "in-progress", "completed"),
        events(new Stage(), "initiated", "ringing", "answered", "completed"));
  }

  @Test
  @Pins("CALL-63")
  void completed_alone_is_the_default() {
    assertEquals(List.of("completed"), events(new Stage()));
  }

  @Test
  @Pins({"CALL-63", "CALL-64"})
  void completed_event_carries_whatever_final_status_there_is() {
    assertEquals(List.of("busy"), events(new Stage().pin("customer-1.does", "busy")));
    assertEquals(List.of("failed"), events(new Stage().pin("customer-1.does", "fails")));
    assertEquals(List.of("no-answer"), events(new Stage().pin("customer-1.does", "no-answer")));
    assertEquals(
        List.of("canceled"),
        events(
            new Stage()
                .application(
                    3_000,
                    app ->
                        app.rest(
                            "POST",
                            "/Calls/" + Stage.sid("CA", 1) + ".json",
                            "Status",
                            "canceled"))));
  }

  @Test
  @Pins("CALL-65")
  void events_may_be_repeated_or_written_in_one_value() {
    List<String> expected = List.of("ringing", "completed");

    assertEquals(expected, events(new Stage(), "ringing", "completed"));
    assertEquals(expected, events(new Stage(), "ringing completed"));
    Stage participant =
        new Stage()
            .application(
                0,
                app ->
                    app.participant(
                        "room",
                        "StatusCallback",
                        Account.BASE_URL + "/status",
                        "StatusCallbackEvent",
                        "ringing",
                        "StatusCallbackEvent",
                        "completed"))
            .run();
    assertEquals(2, participant.received("/status").size());
  }

  @Test
  @Pins({"CALL-66", "LIMIT-06"})
  void leg_canceled_while_queued_sends_nothing() {
    Stage stage =
        new Stage()
            .pin("customer-1.initiated", "200")
            .application(
                80,
                app ->
                    app.rest(
                        "POST", "/Calls/" + Stage.sid("CA", 1) + ".json", "Status", "canceled"));

    assertEquals(List.of(), events(stage, "initiated", "ringing", "answered", "completed"));
    assertEquals("queued canceled", stage.statuses(Stage.sid("CA", 1)));
  }

  @Test
  @Pins("CALL-67")
  void inbound_call_sends_one_completed_event_to_the_applications_status_callback() {
    Stage stage =
        new Stage()
            .statusPath("/status")
            .voice("<Say>Hello</Say><Pause length=\"300\"/>")
            .agentDials(0)
            .agentHangsUp(5_000)
            .run();

    assertEquals(1, stage.received("/status").size());
    assertEquals("completed", stage.received("/status").get(0).params().get("CallStatus"));
  }

  @Test
  @Pins("TWIML-10")
  void times_in_parameters_are_rfc_2822_in_utc() {
    Stage stage = new Stage().statusPath("/status").voice("<Hangup/>").agentDials(6_500).run();

    assertEquals(
        "Wed, 01 Apr 2026 00:00:06 +0000",
        stage.received("/status").get(0).params().get("Timestamp"));
  }
}
