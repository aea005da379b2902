package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the record of a call shows, from its making to its end. */
class CallResourceTest {

  private static final List<String> FIELDS =
      List.of(
          "sid",
          "date_created",
          "date_updated",
          "parent_call_sid",
          "account_sid",
          "to",
          "to_formatted",
          "from",
          "from_formatted",
          "phone_number_sid",
          "status",
          "start_time",
          "end_time",
          "duration",
          "price",
          "price_unit",
          "direction",
          "answered_by",
          "api_version",
          "forwarded_from",
          "group_sid",
          "caller_name",
          "queue_time",
          "trunk_sid",
          "uri",
          "subresource_uris");

  private static final String PAUSE = "<Response><Pause length=\"30\"/></Response>";

  /** Answered after 6860 ms, hung up by the customer 20 s later. */
  private static JsonNode[] life() {
    JsonNode[] seen = new JsonNode[4];
    new Stage()
        .application(0, app -> seen[0] = Stage.json(app.call("Twiml", PAUSE)))
        .application(130, app -> seen[1] = fetch(app))
        .application(10_000, app -> seen[2] = fetch(app))
        .application(40_000, app -> seen[3] = fetch(app))
        .run();
    return seen;
  }

  private static JsonNode fetch(Stage app) {
    return Stage.json(app.rest("GET", "/Calls/" + Stage.sid("CA", 1) + ".json"));
  }

  @Test
  @Pins("CALL-03")
  void every_answer_about_a_call_has_the_same_fields() {
    for (JsonNode call : life()) {
      List<String> names = new ArrayList<>();
      call.fieldNames().forEachRemaining(names::add);
      assertEquals(FIELDS, names);
    }
  }

  @Test
  @Pins("CALL-01")
  void every_leg_is_a_call_with_a_sid_of_its_own() {
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>room</Conference></Dial>")
            .agentDials(0)
            .application(1_000, app -> app.participant("room"))
            .application(2_000, app -> app.call("Twiml", PAUSE))
            .run();

    List<String> sids = new ArrayList<>();
    stage.world().telephony().calls().forEach(call -> sids.add(call.sid()));
    assertEquals(List.of(Stage.sid("CA", 1), Stage.sid("CA", 2), Stage.sid("CA", 3)), sids);
    sids.forEach(sid -> assertTrue(sid.matches("CA[0-9a-f]{32}"), sid));
  }

  @Test
  @Pins("CALL-04")
  void duration_and_queue_time_are_strings() {
    JsonNode over = life()[3];

    assertTrue(over.get("duration").isTextual());
    assertEquals("20", over.get("duration").textValue());
    assertTrue(over.get("queue_time").isTextual());
    assertTrue(over.get("price").isNull(), "a price is a string or null");
  }

  @Test
  @Pins("CALL-05")
  void subresources_are_nine_paths_relative_to_the_host() {
    Map<String, String> uris = new LinkedHashMap<>();
    life()[0]
        .get("subresource_uris")
        .properties()
        .forEach(field -> uris.put(field.getKey(), field.getValue().textValue()));

    assertEquals(
        List.of(
            "notifications",
            "recordings",
            "payments",
            "events",
            "siprec",
            "streams",
            "transcriptions",
            "user_defined_message_subscriptions",
            "user_defined_messages"),
        List.copyOf(uris.keySet()));
    assertEquals(
        Stage.ACCOUNT + "/Calls/" + Stage.sid("CA", 1) + "/UserDefinedMessages.json",
        uris.get("user_defined_messages"));
    uris.values().forEach(uri -> assertTrue(uri.startsWith(Stage.ACCOUNT + "/Calls/"), uri));
  }

  @Test
  @Pins("CALL-06")
  void direction_tells_who_made_the_leg() {
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>room</Conference></Dial>")
            .agentDials(0)
            .application(1_000, app -> app.participant("room"))
            .application(2_000, app -> app.call("Twiml", PAUSE))
            .run();

    List<String> directions = new ArrayList<>();
    stage.world().telephony().calls().forEach(call -> directions.add(call.origin().direction()));
    assertEquals(List.of("inbound", "outbound-api", "outbound-api"), directions);
  }

  @Test
  @Pins("CALL-08")
  void call_in_a_conference_does_not_name_it() {
    List<String> bodies = new ArrayList<>();
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>a-room</Conference></Dial>")
            .agentDials(0)
            .application(
                2_000,
                app -> bodies.add(app.rest("GET", "/Calls/" + Stage.sid("CA", 1) + ".json").body()))
            .run();

    assertEquals(1, stage.world().telephony().conferences().size());
    assertFalse(bodies.get(0).contains("a-room"), bodies.get(0));
    assertFalse(bodies.get(0).contains("\"CF"), bodies.get(0));
  }

  @Test
  @Pins("CALL-09")
  void times_and_duration_stay_null_until_they_are_known() {
    JsonNode[] life = life();

    assertTrue(life[0].get("start_time").isNull(), "queued: not dialled yet");
    assertEquals("Wed, 01 Apr 2026 00:00:00 +0000", life[1].get("start_time").textValue());
    assertTrue(life[2].get("end_time").isNull());
    assertTrue(life[2].get("duration").isNull(), "a live call has no duration");
    assertEquals("Wed, 01 Apr 2026 00:00:26 +0000", life[3].get("end_time").textValue());
    assertEquals("20", life[3].get("duration").textValue());
  }

  @Test
  @Pins({"CALL-09", "CALL-51"})
  void unanswered_call_has_no_duration_but_its_final_callback_says_zero() {
    JsonNode[] seen = new JsonNode[1];
    Stage stage =
        new Stage()
            .pin("customer-1.does", "busy")
            .application(
                0, app -> app.call("Twiml", PAUSE, "StatusCallback", Account.BASE_URL + "/status"))
            .application(9_000, app -> seen[0] = fetch(app))
            .run();

    assertTrue(seen[0].get("duration").isNull());
    assertEquals("0", stage.received("/status").get(0).params().get("Duration"));
    assertEquals("0", stage.received("/status").get(0).params().get("CallDuration"));
  }

  @Test
  @Pins("CALL-12")
  void answered_by_is_null_without_machine_detection() {
    for (JsonNode call : life()) {
      assertTrue(call.get("answered_by").isNull());
    }
  }

  @Test
  @Pins({"CALL-13", "CALL-14"})
  void addresses_show_as_people_know_them() {
    assertEquals("(415) 867-5308", dialled("+14158675308").get("to_formatted").textValue());
    assertEquals("+14158675308", dialled("+14158675308").get("to").textValue());
    assertEquals("+442071838750", dialled("+442071838750").get("to_formatted").textValue());
    assertEquals("client:alice", dialled("client:alice").get("to").textValue());
    assertEquals("bob@example.com", dialled("sip:bob@example.com").get("to").textValue());
  }

  private static JsonNode dialled(String to) {
    JsonNode[] seen = new JsonNode[1];
    new Stage()
        .application(
            0,
            app ->
                seen[0] =
                    Stage.json(
                        app.rest(
                            "POST",
                            "/Calls.json",
                            "To",
                            to,
                            "From",
                            Account.NUMBER,
                            "Twiml",
                            PAUSE)))
        .run();
    return seen[0];
  }

  @Test
  @Pins({"CALL-18", "CALL-26"})
  void call_is_queued_for_rest_while_callbacks_say_initiated() {
    JsonNode[] seen = new JsonNode[2];
    Stage stage =
        new Stage()
            .application(
                0,
                app ->
                    seen[0] =
                        Stage.json(
                            app.call(
                                "Url",
                                Account.BASE_URL + "/voice",
                                "StatusCallback",
                                Account.BASE_URL + "/status",
                                "StatusCallbackEvent",
                                "initiated")))
            .application(130, app -> seen[1] = fetch(app))
            .voice("<Hangup/>")
            .run();

    assertEquals("queued", seen[0].get("status").textValue());
    assertEquals("queued", seen[1].get("status").textValue());
    assertFalse(seen[1].get("start_time").isNull(), "it is being dialled by then");
    assertEquals("initiated", stage.received("/status").get(0).params().get("CallStatus"));
  }
}
