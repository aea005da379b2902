package dev.partyline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that come late, early, twice, out of order or never. */
class EventsTest {

  private static final String LISTENS =
      "statusCallback='/events' statusCallbackEvent='start end join leave'";

  private final Scene scene = new Scene();

  private Scene talking(String... pairs) {
    return scene.agentJoins(LISTENS).at(1, () -> scene.stage.participant("N", pairs));
  }

  private static String event(WebhookRequest request) {
    return request.params().getOrDefault("StatusCallbackEvent", "");
  }

  /** When an event arrived; -1 when it never did. */
  private double arrived(String event) {
    String name = null;
    for (Entry entry : scene.stage.journal()) {
      if (entry.what() instanceof Happening.WebhookQueued queued && queued.event().equals(event)) {
        name = queued.webhook();
      } else if (entry.what() instanceof Happening.WebhookSent sent
          && sent.webhook().equals(name)) {
        return entry.at() / 1000.0;
      }
    }
    return -1;
  }

  @Test
  @Pins({"RACE-08", "LIMIT-20", "CB-43"})
  void a_server_that_is_too_slow_for_a_burst_loses_events_for_good() {
    long[] free = {0};
    scene.stage.answer(
        "/events",
        request -> {
          long now = scene.stage.surroundings().clock().millis();
          free[0] = Math.max(free[0], now) + 9_000;
          scene.sleep((free[0] - now) / 1000.0);
          return WebhookReply.empty();
        });
    scene
        .agentJoins(
            "statusCallback='/events' statusCallbackEvent='start end join leave mute hold modify'")
        .at(
            1,
            () -> {
              scene.stage.participant("N");
              scene.sleep(5);
              scene.update(Scene.ROOM, Scene.SECOND, "Muted", "true", "Hold", "true");
              scene.complete(Scene.ROOM);
            })
        .run();

    List<Happening.WebhookFailed> failed = scene.stage.all(Happening.WebhookFailed.class);
    assertTrue(failed.size() >= 4, () -> "" + failed);
    assertTrue(failed.stream().allMatch(one -> one.attempt() == 1), "and nobody sends them again");
  }

  @ParameterizedTest
  @CsvSource({"0, 'CA2'", "2000, 'CA1 CA2'"})
  @Pins({"RACE-20", "PART-07", "CB-37"})
  void the_list_fetched_at_a_leave_may_still_show_the_leaver(String lingerMs, String listed) {
    scene.knob(Knob.PART_LEAVER_LINGER_MS, lingerMs);
    scene.stage.answer(
        "/events",
        request -> {
          if (event(request).equals("participant-leave")) {
            scene.keep("list", scene.ask("/Conferences/" + Scene.ROOM + "/Participants.json"));
          }
          return WebhookReply.empty();
        });
    talking().agentHangsUp(10).run();

    List<String> found = new ArrayList<>();
    for (String sid : scene.rows("list", "participants", "call_sid").split(" ")) {
      found.add("CA" + Scene.number(sid));
    }
    assertEquals(listed, String.join(" ", found.stream().sorted().toList()));
  }

  @ParameterizedTest
  @CsvSource({"1, in-progress", "20, completed"})
  @Pins({"RACE-21", "CB-14"})
  void the_handler_of_a_leave_finds_the_room_live_or_over_by_luck(int lateSeconds, String found) {
    scene.fault(Fault.delays("participant-leave", Duration.ofSeconds(lateSeconds)));
    scene.stage.answer(
        "/events",
        request -> {
          if (event(request).equals("participant-leave") && scene.answer("room").equals("none")) {
            scene.keep("room", scene.ask("/Conferences/" + Scene.ROOM + ".json"));
          }
          return WebhookReply.empty();
        });
    talking().agentHangsUp(10).hangsUp(15, Scene.SECOND).run();

    assertEquals(found, scene.field("room", "status"));
    assertEquals(lateSeconds == 1, arrived("participant-leave") < arrived("conference-end"));
  }

  @ParameterizedTest
  @CsvSource({"true, ringing", "false, in-progress"})
  @Pins({"RACE-22", "CONF-20", "CONF-21"})
  void a_conference_starts_while_the_callee_rings_with_early_media(String early, String status) {
    scene.customer(Scene.answersAfter(10));
    talking("EarlyMedia", early).run();

    assertEquals(status, scene.status(Scene.SECOND, arrived("conference-start") + 0.001));
  }

  @Test
  @Pins({"RACE-23", "CONF-22"})
  void the_start_is_never_told_and_two_people_talk_all_the_same() {
    scene.knob(Knob.CONF_START_EVENT_DROP_RATE, "1");
    talking().at(10, () -> scene.look("talking")).run();

    assertEquals("participant-join participant-join", scene.events());
    assertEquals("1: 2, 2: 1", scene.looked("talking"));
    assertEquals(1, scene.stage.all(Happening.ConferenceStarted.class).size());
  }

  @Test
  @Pins({"RACE-24", "CB-16"})
  void a_late_start_arrives_after_the_end_and_its_number_tells() {
    scene.fault(Fault.delays("conference-start", Duration.ofSeconds(60)));
    talking().at(10, () -> scene.complete(Scene.ROOM)).run();

    List<WebhookRequest> events = scene.stage.received("/events");
    WebhookRequest last = events.get(events.size() - 1);
    assertEquals("conference-start", event(last));
    assertTrue(arrived("conference-end") < arrived("conference-start"));
    assertEquals("2", last.params().get("SequenceNumber"), "of " + events.size());
  }

  @Test
  @Pins({"RACE-24", "CB-27"})
  void a_late_ringing_arrives_after_completed_and_its_number_tells() {
    scene
        .customer(PhoneScript.busyAfterRinging(Duration.ofSeconds(1)))
        .fault(Fault.delays("ringing", Duration.ofSeconds(60)))
        .at(
            0,
            () ->
                scene.stage.call(
                    "Twiml",
                    "<Response/>",
                    "StatusCallback",
                    Account.BASE_URL + "/status",
                    "StatusCallbackEvent",
                    "initiated",
                    "StatusCallbackEvent",
                    "ringing",
                    "StatusCallbackEvent",
                    "completed"))
        .run();

    assertEquals(
        List.of("initiated 0", "busy 2", "ringing 1"),
        scene.stage.received("/status").stream()
            .map(
                request ->
                    request.params().get("CallStatus")
                        + " "
                        + request.params().get("SequenceNumber"))
            .toList());
  }

  @Test
  @Pins({"RACE-25", "REST-11"})
  void an_event_comes_before_the_answer_that_names_its_call() {
    List<String> order = new ArrayList<>();
    Stage stage =
        new Stage()
            .pin("test.rest.returns", "200")
            .pin("customer-1.initiated", "0")
            .pin("customer-1.cb.initiated", "20")
            .answer(
                "/status",
                request -> {
                  order.add(request.params().get("CallStatus"));
                  return WebhookReply.empty();
                });
    stage
        .application(
            0,
            app -> {
              String status =
                  Stage.json(
                          app.call(
                              "Twiml",
                              "<Response/>",
                              "StatusCallback",
                              Account.BASE_URL + "/status",
                              "StatusCallbackEvent",
                              "initiated"))
                      .get("status")
                      .asText();
              order.add("the answer says " + status);
            })
        .run();

    assertEquals(List.of("initiated", "the answer says queued"), order);
  }

  @Test
  @Pins({"RACE-27", "CB-48"})
  void an_event_that_comes_twice_has_one_token_and_two_redials_if_nobody_looks_at_it() {
    List<String> tokens = new ArrayList<>();
    scene.fault(Fault.duplicates("participant-leave").about(Scene.ROOM));
    scene.stage.answer(
        "/events",
        request -> {
          if (event(request).equals("participant-leave")) {
            tokens.add(request.headers().get("I-Twilio-Idempotency-Token"));
            if (Scene.SECOND.equals(request.params().get("CallSid"))) {
              scene.stage.participant("N");
            }
          }
          return WebhookReply.empty();
        });
    talking().hangsUp(10, Scene.SECOND).run();

    assertEquals(tokens.get(0), tokens.get(1));
    assertEquals("1 3 4", scene.inRoom(Scene.ROOM, 60), "the customer, twice");
  }

  @ParameterizedTest
  @CsvSource({"never, -1", "late, 32"})
  @Pins({"RACE-43", "CALL-08"})
  void the_sid_of_the_room_reaches_the_desktop_late_or_never(String how, double told) {
    if (how.equals("never")) {
      scene.fault(Fault.drops("participant-join"));
      scene.fault(Fault.drops("conference-start"));
    } else {
      scene.fault(Fault.delays("participant-join", Duration.ofSeconds(32)));
    }
    scene
        .agentJoins("statusCallback='/events' statusCallbackEvent='join'")
        .at(5, () -> scene.keep("call", scene.ask("/Calls/" + Scene.AGENT + ".json")))
        .at(5, () -> scene.keep("found", scene.ask("/Conferences.json", "FriendlyName", "N")))
        .agentHangsUp(60)
        .run();

    assertEquals(told, arrived("participant-join"));
    assertEquals("absent", scene.field("call", "conference_sid"), "the call does not name it");
    assertEquals(Scene.ROOM, scene.rows("found", "conferences", "sid"), "a search does");
  }

  @Test
  @Pins({"RACE-44", "CALL-66"})
  void nothing_is_told_of_a_call_that_was_canceled_in_the_queue() {
    scene
        .knob(Knob.LIMIT_CPS, "1")
        .at(
            0,
            () -> {
              scene.stage.call("Twiml", "<Response/>");
              scene.stage.call(
                  "Twiml", "<Response/>", "StatusCallback", Account.BASE_URL + "/status");
              scene.keep("canceled", scene.call(Scene.SECOND, "Status", "canceled"));
            })
        .run();

    assertEquals("queued canceled", scene.statuses(Scene.SECOND));
    assertEquals(List.of(), scene.stage.received("/status"));
  }

  @Test
  @Pins({"RACE-45", "CONF-41"})
  void the_callback_of_the_second_to_join_is_ignored() {
    scene
        .agentJoins("")
        .at(1, () -> scene.stage.participant("N", Scene.ALL_EVENTS))
        .at(10, () -> scene.complete(Scene.ROOM))
        .run();

    assertEquals("", scene.events());
  }

  @ParameterizedTest
  @CsvSource({"client:alice, busy", "+819000000001, no-answer"})
  @Pins({"RACE-53", "CALL-48"})
  void a_decline_has_two_words_and_only_the_legs_own_callbacks_tell_of_it(
      String address, String status) {
    scene
        .somebody("alice", "client:alice")
        .phone(address, PhoneScript.rejects(Duration.ofSeconds(1)))
        .agentJoins("statusCallback='/events' statusCallbackEvent='start join'")
        .at(
            1,
            () ->
                scene.stage.participantAt(
                    address, "N", "StatusCallback", Account.BASE_URL + "/status"))
        .run();

    assertEquals(
        0,
        scene.stage.received("/events").stream()
            .filter(request -> Scene.SECOND.equals(request.params().get("CallSid")))
            .count());
    assertEquals(status, scene.stage.received("/status").get(0).params().get("CallStatus"));
  }

  @Test
  @Pins({"RACE-55", "TWIML-11"})
  void a_document_asked_for_again_at_the_fallback_dials_the_customer_twice() {
    for (String path : List.of("/first", "/again")) {
      scene.stage.answer(
          path,
          request -> {
            scene.stage.participant("N");
            if (path.equals("/first")) {
              scene.sleep(16);
            }
            return Scene.twiml(Scene.join("", "N"));
          });
    }
    scene
        .somebody("agent-2", "client:agent-2")
        .at(
            0,
            () ->
                scene.stage.rest(
                    "POST",
                    "/Calls.json",
                    "From",
                    Account.NUMBER,
                    "To",
                    "client:agent-2",
                    "Url",
                    Account.BASE_URL + "/first",
                    "FallbackUrl",
                    Account.BASE_URL + "/again"))
        .run();

    assertEquals("11203", scene.stage.received("/again").get(0).params().get("ErrorCode"));
    assertEquals(3, scene.legs());
    assertEquals("2 1 3", scene.inRoom(Scene.ROOM, 60), "the customer twice, and the agent");
  }
}
