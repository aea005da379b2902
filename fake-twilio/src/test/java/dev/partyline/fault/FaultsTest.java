package dev.partyline.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String EVENTS = Account.BASE_URL + "/events";

  private static Stage with(Fault... faults) {
    return new Stage()
        .instantly()
        .pin("customer-1.answers", "2000")
        .platform(0, stage -> List.of(faults).forEach(stage.world().faults()::add));
  }

  private static RestResponse dial(Stage stage) {
    return stage.participant(
        "room",
        "ConferenceStatusCallback",
        EVENTS,
        "ConferenceStatusCallbackEvent",
        "start end join leave");
  }

  private static List<String> events(Fault... faults) {
    return with(faults).application(10, FaultsTest::dial).run().received("/events").stream()
        .map(request -> request.params().get("StatusCallbackEvent"))
        .toList();
  }

  @Test
  void two_requests_fail_after_they_took_effect_and_the_third_does_not() {
    List<Integer> statuses = new ArrayList<>();
    Stage stage = with(Fault.failsAfterCommit("POST", "/Participants", 2));
    stage.application(
        10,
        on -> {
          for (int i = 0; i < 3; i++) {
            statuses.add(dial(on).status());
          }
        });
    stage.run();
    assertEquals(List.of(503, 503, 201), statuses);
    assertEquals("queued", stage.statuses(Stage.sid("CA", 3)).split(" ")[0]);
  }

  @Test
  void a_request_may_be_cut_off_before_it_takes_effect() {
    List<Integer> statuses = new ArrayList<>();
    Stage stage =
        with(new Fault("reset-before-commit", "POST", "Participants", null, null, 1, 503, 0))
            .application(10, on -> statuses.add(dial(on).status()));
    stage.run();
    assertEquals(List.of(0), statuses);
    assertEquals("", stage.statuses(Stage.sid("CA", 1)));
  }

  @Test
  void the_second_request_that_fits_fails_when_one_is_skipped() {
    List<Integer> statuses = new ArrayList<>();
    with(Fault.failsBeforeCommit("POST", "/Participants", 1).skipping(1))
        .application(
            10,
            on -> {
              statuses.add(dial(on).status());
              statuses.add(dial(on).status());
            })
        .run();
    assertEquals(List.of(201, 503), statuses);
  }

  @Test
  void a_list_lags_behind() {
    List<Integer> sizes = new ArrayList<>();
    with(Fault.lags("Calls", Duration.ofSeconds(2), 1))
        .application(
            10_000,
            on -> {
              on.call("Url", EVENTS);
              sizes.add(Stage.json(on.rest("GET", "/Calls.json")).path("calls").size());
              sizes.add(Stage.json(on.rest("GET", "/Calls.json")).path("calls").size());
            })
        .run();
    assertEquals(List.of(0, 1), sizes);
  }

  @Test
  void events_are_dropped_doubled_delayed_and_overtaken() {
    assertEquals(List.of("participant-join", "participant-leave", "conference-end"), events());
    assertEquals(
        List.of("participant-leave", "conference-end"), events(Fault.drops("participant-join")));
    assertEquals(
        List.of("participant-join", "participant-join", "participant-leave", "conference-end"),
        events(Fault.duplicates("participant-join")));
    assertEquals(
        List.of("participant-leave", "conference-end", "participant-join"),
        events(Fault.delays("participant-join", Duration.ofSeconds(60))));
    assertEquals(
        List.of("participant-leave", "conference-end", "participant-join"),
        events(Fault.reorders("/events")),
        "the leaver ends the conference, so two events overtake");
  }

  @Test
  void a_fault_about_another_conference_does_not_happen() {
    assertEquals(3, events(Fault.drops("participant-join").about("CF" + "f".repeat(32))).size());
  }

  @Test
  void it_is_told_how_often_a_fault_happened() {
    Stage stage = with(Fault.failsBeforeCommit("POST", "/Participants", 5));
    stage.application(10, FaultsTest::dial).run();
    assertEquals(1, stage.world().faults().all().get(0).happened());
  }

  @Test
  void what_people_write_wrongly_is_named() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fault("delay", null, null, "x", null, 1, 503, 0))
            .getMessage()
            .contains("more than 0 for delay"));
  }
}
