package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.taskrouter.Task;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the assignment callback's answer, and what holds where it says nothing. */
class AnswersAndDefaultsTest {

  private static final String PLAIN = "{\"instruction\":\"conference\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/plain|{\"instruction\":\"accept\"}|40000",
        "application/json|\"{\\\"instruction\\\":\\\"accept\\\"}\"|40001",
        "application/json|<html>|40001",
        "application/json|{\"to\":\"client:x\"}|40005",
        "application/json|{\"instruction\":\"dance\"}|55555"
      })
  @Pins({"TR-INSTR-07", "TR-INSTR-10", "RACE-114"})
  void unusable_answer_is_logged_and_the_offer_stays_until_its_timer(
      String type, String body, String code) {
    Floor floor =
        new Floor()
            .worker("alice")
            .answers(Floor.ASSIGN, request -> new WebhookReply(200, type, body, null))
            .at(60_000, f -> assertEquals("pending", f.reservation().status().word()))
            .run();

    assertTrue(floor.notes().contains("error " + code), floor.notes().toString());
    assertEquals("Offline", floor.worker().activity().name());
  }

  @Test
  @Pins({"TR-INSTR-14"})
  void accept_accepts_and_moves_no_call() {
    Floor floor = new Floor().worker("alice").assigns("{\"instruction\":\"accept\"}").run();

    assertEquals(Task.Status.ASSIGNED, floor.task().status());
    assertEquals(0, floor.legsOf("alice").size());
    assertTrue(floor.caller().isLive());
  }

  @Test
  @Pins({"TR-INSTR-15"})
  void reject_with_an_activity_that_is_none_is_logged() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns("{\"instruction\":\"reject\",\"activity_sid\":\"WAnone\"}")
            .run();

    assertTrue(floor.notes().contains("error 40100"), floor.notes().toString());
  }

  @Test
  @Pins({"TR-INSTR-03", "TR-INSTR-04", "TR-INSTR-05", "RACE-113"})
  void failing_callback_is_followed_by_the_fallback_with_the_same_parameters() {
    Floor floor =
        new Floor()
            .worker("alice")
            .fallback("/fallback")
            .answers(Floor.ASSIGN, request -> WebhookReply.text(500, "broken"))
            .answers("/fallback", request -> WebhookReply.text(500, "broken"))
            .at(60_000, f -> assertEquals("pending", f.reservation().status().word()))
            .run();

    assertEquals(floor.lastParameters(Floor.ASSIGN), floor.lastParameters("/fallback"));
    assertNotNull(floor.stage().received(Floor.ASSIGN).get(0).headers().get("X-Twilio-Signature"));
    Floor canceling =
        new Floor()
            .worker("alice")
            .knob(Knob.TR_BOTH_CALLBACKS_FAIL, "cancel")
            .answers(Floor.ASSIGN, request -> WebhookReply.text(500, "broken"))
            .at(30_000, Floor::callerHangsUp)
            .run();
    assertTrue(canceling.when("reservation.canceled") < 5_000);
  }

  @Test
  @Pins({"TR-INSTR-16", "TR-INSTR-17", "TR-INSTR-18", "TR-INSTR-23"})
  void dequeue_bridges_without_any_conference() {
    Floor floor = new Floor().worker("alice").assigns("{\"instruction\":\"dequeue\"}").run();

    assertEquals(0, floor.stage().world().telephony().conferences().size());
    assertEquals(1, floor.legsOf("alice").size());
    assertEquals(Account.NUMBER, floor.legsOf("alice").get(0).origin().from());
    assertEquals(
        floor.legsOf("alice").get(0).sid(), floor.task().attributes().get("worker_call_sid"));
    assertTrue(floor.when("reservation.accepted") > 0);
  }

  @Test
  @Pins({"TR-INSTR-33", "TR-INSTR-44", "RACE-134"})
  void customer_who_hangs_up_leaves_the_agent_alone_and_the_task_assigned() {
    Floor floor =
        new Floor()
            .worker("alice")
            .pin("alice.hangs-up", "100000")
            .assigns(PLAIN)
            .at(30_000, Floor::callerHangsUp)
            .at(
                30_400,
                f -> {
                  assertTrue(f.legsOf("alice").get(0).isLive());
                  assertEquals(Task.Status.ASSIGNED, f.task().status());
                });
    floor.run();

    assertEquals(Account.NUMBER, floor.legsOf("alice").get(0).origin().from());
  }

  @Test
  @Pins({"TR-INSTR-45", "TR-TASK-25", "RACE-135"})
  void agent_who_leaves_first_wraps_and_the_customer_stays_alone() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns(PLAIN)
            .at(30_000, f -> f.stage().world().hangUpFarEnd(f.legsOf("alice").get(0)))
            .at(
                40_000,
                f -> {
                  assertTrue(f.caller().isLive());
                  assertEquals("wrapping", f.reservation().status().word());
                  assertEquals(Task.Status.WRAPPING, f.task().status());
                })
            .run();

    assertFalse(floor.legsOf("alice").get(0).isLive());
  }

  @Test
  @Pins({"TR-TASK-20", "TR-TASK-28", "RACE-133"})
  void completing_ends_no_call_and_a_hang_up_in_the_queue_has_its_reason() {
    new Floor()
        .worker("alice")
        .pin("alice.hangs-up", "100000")
        .assigns(PLAIN)
        .at(
            30_000,
            f ->
                f.stage()
                    .world()
                    .desk()
                    .give(
                        f.workspace,
                        (ws, now, effects) ->
                            ws.advance(
                                f.reservation(),
                                dev.partyline.taskrouter.Reservation.Status.COMPLETED,
                                now,
                                effects)))
        .at(
            31_000,
            f -> {
              assertEquals(Task.Status.COMPLETED, f.task().status());
              assertTrue(f.legsOf("alice").get(0).isLive());
              assertTrue(f.caller().isLive());
            })
        .run();

    Floor abandoned = new Floor().assigns(PLAIN).at(5_000, Floor::callerHangsUp).run();
    assertEquals("hangup", abandoned.task().reason());
  }
}
