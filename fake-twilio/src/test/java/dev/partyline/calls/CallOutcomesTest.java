package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Ids;
import dev.partyline.telephony.Telephony;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How legs end, and what that shows as. */
class CallOutcomesTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  private static Stage dialled(String does) {
    return new Stage()
        .pin("customer-1.does", does)
        .application(
            0,
            app ->
                app.call(
                    "Twiml",
                    SILENCE,
                    "StatusCallback",
                    Account.BASE_URL + "/status",
                    "StatusCallbackEvent",
                    "ringing completed"));
  }

  /** The final status, its SipResponseCode and whether a ringing event was sent. */
  private static String outcome(Stage stage) {
    List<WebhookRequest> sent = stage.received("/status");
    Map<String, String> last = sent.get(sent.size() - 1).params();
    return last.get("CallStatus")
        + " "
        + last.get("SipResponseCode")
        + (sent.size() == 2 ? " after ringing" : " without ringing");
  }

  @Test
  @Pins({"CALL-19", "CALL-48"})
  void far_end_fixes_status_sip_code_and_ringing() {
    assertEquals("completed 200 after ringing", outcome(dialled("answers").run()));
    assertEquals("busy 486 without ringing", outcome(dialled("busy").run()));
    assertEquals("busy 486 after ringing", outcome(dialled("busy-after-ringing").run()));
    assertEquals("no-answer 487 after ringing", outcome(dialled("no-answer").run()));
    assertEquals("no-answer 603 after ringing", outcome(dialled("rejects").run()));
    assertEquals("failed 404 without ringing", outcome(dialled("fails").run()));
    Stage hungUp = dialled("answers");
    hungUp.application(
        3_000, app -> app.rest("POST", "/Calls/" + CALL + ".json", "Status", "canceled"));
    assertEquals("canceled 487 after ringing", outcome(hungUp.run()));
  }

  @Test
  @Pins("CALL-49")
  void busy_answer_may_come_at_once_or_after_ringing() {
    Stage atOnce = dialled("busy").pin("customer-1.busy", "100").run();
    Stage later = dialled("busy-after-ringing").run();

    long created = atOnce.when(new Happening.LegStatus(CALL, "queued", 0, "platform"));
    long busy = atOnce.when(new Happening.LegStatus(CALL, "busy", 486, "far-end"));
    assertEquals(150, busy - created);
    assertEquals("queued initiated busy", atOnce.statuses(CALL));
    assertEquals("queued initiated ringing busy", later.statuses(CALL));
  }

  @Test
  @Pins("CALL-15")
  void there_are_eight_statuses() {
    assertEquals(
        List.of(
            "queued",
            "ringing",
            "in-progress",
            "completed",
            "busy",
            "failed",
            "no-answer",
            "canceled"),
        Arrays.stream(CallStatus.values()).map(CallStatus::word).toList());
  }

  @Test
  @Pins({"CALL-16", "CALL-17"})
  void leg_moves_only_along_the_listed_transitions() {
    assertEquals(
        "ringing in-progress completed busy failed no-answer canceled", next(CallStatus.QUEUED));
    assertEquals("in-progress completed busy failed no-answer canceled", next(CallStatus.RINGING));
    assertEquals("completed", next(CallStatus.IN_PROGRESS));
    for (CallStatus last : CallStatus.values()) {
      assertEquals(last.isFinal(), next(last).isEmpty(), last.word());
    }
  }

  private static String next(CallStatus from) {
    List<String> words = new ArrayList<>();
    for (CallStatus to : CallStatus.values()) {
      if (from.canBecome(to)) {
        words.add(to.word());
      }
    }
    return String.join(" ", words);
  }

  @Test
  @Pins({"CALL-16", "CALL-17"})
  void forbidden_transition_is_a_fault_of_the_fake_and_says_so() {
    Telephony telephony = new Telephony(Knobs.standard(), new Ids());
    List<Effect> effects = new ArrayList<>();
    Call call =
        telephony.arrive(
            new Call.Origin("agent-1", null, null, "inbound", "client:a", "+1", null, 60, 60),
            0,
            effects);
    telephony.answer(call, "twiml", 1, effects);
    telephony.finish(call, CallStatus.COMPLETED, 0, "far-end", 2, effects);

    IllegalStateException fault =
        assertThrows(
            IllegalStateException.class,
            () -> telephony.finish(call, CallStatus.BUSY, 486, "far-end", 3, effects));
    assertEquals(
        "call " + call.sid() + " (agent-1) cannot go from COMPLETED to BUSY", fault.getMessage());
    assertEquals(CallStatus.COMPLETED, call.status());
  }

  @Test
  @Pins("CALL-21")
  void leg_that_waits_alone_in_a_conference_is_in_progress() {
    List<String> seen = new ArrayList<>();
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>room</Conference></Dial>")
            .agentDials(0)
            .application(
                5_000,
                app ->
                    seen.add(
                        Stage.json(app.rest("GET", "/Calls/" + CALL + ".json"))
                            .get("status")
                            .textValue()))
            .run();

    assertEquals(1, stage.world().telephony().conference(Stage.sid("CF", 1)).participants().size());
    assertEquals(List.of("in-progress"), seen);
  }

  @Test
  @Pins("CALL-52")
  void callback_has_minutes_rounded_up_beside_seconds() {
    assertEquals("1 20", durations(20_000));
    assertEquals("1 1", durations(1_000));
    assertEquals("0 0", durations(0));
    assertEquals("2 61", durations(61_000));
  }

  private static String durations(long talkMs) {
    Stage stage =
        new Stage()
            .statusPath("/status")
            .voice("<Say>Hi</Say><Pause length=\"300\"/>")
            .agentDials(0)
            .agentHangsUp(235 + talkMs)
            .run();
    Map<String, String> params = stage.received("/status").get(0).params();
    return params.get("Duration") + " " + params.get("CallDuration");
  }

  @Test
  @Pins("CALL-57")
  void callers_hang_up_stops_the_document_and_discards_pending_answers() {
    Stage stage = new Stage();
    stage
        .answer(
            "/voice",
            request -> {
              stage.surroundings().sleep(Duration.ofSeconds(5));
              return WebhookReply.twiml("<Response><Say>too late</Say></Response>");
            })
        .agentDials(0)
        .agentHangsUp(2_000)
        .run();
    Stage talking =
        new Stage()
            .voice("<Say>Hello</Say><Pause length=\"20\"/><Say>too late</Say>")
            .agentDials(0)
            .agentHangsUp(2_000)
            .run();

    assertEquals(1, stage.received("/voice").size());
    assertEquals(List.of(), stage.all(Happening.VerbBegan.class));
    assertEquals("ringing in-progress completed", talking.statuses(CALL));
    assertEquals(
        List.of("Say", "Pause"),
        talking.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList());
  }

  @Test
  @Pins("CALL-58")
  void caller_who_gives_up_before_the_answer_ends_as_the_platform_is_set() {
    for (String last : List.of("no-answer", "canceled", "completed")) {
      Stage stage =
          new Stage()
              .knob(Knob.CALL_INBOUND_ABANDON_STATUS, last)
              .voice("<Pause length=\"20\"/>")
              .agentDials(0)
              .agentHangsUp(3_000)
              .run();
      assertEquals("ringing " + last, stage.statuses(CALL));
    }
    assertEquals("no-answer", Knob.CALL_INBOUND_ABANDON_STATUS.standard());
  }

  @Test
  @Pins("CALL-17")
  void late_event_of_the_network_changes_nothing() {
    Stage stage =
        dialled("answers")
            .application(
                3_000, app -> app.rest("POST", "/Calls/" + CALL + ".json", "Status", "canceled"))
            .run();

    assertEquals("queued initiated ringing canceled", stage.statuses(CALL));
    assertFalse(stage.all(Happening.PhoneActed.class).isEmpty());
    assertTrue(stage.outcome().kind().judgeable());
  }
}
