package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Script;
import dev.partyline.taskrouter.Task;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caller in the hidden queue of a workflow, and how they come out of it. */
class EnqueueToWorkflowTest {

  private static final String CONFERENCE =
      "{\"instruction\":\"conference\",\"from\":\"" + Account.NUMBER + "\"}";

  private static Script document(String verbs) {
    return new Script(null, "POST", "<Response>" + verbs + "</Response>", null, "POST");
  }

  @Test
  @Pins({"TR-ENQ-02", "TR-ENQ-08"})
  void the_caller_waits_in_a_queue_of_a_hundred_named_by_the_workflow_with_a_voice_task() {
    Floor floor = new Floor().run();

    Happening.QueueJoined joined = floor.stage().all(Happening.QueueJoined.class).get(0);
    assertEquals(floor.workflow.sid(), joined.name());
    var queue = floor.stage().world().queues().named(Account.SID, floor.workflow.sid());
    assertEquals(100, queue.maxSize());
    assertEquals(joined.queue(), queue.sid());
    assertEquals("voice", floor.task().channel().uniqueName());
  }

  @ParameterizedTest
  @CsvSource({"true, canceled", "false, pending"})
  @Pins("TR-ENQ-06")
  void a_redirected_caller_leaves_the_queue_and_their_task_ends_as_the_knob_says(
      String knob, String status) {
    Floor floor =
        new Floor()
            .knob(Knob.TR_REDIRECT_CANCELS_TASK, knob)
            .at(
                5_000,
                f ->
                    f.stage()
                        .world()
                        .backend()
                        .redirect(f.caller(), document("<Pause length=\"60\"/>")))
            .at(10_000, f -> assertEquals(status, f.task().status().word()))
            .run();

    assertEquals("redirected", floor.stage().all(Happening.QueueLeft.class).get(0).how());
    assertEquals("redirected", floor.lastParameters("/queue-over").get("QueueResult"));
  }

  @Test
  @Pins("TR-ENQ-07")
  void the_wait_document_is_asked_for_with_the_place_in_the_queue_and_without_the_task() {
    Floor floor =
        new Floor()
            .enqueue("waitUrl=\"/wait\"")
            .answers("/wait", request -> WebhookReply.twiml("<Response><Pause/></Response>"))
            .at(8_000, Floor::callerHangsUp)
            .run();

    Map<String, String> form = floor.stage().received("/wait").get(0).params();
    assertEquals(floor.caller().sid(), form.get("CallSid"));
    assertEquals("1", form.get("QueuePosition"));
    assertTrue(form.get("QueueSid").startsWith("QU"));
    assertFalse(form.containsKey("TaskSid"), form.toString());
    assertFalse(form.containsValue(floor.task().sid()), form.toString());
  }

  @Test
  @Pins("TR-ENQ-10")
  void a_full_queue_makes_no_task_and_says_so_to_the_action() {
    Floor floor = new Floor().enqueue("maxQueueSize=\"1\"");
    floor
        .at(3_000, f -> f.stage().world().arriveFrom("+819000000003", Account.NUMBER, null))
        .at(9_000, f -> assertEquals(1, f.workspace.tasks().size()))
        .run();

    assertEquals("queue-full", floor.lastParameters("/queue-over").get("QueueResult"));
  }

  @ParameterizedTest
  @CsvSource({"bridged", "redirected-from-bridged", "redirected"})
  @Pins({"TR-ENQ-09", "TR-ENQ-11", "TR-ENQ-12"})
  void a_caller_who_stays_after_the_conference_goes_on_with_the_action(String result) {
    Floor floor =
        new Floor()
            .worker("alice")
            .knob(Knob.TR_QUEUE_RESULT_AFTER_CONFERENCE, result)
            .assigns(CONFERENCE)
            .answers("/queue-over", x -> WebhookReply.twiml("<Response><Hangup/></Response>"))
            .at(
                40_000,
                f -> {
                  var room = f.stage().world().telephony().live(f.task().sid());
                  if (room != null) {
                    f.stage().world().backend().complete(room);
                  }
                })
            .run();

    Map<String, String> form = floor.lastParameters("/queue-over");
    assertEquals(result, form.get("QueueResult"));
    assertTrue(form.get("QueueSid").startsWith("QU"));
    assertTrue(Integer.parseInt(form.get("QueueTime")) >= 0);
  }

  @Test
  @Pins("TR-ENQ-13")
  void an_enqueue_that_no_workflow_takes_goes_on_with_error() {
    Floor unknown = new Floor().enqueueTo("WW00000000000000000000000000000099").run();
    assertEquals("error", unknown.lastParameters("/queue-over").get("QueueResult"));
    assertTrue(unknown.workspace.tasks().isEmpty());

    Floor broken = new Floor().task("{no json").run();
    assertEquals("error", broken.lastParameters("/queue-over").get("QueueResult"));

    Floor untaken =
        new Floor()
            .at(
                1,
                f ->
                    f.stage()
                        .world()
                        .desk()
                        .give(
                            f.workspace,
                            (ws, now, effects) ->
                                ws.change(
                                    f.workflow,
                                    null,
                                    "{\"task_routing\":{\"filters\":[{\"expression\":\"skill=='no'\","
                                        + "\"targets\":[{\"queue\":\""
                                        + ws.queues().iterator().next().sid()
                                        + "\"}]}]}}",
                                    null,
                                    null,
                                    null,
                                    false,
                                    now,
                                    effects)))
            .run();
    assertEquals("error", untaken.lastParameters("/queue-over").get("QueueResult"));
    assertTrue(untaken.notes().contains("error 14222"), untaken.notes().toString());
  }

  @Test
  @Pins("TR-ENQ-14")
  void the_task_of_a_living_call_can_be_canceled_all_the_same() {
    Floor floor = new Floor();
    floor
        .at(
            5_000,
            f ->
                f.stage()
                    .world()
                    .desk()
                    .give(
                        f.workspace,
                        (ws, now, effects) ->
                            ws.change(
                                f.task(),
                                new dev.partyline.taskrouter.Workspace.TaskChange(
                                    null, Task.Status.CANCELED, "desk", null, null, null),
                                now,
                                effects)))
        .at(8_000, f -> assertTrue(f.caller().isLive()))
        .run();

    assertEquals("canceled", floor.task().status().word());
    assertEquals("desk", floor.task().reason());
  }

  // RACE-112
  @Test
  @Pins("TR-ENQ-15")
  void an_agent_who_dials_the_offer_is_bridged_and_accepts_it_and_a_dead_one_is_refused() {
    Floor floor =
        new Floor()
            .worker("alice")
            .assigns("{}")
            .answers(
                "/agent",
                request ->
                    WebhookReply.twiml(
                        "<Response><Dial><Queue reservationSid=\""
                            + request.url().substring(request.url().indexOf("offer=") + 6)
                            + "\"/></Dial></Response>"));
    floor
        .app(4_000, app -> dials(floor, app))
        .at(12_000, f -> assertEquals("accepted", f.reservation().status().word()))
        .app(14_000, app -> dials(floor, app))
        .run();

    Happening.LegsBridged bridged = floor.stage().all(Happening.LegsBridged.class).get(0);
    List<String> both = List.of(bridged.call(), bridged.other());
    assertTrue(both.contains(floor.caller().sid()), both.toString());
    assertEquals(1, floor.stage().all(Happening.LegsBridged.class).size());
    assertTrue(floor.notes().contains("error 14215"), floor.notes().toString());
  }

  private static void dials(Floor floor, dev.partyline.world.Stage app) {
    app.rest(
        "POST",
        "/Calls.json",
        "From",
        Account.NUMBER,
        "To",
        "client:alice",
        "Url",
        Account.BASE_URL + "/agent?offer=" + floor.reservation().sid());
  }

  @Test
  @Pins("TR-ENQ-17")
  void a_caller_put_back_has_a_new_task_and_the_old_one_is_another_matter() {
    Floor floor = new Floor().knob(Knob.TR_REDIRECT_CANCELS_TASK, "false");
    floor
        .at(
            5_000,
            f ->
                f.stage()
                    .world()
                    .backend()
                    .redirect(
                        f.caller(),
                        document("<Enqueue workflowSid=\"" + f.workflow.sid() + "\"/>")))
        .at(
            10_000,
            f -> {
              List<Task> tasks = List.copyOf(f.workspace.tasks());
              assertEquals(2, tasks.size());
              assertNotEquals(tasks.get(0).sid(), tasks.get(1).sid());
              assertEquals("pending", tasks.get(0).status().word());
              for (Task task : tasks) {
                assertEquals(f.caller().sid(), task.attributes().get("call_sid"));
              }
            })
        .run();
    Call caller = floor.caller();
    assertEquals(2, floor.stage().all(Happening.QueueJoined.class).size(), caller.sid());
  }
}
