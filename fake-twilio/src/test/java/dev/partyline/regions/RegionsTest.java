package dev.partyline.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening.VoiceDelay;
import dev.partyline.knob.Knob;
import dev.partyline.law.Delay;
import dev.partyline.law.Verdict.Standing;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Delays;
import dev.partyline.world.Party;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent's softphone, the account's number and the customer are in Japan unless it is said. */
class RegionsTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String NEW_YORK = "+12125550123";
  private static final String BOSTON = "+16175550123";

  private static Stage stage() {
    return new Stage().pin("customer-1.does", "answers").pin("customer-1.hangs-up", "30000");
  }

  /** Each region in which somebody heard somebody, with the delay, in order and without repeats. */
  private static List<String> heard(Stage stage) {
    return stage.all(VoiceDelay.class).stream()
        .map(voice -> voice.region() + " " + voice.ms())
        .distinct()
        .toList();
  }

  private static Standing delay(Stage stage) {
    return new Delay().judge(stage.journal()).standing();
  }

  // ---- the article's finding ----

  /**
   * A caller in Japan calls the account's number, waits in a queue, and an agent takes the call.
   */
  private static Stage inboundCall(String agentsVerbs) {
    return new Stage()
        .answer(
            "/voice",
            request ->
                WebhookReply.twiml(
                    request.params().get("From").startsWith("+")
                        ? "<Response><Enqueue waitUrl=\"\">support</Enqueue></Response>"
                        : "<Response>" + agentsVerbs + "</Response>"))
        .platform(
            0,
            stage ->
                stage
                    .world()
                    .arriveFrom(
                        Stage.CUSTOMER,
                        Account.NUMBER,
                        new Party("customer-1", Stage.CUSTOMER, "call-1")))
        .agentDials(8_000)
        .agentHangsUp(40_000);
  }

  @Test
  @Pins({"REGION-10", "REGION-12", "REGION-23", "REGION-25", "RACE-232"})
  void same_call_in_japan_is_315_ms_late_by_the_queue_and_172_ms_by_a_conference_in_jp1() {
    Stage dequeued = inboundCall("<Dial><Queue>support</Queue></Dial>").run();
    Stage conference =
        inboundCall("<Dial><Conference region=\"jp1\">T</Conference></Dial>")
            .application(
                12_000,
                app ->
                    app.rest(
                        "POST",
                        "/Calls/" + Stage.sid("CA", 1) + ".json",
                        "Twiml",
                        "<Response><Dial><Conference>T</Conference></Dial></Response>"))
            .run();

    assertEquals(List.of("us1 315"), heard(dequeued));
    assertEquals(List.of("jp1 172"), heard(conference));
    assertEquals(Standing.VIOLATED, delay(dequeued));
    assertEquals(Standing.HELD, delay(conference));
  }

  @Test
  @Pins("REGION-12")
  void conference_alone_does_not_help_where_the_platform_mixes_in_us1_by_itself() {
    Stage stage =
        stage()
            .knob(Knob.REGION_AUTO_RULE, "us1")
            .voice("<Dial><Conference>N</Conference></Dial>")
            .agentDials(0)
            .application(3_000, app -> app.participant("N"))
            .agentHangsUp(40_000)
            .run();

    assertEquals(List.of("us1 315"), heard(stage));
    assertEquals(Standing.VIOLATED, delay(stage));
  }

  // ---- path by path ----

  private static String dial(String number) {
    return "<Dial callerId=\"" + Account.NUMBER + "\">" + number + "</Dial>";
  }

  @Test
  @Pins({"REGION-10", "REGION-17"})
  void dial_between_two_parties_is_mixed_nearest_to_the_one_who_dialled() {
    Stage home = stage().voice(dial(Stage.CUSTOMER)).agentDials(0).run();
    Stage abroad =
        new Stage()
            .somebody("boston", BOSTON)
            .pin("boston.does", "answers")
            .voice(dial(BOSTON))
            .agentDials(0)
            .run();

    assertEquals(List.of("jp1 172"), heard(home));
    assertEquals(List.of("jp1 244"), heard(abroad));
    assertEquals(Standing.HELD, delay(abroad));
  }

  /** The agent in Japan and two more parties in the United States, in one conference. */
  private static Stage threeParties(String conference) {
    return new Stage()
        .somebody("new-york", NEW_YORK)
        .somebody("boston", BOSTON)
        .pin("new-york.does", "answers")
        .pin("new-york.answers", "1000")
        .pin("boston.does", "answers")
        .pin("boston.answers", "1000")
        .voice("<Dial>" + conference + "</Dial>")
        .application(
            0,
            app -> {
              app.participantAt(NEW_YORK, "N", "StartConferenceOnEnter", "false");
              app.participantAt(BOSTON, "N", "StartConferenceOnEnter", "false");
            })
        .agentDials(8_000)
        .agentHangsUp(20_000);
  }

  private static String region(Stage stage) {
    return stage.world().telephony().conference(CF1).region();
  }

  @Test
  @Pins({"REGION-10", "REGION-11"})
  void conference_without_a_region_is_mixed_near_the_majority_or_as_the_knob_says() {
    Stage majority = threeParties("<Conference>N</Conference>").run();
    assertEquals("us1", region(majority));
    assertTrue(heard(majority).contains("us1 182"), heard(majority).toString());

    Stage first =
        stage()
            .knob(Knob.REGION_AUTO_RULE, "firstParticipant")
            .somebody("boston", BOSTON)
            .pin("boston.does", "answers")
            .voice("<Dial><Conference>N</Conference></Dial>")
            .agentDials(0)
            .application(3_000, app -> app.participantAt(BOSTON, "N"))
            .agentHangsUp(40_000)
            .run();
    assertEquals("jp1", region(first));
  }

  @Test
  @Pins({"REGION-10", "REGION-13", "REGION-14", "RACE-230"})
  void named_region_wins_up_to_the_start_and_comes_too_late_where_the_room_binds_it_at_once() {
    String late = "<Conference region=\"jp1\">N</Conference>";

    assertEquals("jp1", region(threeParties(late).run()));
    assertEquals("us1", region(threeParties(late).knob(Knob.REGION_BIND_AT, "create").run()));
  }

  @Test
  @Pins("REGION-13")
  void region_does_not_move_when_those_who_are_near_it_leave() {
    Stage stage =
        threeParties("<Conference>N</Conference>")
            .pin("new-york.hangs-up", "9000")
            .pin("boston.hangs-up", "9000")
            .application(19_500, app -> app.participant("N"))
            .run();

    assertEquals("us1", region(stage));
  }

  @Test
  @Pins({"REGION-15", "REGION-16"})
  void edge_is_no_region_refused_by_rest_and_ignored_with_a_warning_in_a_document() {
    List<RestResponse> answers = new ArrayList<>();
    Stage stage =
        stage()
            .voice("<Dial><Conference region=\"tokyo\">N</Conference></Dial>")
            .agentDials(0)
            .application(
                3_000,
                app -> {
                  answers.add(app.participant("N", "Region", "tokyo"));
                  answers.add(app.participant("N", "Region", "jp1-ix"));
                  answers.add(app.participant("N", "Region", "jp1"));
                  app.surroundings().sleep(java.time.Duration.ofSeconds(15));
                  answers.add(app.rest("GET", "/Conferences/" + CF1 + ".json"));
                })
            .agentHangsUp(40_000)
            .run();

    assertEquals(400, answers.get(0).status());
    assertEquals(20001, Stage.json(answers.get(0)).get("code").asInt());
    assertEquals(400, answers.get(1).status());
    assertEquals(201, answers.get(2).status());
    assertEquals("jp1", Stage.json(answers.get(3)).get("region").asText());
    assertEquals(List.of("warning 16002"), stage.notes().stream().limit(1).toList());
  }

  @Test
  @Pins("REGION-10")
  void supervisor_hears_through_the_conferences_region_by_a_path_of_their_own() {
    Stage stage =
        stage()
            .somebody("boston", BOSTON)
            .pin("boston.does", "answers")
            .voice("<Dial><Conference region=\"jp1\">N</Conference></Dial>")
            .agentDials(0)
            .application(3_000, app -> app.participant("N"))
            .application(12_000, app -> app.participantAt(BOSTON, "N", "Muted", "true"))
            .agentHangsUp(40_000)
            .run();

    assertEquals(List.of("jp1 172", "jp1 244", "jp1 254"), heard(stage));
    long toBoston =
        stage.all(VoiceDelay.class).stream()
            .filter(voice -> voice.hearer().equals(Stage.sid("CA", 3)))
            .count();
    assertEquals(2, toBoston);
  }

  @Test
  void who_hears_whom_and_how_late_can_be_asked_at_any_moment() {
    List<List<Delays.Pair>> seen = new ArrayList<>();
    stage()
        .voice("<Dial><Conference region=\"us1\">N</Conference></Dial>")
        .agentDials(0)
        .application(3_000, app -> app.participant("N"))
        .platform(2_000, stage -> seen.add(stage.world().delays().now()))
        .platform(15_000, stage -> seen.add(stage.world().delays().now()))
        .agentHangsUp(40_000)
        .run();

    assertEquals(List.of(), seen.get(0));
    assertEquals(2, seen.get(1).size());
    assertEquals("us1", seen.get(1).get(0).region().code());
    assertEquals(315, seen.get(1).get(0).ms());
    assertEquals(172, seen.get(1).get(0).leastMs());
  }

  // ---- the control plane ----

  @Test
  @Pins({"REGION-27", "RACE-231"})
  void three_rest_calls_from_japan_cost_three_pacific_round_trips_more() {
    List<Long> took = new ArrayList<>();
    for (String site : List.of("us1", "jp1")) {
      new Stage()
          .knob(Knob.REGION_APP_SITE, site)
          .application(
              0,
              app -> {
                for (int i = 0; i < 3; i++) {
                  app.rest("GET", "/Calls.json");
                }
                took.add(app.world().now());
              })
          .run();
    }

    assertEquals(3 * 146, took.get(1) - took.get(0));
  }

  @Test
  @Pins("REGION-27")
  void document_from_japan_comes_a_round_trip_later() {
    List<Long> joined = new ArrayList<>();
    for (String site : List.of("us1", "jp1")) {
      Stage stage =
          new Stage()
              .knob(Knob.REGION_APP_SITE, site)
              .voice("<Dial><Conference>N</Conference></Dial>")
              .agentDials(0)
              .agentHangsUp(20_000)
              .run();
      joined.add(
          stage.journal().entries().stream()
              .filter(
                  entry ->
                      entry.what() instanceof dev.partyline.journal.Happening.ParticipantJoined)
              .findFirst()
              .orElseThrow()
              .at());
    }
    assertEquals(146, joined.get(1) - joined.get(0));
  }
}
