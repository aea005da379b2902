package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.world.Hearing;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears whom in a conference, moment by moment. */
class HearingTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String COACH = Stage.sid("CA", 3);

  private final Map<String, String> looks = new LinkedHashMap<>();
  private final Stage stage =
      new Stage()
          .voice("<Dial><Conference>N</Conference></Dial>")
          .pin("customer-1.hangs-up", "30000")
          .pin("supervisor-1.hangs-up", "30000")
          .agentDials(0)
          .agentHangsUp(90_000);

  /** Keeps what everybody hears now, as {@code agent: customer}. */
  private void look(Stage app, String word) {
    Hearing hearing = app.world().hearing();
    List<String> all = new ArrayList<>();
    for (String call : List.of(AGENT, CUSTOMER, COACH)) {
      List<String> hears = new ArrayList<>();
      hearing.heardBy(call).forEach(other -> hears.add(name(other)));
      if (!hearing.soundOf(call).isEmpty()) {
        hears.add(hearing.soundOf(call));
      }
      if (!hears.isEmpty()) {
        all.add(name(call) + ": " + String.join(" ", hears));
      }
    }
    looks.put(word, String.join(", ", all));
  }

  private static String name(String call) {
    return call.equals(AGENT) ? "agent" : call.equals(CUSTOMER) ? "customer" : "coach";
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  private void update(Stage app, String who, String... pairs) {
    app.rest("POST", "/Conferences/" + CF1 + "/Participants/" + who + ".json", pairs);
  }

  /** At 10 s agent and customer talk and a supervisor coaches the agent at 20 s. */
  private Stage coached(java.util.function.Consumer<Stage> body) {
    return stage
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000, app -> app.participantAt(Stage.SUPERVISOR, CF1, "CallSidToCoach", AGENT))
        .application(20_000, body::accept)
        .run();
  }

  @Test
  @Pins({"CONF-17", "PART-30"})
  void before_the_start_there_is_music_and_then_the_ringing_and_then_the_voice() {
    stage
        .application(1_500, app -> look(app, "waiting"))
        .application(2_000, app -> app.participant("N"))
        .application(5_000, app -> look(app, "ringing"))
        .application(10_000, app -> look(app, "talking"))
        .run();
    assertEquals("agent: music", looks.get("waiting"));
    assertEquals("agent: customer", looks.get("ringing"));
    assertEquals("agent: customer, customer: agent", looks.get("talking"));
  }

  @Test
  @Pins({"CONF-17", "PART-30"})
  void without_early_media_the_ringing_is_not_heard() {
    stage
        .application(2_000, app -> app.participant("N", "EarlyMedia", "false"))
        .application(5_000, app -> look(app, "ringing"))
        .run();
    assertEquals("agent: music", looks.get("ringing"));
  }

  @Test
  @Pins("CONF-17")
  void those_who_do_not_start_the_conference_hear_nobody_until_it_starts() {
    stage
        .voice("<Dial><Conference startConferenceOnEnter='false'>N</Conference></Dial>")
        .application(2_000, app -> app.participant("N", "StartConferenceOnEnter", "false"))
        .application(
            12_000,
            app -> {
              look(app, "without a moderator");
              app.participantAt(Stage.SUPERVISOR, "N");
            })
        .application(22_000, app -> look(app, "with one"))
        .run();
    assertEquals("agent: music, customer: music", looks.get("without a moderator"));
    assertEquals(
        "agent: customer coach, customer: agent coach, coach: agent customer",
        looks.get("with one"));
  }

  @Test
  @Pins({"PART-41", "PART-42", "PART-43"})
  void muted_is_not_heard_and_held_is_cut_off_both_ways() {
    stage
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              update(app, AGENT, "Muted", "true");
              look(app, "muted");
              update(app, CUSTOMER, "Hold", "true");
              look(app, "held as well");
              update(app, AGENT, "Muted", "false");
              look(app, "held alone");
              update(app, CUSTOMER, "Hold", "false");
              look(app, "neither");
            })
        .run();
    assertEquals("agent: customer", looks.get("muted"));
    assertEquals("customer: music", looks.get("held as well"));
    assertEquals("customer: music", looks.get("held alone"));
    assertEquals("agent: customer, customer: agent", looks.get("neither"));
  }

  @Test
  @Pins({"PART-59", "PART-60", "PART-66"})
  void whisper_monitor_and_barge_and_a_target_on_hold() {
    coached(
        app -> {
          look(app, "whisper");
          update(app, COACH, "Muted", "true");
          look(app, "monitor");
          update(app, COACH, "Muted", "false");
          update(app, AGENT, "Hold", "true");
          look(app, "target on hold");
          update(app, AGENT, "Hold", "false");
          look(app, "target back");
          update(app, COACH, "Coaching", "false");
          look(app, "barge");
        });
    String whisper = "agent: customer coach, customer: agent, coach: agent customer";
    assertEquals(whisper, looks.get("whisper"));
    assertEquals("agent: customer, customer: agent, coach: agent customer", looks.get("monitor"));
    assertEquals("agent: music, coach: customer", looks.get("target on hold"));
    assertEquals(whisper, looks.get("target back"));
    assertEquals(
        "agent: customer coach, customer: agent coach, coach: agent customer", looks.get("barge"));
  }

  @ParameterizedTest
  @CsvSource({
    "silent,coach: customer",
    "barge,'customer: coach, coach: customer'",
    "leave,customer: alone"
  })
  @Pins("PART-65")
  void coach_without_a_target_is_heard_as_the_knob_says(String knob, String heard) {
    stage.knob(Knob.PART_COACH_ORPHAN, knob);
    coached(
        app -> {
          app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + AGENT + ".json");
          look(app, "orphan");
        });
    assertEquals(heard, looks.get("orphan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  @Pins("CONF-26")
  void one_who_is_alone_again_hears_music_only_if_the_knob_says_so(String music) {
    stage
        .knob(Knob.CONF_MUSIC_WHEN_ALONE_AGAIN, music)
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              app.rest("DELETE", "/Conferences/" + CF1 + "/Participants/" + CUSTOMER + ".json");
              look(app, "alone");
            })
        .run();
    assertEquals(music.equals("true") ? "agent: music" : "agent: alone", looks.get("alone"));
  }

  @Test
  void changes_are_noted_once_and_the_end_is_silence() {
    stage.application(2_000, app -> app.participant("N")).run();
    List<Happening.HearingChanged> all = stage.all(Happening.HearingChanged.class);
    assertEquals(5, all.size(), () -> "waiting, ringing, talking, alone, nobody: " + all);
    assertEquals(Map.of(AGENT, "music"), all.get(0).sounds());
    assertEquals(List.of(AGENT, CUSTOMER), all.get(2).listeners());
    assertEquals(
        new Happening.HearingChanged(CF1, List.of(), List.of(), Map.of(), Map.of()), all.get(4));
  }
}
