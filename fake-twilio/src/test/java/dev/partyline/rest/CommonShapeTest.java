package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Outcome;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paths, methods, parameters and errors that all resources share. */
class CommonShapeTest {

  private static final String TWIML = "<Response><Pause length=\"300\"/></Response>";
  private static final String NOBODY = Stage.sid("CA", 99);

  private static RestResponse answer(String method, String path, String... pairs) {
    List<RestResponse> answers = new ArrayList<>();
    new Stage()
        .knob(Knob.REST_UNKNOWN_PARAMS, "ignore")
        .application(0, app -> answers.add(app.rest(method, path, pairs)))
        .run();
    return answers.get(0);
  }

  private static RestResponse raw(String path) {
    List<RestResponse> answers = new ArrayList<>();
    new Stage()
        .application(
            0,
            app ->
                answers.add(
                    app.surroundings()
                        .call(new RestRequest("GET", path, Map.of(), Account.SID, Account.TOKEN))))
        .run();
    return answers.get(0);
  }

  @Test
  @Pins("REST-01")
  void paths_begin_with_the_version_and_end_in_json() {
    assertEquals(200, raw(Stage.ACCOUNT + "/Calls.json").status());
    assertEquals(
        404, raw(Stage.ACCOUNT.replace("2010-04-01", "2008-08-01") + "/Calls.json").status());
    assertEquals(404, raw("/Calls.json").status());
    assertTrue(Stage.json(raw(Stage.ACCOUNT + "/Calls.json")).isObject());
  }

  @Test
  void hostile_paths_are_not_found() {
    for (String path :
        List.of(
            "", "/", "//", Stage.ACCOUNT + "/", Stage.ACCOUNT + "/Calls/%zz.json", "/%00.json")) {
      assertEquals(404, raw(path).status(), path);
    }
  }

  @Test
  @Pins("REST-02")
  void parameters_are_pascal_case_and_answers_snake_case() {
    RestResponse good =
        answer("POST", "/Calls.json", "To", Stage.CUSTOMER, "From", Account.NUMBER, "Twiml", TWIML);
    RestResponse bad =
        answer("POST", "/Calls.json", "to", Stage.CUSTOMER, "from", Account.NUMBER, "twiml", TWIML);

    assertEquals(201, good.status());
    assertEquals(21201, bad.code());
    Stage.json(good).fieldNames().forEachRemaining(name -> assertTrue(name.matches("[a-z_]+")));
  }

  @Test
  @Pins("REST-03")
  void times_are_rfc_2822_in_utc_without_fractions() {
    List<String> times = new ArrayList<>();
    new Stage()
        .application(
            5_999,
            app -> times.add(Stage.json(app.call("Twiml", TWIML)).get("date_created").textValue()))
        .run();

    assertEquals(List.of("Wed, 01 Apr 2026 00:00:06 +0000"), times);
  }

  @Test
  @Pins({"REST-07", "ERR-96"})
  void error_has_code_message_address_and_status() {
    RestResponse response = answer("GET", "/Calls/" + NOBODY + ".json");

    assertEquals(404, response.status());
    assertEquals(
        "{\"code\":20404,\"message\":\"The requested resource "
            + Stage.ACCOUNT
            + "/Calls/"
            + NOBODY
            + ".json was not found\",\"more_info\":\"https://www.twilio.com/docs/errors/20404\","
            + "\"status\":404}",
        response.body());
  }

  @Test
  @Pins({"REST-08", "ERR-73"})
  void what_is_not_found_is_named_by_its_path() {
    for (String path :
        List.of(
            "/Calls/" + NOBODY + ".json",
            "/Calls/" + NOBODY + "/Recordings.json",
            "/Conferences/" + Stage.sid("CF", 9) + ".json",
            "/Conferences/" + Stage.sid("CF", 9) + "/Participants.json",
            "/Nonsense.json")) {
      RestResponse response = answer("GET", path);
      assertEquals("404 20404", response.status() + " " + response.code());
      assertEquals(
          "The requested resource " + Stage.ACCOUNT + path + " was not found",
          Stage.json(response).get("message").textValue());
    }
    assertTrue(
        answer("GET", "/Nonsense").body().contains(Stage.ACCOUNT + "/Nonsense.json was not found"));
  }

  @Test
  void unknown_subresource_of_a_call_is_not_found_and_a_known_one_is_a_gap_of_the_fake() {
    List<Integer> statuses = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              String sid = Stage.json(app.call("Twiml", TWIML)).get("sid").textValue();
              statuses.add(app.rest("GET", "/Calls/" + sid + "/Nonsense.json").status());
            })
        .run();
    AssertionError gap =
        org.junit.jupiter.api.Assertions.assertThrows(
            AssertionError.class,
            () ->
                new Stage()
                    .application(
                        0,
                        app -> {
                          app.call("Twiml", TWIML);
                          app.rest("POST", "/Calls/" + Stage.sid("CA", 1) + "/Streams.json");
                        })
                    .run());

    assertEquals(List.of(404), statuses);
    assertTrue(
        gap.getMessage().contains("Partyline does not model media streams yet"), gap.getMessage());
  }

  @Test
  @Pins({"REST-13", "ERR-66"})
  void wrong_method_is_not_allowed() {
    for (String request :
        List.of(
            "DELETE /Calls.json",
            "PUT /Calls.json",
            "PUT /Calls/" + NOBODY + ".json",
            "POST /Conferences.json",
            "DELETE /Conferences/" + Stage.sid("CF", 1) + ".json",
            "DELETE /Conferences/" + Stage.sid("CF", 1) + "/Participants.json")) {
      String[] words = request.split(" ");
      RestResponse response = answer(words[0], words[1]);
      assertEquals("405 20004", response.status() + " " + response.code(), request);
    }
  }

  @Test
  @Pins("REST-09")
  void answer_without_content_has_no_body() {
    List<RestResponse> answers = new ArrayList<>();
    new Stage()
        .application(0, app -> app.participant("room"))
        .application(
            10_000,
            app ->
                answers.add(
                    app.rest(
                        "DELETE",
                        "/Conferences/"
                            + Stage.sid("CF", 1)
                            + "/Participants/"
                            + Stage.sid("CA", 1)
                            + ".json")))
        .run();

    assertEquals(204, answers.get(0).status());
    assertEquals("", answers.get(0).body());
  }

  @Test
  @Pins("REST-10")
  void unknown_parameters_are_ignored_unless_the_platform_is_strict() {
    assertEquals(
        201,
        answer(
                "POST",
                "/Calls.json",
                "To",
                Stage.CUSTOMER,
                "From",
                Account.NUMBER,
                "Twiml",
                TWIML,
                "Colour",
                "blue")
            .status());
    assertEquals("200 0", updating("ignore"));
    assertEquals("400 20001", updating("error20001"));
  }

  private static String updating(String unknown) {
    List<RestResponse> answers = new ArrayList<>();
    new Stage()
        .knob(Knob.REST_UNKNOWN_PARAMS, unknown)
        .application(0, app -> app.participant("room"))
        .application(
            10_000,
            app ->
                answers.add(
                    app.rest(
                        "POST",
                        "/Conferences/"
                            + Stage.sid("CF", 1)
                            + "/Participants/"
                            + Stage.sid("CA", 1)
                            + ".json",
                        "Colour",
                        "blue")))
        .run();
    return answers.get(0).status() + " " + answers.get(0).code();
  }

  @Test
  @Pins({"ERR-53", "ERR-57"})
  void participant_that_does_not_fit_is_refused_by_rest() {
    List<String> answers = new ArrayList<>();
    new Stage()
        .application(0, app -> app.participant("room", "Label", "guest"))
        .application(
            1_000, app -> answers.add("" + app.participant("room", "Label", "guest").code()))
        .application(
            2_000,
            app -> {
              app.participant("room", "Label", "other");
              answers.add("" + app.participant("room", "MaxParticipants", "2").code());
            })
        .run();

    assertEquals(List.of("16026", "16020"), answers);
  }

  @Test
  @Pins("ERR-56")
  void label_that_is_not_valid_is_refused_by_rest() {
    List<String> answers = new ArrayList<>();
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  answers.add("" + app.participant("room", "Label", NOBODY).code());
                  answers.add("" + app.participant("room", "Label", "a/b").code());
                })
            .run();

    assertEquals(List.of("16024", "16024"), answers);
    assertEquals(Outcome.Kind.QUIET, stage.outcome().kind());
    JsonNode none = Stage.json(answer("GET", "/Conferences.json"));
    assertFalse(none.get("conferences").elements().hasNext());
  }
}
