package dev.partyline.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.FarEnd;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the events of any run without faults, in whatever order they arrive. */
class EventStreamProperties {

  private static final String CF1 = Stage.sid("CF", 1);

  /** A run: what the two customers do, what the application does in between, and how late. */
  record Run(
      String first,
      String second,
      List<String> steps,
      int dialsAt,
      int hangsUpAt,
      String answersAfter,
      String joinDelay,
      String endDelay,
      Map<Knob, String> knobs) {}

  @Property(tries = 150)
  @Pins({"INV-06", "CB-16", "CB-29"})
  void numbers_rise_and_times_never_fall(@ForAll("runs") Run run) {
    Stage stage = play(run);
    byConference(stage).values().forEach(events -> assertOrdered(events, 1));
    byCall(stage).values().forEach(events -> assertOrdered(events, 0));
  }

  private static void assertOrdered(List<WebhookRequest> events, int first) {
    Instant before = Instant.MIN;
    for (int i = 0; i < events.size(); i++) {
      assertEquals(first + i, number(events.get(i)));
      Instant at =
          ZonedDateTime.parse(
                  events.get(i).params().get("Timestamp"), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant();
      assertTrue(!at.isBefore(before));
      before = at;
    }
  }

  @Property(tries = 150)
  @Pins({"INV-07", "CB-13"})
  void end_is_the_last_event_of_a_conference(@ForAll("runs") Run run) {
    byConference(play(run))
        .values()
        .forEach(
            events -> {
              for (int i = 0; i < events.size(); i++) {
                boolean end =
                    events.get(i).params().get("StatusCallbackEvent").equals("conference-end");
                assertEquals(i == events.size() - 1, end);
              }
            });
  }

  @Property(tries = 150)
  @Pins("INV-08")
  void each_dialled_call_sends_exactly_one_completed_event_unless_it_was_never_dialled(
      @ForAll("runs") Run run) {
    Stage stage = play(run);
    Map<String, Integer> completed = new LinkedHashMap<>();
    for (Happening.WebhookQueued queued : stage.all(Happening.WebhookQueued.class)) {
      if (queued.event().equals("completed")) {
        completed.merge(queued.call(), 1, Integer::sum);
      }
    }
    for (Happening.LegCreated leg : stage.all(Happening.LegCreated.class)) {
      boolean dialled = stage.statuses(leg.call()).contains("initiated");
      assertEquals(dialled ? 1 : 0, completed.getOrDefault(leg.call(), 0));
    }
  }

  @Property(tries = 150)
  @Pins("INV-09")
  void every_event_is_delivered_exactly_once(@ForAll("runs") Run run) {
    Stage stage = play(run);
    List<String> queued =
        stage.all(Happening.WebhookQueued.class).stream()
            .map(Happening.WebhookQueued::webhook)
            .sorted()
            .toList();
    List<String> sent =
        stage.all(Happening.WebhookSent.class).stream()
            .map(Happening.WebhookSent::webhook)
            .sorted()
            .toList();
    assertEquals(queued, sent);
    assertEquals(queued.size(), queued.stream().distinct().count());
  }

  private static Stage play(Run run) {
    Stage stage =
        new Stage()
            .voice(
                "<Dial><Conference statusCallback=\"/ev\" statusCallbackEvent=\"start end join"
                    + " leave mute hold modify\">N</Conference></Dial>")
            .pin("customer-1.does", run.first())
            .pin("customer-1-2.does", run.second())
            .pin("customer-1.answers", run.answersAfter())
            .pin("call-1.room.cb.participant-join.agent-1", run.joinDelay())
            .pin("call-1.room.cb.conference-end", run.endDelay())
            .agentDials(run.dialsAt())
            .agentHangsUp(Math.max(run.hangsUpAt(), run.dialsAt()))
            .application(100, app -> run.steps().forEach(step -> step(app, step)));
    run.knobs().forEach(stage::knob);
    return stage.run();
  }

  private static void step(Stage app, String step) {
    String agent = "/Conferences/" + CF1 + "/Participants/" + Stage.sid("CA", 1) + ".json";
    switch (step) {
      case "dial" ->
          app.participant(
              "N",
              "StatusCallback",
              Account.BASE_URL + "/leg",
              "StatusCallbackEvent",
              "initiated ringing answered completed",
              "ConferenceStatusCallback",
              Account.BASE_URL + "/ev",
              "ConferenceStatusCallbackEvent",
              "start end join leave mute hold modify");
      case "mute" -> app.rest("POST", agent, "Muted", "true");
      case "unmute" -> app.rest("POST", agent, "Muted", "false", "Hold", "true");
      case "flag" -> app.rest("POST", agent, "EndConferenceOnExit", "true");
      case "kick" -> app.rest("DELETE", agent);
      case "complete" -> app.rest("POST", "/Conferences/" + CF1 + ".json", "Status", "completed");
      default -> app.surroundings().sleep(Duration.ofMillis(2_500));
    }
  }

  /** Conference events by conference, by their numbers. */
  private static Map<String, List<WebhookRequest>> byConference(Stage stage) {
    return grouped(stage.received("/ev"), "ConferenceSid");
  }

  private static Map<String, List<WebhookRequest>> byCall(Stage stage) {
    return grouped(stage.received("/leg"), "CallSid");
  }

  private static Map<String, List<WebhookRequest>> grouped(
      List<WebhookRequest> requests, String key) {
    Map<String, List<WebhookRequest>> groups = new TreeMap<>();
    for (WebhookRequest request : requests) {
      groups.computeIfAbsent(request.params().get(key), sid -> new ArrayList<>()).add(request);
    }
    groups
        .values()
        .forEach(group -> group.sort(Comparator.comparing(EventStreamProperties::number)));
    return groups;
  }

  private static int number(WebhookRequest request) {
    return Integer.parseInt(request.params().get("SequenceNumber"));
  }

  @Provide
  Arbitrary<Run> runs() {
    Arbitrary<String> does = Arbitraries.of(FarEnd.DOES);
    Arbitrary<List<String>> steps =
        Arbitraries.of("dial", "dial", "mute", "unmute", "flag", "kick", "complete", "wait", "wait")
            .list()
            .ofMinSize(1)
            .ofMaxSize(8);
    Arbitrary<Map<Knob, String>> knobs =
        Combinators.combine(
                Arbitraries.of(Knob.CONF_PRESENCE_RULE.choices()),
                Arbitraries.of(Knob.CONF_RINGING_LEGS_ON_END.choices()),
                Arbitraries.of(Knob.CB_START_BEFORE_JOIN.choices()),
                Arbitraries.of(Knob.CONF_END_FLAG_BEFORE_JOIN.choices()))
            .as(
                (presence, ringing, start, flag) ->
                    new TreeMap<>(
                        Map.of(
                            Knob.CONF_PRESENCE_RULE,
                            presence,
                            Knob.CONF_RINGING_LEGS_ON_END,
                            ringing,
                            Knob.CB_START_BEFORE_JOIN,
                            start,
                            Knob.CONF_END_FLAG_BEFORE_JOIN,
                            flag)));
    Arbitrary<Integer> times = Arbitraries.integers().between(0, 12_000);
    Arbitrary<String> delays =
        Arbitraries.integers().between(20, 1_500).map(ms -> Integer.toString(ms));
    return Combinators.combine(
            does,
            does,
            steps,
            times,
            times.map(ms -> 500 + 3 * ms),
            times.map(ms -> Integer.toString(ms)),
            delays)
        .flatAs(
            (first, second, all, dials, hangs, answers, join) ->
                Combinators.combine(delays, knobs)
                    .as(
                        (end, set) ->
                            new Run(first, second, all, dials, hangs, answers, join, end, set)));
  }
}
