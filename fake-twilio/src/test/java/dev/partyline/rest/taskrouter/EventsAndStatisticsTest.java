package dev.partyline.rest.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsAndStatisticsTest {

  private static final String EVENTS = "/events";

  private static List<String> types(Reception desk) {
    return desk.stage.received(EVENTS).stream().map(one -> one.params().get("EventType")).toList();
  }

  private static Map<String, String> told(Reception desk, String type) {
    return desk.stage.received(EVENTS).stream()
        .map(WebhookRequest::params)
        .filter(params -> params.get("EventType").equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " among " + types(desk)));
  }

  @Test
  @Pins({"TR-EV-01", "TR-EV-02", "TR-EV-03", "TR-EV-04", "TR-EV-05", "TR-EV-18"})
  void callback_gets_every_field_as_it_was_signed_and_once() {
    Reception reception =
        new Reception()
            .open(
                desk -> {
                  desk.post(desk.workspace(), "EventCallbackUrl", Account.BASE_URL + EVENTS);
                  String flow = desk.straight(desk.queue("q"));
                  String ann = desk.worker("ann", "Offline", "{\"a\":1}");
                  desk.pass(7);
                  desk.post("/Workers/" + ann, "ActivitySid", desk.activity("Available"));
                  desk.post("/Workers/" + ann + "/Channels/voice", "Capacity", "2");
                  String task =
                      Reception.sid(desk.task(flow, "Attributes", "{\"n\":1}", "Priority", "3"));
                  desk.post("/Tasks/" + task, "Attributes", "{\"n\":2}");
                  desk.pass(3);
                  desk.post(desk.offer(task), "ReservationStatus", "accepted");
                  desk.post("/Tasks/" + task, "AssignmentStatus", "completed", "Reason", "well");
                });

    Map<String, String> created = told(reception, "task.created");
    assertEquals("task", created.get("ResourceType"));
    assertEquals("desk", created.get("WorkspaceName"));
    assertEquals(Account.SID, created.get("AccountSid"));
    assertEquals("{\"n\":1}", created.get("TaskAttributes"), "as it was then");
    assertEquals("3", created.get("TaskPriority"));
    assertEquals("pending", created.get("TaskAssignmentStatus"));
    assertEquals("q", created.get("TaskQueueName"));
    assertEquals("default", created.get("TaskChannelUniqueName"));
    assertEquals("false", created.get("TaskChannelOptimizedRouting"));
    assertEquals("flow", created.get("WorkflowName"));
    assertTrue(created.get("TimestampMs").startsWith(created.get("Timestamp")));
    assertEquals("{\"n\":2}", told(reception, "task.updated").get("TaskAttributes"));
    Map<String, String> offered = told(reception, "reservation.created");
    assertEquals("ann", offered.get("WorkerName"));
    assertEquals("{\"a\":1}", offered.get("WorkerAttributes"));
    assertTrue(offered.get("ReservationSid").startsWith("WR"));
    assertNull(offered.get("ReservationReasonCode"));
    Map<String, String> moved = told(reception, "worker.activity.update");
    assertEquals("Available", moved.get("WorkerActivityName"));
    assertEquals("7", moved.get("WorkerTimeInPreviousActivity"));
    assertNotNull(moved.get("WorkerPreviousActivitySid"));
    assertNull(moved.get("WorkerActivityAvailable"));
    assertEquals(
        "1", told(reception, "worker.capacity.update").get("WorkerChannelPreviousCapacity"));
    assertEquals("well", told(reception, "task.completed").get("TaskCompletedReason"));
    for (WebhookRequest one : reception.stage.received(EVENTS)) {
      assertNotNull(one.headers().get("X-Twilio-Signature"));
    }
    assertEquals(1, types(reception).stream().filter("reservation.accepted"::equals).count());
  }

  @Test
  @Pins({"TR-EV-13", "TR-EV-14", "TR-EV-15", "TR-EV-19", "RACE-175", "RACE-180"})
  void filter_order_and_failures_of_the_callback_are_the_receivers_matter() {
    int[] asked = new int[1];
    Reception reception =
        new Reception()
            .knob(Knob.TR_EVENT_RETRIES, "1")
            .knob(Knob.TR_EVENT_REORDER_WINDOW_MS, "3000");
    reception.stage.answer(
        EVENTS,
        request -> {
          asked[0]++;
          return WebhookReply.text(500, "down");
        });
    reception.open(
        desk -> {
          desk.post(
              desk.workspace(),
              "EventCallbackUrl",
              Account.BASE_URL + EVENTS,
              "EventsFilter",
              "task.canceled, task.created");
          String task = Reception.sid(desk.task(desk.straight(desk.queue("q"))));
          desk.post("/Tasks/" + task, "AssignmentStatus", "canceled");
          assertEquals("canceled", desk.status(task), "routing does not wait for the receiver");
        });

    assertEquals(4, asked[0], "two events, each sent again once");
    assertEquals(2, types(reception).stream().filter("task.created"::equals).count());
    List<String> inJournal =
        reception.stage.all(Happening.RoutingEvent.class).stream()
            .map(Happening.RoutingEvent::event)
            .toList();
    assertTrue(
        inJournal.indexOf("workflow.entered") < inJournal.indexOf("task.created"),
        inJournal.toString());
  }

  @Test
  @Pins({"TR-EV-11"})
  void events_are_listed_newest_first_and_filtered() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              String ann = desk.worker("ann", "Available", "{}");
              String task = Reception.sid(desk.task(flow));
              desk.pass(1);
              desk.post(desk.offer(task), "ReservationStatus", "accepted");

              List<String> ofTask = desk.column("/Events", "events", "event_type", "TaskSid", task);
              assertEquals("reservation.accepted", ofTask.get(0));
              assertEquals("workflow.entered", ofTask.get(ofTask.size() - 1));
              assertEquals(
                  List.of("reservation.created"),
                  desk.column(
                      "/Events", "events", "event_type", "EventType", "reservation.created"));
              assertEquals(
                  List.of(ann),
                  desk.column(
                      "/Events",
                      "events",
                      "resource_sid",
                      "EventType",
                      "worker.created",
                      "WorkerSid",
                      ann));
              JsonNode one = desk.get("/Events", "EventType", "task.created").at("/events/0");
              assertEquals(task, one.at("/event_data/task_sid").textValue());
              assertEquals("workspace", one.get("actor_type").textValue());
              assertEquals(one, desk.get("/Events/" + Reception.sid(one)));
              desk.pass(16 * 60);
              assertEquals(
                  List.of(), desk.column("/Events", "events", "sid", "EventType", "task.created"));
              assertEquals(
                  1,
                  desk.column(
                          "/Events", "events", "sid", "EventType", "task.created", "Minutes", "20")
                      .size());
              assertEquals(
                  1,
                  desk.column(
                          "/Events",
                          "events",
                          "sid",
                          "EventType",
                          "task.created",
                          "StartDate",
                          "2026-04-01T00:00:00Z")
                      .size());
              assertEquals("404 20404", desk.code("GET", "/Events/EV" + "f".repeat(32)));
              assertEquals(
                  "400 14241", desk.code("GET", "/Events", "StartDate", "2020-01-01T00:00:00Z"));
            });
  }

  @Test
  @Pins({"TR-TQ-11"})
  void statistics_count_what_is_and_what_was() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("q");
              String flow = desk.straight(queue);
              desk.worker("off", "Offline", "{}");
              String ann = desk.worker("ann", "Available", "{}");
              String first = Reception.sid(desk.task(flow, "Priority", "2"));
              desk.pass(4);
              desk.post(desk.offer(first), "ReservationStatus", "accepted");
              String second = Reception.sid(desk.task(flow));
              desk.pass(10);

              JsonNode now = desk.get("/TaskQueues/" + queue + "/RealTimeStatistics");
              assertEquals(1, now.at("/tasks_by_status/assigned").intValue());
              assertEquals(1, now.at("/tasks_by_status/pending").intValue());
              assertEquals(1, now.at("/tasks_by_priority/2").intValue());
              assertEquals(2, now.get("total_tasks").intValue());
              assertEquals(second, now.get("longest_task_waiting_sid").textValue());
              assertEquals(10, now.get("longest_task_waiting_age").intValue());
              assertEquals(2, now.get("total_eligible_workers").intValue());
              assertEquals(1, now.get("total_available_workers").intValue());
              desk.post("/Tasks/" + second, "AssignmentStatus", "canceled");
              JsonNode then =
                  desk.get(
                      "/TaskQueues/" + queue + "/CumulativeStatistics", "SplitByWaitTime", "3,60");
              assertEquals(1, then.get("reservations_accepted").intValue());
              assertEquals(1, then.get("tasks_canceled").intValue());
              assertEquals(2, then.get("tasks_entered").intValue());
              assertEquals(4, then.get("avg_task_acceptance_time").intValue());
              assertEquals(10, then.at("/wait_duration_until_canceled/total").intValue());
              assertEquals(
                  1, then.at("/split_by_wait_time/3/above/reservations_accepted").intValue());
              assertEquals(
                  1, then.at("/split_by_wait_time/60/below/reservations_accepted").intValue());
              assertEquals(
                  1,
                  desk.get("/Workflows/" + flow + "/CumulativeStatistics")
                      .get("reservations_created")
                      .intValue());
              assertEquals(2, desk.get("/CumulativeStatistics").get("tasks_created").intValue());
              assertEquals(
                  1, desk.get("/Statistics").at("/realtime/tasks_by_status/assigned").intValue());
              JsonNode worker = desk.get("/Workers/" + ann + "/Statistics").get("cumulative");
              assertEquals(1, worker.get("reservations_accepted").intValue());
              assertEquals(
                  "Available", worker.at("/activity_durations/1/friendly_name").textValue());
              assertEquals(14, worker.at("/activity_durations/1/total").intValue());
              assertEquals(
                  2, desk.get("/Workers/RealTimeStatistics").get("total_workers").intValue());
              assertEquals(
                  1,
                  desk.get("/Workers/Statistics", "FriendlyName", "ann")
                      .at("/realtime/total_workers")
                      .intValue());
              assertFalse(
                  desk.get("/TaskQueues/Statistics").get("task_queues_statistics").isEmpty());
              assertEquals(
                  1,
                  desk.post("/TaskQueues/RealTimeStatistics")
                      .get("task_queue_response_count")
                      .intValue());
              assertEquals(
                  "400 14241",
                  desk.code("GET", "/CumulativeStatistics", "StartDate", "2020-01-01"));
              assertEquals(
                  "404 20404", desk.code("GET", "/Workflows/WW" + "f".repeat(32) + "/Statistics"));
            });
  }
}
