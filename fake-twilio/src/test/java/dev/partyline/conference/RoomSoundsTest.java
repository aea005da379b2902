package dev.partyline.conference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is played in conferences: while waiting, on hold, as announcements. */
class RoomSoundsTest {

  private static final String CF1 = Stage.sid("CF", 1);
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);
  private static final String PLAY = "<Play>https://files.test/tune.mp3</Play>";

  private final Answers answers = new Answers();
  private final Stage stage =
      new Stage().pin("customer-1.hangs-up", "30000").agentDials(0).agentHangsUp(60_000);

  private Stage waits(String attributes) {
    return stage.voice(
        "<Dial><Conference "
            + attributes
            + " statusCallback='/conf' statusCallbackEvent='join leave modify announcement"
            + " speaker'>N</Conference></Dial><Say>bye</Say>");
  }

  private Stage document(String path, String verbs) {
    return stage.answer(path, request -> WebhookReply.twiml("<Response>" + verbs + "</Response>"));
  }

  private static String url(Stage app, String path) {
    return app.surroundings().baseUrl() + path;
  }

  private void update(Stage app, String word, String who, String... pairs) {
    answers.keep(
        word, app.rest("POST", "/Conferences/" + CF1 + "/Participants/" + who + ".json", pairs));
  }

  private static void wait(Stage app, long ms) {
    app.surroundings().sleep(Duration.ofMillis(ms));
  }

  /** What was played to a call, in order. */
  private List<String> played(String call) {
    List<String> all = new ArrayList<>();
    String last = "";
    for (Happening.HearingChanged change : stage.all(Happening.HearingChanged.class)) {
      String sound = change.sounds().getOrDefault(call, "");
      if (!sound.equals(last)) {
        all.add(sound);
      }
      last = sound;
    }
    return all;
  }

  private List<String> events() {
    return stage.received("/conf").stream()
        .map(request -> request.params().get("StatusCallbackEvent"))
        .toList();
  }

  // ---- waiting ----

  @Test
  @Pins("CONF-47")
  void wait_document_plays_once_and_then_there_is_silence() {
    waits("waitUrl='/wait'");
    document("/wait", "<Say>one moment</Say><Pause length='2'/>" + PLAY).run();
    assertEquals(
        List.of("say one moment", "", "play https://files.test/tune.mp3", ""), played(AGENT));
    WebhookRequest request = stage.received("/wait").get(0);
    assertEquals("POST", request.method());
    assertEquals(AGENT, request.params().get("CallSid"));
    assertEquals(1, stage.received("/wait").size());
  }

  @Test
  @Pins("CONF-47")
  void wait_document_that_redirects_to_itself_loops_until_the_start() {
    waits("waitUrl='/wait' waitMethod='GET'");
    document("/wait", PLAY + "<Redirect/>")
        .application(20_000, app -> app.participant("N", "EarlyMedia", "false"))
        .run();
    int fetched = stage.received("/wait").size();
    assertTrue(fetched >= 4 && fetched <= 7, () -> fetched + " fetches in about 27 s");
    assertEquals("GET", stage.received("/wait").get(0).method());
  }

  @Test
  @Pins("CONF-47")
  void audio_is_played_as_it_is_and_an_empty_value_is_silence() {
    waits("waitUrl='/tune'");
    stage
        .answer("/tune", request -> new WebhookReply(200, "audio/mpeg", "", null))
        .application(10_000, app -> update(app, "silence", AGENT, "WaitUrl", ""))
        .run();
    assertEquals(
        "play https://app.test/tune", played(AGENT).get(0).replaceAll("//[^/]*", "//app.test"));
    assertEquals(List.of("participant-join", "participant-modify", "participant-leave"), events());
  }

  @Test
  @Pins({"TWIML-49", "ERR-41"})
  void verb_that_is_not_allowed_is_logged_and_left_out() {
    waits("waitUrl='/wait'");
    document("/wait", "<Dial>+819000000001</Dial><Say>here</Say><Hangup/>").run();
    assertEquals(List.of("error 13238", "error 13238"), stage.notes());
    assertEquals(List.of("say here", ""), played(AGENT));
  }

  @ParameterizedTest
  @CsvSource({"leaveDial,false", "silence,true"})
  @Pins({"CONF-48", "ERR-37"})
  void without_its_wait_document_a_leg_does_not_get_in_unless_the_knob_says_so(
      String knob, boolean joins) {
    waits("waitUrl='/wait'");
    stage
        .knob(Knob.CONF_WAIT_URL_FAILURE, knob)
        .answer("/wait", request -> WebhookReply.text(500, "down"))
        .run();
    assertEquals(joins, !stage.all(Happening.ParticipantJoined.class).isEmpty());
    assertEquals(List.of("error 13233"), stage.notes());
    assertEquals(
        !joins,
        stage.all(Happening.VerbBegan.class).stream()
            .anyMatch(verb -> verb.detail().equals("bye")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaveDial", "silence"})
  @Pins("CONF-48")
  void dialled_leg_without_its_wait_document_is_dropped_or_hears_silence(String knob) {
    waits("startConferenceOnEnter='false'");
    stage
        .knob(Knob.CONF_WAIT_URL_FAILURE, knob)
        .answer("/wait", request -> WebhookReply.text(500, "down"))
        .application(
            2_000,
            app ->
                app.participant(
                    "N", "StartConferenceOnEnter", "false", "WaitUrl", url(app, "/wait")))
        .application(
            20_000,
            app ->
                answers.keep("list", app.rest("GET", "/Conferences/" + CF1 + "/Participants.json")))
        .run();
    assertEquals(
        knob.equals("silence") ? 2 : 1, answers.rows("list", "participants", "call_sid").size());
    assertEquals(List.of(), played(CUSTOMER));
  }

  // ---- hold ----

  @Test
  @Pins({"PART-39", "PART-42", "PART-44"})
  void hold_document_is_fetched_by_get_and_heard_until_the_hold_ends() {
    waits("");
    document("/hold", "<Say>please hold</Say>" + PLAY + "<Redirect method='GET'/>")
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              update(app, "hold", CUSTOMER, "Hold", "true", "HoldUrl", url(app, "/hold"));
              wait(app, 10_000);
              update(app, "unhold", CUSTOMER, "Hold", "false");
            })
        .run();
    assertEquals("true", answers.field("hold", "hold"));
    assertEquals("GET", stage.received("/hold").get(0).method());
    assertEquals(
        List.of("say please hold", "play https://files.test/tune.mp3", "say please hold"),
        played(CUSTOMER).subList(0, 3));
    long after = stage.received("/hold").size();
    assertEquals(2, after, "nothing is fetched once the hold is over");
  }

  @Test
  @Pins({"PART-42", "PART-39"})
  void hold_without_a_document_is_music_and_another_document_takes_its_place() {
    waits("");
    document("/hold", "<Say>please hold</Say>")
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              update(app, "hold", CUSTOMER, "Hold", "true");
              wait(app, 1_000);
              update(app, "other", CUSTOMER, "HoldUrl", url(app, "/hold"), "HoldMethod", "POST");
            })
        .run();
    assertEquals(List.of("music", "", "say please hold", ""), played(CUSTOMER).subList(0, 4));
    assertEquals("POST", stage.received("/hold").get(0).method());
  }

  // ---- announcements ----

  @Test
  @Pins({"PART-45", "PART-44", "CB-04"})
  void announcement_to_one_is_heard_by_that_one_alone() {
    waits("");
    document("/news", "<Say>they are on their way</Say>")
        .application(2_000, app -> app.participant("N"))
        .application(10_000, app -> update(app, "told", CUSTOMER, "AnnounceUrl", url(app, "/news")))
        .run();
    assertTrue(
        played(CUSTOMER).contains("announcement: say they are on their way"),
        () -> played(CUSTOMER).toString());
    assertEquals(List.of("music", "", "alone", ""), played(AGENT));
    Map<String, String> end = event("announcement-end");
    assertEquals(CUSTOMER, end.get("CallSid"));
    assertEquals("false", end.get("Hold"));
    assertTrue(end.get("AnnounceUrl").endsWith("/news"));
  }

  private Map<String, String> event(String word) {
    return stage.received("/conf").stream()
        .map(WebhookRequest::params)
        .filter(params -> word.equals(params.get("StatusCallbackEvent")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Pins("CONF-49")
  void announcement_to_a_conference_is_heard_by_all_but_those_on_hold() {
    waits("");
    document("/news", "<Say>this call is recorded</Say>")
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              answers.keep(
                  "told",
                  app.rest(
                      "POST", "/Conferences/" + CF1 + ".json", "AnnounceUrl", url(app, "/news")));
              wait(app, 5_000);
              update(app, "held", CUSTOMER, "Hold", "true");
              app.rest("POST", "/Conferences/" + CF1 + ".json", "AnnounceUrl", url(app, "/news"));
            })
        .run();
    String heard = "announcement: say this call is recorded";
    assertEquals(200, answers.status("told"));
    assertEquals(2, played(AGENT).stream().filter(heard::equals).count());
    assertEquals(1, played(CUSTOMER).stream().filter(heard::equals).count());
    Map<String, String> end = event("announcement-end");
    assertTrue(end.get("AnnounceUrl").endsWith("/news"));
    assertEquals(null, end.get("CallSid"));
  }

  @Test
  @Pins("CB-11")
  void bad_announcement_url_is_logged_and_is_no_event() {
    waits("");
    stage
        .answer("/news", request -> WebhookReply.text(404, "no"))
        .application(2_000, app -> app.participant("N"))
        .application(10_000, app -> update(app, "told", CUSTOMER, "AnnounceUrl", url(app, "/news")))
        .run();
    assertEquals(200, answers.status("told"));
    assertEquals(List.of("warning 11200"), stage.notes());
    assertTrue(events().stream().noneMatch(event -> event.startsWith("announcement")));
  }

  @ParameterizedTest
  @CsvSource({"1500,announcement-end", "1800,announcement-fail"})
  @Pins({"LIMIT-18", "CONF-49", "CB-11"})
  void long_file_starts_late_and_half_an_hour_is_too_long(int seconds, String event) {
    waits("");
    stage.audio("https://files.test/tune.mp3", seconds);
    stage.knob(Knob.CB_DELAY_MAX_MS, "1500").pin("customer-1.hangs-up", "30000");
    document("/news", seconds == 1500 ? "<Play loop='1'>https://files.test/tune.mp3</Play>" : PLAY)
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app ->
                app.rest("POST", "/Conferences/" + CF1 + ".json", "AnnounceUrl", url(app, "/news")))
        .run();
    long answered = time("conference-1.announce", Happening.WebhookAnswered.class);
    long heard = -1;
    for (Entry entry : stage.journal()) {
      if (heard < 0
          && entry.what() instanceof Happening.HearingChanged change
          && change.sounds().getOrDefault(AGENT, "").startsWith("announcement: ")) {
        heard = entry.at();
      }
    }
    assertTrue(heard - answered >= 13_000 && heard - answered <= 15_000, heard + " " + answered);
    if (event.equals("announcement-fail")) {
      assertTrue(
          played(AGENT).stream().anyMatch(sound -> sound.contains("application error")),
          () -> played(AGENT).toString());
      assertTrue(event("announcement-fail").get("ReasonAnnouncementFailed").contains("tune.mp3"));
    } else {
      assertTrue(played(AGENT).contains("announcement: play https://files.test/tune.mp3"));
    }
  }

  /** When the request for the announcement was answered. */
  private long time(String name, Class<? extends Happening> kind) {
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.WebhookAnswered answered
          && answered.webhook().endsWith(".announce")) {
        return entry.at();
      }
    }
    throw new AssertionError("no " + kind + " of " + name);
  }

  // ---- beeps and speech ----

  @Test
  @Pins({"CONF-40", "CB-10"})
  void comings_and_goings_beep_as_asked_for() {
    waits("");
    stage
        .application(2_000, app -> app.participant("N", "Beep", "onEnter"))
        .application(15_000, app -> update(app, "beeps", CUSTOMER, "BeepOnExit", "true"))
        .run();
    assertEquals(
        List.of("enter " + AGENT, "exit " + AGENT),
        stage.all(Happening.BeepHeard.class).stream()
            .map(beep -> beep.when() + " " + String.join(" ", beep.by()))
            .toList());
    assertEquals(200, answers.status("beeps"));
    assertTrue(events().contains("participant-modify"));
  }

  @Test
  @Pins({"CB-12", "LIMIT-21"})
  void each_stretch_of_speech_is_two_events_while_somebody_could_hear_it() {
    waits("");
    stage
        .application(1_500, app -> speaks(app, true))
        .application(2_000, app -> app.participant("N"))
        .application(
            10_000,
            app -> {
              speaks(app, true);
              speaks(app, false);
              update(app, "muted", AGENT, "Muted", "true");
              speaks(app, true);
              speaks(app, false);
            })
        .run();
    assertEquals(
        List.of("participant-speech-start", "participant-speech-stop"),
        stage.received("/conf").stream()
            .sorted(
                java.util.Comparator.comparingInt(
                    request -> Integer.parseInt(request.params().get("SequenceNumber"))))
            .map(request -> request.params().get("StatusCallbackEvent"))
            .filter(event -> event.contains("speech"))
            .toList());
  }

  private static void speaks(Stage app, boolean begins) {
    app.world().speech(app.world().telephony().call(AGENT), begins);
  }
}
