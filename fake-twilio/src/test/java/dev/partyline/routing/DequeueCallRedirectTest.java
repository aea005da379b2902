package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.taskrouter.Worker;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instructions beside conference, by callback and by REST. */
class DequeueCallRedirectTest {

  @Test
  @Pins("TR-INSTR-20")
  void the_status_callback_of_a_dequeue_is_a_get_that_names_the_caller() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns(
                "{\"instruction\":\"dequeue\","
                    + "\"status_callback_url\":\"https://app.example.com/leg\"}")
            .at(30_000, Floor::callerHangsUp)
            .run();

    var request = floor.stage().received("/leg").get(0);
    assertEquals(1, floor.stage().received("/leg").size(), "completed alone");
    assertEquals("GET", request.method());
    assertTrue(
        request.url().contains("taskCallSid=" + floor.caller().sid())
            || floor.caller().sid().equals(request.params().get("taskCallSid")),
        request.toString());
    assertEquals("wrapping", floor.reservation().status().word());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'post_work_activity_sid':'WA00000000000000000000000000000099' | 40130",
        "'status_callback_url':'https://app.example.com/x','status_callback_events':'sneezed' |"
            + " 40134",
        "'status_callback_url':'nowhere' | 40157"
      })
  @Pins("TR-INSTR-21")
  void what_is_wrong_with_a_dequeue_is_logged_with_its_code(String fields, String code) {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns(
                "{'instruction':'dequeue',".replace('\'', '"') + fields.replace('\'', '"') + "}")
            .run();

    assertTrue(floor.notes().contains("error " + code.trim()), floor.notes().toString());
    assertEquals(0, floor.legsOf("alice").size());
  }

  @ParameterizedTest
  @CsvSource({"canceled, canceled", "rejected, rejected", "pendingUntilTimeout, timeout"})
  @Pins("TR-INSTR-22")
  void an_agent_who_does_not_answer_a_dequeue_leaves_the_caller_waiting(
      String knob, String status) {
    Floor floor =
        new Floor()
            .worker("alice")
            .pin("alice.does", "no-answer")
            .knob(Knob.TR_DEQUEUE_NO_ANSWER, knob)
            .assigns("{\"instruction\":\"dequeue\",\"timeout\":10}")
            .at(
                18_000,
                f -> {
                  assertTrue(f.caller().isLive());
                  assertEquals(0, f.stage().all(Happening.QueueLeft.class).size());
                })
            .run();

    assertEquals(status, floor.task().reservations().get(0).status().word());
  }

  @ParameterizedTest
  @CsvSource({"false, pending", "true, accepted"})
  @Pins("TR-INSTR-24")
  void call_dials_the_worker_and_runs_a_document_and_accepts_only_when_asked(
      String accept, String status) {
    Floor floor =
        new Floor()
            .worker("alice")
            .answers("/hello", x -> WebhookReply.twiml("<Response><Pause length='60'/></Response>"))
            .assigns(
                "{\"instruction\":\"call\",\"from\":\""
                    + Account.NUMBER
                    + "\",\"url\":\"https://app.example.com/hello\",\"accept\":"
                    + accept
                    + "}")
            .at(
                9_000,
                f -> {
                  assertEquals(status, f.reservation().status().word());
                  assertEquals(
                      f.legsOf("alice").get(0).sid(), f.task().attributes().get("worker_call_sid"));
                })
            .run();

    Call agent = floor.legsOf("alice").get(0);
    assertEquals(agent.sid(), floor.stage().received("/hello").get(0).params().get("CallSid"));
  }

  @ParameterizedTest
  @CsvSource({"false, canceled", "true, accepted"})
  @Pins({"TR-INSTR-12", "TR-INSTR-25"})
  void redirect_by_rest_takes_the_caller_out_and_accepts_only_when_asked(
      String accept, String status) {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns("{}")
            .answers(
                "/other", x -> WebhookReply.twiml("<Response><Pause length='30'/></Response>"));
    floor
        .app(
            4_000,
            app ->
                assertEquals(
                    200,
                    floor
                        .instructs(
                            app,
                            "Instruction",
                            "redirect",
                            "RedirectCallSid",
                            floor.caller().sid(),
                            "RedirectUrl",
                            "https://app.example.com/other",
                            "RedirectAccept",
                            accept)
                        .status()))
        .at(10_000, f -> assertEquals(status, f.reservation().status().word()))
        .run();

    assertEquals(1, floor.stage().received("/other").size());
    assertEquals("redirected", floor.stage().all(Happening.QueueLeft.class).get(0).how());
  }

  @Test
  @Pins({"TR-INSTR-11", "TR-INSTR-52"})
  void keys_are_in_snake_case_and_a_boolean_record_is_passed_over_with_a_warning() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns(
                "{\"instruction\":\"conference\",\"endConferenceOnExit\":true,"
                    + "\"conference_record\":true,"
                    + "\"conference_status_callback_event\":[\"join\",\"leave\"]}")
            .at(15_000, f -> assertTrue(f.stage().all(Happening.RecordingBegan.class).isEmpty()))
            .run();

    assertTrue(floor.notes().stream().filter(one -> one.startsWith("warning")).count() >= 2);
    assertEquals(1, floor.legsOf("alice").size(), "it acts all the same");
  }

  @Test
  @Pins("TR-INSTR-30")
  void a_task_made_by_hand_needs_somebody_to_call() {
    Floor floor = new Floor().worker("alice").assigns("{}");
    floor
        .app(
            4_000,
            app ->
                floor
                    .stage()
                    .world()
                    .desk()
                    .give(
                        floor.workspace,
                        (ws, now, effects) ->
                            ws.write(
                                floor.task(),
                                dev.partyline.taskrouter.Attributes.parse("{}", false),
                                now,
                                effects)))
        .app(
            6_000,
            app -> {
              RestResponse answer = floor.instructs(app, "Instruction", "conference");
              assertEquals(400, answer.status());
              assertEquals(40_142, answer.code());
            })
        .run();
  }

  @Test
  @Pins("TR-INSTR-35")
  void the_answer_to_a_conference_by_rest_comes_while_the_offer_is_still_pending() {
    Floor floor = new Floor().worker("alice").assigns("{}");
    floor
        .app(
            4_000,
            app -> {
              RestResponse answer =
                  floor.instructs(app, "Instruction", "conference", "From", Account.NUMBER);
              assertEquals(200, answer.status());
              assertEquals("pending", Stage.json(answer).get("reservation_status").asText());
            })
        .at(30_000, f -> assertEquals("accepted", f.reservation().status().word()))
        .run();
  }

  @ParameterizedTest
  @CsvSource({"monitor", "whisper", "barge"})
  @Pins({"TR-INSTR-60", "TR-INSTR-61"})
  void a_supervisor_joins_muted_coaching_or_open_and_not_before_the_offer_is_accepted(String mode) {
    Floor floor =
        new Floor()
            .worker("alice")
            .worker("boss")
            .pin("boss.answers", "500")
            .assigns("{\"instruction\":\"conference\",\"from\":\"" + Account.NUMBER + "\"}");
    floor
        .at(
            1,
            f ->
                f.stage()
                    .world()
                    .desk()
                    .give(
                        f.workspace,
                        (ws, now, effects) ->
                            ws.change(boss(f), null, f.offline(), null, false, now, effects)))
        .app(
            2_500,
            app -> {
              RestResponse early =
                  floor.instructs(
                      app,
                      "Instruction",
                      "supervise",
                      "Supervisor",
                      boss(floor).sid(),
                      "SupervisorMode",
                      mode);
              assertEquals(40_146, early.code());
            })
        .app(
            15_000,
            app ->
                assertEquals(
                    200,
                    floor
                        .instructs(
                            app,
                            "Instruction",
                            "supervise",
                            "Supervisor",
                            boss(floor).sid(),
                            "SupervisorMode",
                            mode)
                        .status()))
        .at(
            19_000,
            f -> {
              var supervisor = f.legsOf("boss").get(0).participant();
              assertEquals(mode.equals("monitor"), supervisor.muted());
              assertEquals(mode.equals("whisper"), supervisor.coaching());
              assertFalse(supervisor.endOnExit());
              assertEquals(f.task().sid(), supervisor.conference().name());
            })
        .run();
  }

  private static Worker boss(Floor floor) {
    return floor.workspace.workerNamed("boss");
  }

  @Test
  @Pins("TR-INSTR-08")
  void an_answer_after_five_seconds_is_dropped_and_the_fallback_is_asked() {
    Floor floor =
        new Floor()
            .worker("alice")
            .fallback("/fallback")
            .answers(
                Floor.ASSIGN,
                request -> {
                  dev.partyline.sim.Fiber.current()
                      .simulation()
                      .sleep(java.time.Duration.ofSeconds(8));
                  return Floor.json(200, "{\"instruction\":\"accept\"}");
                })
            .answers("/fallback", request -> Floor.json(200, "{}"))
            .at(30_000, f -> assertEquals("pending", f.reservation().status().word()))
            .run();

    Map<String, String> asked = floor.stage().received(Floor.ASSIGN).get(0).params();
    assertEquals(
        asked.get("ReservationSid"),
        floor.stage().received("/fallback").get(0).params().get("ReservationSid"));
    assertTrue(floor.steps().isEmpty());
  }
}
