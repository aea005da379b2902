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

/** Tasks, reservations and workers, as far as no call is needed to see it. */
class TaskLifeTest {

  private static Workspace.TaskChange status(Task.Status status) {
    return new Workspace.TaskChange(null, status, "done", null, null, null);
  }

  /** TR-EV-12, TR-TASK-08, TR-RES-04. */
  @Test
  @Pins({"TR-EV-12", "TR-TASK-08", "TR-TASK-23", "TR-TASK-27", "TR-RES-04", "TR-WF-09"})
  void a_task_is_offered_accepted_wrapped_and_completed() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker worker = floor.worker("a", "{}");
    floor.events.clear();

    Task task = floor.task(flow, "{}");
    Reservation offer = floor.offer(task);
    assertEquals(Task.Status.RESERVED, task.status());
    floor.accept(offer);
    floor.does(effects -> floor.workspace.wrap(offer, "conference ended", floor.now, effects));
    assertEquals("conference ended", task.reason());
    floor.does(
        effects -> floor.workspace.change(task, status(Task.Status.COMPLETED), floor.now, effects));

    assertEquals(
        List.of(
            "workflow.entered",
            "task-queue.entered",
            "task.created",
            "reservation.created",
            "reservation.accepted",
            "reservation.wrapup",
            "task.wrapup",
            "reservation.completed",
            "task.completed"),
        floor.events);
    assertEquals(0, worker.channel("voice").held());
    floor.pass(301);
    assertNull(floor.workspace.task(task.sid()), "TR-TASK-13");
    assertNull(floor.workspace.reservation(offer.sid()));
  }

  /** TR-WORKER-16, TR-RES-09: the commonest surprise. */
  @Test
  @Pins({"TR-RES-09", "TR-WORKER-16", "TR-WF-18"})
  void a_missed_offer_takes_the_worker_offline_and_the_task_to_the_next() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker first = floor.worker("a", "{}");
    Worker second = floor.worker("b", "{}");
    Task task = floor.task(flow, "{}");
    assertSame(first, floor.offer(task).worker());

    floor.pass(121);

    assertEquals("Offline", first.activity().name());
    assertSame(second, floor.offer(task).worker());
    floor.pass(121);
    assertEquals("Offline", second.activity().name());
    assertEquals(Task.Status.PENDING, task.status());
    floor.does(
        effects ->
            floor.workspace.change(
                first, null, floor.activity("Available"), null, false, floor.now, effects));
    assertSame(first, floor.offer(task).worker(), "TR-WORKER-15");
  }

  /** TR-WF-32. */
  @Test
  @Pins({"TR-WF-32", "RACE-108", "TR-RES-16"})
  void who_rejects_and_stays_is_asked_again_at_once() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker only = floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");

    floor.reject(floor.offer(task));

    assertSame(only, floor.offer(task).worker());
    assertEquals(2, task.rounds());
  }

  /** TR-TASK-16. */
  @Test
  @Pins({"TR-TASK-16", "RACE-108"})
  void a_thousand_rounds_are_enough() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");

    while (floor.offer(task) != null) {
      floor.does(effects -> floor.workspace.cancel(floor.offer(task), 13223, floor.now, effects));
    }

    assertEquals(1000, task.rounds());
    assertEquals(Task.Status.CANCELED, task.status());
  }

  /** TR-RES-20 to 22. */
  @Test
  @Pins({"TR-RES-20", "TR-RES-21", "TR-INV-02"})
  void of_several_offers_the_first_accepted_wins() {
    Floor floor = new Floor();
    Workflow flow =
        floor.straight(floor.queue(new TaskQueue.Settings("all", "1==1", 3, false, null, null)));
    floor.worker("a", "{}");
    floor.worker("b", "{}");
    Task task = floor.task(flow, "{}");
    floor.worker("late", "{}");
    assertEquals(3, task.reservations().size(), "TR-RES-23");
    assertEquals(1, task.rounds());
    Reservation loser = task.reservations().get(0);

    floor.accept(task.reservations().get(1));

    assertEquals(Reservation.Status.RESCINDED, loser.status());
    Refused gone = assertThrows(Refused.class, () -> floor.accept(loser));
    assertEquals(410, gone.status());
    Refused again = assertThrows(Refused.class, () -> floor.accept(task.reservations().get(1)));
    assertEquals(400, again.status());
    assertTrue(again.getMessage().contains("is already in state [accepted]"));
  }

  /** TR-TASK-09, TR-TASK-10: the platform's words. */
  @Test
  void what_does_not_fit_the_state_is_refused_and_changes_nothing() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");

    for (Task.Status early : List.of(Task.Status.COMPLETED, Task.Status.WRAPPING)) {
      Refused refused =
          assertThrows(
              Refused.class,
              () ->
                  floor.does(
                      effects -> floor.workspace.change(task, status(early), floor.now, effects)));
      assertTrue(refused.getMessage().contains("not currently assigned"), refused.getMessage());
    }
    floor.accept(floor.offer(task));
    Refused late =
        assertThrows(
            Refused.class,
            () ->
                floor.does(
                    effects ->
                        floor.workspace.change(
                            task, status(Task.Status.CANCELED), floor.now, effects)));
    assertTrue(late.getMessage().contains("because it is not pending or reserved."));
    assertEquals(Task.Status.ASSIGNED, task.status());
  }

  /** TR-WORKER-09, TR-TASK-26: wrapping takes room as talking does. */
  @Test
  @Pins({"TR-WORKER-08", "TR-WORKER-09", "TR-TASK-26", "TR-INV-04", "RACE-130"})
  void capacity_counts_offers_calls_and_wrap_up() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker worker = floor.worker("a", "{}");
    floor.does(
        effects ->
            floor.workspace.change(worker, worker.channel("voice"), 3, null, floor.now, effects));
    Task one = floor.task(flow, "{}");
    Task two = floor.task(flow, "{}");
    Task three = floor.task(flow, "{}");
    Task four = floor.task(flow, "{}");
    floor.accept(floor.offer(one));
    floor.accept(floor.offer(two));
    floor.does(
        effects -> floor.workspace.wrap(two.reservations().get(0), null, floor.now, effects));

    assertEquals(3, worker.channel("voice").held());
    assertEquals(1, worker.channel("voice").assignedTasks());
    assertEquals(0, worker.channel("voice").availablePercentage());
    assertEquals(Task.Status.RESERVED, three.status());
    assertEquals(Task.Status.PENDING, four.status());
  }

  /** TR-WORKER-14. */
  @Test
  @Pins({"TR-WORKER-14", "RACE-117"})
  void going_on_break_may_reject_what_is_pending() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker worker = floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");

    assertThrows(
        Refused.class,
        () ->
            floor.does(
                effects ->
                    floor.workspace.change(
                        worker, null, floor.activity("Available"), null, true, 0, effects)));
    floor.does(
        effects ->
            floor.workspace.change(
                worker, null, floor.activity("Unavailable"), null, true, 0, effects));

    assertEquals(Task.Status.PENDING, task.status());
    assertNull(floor.offer(task));
  }

  /** TR-WF-33, TR-WF-34. */
  @Test
  @Pins({"TR-WF-33", "RACE-116"})
  void a_task_aimed_at_a_worker_asks_nobody_else_and_minds_no_capacity() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker busy = floor.worker("a", "{}");
    floor.accept(floor.offer(floor.task(flow, "{}")));
    floor.worker("b", "{}");

    Task aimed =
        floor.task(
            new NewTask(
                flow.sid(), Attributes.NONE, "voice", 0, 86_400, -1, busy.sid(), false, null));
    assertSame(busy, floor.offer(aimed).worker());
    floor.does(effects -> floor.workspace.cancel(floor.offer(aimed), 13223, floor.now, effects));

    assertEquals(Task.Status.CANCELED, aimed.status());
    assertTrue(aimed.reason().contains(busy.sid()));
  }

  /** TR-TASK-15. */
  @Test
  @Pins({"TR-TASK-15", "TR-WF-22", "TR-TASK-17"})
  void the_time_to_live_ends_a_task_that_waits_and_its_offer() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    floor.worker("a", "{}");
    Task task =
        floor.task(new NewTask(flow.sid(), Attributes.NONE, "voice", 0, 60, -1, null, false, null));
    Reservation offer = floor.offer(task);

    floor.pass(61);

    assertEquals(Task.Status.CANCELED, task.status());
    assertEquals("Task TTL Exceeded", task.reason());
    assertEquals(Reservation.Status.CANCELED, offer.status());
    assertEquals("Available", offer.worker().activity().name());
  }

  /** TR-TASK-14. */
  @Test
  @Pins({"TR-TASK-14", "RACE-140"})
  void a_task_assigned_for_a_day_is_taken_away() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker worker = floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");
    floor.accept(floor.offer(task));

    floor.pass(86_401);

    assertNull(floor.workspace.task(task.sid()));
    assertEquals(0, worker.channel("voice").held());
    assertTrue(floor.events.contains("task.system-deleted"));
  }

  /** TR-WF-16 to 19. */
  @Test
  @Pins({"TR-WF-19", "TR-WF-18", "TR-WF-16"})
  void after_a_missed_offer_the_task_stays_or_moves_on_as_the_knob_says() {
    for (String knob : List.of("stayUntilDeadline", "advanceTarget")) {
      Floor floor = new Floor(Map.of(Knob.TR_AFTER_RESERVATION_TIMEOUT, knob));
      TaskQueue first = floor.queue("first", "team == 'first'");
      TaskQueue second = floor.queue("second", "team == 'second'");
      Workflow flow =
          floor.workflow(
              """
              {"filters":[{"expression":"1==1","targets":[
                {"queue":"%s","timeout":10},{"queue":"%s","timeout":"10","priority":"5"}]}]}
              """
                  .formatted(first.sid(), second.sid()),
              5);
      floor.worker("a", "{\"team\":\"first\"}");
      Task task = floor.task(flow, "{}");
      floor.pass(6);
      assertSame(knob.equals("advanceTarget") ? second : first, task.queue(), knob);
      floor.pass(5);
      assertSame(second, task.queue());
      assertEquals(5, task.priority(), "TR-WF-08");
      floor.pass(10);
      assertEquals(Task.Status.CANCELED, task.status(), "TR-WF-12");
      assertEquals("Task canceled on Workflow timeout", task.reason());
    }
  }

  /** TR-WF-17: the offer outlives the target's time. */
  @Test
  @Pins({"TR-WF-17", "TR-WF-11"})
  void a_pending_offer_keeps_the_task_in_its_target_past_the_deadline() {
    Floor floor = new Floor();
    TaskQueue first = floor.queue("first", "1==1");
    TaskQueue second = floor.queue("second", "1==2");
    Workflow flow =
        floor.workflow(
            """
            {"filters":[{"expression":"1==1","targets":[
              {"queue":"%s","timeout":10},{"queue":"%s"}]}]}
            """
                .formatted(first.sid(), second.sid()),
            30);
    floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");

    floor.pass(20);
    assertSame(first, task.queue());
    assertEquals(Task.Status.RESERVED, task.status());
    floor.pass(11);
    assertSame(second, task.queue());
  }

  /** TR-WF-13: the default filter is for tasks that matched nothing. */
  @Test
  @Pins({"TR-WF-12", "TR-WF-13", "TR-TASK-19"})
  void the_default_filter_is_no_way_out_of_a_timeout() {
    Floor floor = new Floor();
    TaskQueue nobody = floor.queue("nobody", "1==2");
    String routing =
        """
        {"filters":[{"expression":"vip == true","targets":[{"queue":"%s","timeout":10}]}],
         "default_filter":{"queue":"%s"}}
        """
            .formatted(nobody.sid(), nobody.sid());
    Workflow flow = floor.workflow(routing, 30);
    Task vip = floor.task(flow, "{\"vip\":true}");
    Task other = floor.task(flow, "{}");

    floor.pass(11);

    assertEquals(Task.Status.CANCELED, vip.status());
    assertEquals(Task.Status.PENDING, other.status());
  }

  /** TR-WF-23 to 26. */
  @Test
  @Pins({"TR-WF-23", "TR-WF-24", "TR-WF-25", "TR-WF-26"})
  void a_target_is_skipped_when_it_says_so_and_nobody_is_free() {
    Floor floor = new Floor();
    TaskQueue first = floor.queue("first", "team == 'first'");
    TaskQueue second = floor.queue("second", "team == 'second'");
    Workflow flow =
        floor.workflow(
            """
            {"filters":[{"expression":"1==1","targets":[
              {"queue":"%s","skip_if":"workers.available == 0"},
              {"queue":"%s","skip_if":"1==1"}]}]}
            """
                .formatted(first.sid(), second.sid()),
            30);
    Task skipped = floor.task(flow, "{}");
    assertEquals(Task.Status.CANCELED, skipped.status());
    assertTrue(floor.events.contains("workflow.skipped"));

    floor.worker("a", "{\"team\":\"first\"}");
    Task taken = floor.task(flow, "{}");
    Task queued = floor.task(flow, "{}");
    assertSame(first, taken.queue());
    assertSame(first, queued.queue(), "TR-WF-25: available counts, not free");
  }

  /** TR-WF-27, TR-WF-28. */
  @Test
  @Pins({"TR-WF-27", "TR-WF-28", "TR-WF-29"})
  void a_known_worker_is_the_only_one_asked() {
    Floor floor = new Floor();
    TaskQueue all = floor.queue("all", "1==1");
    Workflow flow =
        floor.workflow(
            """
            {"filters":[{"expression":"1==1","targets":[
              {"queue":"%s","known_worker_sid":"task.agent","timeout":10}]}]}
            """
                .formatted(all.sid()),
            30);
    floor.worker("a", "{}");
    Worker wanted = floor.worker("b", "{}");

    assertSame(
        wanted, floor.offer(floor.task(flow, "{\"agent\":\"" + wanted.sid() + "\"}")).worker());
    assertNull(floor.offer(floor.task(flow, "{\"agent\":\"nobody\"}")));
    assertNull(floor.offer(floor.task(flow, "{\"agent\":null}")));
    assertEquals(List.of(40154), floor.logged);
  }

  /** TR-WF-03, TR-WF-05 to 07. */
  @Test
  @Pins({"TR-WF-03", "TR-WF-05"})
  void a_bad_configuration_is_refused_with_the_place() {
    Floor floor = new Floor();
    TaskQueue all = floor.queue("all", "1==1");
    Map<String, String> bad =
        Map.of(
            "{\"filters\":[{\"expression\":\"a >\",\"targets\":[{\"queue\":\"Q\"}]}]}",
            "filters[0].expression",
            "{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"queue\":\"WQx\"}]}]}",
            "no task queue WQx",
            "{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{}]}]}",
            "targets[0] names no queue",
            "{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"queue\":\"Q\",\"timeout\":\"x\"}]}]}",
            "targets[0].timeout is 'x'",
            "{}",
            "neither filters nor a default_filter",
            "[",
            "not valid JSON");

    bad.forEach(
        (routing, expected) -> {
          String text = routing.replace("\"Q\"", "\"" + all.sid() + "\"");
          Refused refused = assertThrows(Refused.class, () -> floor.workflow(text, 30), routing);
          assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        });
  }

  /** TR-TASK-08, TR-TASK-18. */
  @Test
  @Pins({"TR-TASK-18"})
  void deleting_a_task_ends_what_it_had() {
    Floor floor = new Floor();
    Workflow flow = floor.straight(floor.queue("all", "1==1"));
    Worker worker = floor.worker("a", "{}");
    Task task = floor.task(flow, "{}");
    Reservation offer = floor.offer(task);
    floor.accept(offer);

    floor.does(effects -> floor.workspace.delete(task, floor.now, effects));

    assertEquals(Reservation.Status.COMPLETED, offer.status());
    assertEquals(0, worker.channel("voice").held());
  }
}
