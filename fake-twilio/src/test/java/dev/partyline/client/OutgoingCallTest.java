package dev.partyline.client;

import static dev.partyline.client.Desk.CA1;
import static dev.partyline.client.Desk.CA2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that softphones make. */
class OutgoingCallTest {

  private static final String PHONE = "agent_a.device";
  private static final String HOLD_ON = "<Pause length=\"60\"/>";

  private final Desk desk = new Desk();

  private Desk connecting(Map<String, String> parameters) {
    return desk.at(0, devices -> devices.add("agent_a").connect(parameters));
  }

  @Test
  @Pins({"CLIENT-04", "CLIENT-07", "CLIENT-11"})
  void unregistered_softphone_can_call_out_and_is_open_as_soon_as_twiml_runs() {
    desk.voice("<Dial callerId=\"" + Account.NUMBER + "\">" + Stage.CUSTOMER + "</Dial>");
    desk.stage.pin("customer-1.does", "answers").pin("customer-1.hangs-up", "20000");
    connecting(Map.of()).run();

    assertEquals(List.of("ringing", "accept", "disconnect"), desk.events(PHONE));
    long answered = desk.stage.world().telephony().call(CA2).answeredAt();
    assertTrue(desk.when(PHONE, "accept") < answered - 1_000);
  }

  @Test
  @Pins({"CLIENT-11", "CLIENT-12", "RACE-207"})
  void with_answer_on_bridge_it_rings_until_the_far_end_answers() {
    desk.voice(
        "<Dial answerOnBridge=\"true\" callerId=\""
            + Account.NUMBER
            + "\">"
            + Stage.CUSTOMER
            + "</Dial>");
    desk.stage.pin("customer-1.does", "answers").pin("customer-1.hangs-up", "20000");
    connecting(Map.of()).run();

    assertEquals(List.of("ringing", "accept", "disconnect"), desk.events(PHONE));
    long answered = desk.stage.world().telephony().call(CA2).answeredAt();
    assertTrue(desk.when(PHONE, "accept") > answered);
  }

  @Test
  @Pins({"CLIENT-11", "CLIENT-12", "RACE-207"})
  void alone_in_a_conference_it_is_open_and_hears_music() {
    List<String> sounds = new ArrayList<>();
    desk.voice("<Dial><Conference startConferenceOnEnter=\"false\">N</Conference></Dial>");
    connecting(Map.of()).does(10_000, PHONE, Device::hangUp);
    desk.stage.platform(5_000, stage -> sounds.add(stage.world().hearing().soundOf(CA1)));
    desk.run();

    assertEquals(List.of("ringing", "accept", "disconnect"), desk.events(PHONE));
    assertEquals(List.of("music"), sounds);
  }

  @Test
  @Pins({"CLIENT-21", "CLIENT-24", "CLIENT-25"})
  void application_gets_what_the_page_says_under_its_own_names() {
    desk.voice(HOLD_ON);
    connecting(Map.of("To", Stage.CUSTOMER, "ticket", "7")).does(5_000, PHONE, Device::hangUp);
    desk.run();

    Map<String, String> params = desk.stage.received("/voice").get(0).params();
    assertEquals("client:agent_a", params.get("From"));
    assertEquals(Stage.CUSTOMER, params.get("To"));
    assertEquals("7", params.get("ticket"));
    assertEquals(Account.APPLICATION, params.get("ApplicationSid"));
    assertEquals(CA1, params.get("CallSid"));
  }

  @Test
  @Pins("CLIENT-24")
  void to_is_empty_when_the_page_says_none() {
    desk.voice(HOLD_ON);
    connecting(Map.of()).does(5_000, PHONE, Device::hangUp).run();

    assertEquals("", desk.stage.received("/voice").get(0).params().get("To"));
  }

  @Test
  @Pins({"CLIENT-08", "CLIENT-10", "RACE-198"})
  void sid_is_unknown_until_a_message_tells_it_and_is_that_of_the_inbound_leg() {
    List<String> known = new ArrayList<>();
    desk.voice(HOLD_ON);
    connecting(Map.of())
        .does(1, PHONE, device -> known.add(device.call().sid()))
        .does(119, PHONE, device -> known.add(device.call().sid()))
        .does(121, PHONE, device -> known.add(device.call().sid()))
        .does(5_000, PHONE, Device::hangUp)
        .run();

    assertNull(known.get(0));
    assertNull(known.get(1));
    assertEquals(CA1, known.get(2));
    assertEquals("inbound", desk.stage.world().telephony().call(CA1).origin().direction());
    assertEquals("TJagent_a.device.1", desk.last(PHONE, "ringing").data().get("temporaryId"));
  }

  @Test
  @Pins("CLIENT-17")
  void answer_that_overtakes_the_ringing_message_brings_the_sid_itself() {
    desk.voice("<Say>Hello</Say>" + HOLD_ON);
    desk.stage.instantly().pin("agent_a.device.told-ringing", "400");
    connecting(Map.of()).does(5_000, PHONE, Device::hangUp).run();

    assertEquals(List.of("accept", "disconnect"), desk.events(PHONE));
    assertEquals(CA1, desk.last(PHONE, "accept").call());
  }

  @Test
  @Pins({"CLIENT-08", "RACE-208"})
  void hang_up_by_the_temporary_id_ends_the_leg_that_twiml_is_already_running_on() {
    desk.voice(HOLD_ON);
    connecting(Map.of()).does(100, PHONE, Device::hangUp).run();

    assertEquals(List.of("disconnect"), desk.events(PHONE));
    assertEquals("TJagent_a.device.1", desk.last(PHONE, "disconnect").call());
    assertTrue(desk.statuses(CA1).startsWith("ringing"), desk.statuses(CA1));
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() < 500);
  }

  @Test
  @Pins("RACE-208")
  void hang_up_that_arrives_before_the_call_does_lets_none_come_to_be() {
    desk.voice(HOLD_ON);
    connecting(Map.of()).does(0, PHONE, Device::hangUp).run();

    assertNull(desk.stage.world().telephony().call(CA1));
  }

  @Test
  void far_end_that_hangs_up_disconnects_the_softphone() {
    desk.voice("<Hangup/>");
    connecting(Map.of()).run();

    assertEquals("disconnect", desk.last(PHONE, "disconnect").event());
    assertEquals(
        ClientCall.State.CLOSED, desk.stage.world().devices().device(PHONE).calls().get(0).state());
  }

  @Test
  @Pins("CLIENT-07")
  void microphone_off_keeps_the_voice_away_and_is_no_mute_of_the_participant() {
    List<Object> seen = new ArrayList<>();
    desk.voice("<Dial><Conference>N</Conference></Dial>");
    desk.stage.pin("customer-1.does", "answers").pin("customer-1.hangs-up", "30000");
    connecting(Map.of());
    desk.stage.application(2_000, app -> app.participant("N"));
    desk.does(12_000, PHONE, device -> device.mute(true));
    desk.stage.platform(
        12_500,
        stage -> {
          seen.add(stage.world().hearing().heardBy(CA1));
          seen.add(stage.world().hearing().heardBy(CA2));
          seen.add(stage.world().telephony().call(CA1).participant().muted());
        });
    desk.does(13_000, PHONE, device -> device.mute(false));
    desk.stage.platform(13_500, stage -> seen.add(stage.world().hearing().heardBy(CA2)));
    desk.does(20_000, PHONE, Device::hangUp).run();

    assertEquals(List.of(List.of(CA2), List.of(), false, List.of(CA1)), seen);
    assertEquals("false", desk.last(PHONE, "mute").data().get("muted"));
  }

  @Test
  void microphone_off_counts_between_two_parties_of_a_dial_as_well() {
    List<Object> seen = new ArrayList<>();
    desk.voice("<Dial callerId=\"" + Account.NUMBER + "\">" + Stage.CUSTOMER + "</Dial>");
    desk.stage.pin("customer-1.does", "answers").pin("customer-1.hangs-up", "20000");
    connecting(Map.of()).does(9_000, PHONE, device -> device.mute(true));
    desk.stage.platform(9_500, stage -> seen.add(stage.world().hearing().heardBy(CA2)));
    desk.stage.platform(9_500, stage -> seen.add(stage.world().hearing().heardBy(CA1)));
    desk.run();

    assertEquals(List.of(List.of(), List.of(CA2)), seen);
  }

  @Test
  void keys_reach_a_gather() {
    desk.voice("<Gather action=\"/keys\" numDigits=\"2\"/>");
    connecting(Map.of()).does(3_000, PHONE, device -> device.digits("42")).run();

    assertEquals("42", desk.stage.received("/keys").get(0).params().get("Digits"));
  }
}
