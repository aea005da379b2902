package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A Dial to phones. The agent's document arrives at 235 ms; a dialled phone is placed 50 ms later,
 * rings after 800 ms, is answered after another 6 s and hung up 20 s later.
 */
class LegDialTest {

  private static final String CALLER = Stage.sid("CA", 1);
  private static final String CALLEE = Stage.sid("CA", 2);
  private static final String OTHER = Stage.sid("CA", 3);
  private static final String BOB = "+819000000002";
  private static final long DOCUMENT = 235;
  private static final long RINGS = DOCUMENT + 50 + 800;
  private static final long ANSWERS = RINGS + 6_000;
  private static final long HANGS_UP = ANSWERS + 20_000;
  private static final String ID = " callerId=\"" + Account.NUMBER + "\"";

  private static Stage stage(String verbs) {
    return new Stage().voice(verbs).somebody("bob", BOB).agentDials(0);
  }

  private static String dial(String attributes, String nouns) {
    return "<Dial" + ID + attributes + ">" + nouns + "</Dial>";
  }

  private static String number(String attributes) {
    return "<Number" + attributes + ">" + Stage.CUSTOMER + "</Number>";
  }

  private static Map<String, String> action(Stage stage) {
    assertEquals(1, stage.received("/action").size());
    return stage.received("/action").get(0).params();
  }

  @Test
  @Pins({"CALL-06", "CALL-07", "CALL-20", "TWIML-24"})
  void dialled_leg_is_a_child_that_rings_while_its_parent_is_in_progress() {
    List<JsonNode> seen = new ArrayList<>();
    List<RestResponse> lists = new ArrayList<>();
    Stage stage =
        stage(dial("", number("")))
            .knob(Knob.LIMIT_CPS, "1")
            .application(
                3_000,
                it -> {
                  seen.add(Stage.json(it.rest("GET", "/Calls/" + CALLER + ".json")));
                  seen.add(Stage.json(it.rest("GET", "/Calls/" + CALLEE + ".json")));
                  lists.add(it.rest("GET", "/Calls.json", "ParentCallSid", CALLER));
                })
            .run();

    assertEquals("in-progress", seen.get(0).get("status").asText());
    assertTrue(seen.get(0).get("parent_call_sid").isNull());
    assertEquals("ringing", seen.get(1).get("status").asText());
    assertEquals(CALLER, seen.get(1).get("parent_call_sid").asText());
    assertEquals("outbound-dial", seen.get(1).get("direction").asText());
    assertEquals(Account.NUMBER, seen.get(1).get("from").asText());
    JsonNode calls = Stage.json(lists.get(0)).get("calls");
    assertEquals(1, calls.size());
    assertEquals(CALLEE, calls.get(0).get("sid").asText());
    assertEquals(
        DOCUMENT + 50, stage.when(new Happening.LegStatus(CALLEE, "initiated", 0, "platform")));
  }

  @Test
  @Pins({"TWIML-25", "TWIML-26", "TWIML-27", "CALL-57"})
  void action_is_told_how_the_dialled_leg_ended() {
    Stage stage =
        stage(dial(" action=\"/action\"", number("")) + "<Say>never</Say>")
            .answer("/action", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
            .run();

    Map<String, String> params = action(stage);
    assertEquals("completed", params.get("DialCallStatus"));
    assertEquals(CALLEE, params.get("DialCallSid"));
    assertEquals("20", params.get("DialCallDuration"));
    assertEquals("true", params.get("DialBridged"));
    assertEquals(ANSWERS, stage.when(new Happening.LegsBridged(CALLER, CALLEE)));
    assertEquals(HANGS_UP, stage.when(new Happening.LegsParted(CALLEE, CALLER)));
    assertEquals("ringing in-progress completed", stage.statuses(CALLER));
  }

  @Test
  @Pins("TWIML-27")
  void every_way_of_not_answering_has_its_word() {
    for (List<String> way :
        List.of(
            List.of("busy", "busy"),
            List.of("no-answer", "no-answer"),
            List.of("rejects", "no-answer"),
            List.of("fails", "failed"))) {
      Stage stage =
          stage(dial(" action=\"/action\"", number(""))).pin("customer-1.does", way.get(0)).run();

      Map<String, String> params = action(stage);
      assertEquals(way.get(1), params.get("DialCallStatus"));
      assertEquals("false", params.get("DialBridged"));
      assertNull(params.get("DialCallDuration"));
    }
  }

  @Test
  @Pins({"TWIML-21", "LIMIT-12"})
  void phone_rings_for_the_timeout_and_what_the_platform_adds() {
    Stage stage = stage(dial("", number(""))).pin("customer-1.does", "no-answer").run();
    assertEquals(
        RINGS + 35_000,
        stage.when(new Happening.LegStatus(CALLEE, "no-answer", 487, "timeout")),
        "30 s by default");

    Stage quick =
        stage(dial(" timeout=\"7\"", number(""))).pin("customer-1.does", "no-answer").run();
    assertEquals(
        RINGS + 12_000, quick.when(new Happening.LegStatus(CALLEE, "no-answer", 487, "timeout")));
  }

  @Test
  @Pins({"TWIML-21", "LIMIT-12"})
  void time_limit_ends_the_callee_and_the_document_goes_on() {
    Stage stage = stage(dial(" timeLimit=\"5\"", number("")) + "<Say>Hello</Say>").run();

    assertEquals(
        ANSWERS + 5_000, stage.when(new Happening.LegStatus(CALLEE, "completed", 200, "timeout")));
    assertEquals(ANSWERS + 5_000 + 10, stage.when(new Happening.VerbBegan(CALLER, "Say", "Hello")));
  }

  @Test
  @Pins("TWIML-23")
  void first_to_answer_wins_and_the_rest_are_canceled() {
    Stage stage =
        stage(dial("", number("") + "<Number>" + BOB + "</Number>"))
            .pin("bob.answers", "2000")
            .run();

    assertEquals("queued initiated ringing canceled", stage.statuses(CALLEE));
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(OTHER));
    assertEquals(RINGS + 2_000, stage.when(new Happening.LegsBridged(CALLER, OTHER)));
  }

  @Test
  @Pins({"TWIML-23", "LIMIT-12"})
  void sequential_dial_tries_one_after_another() {
    Stage stage =
        stage(dial(" sequential=\"true\"", number("") + "<Number>" + BOB + "</Number>"))
            .pin("customer-1.does", "busy")
            .run();

    long busy = DOCUMENT + 50 + 400;
    assertEquals(busy, stage.when(new Happening.LegStatus(CALLEE, "busy", 486, "far-end")));
    assertEquals(busy, stage.when(new Happening.LegStatus(OTHER, "queued", 0, "platform")));
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(OTHER));
  }

  @Test
  @Pins({"TWIML-23", "LIMIT-12"})
  void at_most_ten_are_dialled_at_once() {
    StringBuilder nouns = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      nouns.append("<Number>+8190000001").append(10 + i).append("</Number>");
    }
    Stage stage = stage(dial("", nouns.toString())).run();

    assertEquals(10, stage.all(Happening.LegDialled.class).size());
    assertTrue(stage.notes().contains("warning 13250"));
  }

  @Test
  @Pins({"TWIML-31", "TWIML-32"})
  void answer_on_bridge_keeps_the_caller_ringing_until_the_callee_answers() {
    Stage late = stage(dial(" answerOnBridge=\"true\"", number(""))).run();
    assertEquals(ANSWERS, late.when(new Happening.LegStatus(CALLER, "in-progress", 0, "twiml")));

    Stage first = stage(dial("", number(""))).run();
    assertEquals(
        DOCUMENT,
        first.when(new Happening.LegStatus(CALLER, "in-progress", 0, "twiml")),
        "without it the caller is connected at once");

    Stage second = stage("<Pause/>" + dial(" answerOnBridge=\"true\"", number(""))).run();
    assertEquals(
        DOCUMENT + 1_000,
        second.when(new Happening.LegStatus(CALLER, "in-progress", 0, "twiml")),
        "only as the first verb");
  }

  @Test
  @Pins("TWIML-31")
  void caller_whose_callee_is_busy_was_never_answered() {
    Stage stage =
        stage(dial(" answerOnBridge=\"true\"", number(""))).pin("customer-1.does", "busy").run();

    assertEquals("ringing no-answer", stage.statuses(CALLER));
  }

  @Test
  @Pins({"CALL-57", "CALL-58"})
  void callee_is_hung_up_when_the_caller_goes() {
    Stage talking =
        stage(dial(" action=\"/action\"", number(""))).agentHangsUp(ANSWERS + 3_000).run();
    assertEquals("queued initiated ringing in-progress completed", talking.statuses(CALLEE));
    assertEquals("completed", action(talking).get("CallStatus"));
    assertEquals("3", action(talking).get("DialCallDuration"));

    Stage ringing = stage(dial("", number(""))).agentHangsUp(RINGS + 3_000).run();
    assertEquals("queued initiated ringing canceled", ringing.statuses(CALLEE));

    Stage abandoned =
        stage(dial(" answerOnBridge=\"true\"", number(""))).agentHangsUp(RINGS + 3_000).run();
    assertEquals("ringing no-answer", abandoned.statuses(CALLER));
    assertEquals("queued initiated ringing canceled", abandoned.statuses(CALLEE));
  }

  @Test
  @Pins("CALL-38")
  void ringing_callee_is_dropped_by_completing_the_parent_and_not_by_canceling_it() {
    Stage stage =
        stage(dial("", number("")))
            .application(
                3_000, it -> it.rest("POST", "/Calls/" + CALLER + ".json", "Status", "canceled"))
            .application(
                4_000, it -> it.rest("POST", "/Calls/" + CALLER + ".json", "Status", "completed"))
            .run();

    assertEquals(4_060, stage.when(new Happening.LegStatus(CALLEE, "canceled", 487, "twiml")));
  }

  @Test
  @Pins("CALL-44")
  void redirecting_the_parent_drops_the_callee_unless_the_knob_says_not() {
    String elsewhere = "<Response><Pause length=\"40\"/></Response>";
    Stage drops =
        stage(dial("", number("")))
            .application(
                10_000, it -> it.rest("POST", "/Calls/" + CALLER + ".json", "Twiml", elsewhere))
            .run();
    assertEquals(10_070, drops.when(new Happening.LegStatus(CALLEE, "completed", 200, "rest")));
    assertTrue(drops.when(new Happening.LegsParted(CALLEE, CALLER)) == 10_060);

    Stage keeps =
        stage(dial("", number("")))
            .knob(Knob.CALL_REDIRECT_PARENT_DROPS_CHILD, "false")
            .application(
                10_000, it -> it.rest("POST", "/Calls/" + CALLER + ".json", "Twiml", elsewhere))
            .run();
    assertEquals(
        HANGS_UP, keeps.when(new Happening.LegStatus(CALLEE, "completed", 200, "far-end")));
  }

  @Test
  @Pins("CALL-45")
  void redirecting_the_callee_ends_the_dial_without_a_duration() {
    Stage stage =
        stage(dial(" action=\"/action\"", number("")))
            .answer(
                "/action",
                request -> WebhookReply.twiml("<Response><Pause length=\"3\"/></Response>"))
            .application(
                10_000,
                it ->
                    it.rest(
                        "POST",
                        "/Calls/" + CALLEE + ".json",
                        "Twiml",
                        "<Response><Pause length=\"5\"/></Response>"))
            .run();

    assertEquals(CALLEE, action(stage).get("DialCallSid"));
    assertNull(action(stage).get("DialCallDuration"));
    assertEquals("true", action(stage).get("DialBridged"));
    assertEquals("in-progress", action(stage).get("CallStatus"));
    assertEquals(15_070, stage.when(new Happening.LegStatus(CALLEE, "completed", 200, "twiml")));
  }

  @Test
  @Pins("TWIML-30")
  void star_lets_the_caller_leave_the_dial() {
    Stage leaves =
        stage(dial(" hangupOnStar=\"true\"", number("")) + "<Say>Hello</Say>")
            .presses(10_000, CALLER, "1*")
            .run();
    assertEquals(10_010, leaves.when(new Happening.VerbBegan(CALLER, "Say", "Hello")));
    assertEquals("queued initiated ringing in-progress completed", leaves.statuses(CALLEE));

    Stage stays = stage(dial("", number(""))).presses(10_000, CALLER, "*").run();
    assertEquals(
        HANGS_UP, stays.when(new Happening.LegStatus(CALLEE, "completed", 200, "far-end")));
  }

  @Test
  @Pins("TWIML-34")
  void private_document_runs_on_the_callee_before_the_bridge() {
    Stage stage =
        stage(dial("", number(" url=\"/whisper\"")))
            .answer(
                "/whisper", request -> WebhookReply.twiml("<Response><Say>Hello</Say></Response>"))
            .run();

    Map<String, String> params = stage.received("/whisper").get(0).params();
    assertEquals(CALLEE, params.get("CallSid"));
    assertEquals(CALLER, params.get("ParentCallSid"));
    assertEquals("in-progress", params.get("CallStatus"));
    long said = stage.when(new Happening.VerbBegan(CALLEE, "Say", "Hello"));
    assertTrue(said > ANSWERS);
    assertEquals(said + 400, stage.when(new Happening.LegsBridged(CALLER, CALLEE)));
  }

  @Test
  @Pins("TWIML-34")
  void callee_who_is_hung_up_by_the_private_document_was_not_bridged() {
    Stage stage =
        stage(dial(" action=\"/action\"", number(" url=\"/whisper\"")))
            .answer("/whisper", request -> WebhookReply.twiml("<Response><Hangup/></Response>"))
            .run();

    assertEquals("false", action(stage).get("DialBridged"));
    assertTrue(stage.all(Happening.LegsBridged.class).isEmpty());
    assertEquals("in-progress", action(stage).get("CallStatus"));
  }

  @Test
  @Pins({"TWIML-34", "ERR-24"})
  void dial_in_a_private_document_is_an_error_that_drops_the_callee() {
    Stage stage =
        stage(dial("", number(" url=\"/whisper\"")))
            .answer(
                "/whisper",
                request -> WebhookReply.twiml("<Response><Dial>" + BOB + "</Dial></Response>"))
            .run();

    assertTrue(stage.notes().contains("error 13201"));
    assertTrue(stage.all(Happening.LegsBridged.class).isEmpty());
  }

  @Test
  @Pins("TWIML-34")
  void digits_are_played_before_the_bridge() {
    Stage stage = stage(dial("", number(" sendDigits=\"wW12#\""))).run();

    assertEquals(
        ANSWERS + 500 + 1_000 + 3 * 200, stage.when(new Happening.LegsBridged(CALLER, CALLEE)));
  }

  @Test
  @Pins({"TWIML-34", "CB-23"})
  void noun_reports_the_progress_of_its_leg_with_the_parent() {
    Stage stage =
        stage(
                dial(
                    "",
                    number(
                        " statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered"
                            + " completed\"")))
            .run();

    assertEquals(
        List.of("initiated", "ringing", "in-progress", "completed"),
        stage.received("/leg").stream().map(it -> it.params().get("CallStatus")).toList());
    assertEquals(CALLER, stage.received("/leg").get(0).params().get("ParentCallSid"));
    assertEquals("outbound-dial", stage.received("/leg").get(0).params().get("Direction"));
    Stage one = stage(dial("", number(" statusCallback=\"/leg\""))).run();
    assertEquals(1, one.received("/leg").size(), "completed alone by default");
  }

  @Test
  @Pins("ERR-26")
  void caller_id_must_be_a_number_of_the_account_or_of_the_call() {
    for (String id : List.of("", " callerId=\"client:agent-1\"", " callerId=\"+819099999999\"")) {
      Stage stage = stage("<Dial action=\"/action\"" + id + ">" + Stage.CUSTOMER + "</Dial>").run();

      assertTrue(stage.notes().contains("error 13214"), id);
      assertEquals("failed", action(stage).get("DialCallStatus"));
      assertTrue(stage.all(Happening.LegDialled.class).isEmpty());
    }
  }

  @Test
  @Pins("ERR-30")
  void what_is_no_number_is_not_dialled() {
    Stage stage = stage(dial("", "<Number>0312</Number>")).run();

    assertTrue(stage.notes().contains("error 13223"));
    assertTrue(stage.all(Happening.LegDialled.class).isEmpty());
  }

  @Test
  @Pins({"TWIML-35", "LIMIT-15"})
  void client_is_rung_by_its_identity_and_gets_parameters() {
    Stage stage =
        stage(
                "<Dial><Client><Identity>carol</Identity><Parameter name=\"ticket\""
                    + " value=\"7\"/></Client></Dial>")
            .somebody("carol", "client:carol")
            .run();

    assertEquals(
        new Happening.LegDialled(CALLEE, CALLER, Map.of("ticket", "7")),
        stage.all(Happening.LegDialled.class).get(0));
    assertEquals("client:agent-1", stage.all(Happening.LegCreated.class).get(1).from());
    assertEquals("client:carol", stage.all(Happening.LegCreated.class).get(1).to());
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(CALLEE));
  }

  @Test
  @Pins({"CALL-55", "CALL-56"})
  void client_that_nobody_registered_does_not_ring() {
    String dial = "<Dial action=\"/action\"><Client>nobody</Client></Dial>";
    Stage now = stage(dial).run();
    assertEquals("queued initiated no-answer", now.statuses(CALLEE));
    assertEquals("no-answer", action(now).get("DialCallStatus"));

    Stage later = stage(dial).knob(Knob.CALL_UNREGISTERED_CLIENT, "no-answer-after-timeout").run();
    assertEquals(
        DOCUMENT + 50 + 35_000,
        later.when(new Happening.LegStatus(CALLEE, "no-answer", 487, "timeout")));

    Stage failed = stage(dial).knob(Knob.CALL_UNREGISTERED_CLIENT, "failed404").run();
    assertEquals("queued initiated failed", failed.statuses(CALLEE));
  }

  @Test
  @Pins({"TWIML-26", "TWIML-36", "CB-24"})
  void sip_endpoint_is_dialled_and_its_answer_is_told() {
    Stage stage =
        stage(
                "<Dial action=\"/action\"><Sip statusCallback=\"/leg\">"
                    + "sip:dave@example.com?x-a=b</Sip></Dial>")
            .somebody("dave", "sip:dave@example.com")
            .pin("dave.does", "busy")
            .run();

    assertEquals("busy", action(stage).get("DialCallStatus"));
    assertEquals("486", action(stage).get("DialSipResponseCode"));
    assertEquals(
        action(stage).get("DialSipCallId"),
        stage.received("/leg").get(0).params().get("SipCallId"));
  }

  /** RACE-31: after the first redirect the Dial is over. */
  @Test
  @Pins("CALL-45")
  void second_leg_of_a_dial_may_be_gone_when_its_own_redirect_comes() {
    String room = "<Response><Dial><Conference>N</Conference></Dial></Response>";
    Stage stage =
        stage(dial("", number("")))
            .application(
                10_000,
                it -> {
                  it.rest("POST", "/Calls/" + CALLEE + ".json", "Twiml", room);
                  it.rest("POST", "/Calls/" + CALLER + ".json", "Twiml", room);
                })
            .run();

    assertEquals(21220, stage.all(Happening.RestHandled.class).get(1).code());
  }

  @Test
  @Pins({"ERR-25", "ERR-27", "ERR-28", "ERR-29", "ERR-44"})
  void bad_values_are_logged_and_the_dial_goes_on() {
    Map<String, Integer> documents = new LinkedHashMap<>();
    documents.put(dial(" method=\"PUT\"", number("")), 13210);
    documents.put(dial(" timeout=\"soon\"", number("")), 13212);
    documents.put(dial(" hangupOnStar=\"maybe\"", number("")), 13213);
    documents.put(dial("", number("") + "<Say>no</Say>"), 13215);
    documents.put(dial(" timeLimit=\"0\"", number("")), 13216);
    documents.put(dial("", number(" method=\"PUT\"")), 13221);
    documents.put(dial("", number(" sendDigits=\"x\"")), 13222);
    documents.put(dial("", number("") + "<Sip>dave@example.com</Sip>"), 13243);
    documents.forEach(
        (document, code) -> {
          Stage stage = stage(document).run();

          assertTrue(stage.notes().contains("warning " + code), document + stage.notes());
          assertEquals(1, stage.all(Happening.LegsBridged.class).size(), document);
        });
  }
}
