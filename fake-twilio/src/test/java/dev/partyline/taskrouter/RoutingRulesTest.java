package dev.partyline.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of routing one by one, each with the smallest workspace that shows it. */
class RoutingRulesTest {

  private static NewTask task(Workflow flow, int priority, long virtualStartAt) {
    return new NewTask(
        flow.sid(), Attributes.NONE, "voice", priority, 86_400, virtualStartAt, null, false, null);
  }

  @Test
  @Pins({"TR-TQ-03"})
  void single_task_workspaces_move_workers_to_the_queues_activities_and_others_do_not() {
    for (boolean multitask : List.of(true, false)) {
      Floor floor = new Floor(Map.of(), multitask, false);
      floor.does(effects -> floor.workspace.addActivity("Reserved", false, 0, effects));
      floor.does(effects -> floor.workspace.addActivity("Busy", false, 0, effects));
      TaskQueue queue =
          floor.queue(
              new TaskQueue.Settings(
                  "q", "1==1", 1, false, floor.activity("Reserved"), floor.activity("Busy")));
      Worker worker = floor.worker("a", "{}");

      Task task = floor.task(floor.straight(queue), "{}");
      assertEquals(multitask ? "Available" : "Reserved", worker.activity().name());
      floor.accept(floor.offer(task));
      assertEquals(multitask ? "Available" : "Busy", worker.activity().name());
    }
  }

  @Test
  @Pins({"TR-TQ-09"})
  void a_virtual_start_puts_a_task_in_its_old_place() {
    Floor floor = new Floor();
    floor.pass(100);
    Workflow flow = floor.straight(floor.queue("q", "1==1"));
    Task first = floor.task(task(flow, 0, -1));
    Task back = floor.task(task(flow, 0, 5_000));

    floor.worker("a", "{}");

    assertEquals(Task.Status.RESERVED, back.status());
    assertEquals(Task.Status.PENDING, first.status());
  }

  @Test
  @Pins({"TR-WS-24"})
  void a_channel_with_optimized_routing_prefers_who_has_no_other_work() {
    Floor floor = new Floor();
    TaskChannel calm = floor.workspace.channel("chat");
    floor.does(effects -> floor.workspace.change(calm, null, true, 0, effects));
    Workflow flow = floor.straight(floor.queue("q", "1==1"));
    Worker busy = floor.worker("busy", "{}");
    floor.task(flow, "{}");
    floor.worker("idle", "{}");

    Task chat = floor.task(NewTask.of(flow.sid(), Attributes.NONE, "chat"));

    assertEquals(1, busy.channel("voice").held());
    assertEquals("idle", floor.offer(chat).worker().name());
  }

  @Test
  @Pins({"TR-WF-07", "TR-WF-08", "TR-WF-10", "TR-WF-14", "TR-WF-16"})
  void targets_follow_each_other_by_age_and_hand_down_queue_and_priority() {
    Floor floor = new Floor();
    TaskQueue queue = floor.queue("q", "team == 'nobody'");
    Workflow flow =
        floor.workflow(
            """
            {"filters":[{"expression":"vip == true","targets":[
              {"queue":"%s","timeout":10},
              {"timeout":10,"priority":5},
              {"timeout":10}]}],
             "default_filter":{"queue":"%s"}}
            """
                .formatted(queue.sid(), queue.sid()),
            30);
    Task vip = floor.task(flow, "{\"vip\":true}");
    Task other = floor.task(flow, "{}");

    floor.pass(9);
    assertEquals(0, vip.priority());
    floor.pass(2);
    assertEquals(5, vip.priority());
    assertSame(queue, vip.queue());
    floor.pass(10);
    assertEquals(5, vip.priority(), "a target without priority leaves it");
    floor.pass(10);
    assertEquals(Task.Status.CANCELED, vip.status());
    assertEquals("Task canceled on Workflow timeout", vip.reason());
    floor.pass(80_000);
    assertEquals(Task.Status.PENDING, other.status());
  }

  @Test
  @Pins({"TR-WF-15"})
  void a_task_that_nothing_takes_is_canceled_or_refused() {
    String routing = "{\"filters\":[{\"expression\":\"a==1\",\"targets\":[{\"queue\":\"%s\"}]}]}";
    Floor floor = new Floor();
    Workflow flow = floor.workflow(routing.formatted(floor.queue("q", "1==1").sid()), 30);
    floor.events.clear();

    assertEquals(Task.Status.CANCELED, floor.task(flow, "{}").status());
    assertEquals(
        List.of("workflow.entered", "task.created", "workflow.timeout", "task.canceled"),
        floor.events);

    Floor strict = new Floor(Map.of(Knob.TR_NO_MATCH, "reject400"));
    Workflow other = strict.workflow(routing.formatted(strict.queue("q", "1==1").sid()), 30);
    assertEquals(400, assertThrows(Refused.class, () -> strict.task(other, "{}")).status());
    assertTrue(strict.workspace.tasks().isEmpty());
  }

  @Test
  @Pins({"TR-WF-20", "TR-WF-21", "RACE-170"})
  void changed_attributes_re_route_nothing_until_the_workflow_says_so() {
    Floor floor = new Floor();
    TaskQueue plain = floor.queue("plain", "team == 'nobody'");
    TaskQueue gold = floor.queue("gold", "team == 'nobody'");
    String routing =
        "{\"filters\":[{\"expression\":\"vip == true\",\"targets\":[{\"queue\":\"%s\",\"timeout\":5},{\"queue\":\"%s\"}]}],\"default_filter\":{\"queue\":\"%s\"}}"
            .formatted(plain.sid(), gold.sid(), plain.sid());
    Workflow flow = floor.workflow(routing, 30);
    Task task = floor.task(flow, "{}");
    floor.pass(20);

    floor.does(
        effects ->
            floor.workspace.change(
                task,
                new Workspace.TaskChange("{\"vip\":true}", null, null, null, null, null),
                floor.now,
                effects));
    assertSame(plain, task.queue());

    floor.does(
        effects ->
            floor.workspace.change(flow, null, null, null, null, null, true, floor.now, effects));
    assertSame(gold, task.queue(), "its age is past the first target's deadline");
  }

  @Test
  @Pins({"TR-WF-45"})
  void expressions_see_what_the_platform_knows_of_workers() {
    Floor floor = new Floor();
    floor.worker("ann", "{}");
    Workflow flow =
        floor.workflow(
            "{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"queue\":\"%s\",\"expression\":\"worker.friendly_name == task.who AND worker.activity_name == 'Available' AND worker.channel.voice.available_capacity_percentage == 100 AND worker.channel.voice.assigned_tasks == 0 AND worker.channel.voice.configured_capacity == 1\"}]}]}"
                .formatted(floor.queue("q", "1==1").sid()),
            30);

    assertNull(floor.offer(floor.task(flow, "{\"who\":\"bob\"}")));
    assertEquals("ann", floor.offer(floor.task(flow, "{\"who\":\"ann\"}")).worker().name());
  }

  @Test
  @Pins({"TR-TASK-24"})
  void without_wrap_up_a_task_is_completed_when_its_call_ends() {
    Floor floor = new Floor(Map.of(Knob.TR_AUTO_WRAP, "completed"));
    Workflow flow = floor.straight(floor.queue("q", "1==1"));
    Worker worker = floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");
    Reservation offer = floor.offer(task);
    floor.accept(offer);

    floor.does(effects -> floor.workspace.wrap(offer, "over", floor.now, effects));

    assertEquals(Task.Status.COMPLETED, task.status());
    assertEquals(0, worker.channel("voice").held());
  }

  @Test
  @Pins({"TR-RES-05", "TR-RES-12", "TR-RES-15"})
  void answer_and_timer_at_one_instant_leave_one_winner() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("q", "1==1"));
    floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");
    Reservation first = floor.offer(task);
    floor.now = 120_000;
    floor.accept(first);
    floor.pass(0);
    assertEquals(Reservation.Status.ACCEPTED, first.status());

    Task second = floor.task(flow, "{}");
    floor.worker("b", "{}");
    Reservation other = floor.offer(second);
    floor.pass(120);
    assertEquals(Reservation.Status.TIMEOUT, other.status());
    assertThrows(Refused.class, () -> floor.accept(other));

    floor.worker("c", "{}");
    Reservation failed = floor.offer(second);
    floor.does(effects -> floor.workspace.cancel(failed, 13_223, floor.now, effects));
    assertEquals(Reservation.Status.CANCELED, failed.status());
    assertEquals(13_223, failed.reasonCode());
    floor.does(effects -> floor.workspace.abandon(second, "hangup", floor.now, effects));
    Reservation last = second.reservations().get(second.reservations().size() - 1);
    assertEquals(0, last.reasonCode());
  }

  @Test
  @Pins({"TR-RES-23"})
  void an_open_round_is_topped_up_unless_the_knob_says_no() {
    for (String topUp : List.of("true", "false")) {
      Floor floor = new Floor(Map.of(Knob.TR_TOP_UP_ROUND, topUp));
      TaskQueue queue = floor.queue(new TaskQueue.Settings("q", "1==1", 2, false, null, null));
      floor.worker("a", "{}");
      Task task = floor.task(floor.straight(queue), "{}");

      floor.worker("b", "{}");

      assertEquals(topUp.equals("true") ? 2 : 1, task.reservations().size());
    }
  }

  @Test
  @Pins({"TR-EV-06", "TR-EV-07", "TR-EV-08", "TR-EV-09"})
  void everything_that_changes_has_an_event_of_its_type() {
    Floor floor = new Floor();
    Workspace ws = floor.workspace;
    TaskQueue queue = floor.queue("q", "1==1");
    floor.does(
        effects ->
            ws.change(
                queue, new TaskQueue.Settings("q", "2==2", 1, false, null, null), 0, effects));
    Workflow flow = floor.straight(queue);
    floor.does(effects -> ws.change(flow, "f", null, null, null, null, false, 0, effects));
    Worker ann = floor.worker("ann", "{}");
    floor.does(effects -> ws.change(ann, null, null, "{\"a\":1}", false, 0, effects));
    floor.does(effects -> ws.change(ann, ann.channel("voice"), 2, false, 0, effects));
    floor.does(effects -> ws.change(ann, null, floor.activity("Offline"), null, false, 0, effects));
    Task task = floor.task(flow, "{}");
    floor.does(effects -> ws.delete(task, 0, effects));
    floor.does(effects -> ws.delete(ann, 0, effects));
    floor.does(effects -> ws.delete(flow, 0, effects));
    floor.does(effects -> ws.delete(queue, 0, effects));

    for (String type :
        List.of(
            "task-queue.created",
            "task-queue.expression.updated",
            "task-queue.entered",
            "task-queue.deleted",
            "workflow.created",
            "workflow.updated",
            "workflow.entered",
            "workflow.deleted",
            "worker.created",
            "worker.attributes.update",
            "worker.capacity.update",
            "worker.channel.availability.update",
            "worker.activity.update",
            "worker.deleted",
            "task.created",
            "task.deleted")) {
      assertEquals(1, floor.events.stream().filter(type::equals).count(), type);
    }
  }
}
