package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.RestResponse;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Ids;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Telephony;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many fit into a conference, and how many webhooks a call of two sends. */
class ConferenceLimitsTest {

  private static final Call.Origin SOMEBODY =
      new Call.Origin(
          "leg", null, null, "outbound-api", Account.NUMBER, Stage.CUSTOMER, null, 60, 60);

  @Test
  @Pins({"LIMIT-01", "ERR-53"})
  void conference_holds_250_participants() {
    Telephony telephony = new Telephony(Knobs.standard(), new Ids());
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      telephony.bind(SOMEBODY, null, "room", Participant.Settings.DEFAULTS, i, effects);
    }

    Refusal full =
        assertThrows(
            Refusal.class,
            () ->
                telephony.bind(
                    SOMEBODY, null, "room", Participant.Settings.DEFAULTS, 250, effects));
    assertEquals(16020, full.code());
    assertEquals(250, telephony.live("room").participants().size());
  }

  @Test
  @Pins("LIMIT-02")
  void max_participants_is_2_to_250_by_rest() {
    assertEquals("400 20001", adding("1"));
    assertEquals("201 0", adding("2"));
    assertEquals("201 0", adding("250"));
    assertEquals("400 20001", adding("251"));
  }

  private static String adding(String most) {
    List<String> answers = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              RestResponse response = app.participant("room", "MaxParticipants", most);
              answers.add(response.status() + " " + response.code());
            })
        .run();
    return answers.get(0);
  }

  @Test
  @Pins("LIMIT-02")
  void max_participants_in_twiml_may_be_1_but_not_0() {
    assertEquals(List.of("error 16020"), joining("1"));
    assertEquals(List.of("warning 16002"), joining("0"));
    assertEquals(List.of("warning 16002"), joining("251"));
    assertEquals(List.of(), joining("250"));
  }

  /** What is logged when the agent joins a room in which the customer is. */
  private static List<String> joining(String most) {
    return new Stage()
        .application(0, app -> app.participant("room"))
        .voice("<Dial><Conference maxParticipants=\"" + most + "\">room</Conference></Dial>")
        .agentDials(10_000)
        .run()
        .notes();
  }

  @Test
  @Pins("LIMIT-03")
  void ringing_participants_count_unless_the_platform_leaves_them_out() {
    assertEquals("400 16020", third(Knob.CONF_MAX_COUNTS_RINGING.standard(), 3_000));
    assertEquals("201 0", third("false", 3_000));
  }

  @Test
  @Pins("LIMIT-03")
  void held_and_muted_participants_count() {
    assertEquals("400 16020", third("false", 12_000, "Hold", "true", "Muted", "true"));
  }

  /** Two are called into a room for two and changed; what does a third one get? */
  private static String third(String ringingCounts, long at, String... change) {
    List<String> answers = new ArrayList<>();
    new Stage()
        .knob(Knob.CONF_MAX_COUNTS_RINGING, ringingCounts)
        .application(0, app -> app.participant("room"))
        .application(0, app -> app.participant("room"))
        .application(
            at,
            app -> {
              String room = "/Conferences/" + Stage.sid("CF", 1) + "/Participants/";
              if (change.length > 0) {
                app.rest("POST", room + Stage.sid("CA", 1) + ".json", change);
              }
              RestResponse response = app.participant("room", "MaxParticipants", "2");
              answers.add(response.status() + " " + response.code());
            })
        .run();
    return answers.get(0);
  }

  @Test
  @Pins("LIMIT-20")
  void call_of_two_sends_fourteen_webhooks() {
    String[] all = {
      "ConferenceStatusCallback",
      Account.BASE_URL + "/events",
      "ConferenceStatusCallbackEvent",
      "start end join leave mute hold modify",
      "StatusCallback",
      Account.BASE_URL + "/status",
      "StatusCallbackEvent",
      "initiated ringing answered completed"
    };
    Stage stage =
        new Stage()
            .application(0, app -> app.participant("room", all))
            .application(0, app -> app.participant("room", all))
            .run();

    assertEquals(
        Map.of("/events", 6, "/status", 8),
        Map.of(
            "/events",
            stage.received("/events").size(),
            "/status",
            stage.received("/status").size()));
  }
}
