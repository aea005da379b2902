package dev.partyline.rest.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersRestTest {

  @Test
  @Pins({"TR-WORKER-01", "TR-WORKER-02", "TR-WORKER-03", "TR-WORKER-04"})
  void worker_is_one_name_in_any_letter_case_and_its_availability_is_its_activitys() {
    new Reception()
        .open(
            desk -> {
              JsonNode ann = desk.post("/Workers", "FriendlyName", "Ann");
              String path = "/Workers/" + Reception.sid(ann);
              String since = ann.get("date_status_changed").textValue();

              assertEquals("Offline", ann.get("activity_name").textValue());
              assertEquals("{}", ann.get("attributes").textValue());
              assertFalse(ann.get("available").booleanValue());
              assertEquals(9, ann.get("links").size());
              assertEquals(
                  "Worker with the same friendly name already exists",
                  desk.refusal("/Workers", "FriendlyName", "aNN"));
              assertEquals(
                  "400 20001", desk.code("POST", "/Workers", "FriendlyName", "n".repeat(65)));
              desk.pass(3);
              assertEquals(
                  since,
                  desk.post(path, "Attributes", "{\"a\":1}")
                      .get("date_status_changed")
                      .textValue());
              JsonNode here =
                  desk.post(
                      path, "ActivitySid", desk.activity("Available"), "FriendlyName", "Anna");
              assertTrue(here.get("available").booleanValue());
              assertEquals("Anna", here.get("friendly_name").textValue());
              assertNotEquals(since, here.get("date_status_changed").textValue());
              assertEquals(
                  "{\"b\":2}",
                  desk.post(path, "Attributes", "{\"b\":2}").get("attributes").textValue());
              assertEquals(
                  "400 20001", desk.code("POST", path, "ActivitySid", "WA" + "0".repeat(32)));
            });
  }

  @Test
  @Pins({"TR-WORKER-05", "TR-WORKER-07"})
  void workers_are_filtered_and_ordered() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("french", "TargetWorkers", "languages HAS 'fr'");
              desk.worker("ann", "Available", "{\"languages\":[\"fr\"],\"level\":1}");
              desk.pass(2);
              desk.worker("bob", "Offline", "{\"languages\":[\"fr\"],\"level\":3}");
              desk.pass(2);
              desk.worker("cid", "Available", "{\"level\":3}");

              assertEquals(List.of("bob"), names(desk, "ActivityName", "Offline"));
              assertEquals(
                  List.of("ann", "cid"), names(desk, "ActivitySid", desk.activity("Available")));
              assertEquals(List.of("ann", "cid"), names(desk, "Available", "1"));
              assertEquals(List.of("bob"), names(desk, "FriendlyName", "bob"));
              assertEquals(
                  List.of("bob", "cid"), names(desk, "TargetWorkersExpression", "level > 2"));
              assertEquals(List.of("ann", "bob"), names(desk, "TaskQueueSid", queue));
              assertEquals(List.of("ann", "bob"), names(desk, "TaskQueueName", "french"));
              assertEquals(
                  List.of("cid", "bob", "ann"), names(desk, "Ordering", "DateStatusChanged:desc"));
              assertEquals(
                  "400 20001", desk.code("GET", "/Workers", "TargetWorkersExpression", "level >"));
              assertEquals(
                  "{\"level\":3}", desk.column("/Workers", "workers", "attributes").get(2));
            });
    new Reception()
        .knob(Knob.TR_LIST_ATTRIBUTES, "null")
        .open(
            desk -> {
              String ann = desk.worker("ann", "Offline", "{\"a\":1}");
              assertTrue(desk.get("/Workers").at("/workers/0/attributes").isNull());
              assertEquals("{\"a\":1}", desk.get("/Workers/" + ann).get("attributes").textValue());
            });
  }

  private static List<String> names(Reception desk, String... filter) {
    return desk.column("/Workers", "workers", "friendly_name", filter);
  }

  @Test
  @Pins({
    "TR-WS-23",
    "TR-WORKER-09",
    "TR-WORKER-10",
    "TR-WORKER-11",
    "TR-WORKER-12",
    "TR-WORKER-18"
  })
  void channel_counts_what_is_held_and_less_capacity_leaves_it_alone() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              String ann = desk.worker("ann", "Available", "{}");
              String voice = "/Workers/" + ann + "/Channels/voice";

              assertEquals(
                  List.of("1", "1", "1", "1", "1"),
                  desk.column("/Workers/" + ann + "/Channels", "channels", "configured_capacity"));
              String before = desk.ask("GET", "/Workers/" + ann).headers().get("ETag");
              JsonNode three = desk.post(voice, "Capacity", "3");
              assertEquals(3, three.get("configured_capacity").intValue());
              assertEquals("voice", three.get("task_channel_unique_name").textValue());
              assertEquals(
                  "412 20412",
                  Reception.code(
                      desk.askIf(before, "POST", "/Workers/" + ann, "Attributes", "{}")));
              String first = Reception.sid(desk.task(flow, "TaskChannel", "voice"));
              desk.task(flow, "TaskChannel", "voice");
              desk.pass(2);
              desk.post(desk.offer(first), "ReservationStatus", "accepted");
              JsonNode held = desk.get(voice);
              assertEquals(1, held.get("assigned_tasks").intValue());
              assertEquals(33, held.get("available_capacity_percentage").intValue());
              desk.post(voice, "Capacity", "1");
              String third = Reception.sid(desk.task(flow, "TaskChannel", "voice"));
              desk.pass(2);
              assertEquals("assigned", desk.status(first));
              assertEquals("pending", desk.status(third));
              desk.post(voice, "Capacity", "4");
              desk.pass(2);
              assertEquals("reserved", desk.status(third));
              desk.post("/Tasks/" + first, "AssignmentStatus", "wrapping");
              assertEquals(0, desk.get(voice).get("assigned_tasks").intValue());
              assertEquals(25, desk.get(voice).get("available_capacity_percentage").intValue());
              desk.post(voice, "Available", "false");
              String fourth = Reception.sid(desk.task(flow, "TaskChannel", "voice"));
              desk.pass(2);
              assertEquals("pending", desk.status(fourth));
            });
  }

  @Test
  @Pins({"TR-WORKER-13", "TR-WORKER-14", "TR-WORKER-19"})
  void going_away_leaves_offers_or_rejects_them_and_coming_back_brings_the_next() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"));
              String ann = "/Workers/" + desk.worker("ann", "Available", "{}");
              String other =
                  Reception.sid(
                      desk.post("/Activities", "FriendlyName", "Office", "Available", "true"));
              String task = Reception.sid(desk.task(flow));
              desk.pass(2);

              desk.post(ann, "ActivitySid", other);
              desk.post(ann, "ActivitySid", desk.activity("Unavailable"));
              assertEquals(
                  "pending", desk.get(desk.offer(task)).get("reservation_status").textValue());
              assertEquals("400 20001", desk.code("DELETE", ann));
              assertEquals(
                  "400 20001",
                  desk.code(
                      "POST", ann, "ActivitySid", other, "RejectPendingReservations", "true"));
              desk.post(
                  ann,
                  "ActivitySid",
                  desk.activity("Offline"),
                  "RejectPendingReservations",
                  "true");
              assertEquals(
                  "rejected", desk.get(desk.offer(task)).get("reservation_status").textValue());
              assertEquals("pending", desk.status(task));
              desk.post(ann, "ActivitySid", other);
              desk.pass(1);
              assertEquals("reserved", desk.status(task));
            });
    new Reception()
        .knob(Knob.TR_DELETE_BUSY_WORKER, "ok")
        .open(
            desk -> {
              String ann = "/Workers/" + desk.worker("ann", "Available", "{}");
              String task = Reception.sid(desk.task(desk.straight(desk.queue("q"))));
              desk.pass(2);
              assertEquals("204", desk.code("DELETE", ann));
              assertEquals("pending", desk.status(task));
            });
  }

  @Test
  @Pins({"TR-WORKER-16", "TR-WORKER-17", "TR-RES-09", "TR-RES-11", "RACE-107"})
  void missed_offer_takes_the_worker_to_the_timeout_activity_although_a_call_goes_on() {
    new Reception()
        .open(
            desk -> {
              String flow = desk.straight(desk.queue("q"), "TaskReservationTimeout", "10");
              String ann = desk.worker("ann", "Available", "{}");
              desk.post("/Workers/" + ann + "/Channels/default", "Capacity", "3");
              String call = Reception.sid(desk.task(flow));
              desk.pass(1);
              desk.post(desk.offer(call), "ReservationStatus", "accepted");
              String second = Reception.sid(desk.task(flow));
              String third = Reception.sid(desk.task(flow));
              desk.pass(1);
              desk.post("/Workflows/" + flow, "TaskReservationTimeout", "60");
              desk.pass(8.5);
              assertEquals("reserved", desk.status(second));
              desk.pass(2);

              assertEquals(
                  "timeout", desk.get(desk.offer(second)).get("reservation_status").textValue());
              assertEquals(
                  "timeout", desk.get(desk.offer(third)).get("reservation_status").textValue());
              assertEquals("Offline", desk.get("/Workers/" + ann).get("activity_name").textValue());
              assertEquals("assigned", desk.status(call));
              desk.pass(30);
              assertEquals("pending", desk.status(second));
            });
  }
}
