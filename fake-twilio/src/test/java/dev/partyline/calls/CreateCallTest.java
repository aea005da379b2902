package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Calls made by REST: what a create needs, refuses and leads to. */
class CreateCallTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String VOICE = Account.BASE_URL + "/voice";
  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  /** What a POST of these parameters answers: the status and, for an error, its code. */
  private static String create(String... pairs) {
    return answer(app -> app.rest("POST", "/Calls.json", pairs));
  }

  private static String answer(Function<Stage, RestResponse> request) {
    List<String> answers = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              RestResponse response = request.apply(app);
              answers.add(response.status() + (response.code() == 0 ? "" : " " + response.code()));
            })
        .run();
    return answers.get(0);
  }

  @Test
  @Pins({"CALL-22", "ERR-77", "ERR-79", "ERR-84"})
  void create_asks_for_to_then_a_source_of_twiml_then_from() {
    assertEquals("400 21201", create());
    assertEquals("400 21205", create("To", Stage.CUSTOMER));
    assertEquals("400 21205", create("To", Stage.CUSTOMER, "From", Account.NUMBER));
    assertEquals("400 21205", create("To", Stage.CUSTOMER, "Url", "/voice"));
    assertEquals("400 21213", create("To", Stage.CUSTOMER, "Twiml", SILENCE));
    assertEquals("201", create("To", Stage.CUSTOMER, "From", Account.NUMBER, "Twiml", SILENCE));
    assertEquals("201", create("To", Stage.CUSTOMER, "From", Account.NUMBER, "Url", VOICE));
    assertEquals(
        "201",
        create(
            "To", Stage.CUSTOMER, "From", Account.NUMBER, "ApplicationSid", Account.APPLICATION));
  }

  @Test
  @Pins({"ERR-82", "ERR-83", "ERR-94"})
  void badly_formatted_number_has_one_code_for_calls_and_another_for_participants() {
    assertEquals("400 21211", create("To", "0312345678", "From", Account.NUMBER, "Twiml", SILENCE));
    assertEquals("400 21212", create("To", Stage.CUSTOMER, "From", "0312345678", "Twiml", SILENCE));
    assertEquals(
        "400 13223",
        answer(
            app ->
                app.rest(
                    "POST",
                    "/Conferences/room/Participants.json",
                    "To",
                    "0312345678",
                    "From",
                    Account.NUMBER)));
  }

  @Test
  @Pins("ERR-80")
  void other_bad_parameters_have_codes_of_their_own() {
    assertEquals("400 21206", answer(app -> app.call("Twiml", SILENCE, "SendDigits", "12x")));
    assertEquals("400 21207", answer(app -> app.call("Twiml", SILENCE, "IfMachine", "Maybe")));
    assertEquals("400 21208", answer(app -> app.call("Twiml", SILENCE, "Timeout", "601")));
    assertEquals("400 21208", answer(app -> app.call("Twiml", SILENCE, "Timeout", "soon")));
    assertEquals("400 21209", answer(app -> app.call("Url", VOICE, "Method", "PUT")));
  }

  @Test
  @Pins("LIMIT-17")
  void at_most_32_digits_can_be_sent() {
    String most = "1234567890ABCD#*wW12345678901234".substring(0, 32);

    assertEquals("201", answer(app -> app.call("Twiml", SILENCE, "SendDigits", most)));
    assertEquals("400 21206", answer(app -> app.call("Twiml", SILENCE, "SendDigits", most + "1")));
  }

  @Test
  void application_that_does_not_exist_is_refused() {
    assertEquals("400 21218", answer(app -> app.call("ApplicationSid", Stage.sid("AP", 9))));
  }

  @Test
  @Pins({"CALL-24", "LIMIT-10"})
  void inline_twiml_has_4000_characters_at_most() {
    String most = "<Response>" + " ".repeat(4000 - 21) + "</Response>";

    assertEquals(4000, most.length());
    assertEquals("201", answer(app -> app.call("Twiml", most)));
    assertEquals("400 20001", answer(app -> app.call("Twiml", most + " ")));
  }

  @Test
  @Pins("CALL-23")
  void url_wins_over_inline_twiml_on_a_create() {
    Stage stage =
        new Stage()
            .voice("<Hangup/>")
            .application(0, app -> app.call("Url", VOICE, "Twiml", SILENCE))
            .run();

    assertEquals(1, stage.received("/voice").size());
    assertEquals("Hangup", stage.all(Happening.VerbBegan.class).get(0).verb());
  }

  @Test
  @Pins("CALL-25")
  void applications_own_settings_count_when_it_is_named() {
    Stage stage =
        new Stage()
            .statusPath("/app-status")
            .voice("<Nonsense")
            .application(
                0,
                app ->
                    app.call(
                        "ApplicationSid",
                        Account.APPLICATION,
                        "Method",
                        "GET",
                        "FallbackUrl",
                        Account.BASE_URL + "/fallback",
                        "StatusCallback",
                        Account.BASE_URL + "/own-status",
                        "StatusCallbackEvent",
                        "ringing"))
            .run();

    assertEquals("POST", stage.received("/voice").get(0).method());
    assertEquals(List.of(), stage.received("/fallback"));
    assertEquals(List.of(), stage.received("/own-status"));
    assertEquals(1, stage.received("/app-status").size());
  }

  @Test
  @Pins("CALL-26")
  void twiml_is_fetched_only_after_the_answer() {
    Stage stage =
        new Stage().voice("<Hangup/>").application(0, app -> app.call("Url", VOICE)).run();

    long answered = stage.when(new Happening.LegStatus(CALL, "in-progress", 0, "far-end"));
    long asked =
        stage.when(new Happening.WebhookQueued("customer-1.twiml", "twiml", CALL, null, "", VOICE));
    assertEquals(6_910, answered);
    assertEquals(answered, asked);
  }

  @Test
  @Pins("CALL-50")
  void unanswered_leg_never_fetches_its_twiml() {
    for (String does : List.of("busy", "busy-after-ringing", "rejects", "no-answer", "fails")) {
      Stage stage =
          new Stage()
              .pin("customer-1.does", does)
              .voice("<Hangup/>")
              .application(0, app -> app.call("Url", VOICE))
              .run();
      assertEquals(List.of(), stage.received("/voice"), does);
    }
    Stage canceled =
        new Stage()
            .voice("<Hangup/>")
            .application(0, app -> app.call("Url", VOICE))
            .application(
                3_000, app -> app.rest("POST", "/Calls/" + CALL + ".json", "Status", "canceled"))
            .run();
    assertEquals("queued initiated ringing canceled", canceled.statuses(CALL));
    assertEquals(List.of(), canceled.received("/voice"));
  }

  @Test
  @Pins("CALL-27")
  void leg_rings_for_its_timeout_and_a_buffer() {
    assertEquals(65_000, ringingTime("5000"));
    assertEquals(60_000, ringingTime("0"));
    assertEquals(15_000, ringingTime("5000", "Timeout", "10"));
    assertEquals(10_000, ringingTime("0", "Timeout", "10"));
  }

  private static long ringingTime(String buffer, String... pairs) {
    List<String> all = new ArrayList<>(List.of("Twiml", SILENCE));
    all.addAll(List.of(pairs));
    Stage stage =
        new Stage()
            .knob(Knob.CALL_RING_BUFFER, buffer)
            .pin("customer-1.does", "no-answer")
            .application(0, app -> app.call(all.toArray(new String[0])))
            .run();
    return stage.when(new Happening.LegStatus(CALL, "no-answer", 487, "timeout"))
        - stage.when(new Happening.LegStatus(CALL, "ringing", 0, "far-end"));
  }

  @Test
  @Pins("CALL-28")
  void time_limit_caps_the_answered_time() {
    Stage stage =
        new Stage().application(0, app -> app.call("Twiml", SILENCE, "TimeLimit", "7")).run();

    long answered = stage.when(new Happening.LegStatus(CALL, "in-progress", 0, "far-end"));
    assertEquals(
        answered + 7_000, stage.when(new Happening.LegStatus(CALL, "completed", 200, "timeout")));
  }

  @Test
  @Pins({"CALL-33", "REST-11", "ERR-76"})
  void failed_create_may_have_made_the_call_or_not() {
    assertEquals(List.of("503 20503", "0 calls"), failing(Knob.REST_FAIL_BEFORE_COMMIT, 1));
    assertEquals(List.of("503 20503", "1 calls"), failing(Knob.REST_FAIL_AFTER_COMMIT, 1));
    assertEquals(
        List.of("503 20503", "503 20503", "2 calls"), failing(Knob.REST_FAIL_AFTER_COMMIT, 2));
  }

  private static List<String> failing(Knob fault, int creates) {
    List<String> seen = new ArrayList<>();
    Stage stage = new Stage().knob(fault, "1");
    for (int i = 0; i < creates; i++) {
      stage.application(
          0,
          app -> {
            RestResponse response = app.call("Twiml", SILENCE);
            seen.add(response.status() + " " + response.code());
          });
    }
    stage.run();
    seen.add(stage.world().telephony().calls().size() + " calls");
    assertTrue(stage.outcome().kind().judgeable(), stage.outcome().describe());
    return seen;
  }

  @Test
  @Pins("REST-11")
  void without_faults_a_create_succeeds() {
    assertEquals("201", answer(app -> app.call("Twiml", SILENCE)));
  }
}
