package dev.partyline.rest.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceSetUpTest {

  private static List<String> fields(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  @Pins({"TR-WS-01", "TR-WS-02", "TR-WS-06", "TR-WS-13", "TR-WS-14", "TR-WS-15", "TR-WS-22"})
  void new_workspace_has_activities_and_channels_and_with_fifo_a_queue_and_a_workflow() {
    new Reception()
        .open(
            desk -> {
              JsonNode made =
                  desk.post(
                      "/v1/Workspaces",
                      "FriendlyName",
                      "fifo",
                      "Template",
                      "FIFO",
                      "EventsFilter",
                      "task.created,task.canceled");
              String path = "/v1/Workspaces/" + Reception.sid(made);

              assertEquals(
                  List.of(
                      "sid",
                      "account_sid",
                      "friendly_name",
                      "date_created",
                      "date_updated",
                      "default_activity_sid",
                      "default_activity_name",
                      "timeout_activity_sid",
                      "timeout_activity_name",
                      "event_callback_url",
                      "events_filter",
                      "multi_task_enabled",
                      "prioritize_queue_order",
                      "url",
                      "links"),
                  fields(made));
              assertTrue(Reception.sid(made).matches("WS[0-9a-f]{32}"));
              assertEquals(Reception.HOST + path, made.get("url").textValue());
              assertEquals("2026-04-01T00:00:00Z", made.get("date_created").textValue());
              assertEquals("Offline", made.get("default_activity_name").textValue());
              assertEquals("Offline", made.get("timeout_activity_name").textValue());
              assertTrue(made.get("multi_task_enabled").booleanValue());
              assertEquals("FIFO", made.get("prioritize_queue_order").textValue());
              assertEquals("task.created,task.canceled", made.get("events_filter").textValue());
              assertEquals(
                  List.of("Offline", "Available", "Unavailable"),
                  desk.column(path + "/Activities", "activities", "friendly_name"));
              assertEquals(
                  List.of("false", "true", "false"),
                  desk.column(path + "/Activities", "activities", "available"));
              assertEquals(
                  List.of("default", "voice", "sms", "chat", "video"),
                  desk.column(path + "/TaskChannels", "channels", "unique_name"));
              assertEquals(
                  List.of("Sample Queue"),
                  desk.column(path + "/TaskQueues", "task_queues", "friendly_name"));
              assertEquals(
                  List.of("120"),
                  desk.column(path + "/Workflows", "workflows", "task_reservation_timeout"));
              assertEquals(List.of(), desk.column("/Workflows", "workflows", "sid"));
              assertEquals("400 20001", desk.code("POST", "/v1/Workspaces"));
              assertEquals(
                  "400 20001", desk.code("POST", "/v1/Workspaces", "FriendlyName", "x".repeat(65)));
              desk.post(
                  path,
                  "TimeoutActivitySid",
                  desk.get(path + "/Activities").at("/activities/2/sid").textValue());
              assertEquals("Unavailable", desk.get(path).get("timeout_activity_name").textValue());
            });
  }

  @Test
  @Pins({"TR-WS-03", "TR-WS-04", "TR-WS-05", "TR-WS-07"})
  void lists_are_paged_by_token_and_not_by_number() {
    new Reception()
        .open(
            desk -> {
              JsonNode first = desk.get("/TaskChannels", "PageSize", "2");
              String next = first.at("/meta/next_page_url").textValue();
              JsonNode second =
                  desk.get(
                      next.substring(Reception.HOST.length()).split("\\?")[0],
                      "PageSize",
                      "2",
                      "Page",
                      "1",
                      "PageToken",
                      next.replaceAll(".*PageToken=", ""));

              assertEquals("channels", first.at("/meta/key").textValue());
              assertEquals(0, first.at("/meta/page").intValue());
              assertTrue(first.at("/meta/previous_page_url").isNull());
              assertEquals("sms", second.at("/channels/0/unique_name").textValue());
              assertEquals(50, desk.get("/Workers").at("/meta/page_size").intValue());
              assertTrue(desk.get("/Workers").at("/meta/next_page_url").isNull());
              assertEquals("400 40153", desk.code("GET", "/Workers", "Page", "1"));
              assertEquals("400 20007", desk.code("GET", "/Workers", "PageSize", "1001"));
              assertEquals("404 20404", desk.code("GET", "/Workers/" + Stage.sid("WK", 77)));
              assertEquals("404 20404", desk.code("GET", "/v1/Workspaces/" + Stage.sid("WS", 77)));
              assertEquals("405 20004", desk.code("DELETE", "/Workers"));
            });
    new Reception()
        .knob(Knob.TR_PAGE_NUMBER, "accept")
        .open(desk -> assertEquals("200", desk.code("GET", "/Workers", "Page", "1")));
  }

  @Test
  @Pins({"TR-WS-08", "TR-WS-09"})
  void stale_if_match_changes_nothing_and_without_it_the_last_write_wins() {
    new Reception()
        .open(
            desk -> {
              String worker = "/Workers/" + desk.worker("ann", "Offline", "{\"n\":1}");
              RestResponse fetched = desk.ask("GET", worker);
              String old = fetched.headers().get("ETag");
              RestResponse written = desk.askIf(old, "POST", worker, "Attributes", "{\"n\":2}");

              assertTrue(old.matches("\"[0-9]+\""), old);
              assertEquals(200, written.status());
              assertNotEquals(old, written.headers().get("ETag"));
              assertEquals(
                  "412 20412",
                  Reception.code(desk.askIf(old, "POST", worker, "Attributes", "{\"n\":3}")));
              assertEquals("{\"n\":2}", desk.get(worker).get("attributes").textValue());
              assertEquals("412 20412", Reception.code(desk.askIf(old, "DELETE", worker)));
              desk.post(worker, "Attributes", "{\"n\":4}");
              assertEquals("{\"n\":4}", desk.get(worker).get("attributes").textValue());
              String task = "/Tasks/" + Reception.sid(desk.task(desk.straight(desk.queue("q"))));
              assertEquals("412 20412", Reception.code(desk.askIf("99", "DELETE", task)));
              assertEquals(
                  "412 20412", Reception.code(desk.askIf("99", "POST", task, "Priority", "1")));
            });
  }

  @Test
  @Pins({"TR-WS-10", "TR-WS-11", "TR-WF-47"})
  void too_long_and_too_many_are_refused() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("q");
              String flow = desk.straight(queue);
              String longest = "{\"a\":\"" + "x".repeat(4096 - 8) + "\"}";

              desk.task(flow, "Attributes", longest);
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Tasks", "WorkflowSid", flow, "Attributes", longest + " "));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Tasks", "WorkflowSid", flow, "Attributes", "{\"a\":"));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Tasks", "WorkflowSid", flow, "Timeout", "1209601"));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Workers", "FriendlyName", "w", "Attributes", "[1]"));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/Workflows/" + flow, "TaskReservationTimeout", "86401"));
              assertEquals(
                  "400 20001",
                  desk.code("POST", "/TaskQueues/" + queue, "MaxReservedWorkers", "51"));
              for (int i = 0; i < 100; i++) {
                desk.post("/Workers", "FriendlyName", "w" + i);
              }
              assertEquals("200", desk.code("GET", "/Workers/Statistics"));
              desk.post("/Workers", "FriendlyName", "one too many");
              assertEquals("400 20001", desk.code("GET", "/Workers/Statistics"));
            });
    new Reception()
        .knob(Knob.TR_BAD_ATTRIBUTES_JSON, "accept")
        .open(
            desk ->
                assertEquals(
                    "201", desk.code("POST", "/Workers", "FriendlyName", "w", "Attributes", "{a")));
  }

  @Test
  @Pins({"TR-WS-16", "TR-WS-17", "TR-WS-18", "TR-WS-19", "TR-WS-20", "TR-WS-21"})
  void activities_keep_their_availability_and_those_in_use_stay() {
    new Reception()
        .open(
            desk -> {
              JsonNode lunch =
                  desk.post("/Activities", "FriendlyName", "Lunch", "Available", "yes");
              String path = "/Activities/" + Reception.sid(lunch);

              assertTrue(lunch.get("available").booleanValue());
              assertEquals("400 20001", desk.code("POST", "/Activities"));
              JsonNode same = desk.post(path, "Available", "false", "FriendlyName", "Break");
              assertTrue(same.get("available").booleanValue());
              assertEquals("Break", same.get("friendly_name").textValue());
              assertEquals(
                  List.of("Break"),
                  desk.column(
                      "/Activities", "activities", "friendly_name", "FriendlyName", "Break"));
              assertEquals(
                  List.of("Available", "Break"),
                  desk.column("/Activities", "activities", "friendly_name", "Available", "true"));
              JsonNode ann = desk.post("/Workers", "FriendlyName", "ann");
              assertEquals("Offline", ann.get("activity_name").textValue());
              desk.post("/Workers/" + Reception.sid(ann), "ActivitySid", Reception.sid(lunch));
              assertEquals("400 20001", desk.code("DELETE", path));
              assertEquals(
                  "400 20001", desk.code("DELETE", "/Activities/" + desk.activity("Offline")));
              desk.post("/Workers/" + Reception.sid(ann), "ActivitySid", desk.activity("Offline"));
              assertEquals("204", desk.code("DELETE", path));
              assertEquals(
                  "400 20001", desk.code("POST", desk.workspace(), "MultiTaskEnabled", "false"));
              assertEquals("204", desk.code("DELETE", desk.workspace()));
              assertEquals("404 20404", desk.code("GET", "/Workers/" + Reception.sid(ann)));
            });
    new Reception()
        .knob(Knob.TR_DELETE_BUSY_ACTIVITY, "ok")
        .open(
            desk ->
                assertEquals(
                    "204", desk.code("DELETE", "/Activities/" + desk.activity("Offline"))));
  }

  @Test
  @Pins({"TR-WS-12"})
  void expression_lists_are_limited_when_the_knob_says_so() {
    new Reception()
        .knob(Knob.TR_EVAL_TASKS_PER_SECOND, "3")
        .open(
            desk -> {
              for (int i = 0; i < 3; i++) {
                desk.get("/Tasks", "EvaluateTaskAttributes", "a == 1");
              }
              assertEquals(
                  "429 20429", desk.code("GET", "/Tasks", "EvaluateTaskAttributes", "a == 1"));
              assertEquals("200", desk.code("GET", "/Tasks"));
              desk.pass(1.5);
              assertEquals("200", desk.code("GET", "/Tasks", "EvaluateTaskAttributes", "a == 1"));
              assertEquals(
                  "400 20001", desk.code("GET", "/Tasks", "EvaluateTaskAttributes", "a =="));
            });
  }

  @Test
  @Pins({"TR-TQ-01", "TR-TQ-02", "TR-TQ-04", "TR-TQ-05", "TR-TQ-12", "TR-WF-43"})
  void queue_holds_those_for_whom_its_expression_is_true_now() {
    new Reception()
        .open(
            desk -> {
              String ann = desk.worker("ann", "Available", "{\"skills\":[\"sales\"]}");
              String sales = desk.queue("sales", "TargetWorkers", "skills HAS \"sales\"");
              String nobody = desk.queue("nobody", "TargetWorkers", "");
              String never = desk.queue("never", "TargetWorkers", "level HAS \"x\"");
              JsonNode json = desk.get("/TaskQueues/" + sales);

              assertEquals(1, json.get("max_reserved_workers").intValue());
              assertEquals("FIFO", json.get("task_order").textValue());
              assertTrue(json.get("reservation_activity_sid").isNull());
              assertEquals(
                  "1==1",
                  desk.get("/TaskQueues/" + desk.queue("all")).get("target_workers").textValue());
              assertEquals(
                  List.of("ann"),
                  desk.column("/Workers", "workers", "friendly_name", "TaskQueueSid", sales));
              assertEquals(
                  List.of(),
                  desk.column("/Workers", "workers", "friendly_name", "TaskQueueSid", nobody));
              assertEquals(
                  List.of(),
                  desk.column("/Workers", "workers", "friendly_name", "TaskQueueSid", never));
              assertEquals(
                  List.of("sales", "all"),
                  desk.column("/TaskQueues", "task_queues", "friendly_name", "WorkerSid", ann));
              String waits = Reception.sid(desk.task(desk.straight(nobody)));
              String taken = Reception.sid(desk.task(desk.straight(sales)));
              desk.pass(5);
              assertEquals("pending", desk.status(waits));
              assertEquals("reserved", desk.status(taken));
              desk.post("/Workers/" + ann, "Attributes", "{\"skills\":[]}");
              assertEquals(
                  List.of(),
                  desk.column("/Workers", "workers", "friendly_name", "TaskQueueName", "sales"));
              assertEquals("reserved", desk.status(taken));
              assertTrue(
                  desk.refusal(
                          "/TaskQueues", "FriendlyName", "bad", "TargetWorkers", "skill-level == 1")
                      .contains("position"));
              assertTrue(
                  desk.refusal("/TaskQueues", "FriendlyName", "bad", "TargetWorkers", "a == ")
                      .contains("position 5"));
              assertEquals("400 20001", desk.code("DELETE", "/TaskQueues/" + sales));
              assertEquals("204", desk.code("DELETE", "/TaskQueues/" + never));
            });
    new Reception()
        .knob(Knob.TR_DELETE_BUSY_QUEUE, "ok")
        .open(
            desk -> {
              String queue = desk.queue("q");
              desk.straight(queue);
              assertEquals("204", desk.code("DELETE", "/TaskQueues/" + queue));
            });
  }

  @Test
  @Pins({"TR-WF-01", "TR-WF-02", "TR-WF-03", "TR-WF-05", "TR-WF-06", "TR-WF-07"})
  void workflow_is_read_when_it_is_written_and_says_where_it_is_wrong() {
    new Reception()
        .open(
            desk -> {
              String queue = desk.queue("q");
              String one =
                  "{\"filters\":[{\"expression\":\"a==1\",\"targets\":[{\"queue\":\""
                      + queue
                      + "\",\"timeout\":\"10\",\"priority\":5},{\"timeout\":20}]}]}";
              JsonNode flow = desk.get("/Workflows/" + desk.workflow(one));

              assertEquals(120, flow.get("task_reservation_timeout").intValue());
              assertEquals("application/json", flow.get("document_content_type").textValue());
              assertTrue(flow.get("configuration").textValue().contains("task_routing"));
              assertTrue(flow.get("assignment_callback_url").isNull());
              String bad = "{\"task_routing\":" + one.replace("a==1", "a==") + "}";
              String where = desk.refusal("/Workflows", "FriendlyName", "x", "Configuration", bad);
              assertTrue(
                  where.contains("task_routing.filters[0].expression")
                      && where.contains("position"),
                  where);
              String unknown = "{\"task_routing\":" + one.replace(queue, Stage.sid("WQ", 99)) + "}";
              assertTrue(
                  desk.refusal("/Workflows", "FriendlyName", "x", "Configuration", unknown)
                      .contains("filters[0].targets[0]"));
              assertTrue(
                  desk.refusal("/Workflows", "FriendlyName", "x", "Configuration", "{")
                      .contains("not valid JSON"));
              assertTrue(
                  desk.refusal(
                          "/Workflows",
                          "FriendlyName",
                          "x",
                          "Configuration",
                          "{\"task_routing\":{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"timeout\":1}]}]}}")
                      .contains("names no queue"));
              assertEquals("400 20001", desk.code("POST", "/Workflows", "FriendlyName", "x"));
              assertEquals("400 20001", desk.code("POST", "/Workflows", "Configuration", bad));
              assertFalse(desk.get("/Workflows").get("workflows").isEmpty());
            });
  }
}
