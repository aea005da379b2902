package dev.partyline.rest.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksRestTest {

  @Test
  @Pins({"TR-TASK-01", "TR-TASK-02", "TR-TASK-03", "TR-TASK-05", "TR-WF-04"})
  void task_has_defaults_and_its_attributes_are_replaced_whole() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("q");
              String flow = desk.straight(queue);
              JsonNode task = desk.task(flow);
              String path = "/Tasks/" + Reception.sid(task);

              assertEquals("pending", task.get("assignment_status").textValue());
              assertEquals("{}", task.get("attributes").textValue());
              assertEquals("{}", task.get("addons").textValue());
              assertEquals(0, task.get("priority").intValue());
              assertEquals(86_400, task.get("timeout").intValue());
              assertEquals("default", task.get("task_channel_unique_name").textValue());
              assertEquals(queue, task.get("task_queue_sid").textValue());
              assertEquals("q", task.get("task_queue_friendly_name").textValue());
              assertEquals("flow", task.get("workflow_friendly_name").textValue());
              assertEquals(task.get("date_created"), task.get("virtual_start_time"));
              assertFalse(task.get("ignore_capacity").booleanValue());
              assertEquals(4, task.get("links").size());
              desk.post(path, "Attributes", "{\"a\":1,\"b\":2}", "Priority", "7");
              JsonNode changed =
                  desk.post(
                      path, "Attributes", "{\"c\":3}", "VirtualStartTime", "2026-03-31T23:00:00Z");
              assertEquals("{\"c\":3}", changed.get("attributes").textValue());
              assertEquals(7, changed.get("priority").intValue());
              desk.pass(5);
              assertEquals(5, desk.get(path).get("age").intValue());
              assertTrue(desk.refusal("/Tasks").contains("WorkflowSid field is required"));
              assertEquals(
                  "400 20001", desk.code("POST", "/Tasks", "WorkflowSid", flow, "Priority", "-1"));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Tasks", "WorkflowSid", flow, "TaskChannel", "pigeon"));
              assertEquals(
                  "400 20001",
                  desk.code(
                      "POST",
                      "/Tasks",
                      "WorkflowSid",
                      flow,
                      "VirtualStartTime",
                      "2030-01-01T00:00:00Z"));
              assertEquals("400 20001", desk.code("POST", path, "AssignmentStatus", "reserved"));
              assertEquals("204", desk.code("DELETE", path));
              assertEquals("404 20404", desk.code("GET", path));
            });
    new Reception()
        .knob(Knob.TR_WORKFLOW_SID_OPTIONAL, "true")
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              assertEquals(flow, desk.post("/Tasks").get("workflow_sid").textValue());
            });
  }

  @Test
  @Pins({"TR-TASK-04"})
  void tasks_are_filtered_and_ordered() {
    new Reception()
        .open(
            desk -> {
              String one = desk.queue("one");
              String two = desk.queue("two");
              String low =
                  Reception.sid(
                      desk.task(desk.straight(one), "Attributes", "{\"n\":1}", "Priority", "1"));
              desk.pass(2);
              String high =
                  Reception.sid(
                      desk.task(
                          desk.straight(two),
                          "Attributes",
                          "{\"n\":2}",
                          "Priority",
                          "9",
                          "VirtualStartTime",
                          "2026-04-01T00:00:00Z"));
              desk.pass(2);
              String gone = Reception.sid(desk.task(desk.straight(two), "Priority", "5"));
              desk.post("/Tasks/" + gone, "AssignmentStatus", "canceled");

              assertEquals(List.of(low, high, gone), sids(desk));
              assertEquals(List.of(high), sids(desk, "Priority", "9"));
              assertEquals(List.of(low, high), sids(desk, "AssignmentStatus", "pending,reserved"));
              assertEquals(
                  List.of(low, high, gone),
                  sids(desk, "AssignmentStatus", "pending", "AssignmentStatus", "canceled"));
              assertEquals(List.of(low), sids(desk, "TaskQueueSid", one));
              assertEquals(List.of(high, gone), sids(desk, "TaskQueueName", "two"));
              assertEquals(3, sids(desk, "WorkflowName", "flow").size());
              assertEquals(List.of(high), sids(desk, "EvaluateTaskAttributes", "n > 1"));
              assertEquals(List.of(), sids(desk, "RoutingTarget", Stage.sid("WK", 9)));
              assertEquals(List.of(), sids(desk, "HasAddons", "true"));
              assertEquals(List.of(high, gone, low), sids(desk, "Ordering", "Priority:desc"));
              assertEquals(List.of(gone, high, low), sids(desk, "Ordering", "DateCreated:desc"));
              assertEquals(
                  low.equals(sids(desk, "Ordering", "VirtualStartTime:asc").get(2)), false);
              assertEquals("400 20001", desk.code("GET", "/Tasks", "Ordering", "Colour:asc"));
              assertEquals("400 20001", desk.code("GET", "/Tasks", "AssignmentStatus", "lost"));
            });
  }

  private static List<String> sids(Reception desk, String... filter) {
    return desk.column("/Tasks", "tasks", "sid", filter);
  }

  @Test
  @Pins({
    "TR-TASK-07",
    "TR-TASK-09",
    "TR-TASK-10",
    "TR-TASK-11",
    "TR-TASK-12",
    "TR-TASK-13",
    "RACE-139"
  })
  void status_moves_along_and_everything_else_is_refused_in_the_platforms_words() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              desk.worker("ann", "Available", "{}");
              String task = Reception.sid(desk.task(flow));
              String path = "/Tasks/" + task;
              desk.pass(1);

              assertTrue(
                  desk.refusal(path, "AssignmentStatus", "completed")
                      .endsWith("because it is not currently assigned."));
              assertTrue(
                  desk.refusal(path, "AssignmentStatus", "wrapping")
                      .endsWith("because it's not currently assigned"));
              desk.post(desk.offer(task), "ReservationStatus", "accepted");
              assertEquals("assigned", desk.status(task));
              assertTrue(
                  desk.refusal(path, "AssignmentStatus", "canceled")
                      .endsWith("because it is not pending or reserved."));
              JsonNode done = desk.post(path, "AssignmentStatus", "completed", "Reason", "well");
              assertEquals("completed", done.get("assignment_status").textValue());
              assertEquals("well", done.get("reason").textValue());
              assertEquals("400 20001", desk.code("POST", path, "AssignmentStatus", "completed"));
              String reservation = desk.offer(task);
              desk.pass(299);
              assertEquals("200", desk.code("GET", path));
              desk.pass(2);
              assertEquals("404 20404", desk.code("GET", path));
              assertEquals("404 20404", desk.code("GET", reservation));
            });
    new Reception()
        .knob(Knob.TR_SAME_STATUS, "ok")
        .open(
            desk -> {
              String path = "/Tasks/" + Reception.sid(desk.task(desk.straight(desk.queue("q"))));
              desk.post(path, "AssignmentStatus", "canceled");
              assertEquals("200", desk.code("POST", path, "AssignmentStatus", "canceled"));
            });
  }

  @Test
  @Pins({"TR-TASK-06"})
  void status_and_attributes_go_together_unless_the_knob_says_no() {
    new Reception()
        .open(
            desk -> {
              String path = "/Tasks/" + Reception.sid(desk.task(desk.straight(desk.queue("q"))));
              JsonNode both =
                  desk.post(path, "AssignmentStatus", "canceled", "Attributes", "{\"a\":1}");
              assertEquals("{\"a\":1}", both.get("attributes").textValue());
              assertEquals("canceled", both.get("assignment_status").textValue());
            });
    new Reception()
        .knob(Knob.TR_STATUS_AND_ATTRIBUTES, "error400")
        .open(
            desk -> {
              String path = "/Tasks/" + Reception.sid(desk.task(desk.straight(desk.queue("q"))));
              assertEquals(
                  "400 20001",
                  desk.code("POST", path, "AssignmentStatus", "canceled", "Attributes", "{}"));
              assertEquals("pending", desk.get(path).get("assignment_status").textValue());
            });
  }

  @Test
  @Pins({
    "TR-RES-01",
    "TR-RES-02",
    "TR-RES-03",
    "TR-RES-06",
    "TR-RES-07",
    "TR-RES-10",
    "TR-RES-13",
    "TR-RES-14"
  })
  void reservation_is_seen_from_task_and_worker_and_answered_once() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              String ann = desk.worker("ann", "Available", "{}");
              String task = Reception.sid(desk.task(flow));
              String other = Reception.sid(desk.task(flow));
              desk.pass(1);
              String offer = desk.offer(task);
              JsonNode json = desk.get(offer);
              String sid = Reception.sid(json);
              String below = "/Workers/" + ann + "/Reservations/" + sid;

              assertEquals("pending", desk.status(other));
              assertEquals("ann", json.get("worker_name").textValue());
              assertEquals(Reception.HOST + desk.workspace() + offer, json.get("url").textValue());
              assertEquals(
                  Reception.HOST + desk.workspace() + below,
                  desk.get(below).get("url").textValue());
              assertEquals(
                  List.of(sid),
                  desk.column(
                      "/Workers/" + ann + "/Reservations",
                      "reservations",
                      "sid",
                      "ReservationStatus",
                      "pending"));
              assertEquals(
                  List.of(),
                  desk.column(
                      "/Tasks/" + task + "/Reservations",
                      "reservations",
                      "sid",
                      "ReservationStatus",
                      "accepted"));
              assertEquals(
                  List.of(sid),
                  desk.column(
                      "/Tasks/" + task + "/Reservations", "reservations", "sid", "WorkerSid", ann));
              assertEquals(
                  "404 20404", desk.code("GET", "/Tasks/" + other + "/Reservations/" + sid));
              assertEquals("400 20001", desk.code("POST", below, "ReservationStatus", "timeout"));
              assertEquals("400 20001", desk.code("POST", below, "ReservationStatus", "completed"));
              assertEquals("400 20001", desk.code("POST", below, "Instruction", "supervise"));
              assertEquals(
                  "412 20412",
                  Reception.code(desk.askIf("77", "POST", below, "ReservationStatus", "accepted")));
              JsonNode away =
                  desk.post(
                      below,
                      "ReservationStatus",
                      "rejected",
                      "WorkerActivitySid",
                      desk.activity("Unavailable"));
              assertEquals("rejected", away.get("reservation_status").textValue());
              assertEquals(
                  "Unavailable", desk.get("/Workers/" + ann).get("activity_name").textValue());
              assertEquals("pending", desk.status(task));
              String said = desk.refusal(below, "ReservationStatus", "accepted");
              assertTrue(
                  said.contains("already in state [rejected] and cannot be updated to [accepted]"),
                  said);
            });
  }

  @Test
  @Pins({"TR-TQ-10", "TR-RES-20", "TR-RES-21", "TR-RES-22", "RACE-106", "RACE-115"})
  void of_two_offers_the_first_accepted_wins_and_the_other_answer_is_410() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q", "MaxReservedWorkers", "2"));
              desk.worker("ann", "Available", "{}");
              desk.worker("bob", "Available", "{}");
              desk.worker("cid", "Available", "{}");
              String task = Reception.sid(desk.task(flow));
              desk.pass(1);
              List<String> offers =
                  desk.column("/Tasks/" + task + "/Reservations", "reservations", "sid");
              String base = "/Tasks/" + task + "/Reservations/";

              assertEquals(2, offers.size());
              desk.post(base + offers.get(1), "ReservationStatus", "accepted");
              assertEquals(
                  List.of("rescinded", "accepted"),
                  desk.column(
                      "/Tasks/" + task + "/Reservations", "reservations", "reservation_status"));
              assertEquals(
                  410,
                  desk.ask("POST", base + offers.get(0), "ReservationStatus", "accepted").status());
            });
  }

  @Test
  @Pins({"TR-RES-08", "RACE-176"})
  void acceptance_shows_in_the_task_a_moment_after_it_shows_in_the_reservation() {
    new Reception()
        .knob(Knob.TR_ACCEPT_TASK_LAG_MS, "500")
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              desk.worker("ann", "Available", "{}");
              String task = Reception.sid(desk.task(flow));
              desk.pass(1);
              assertEquals(
                  "accepted",
                  desk.post(desk.offer(task), "Instruction", "accept")
                      .get("reservation_status")
                      .textValue());
              assertEquals("reserved", desk.status(task));
              desk.pass(0.5);
              assertEquals("assigned", desk.status(task));
            });
  }

  @Test
  @Pins({"RACE-157"})
  void lists_lag_behind_when_reads_do() {
    new Reception()
        .knob(Knob.REST_READ_LAG_MS, "2000")
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              desk.stage.world().faults();
              String task = Reception.sid(desk.task(flow));
              desk.pass(3);
              assertEquals(List.of(task), sids(desk));
            });
  }

  @Test
  @Pins({"TR-WF-33", "TR-WF-34"})
  void routing_target_goes_past_filters_activity_and_capacity() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("q");
              String flow = desk.straight(queue);
              String ann = desk.worker("ann", "Offline", "{}");
              JsonNode aimed = desk.task(flow, "RoutingTarget", ann);
              desk.pass(1);

              assertEquals(ann, aimed.get("routing_target").textValue());
              assertTrue(aimed.get("ignore_capacity").booleanValue());
              assertEquals("reserved", desk.status(Reception.sid(aimed)));
              desk.stage
                  .world()
                  .desk()
                  .give(
                      desk.stage.world().desk().all().get(0),
                      (ws, now, effects) ->
                          ws.cancel(
                              ws.task(Reception.sid(aimed)).reservations().get(0),
                              13_223,
                              now,
                              effects));
              JsonNode dead = desk.get("/Tasks/" + Reception.sid(aimed));
              assertEquals("canceled", dead.get("assignment_status").textValue());
              assertTrue(dead.get("reason").textValue().contains(ann));
              JsonNode queued = desk.post("/Tasks", "TaskQueueSid", queue);
              assertEquals(queue, queued.get("task_queue_sid").textValue());
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Tasks", "WorkflowSid", flow, "RoutingTarget", "WKnobody"));
            });
  }
}
