package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings of the REST API do, and what an account sees of another one. */
class RestKnobsTest {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  @Test
  @Pins("CALL-10")
  void price_comes_a_while_after_the_end() {
    List<String> prices = new ArrayList<>();
    String call = "/Calls/" + Stage.sid("CA", 1) + ".json";
    new Stage()
        .knob(Knob.CALL_PRICE_DELAY_MS, "10000")
        .application(0, app -> app.call("Twiml", "<Response><Hangup/></Response>"))
        .application(
            12_000,
            app -> {
              JsonNode seen = Stage.json(app.rest("GET", call));
              prices.add(seen.get("status").textValue() + " " + seen.get("price").asText());
            })
        .application(
            30_000,
            app -> {
              JsonNode seen = Stage.json(app.rest("GET", call));
              prices.add(seen.get("price").textValue() + " " + seen.get("price_unit").textValue());
            })
        .run();

    assertEquals(List.of("completed null", "-0.01400 USD"), prices);
  }

  @Test
  @Pins("CONF-53")
  void lists_can_be_turned_round() {
    assertEquals("02 01", order("documented"));
    assertEquals("01 02", order("reversed"));
  }

  private static String order(String knob) {
    List<String> sids = new ArrayList<>();
    new Stage()
        .knob(Knob.REST_LIST_ORDER, knob)
        .application(
            0,
            app -> {
              app.call("Twiml", SILENCE);
              app.call("Twiml", SILENCE);
              Stage.json(app.rest("GET", "/Calls.json"))
                  .get("calls")
                  .forEach(call -> sids.add(call.get("sid").textValue().substring(32)));
            })
        .run();
    return String.join(" ", sids);
  }

  @Test
  @Pins({"LIMIT-08", "REST-12", "ERR-75"})
  void too_many_requests_at_once_are_refused_and_do_nothing() {
    List<Integer> codes = new ArrayList<>();
    List<Integer> made = new ArrayList<>();
    Stage stage = new Stage().knob(Knob.LIMIT_REST_CONCURRENCY, "1");
    for (int i = 1; i <= 3; i++) {
      stage.application(0, app -> codes.add(app.call("Twiml", SILENCE).status()));
    }
    stage
        .application(
            5_000, app -> made.add(Stage.json(app.rest("GET", "/Calls.json")).get("calls").size()))
        .run();

    assertEquals(List.of(1), made);
    assertEquals(List.of(201, 429, 429), codes.stream().sorted().toList());
  }

  @Test
  void limits_take_any_positive_number() {
    Knobs.standard().with(Map.of(Knob.LIMIT_CPS, "2.5"));
    assertThrows(
        IllegalArgumentException.class, () -> Knobs.standard().with(Map.of(Knob.LIMIT_CPS, "0")));
  }

  @Test
  @Pins("CALL-60")
  void times_are_taken_in_every_form() {
    new Stage()
        .application(0, app -> app.call("Twiml", SILENCE))
        .application(
            10_000,
            app -> {
              for (String after :
                  List.of(
                      "2026-04-01",
                      "2026-04-01T00:00:00",
                      "2026-04-01T00:00:00Z",
                      "2026-04-01T09:00:00+09:00",
                      "2026-04-01T00:00:00+0000",
                      "2026-04-01T00:00:00.5Z",
                      "Wed, 01 Apr 2026 00:00:00 +0000",
                      "03/31/2026 17:00:00 MST")) {
                assertEquals(1, count(app, "StartTime>", after), after);
                assertEquals(0, count(app, "StartTime<", after), after);
              }
              assertEquals(1, count(app, "StartTime<", "2026-04-02"));
              assertEquals(0, count(app, "StartTime", "2026-04-01T05:00:00Z"));
              assertEquals(400, app.rest("GET", "/Calls.json", "StartTime", "soon").status());
            })
        .run();
  }

  private static int count(Stage app, String name, String value) {
    return Stage.json(app.rest("GET", "/Calls.json", name, value)).get("calls").size();
  }

  @Test
  @Pins({"CONF-03", "SEC-16"})
  void names_and_records_are_an_accounts_own() {
    List<String> rooms = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              Asking ask = new Asking(app);
              String sub = ask.post("/2010-04-01/Accounts.json").get("sid").textValue();
              String number = "+14155550123";
              ask.about(sub).post("/IncomingPhoneNumbers.json", "PhoneNumber", number);
              String path = "/Conferences/room/Participants.json";
              JsonNode here = ask.post(path, "From", Account.NUMBER, "To", Stage.CUSTOMER);
              JsonNode there = ask.about(sub).post(path, "From", number, "To", "+819000000002");
              rooms.add(here.get("conference_sid").textValue().substring(32));
              rooms.add(there.get("conference_sid").textValue().substring(32));
              String call = "/Calls/" + there.get("call_sid").textValue() + ".json";
              assertEquals("404 20404", ask.code("GET", call));
              assertEquals(sub, ask.about(sub).get(call).get("account_sid").textValue());
              assertEquals(1, ask.get("/Calls.json").get("calls").size());
              assertEquals(1, ask.about(sub).get("/Conferences.json").get("conferences").size());
              assertEquals(
                  "400 21210",
                  ask.about(sub).code("POST", path, "From", Account.NUMBER, "To", "+819000000003"));
            })
        .run();

    assertEquals(List.of("01", "02"), rooms);
  }

  @Test
  void region_is_a_label_on_conferences() {
    List<String> regions = new ArrayList<>();
    new Stage()
        .knob(Knob.REST_REGION, "jp1")
        .application(
            0,
            app -> {
              app.participant("room");
              Stage.json(app.rest("GET", "/Conferences.json"))
                  .get("conferences")
                  .forEach(room -> regions.add(room.get("region").textValue()));
            })
        .run();

    assertEquals(List.of("jp1"), regions);
  }
}
