package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Legs that REST asks for wait their turn when the account may only start so many a second. */
class OutboundQueueTest {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  private final List<String> queueTimes = new ArrayList<>();

  /** Two calls and a participant in the same instant. */
  private Stage three(String perSecond) {
    return new Stage()
        .knob(Knob.LIMIT_CPS, perSecond)
        .application(0, app -> queueTime(app, app.call("Twiml", SILENCE).body()))
        .application(0, app -> queueTime(app, app.call("Twiml", SILENCE).body()))
        .application(0, app -> queueTime(app, app.participant("room").body()));
  }

  private void queueTime(Stage app, String body) {
    queueTimes.add(body.replaceAll(".*\"queue_time\":\"([0-9]+)\".*", "$1"));
  }

  private static List<Long> dialledAt(Stage stage) {
    List<Long> times = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      times.add(
          stage.when(new Happening.LegStatus(Stage.sid("CA", i), "initiated", 0, "platform")));
    }
    return times;
  }

  @Test
  @Pins({"LIMIT-05", "CALL-11"})
  void creates_start_one_per_second_and_the_rest_wait() {
    Stage stage = three("1").run();

    assertEquals(List.of(110L, 1_110L, 2_110L), dialledAt(stage));
    assertEquals(List.of("0", "1000", "2000"), queueTimes);
  }

  @Test
  @Pins({"LIMIT-05", "CALL-11"})
  void without_a_limit_nothing_waits() {
    Stage stage = three("unlimited").run();

    assertEquals(List.of(110L, 110L, 110L), dialledAt(stage));
    assertEquals(List.of("0", "0", "0"), queueTimes);
  }

  @Test
  @Pins("LIMIT-06")
  void waiting_create_is_queued_and_can_be_canceled_without_any_callback() {
    List<String> seen = new ArrayList<>();
    String second = Stage.sid("CA", 2);
    Stage stage =
        new Stage()
            .knob(Knob.LIMIT_CPS, "1")
            .application(0, app -> app.call("Twiml", SILENCE))
            .application(
                0,
                app ->
                    app.call(
                        "Twiml",
                        SILENCE,
                        "StatusCallback",
                        Account.BASE_URL + "/status",
                        "StatusCallbackEvent",
                        "initiated ringing answered completed"))
            .application(
                500,
                app -> {
                  String path = "/Calls/" + second + ".json";
                  seen.add(Stage.json(app.rest("GET", path)).get("status").textValue());
                  app.rest("POST", path, "Status", "canceled");
                })
            .run();

    assertEquals(List.of("queued"), seen);
    assertEquals("queued canceled", stage.statuses(second));
    assertEquals(List.of(), stage.received("/status"));
  }

  @Test
  @Pins("LIMIT-07")
  void inbound_calls_and_joins_by_twiml_do_not_wait() {
    Stage stage =
        new Stage()
            .knob(Knob.LIMIT_CPS, "1")
            .voice("<Dial><Conference>room</Conference></Dial>")
            .application(0, app -> app.call("Twiml", SILENCE))
            .application(0, app -> app.call("Twiml", SILENCE))
            .agentDials(0)
            .run();

    String agent = stage.all(Happening.ParticipantJoined.class).get(0).call();
    assertEquals("ringing in-progress", stage.statuses(agent));
    assertEquals(
        435,
        stage.when(new Happening.ParticipantJoined(Stage.sid("CF", 1), agent, null, true, false)));
  }

  @Test
  @Pins("PART-23")
  void participants_wait_for_their_turn_as_calls_do() {
    Stage stage =
        new Stage()
            .knob(Knob.LIMIT_CPS, "1")
            .pin("customer-1.initiated", "0")
            .pin("customer-1-2.initiated", "1000")
            .application(0, app -> app.participant("one"))
            .application(0, app -> app.participant("two"))
            .run();

    assertEquals(
        1_000,
        stage.when(new Happening.LegStatus(Stage.sid("CA", 2), "initiated", 0, "platform"))
            - stage.when(new Happening.LegStatus(Stage.sid("CA", 1), "initiated", 0, "platform")));
  }
}
