package dev.partyline.client;

import static dev.partyline.client.Desk.CA1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.delay.Region;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of calls when the page or its wire goes. */
class PageTest {

  private static final String PHONE = "agent_a.device";
  private static final String SECOND = "agent_a.device-2";

  private final Desk desk = new Desk();

  private Desk inACall() {
    return desk.registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(3_000, PHONE, Device::accept);
  }

  @Test
  @Pins({"CLIENT-19", "RACE-209"})
  void reload_ends_the_leg_after_a_moment_and_the_new_page_has_to_register() {
    inACall()
        .does(6_000, PHONE, Device::reload)
        .called(9_000, "client:agent_a")
        .does(11_000, SECOND, Device::register)
        .called(13_000, "client:agent_a", "Timeout", "5")
        .run();

    assertEquals(7_000, desk.stage.world().telephony().call(CA1).endedAt());
    assertEquals("queued initiated no-answer", desk.statuses(Desk.CA2));
    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "destroyed"),
        desk.events(PHONE));
    assertEquals(List.of("registering", "registered", "incoming", "cancel"), desk.events(SECOND));
  }

  @Test
  @Pins("CLIENT-19")
  void page_that_closes_while_it_rings_leaves_nobody_to_take_the_call() {
    desk.registered("agent_a").called(1_000, "client:agent_a").does(3_000, PHONE, Device::close);
    desk.run();

    assertEquals("queued initiated ringing no-answer", desk.statuses(CA1));
    assertEquals(4_000, desk.stage.world().telephony().call(CA1).endedAt());
  }

  @Test
  @Pins({"CALL-57", "RACE-209"})
  void vanished_softphone_keeps_its_leg_until_the_media_timeout_and_comes_back_as_a_new_device() {
    desk.stage.knob(Knob.CALL_MEDIA_TIMEOUT, "60000");
    inACall()
        .at(
            6_000,
            devices -> {
              Device gone = devices.device(PHONE);
              gone.vanish();
              gone.again().register();
            })
        .run();

    assertTrue(desk.statuses(CA1).endsWith("in-progress completed"), desk.statuses(CA1));
    long ended = desk.stage.world().telephony().call(CA1).endedAt();
    assertTrue(ended > 60_000, () -> "ended at " + ended);
    assertEquals(List.of("registering", "registered"), desk.events(SECOND));
    assertNull(desk.stage.world().devices().device(PHONE));
  }

  @Test
  void closed_page_can_do_nothing_more() {
    inACall().run();
    Device phone = desk.stage.world().devices().device(PHONE);
    phone.close();

    assertEquals(
        "agent_a.device is destroyed: its page was closed; open it again for a new device",
        assertThrows(IllegalStateException.class, phone::register).getMessage());
    assertEquals(Device.State.DESTROYED, phone.state());
  }

  // ---- signalling ----

  private Desk surviving(long gapMs) {
    return desk.at(
            0,
            devices -> devices.add("agent_a", DeviceOptions.STANDARD.surviving(gapMs)).register())
        .called(1_000, "client:agent_a")
        .does(3_000, PHONE, Device::accept)
        .does(5_000, PHONE, Device::loseSignalling);
  }

  @Test
  @Pins("CLIENT-18")
  void call_survives_a_gap_in_signalling_that_is_short_enough() {
    surviving(30_000)
        .does(20_000, PHONE, Device::recoverSignalling)
        .does(25_000, PHONE, Device::hangUp)
        .run();

    assertEquals(
        List.of(
            "registering",
            "registered",
            "incoming",
            "accept",
            "unregistered",
            "reconnecting",
            "reconnected",
            "disconnect"),
        desk.events(PHONE));
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() > 25_000);
  }

  @Test
  @Pins({"CLIENT-18", "RACE-210"})
  void hang_up_of_the_far_end_in_the_gap_is_learned_when_the_wire_is_back() {
    surviving(30_000).does(20_000, PHONE, Device::recoverSignalling);
    desk.stage.application(
        8_000, app -> app.rest("POST", "/Calls/" + CA1 + ".json", "Status", "completed"));
    desk.run();

    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() < 9_000);
    assertTrue(desk.when(PHONE, "disconnect") > 20_000);
  }

  @Test
  @Pins("CLIENT-18")
  void gap_that_is_too_long_drops_the_call_at_the_page_and_the_platform_is_not_told() {
    surviving(10_000).run();

    assertEquals(15_000, desk.when(PHONE, "disconnect"));
    assertEquals("31005", desk.last(PHONE, "error").data().get("code"));
    assertTrue(
        desk.stage.all(Happening.PhoneActed.class).stream()
            .anyMatch(act -> act.action().equals("vanishes")));
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() > 60_000);
  }

  @Test
  @Pins("CLIENT-18")
  void without_an_allowed_gap_sound_goes_on_and_the_returning_wire_finds_no_call() {
    surviving(0).does(9_000, PHONE, Device::recoverSignalling).run();

    assertEquals(9_000, desk.when(PHONE, "disconnect"));
  }

  @Test
  @Pins("CLIENT-18")
  void call_that_was_not_up_yet_is_lost_with_the_wire() {
    desk.voice("<Pause length=\"20\"/>");
    desk.at(0, devices -> devices.add("agent_a").connect(Map.of()))
        .does(1_000, PHONE, Device::loseSignalling)
        .does(5_000, PHONE, Device::recoverSignalling)
        .run();

    assertEquals(List.of("ringing", "error", "disconnect"), desk.events(PHONE));
    assertEquals("31009", desk.last(PHONE, "error").data().get("code"));
  }

  @Test
  void device_that_lost_its_wire_is_not_called() {
    desk.registered("agent_a")
        .does(1_000, PHONE, Device::loseSignalling)
        .called(2_000, "client:agent_a")
        .run();

    assertEquals("queued initiated no-answer", desk.statuses(CA1));
  }

  @Test
  void wire_that_breaks_while_the_invitation_is_on_its_way_leaves_the_leg_unanswered() {
    desk.registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(1_250, PHONE, Device::loseSignalling)
        .run();

    assertEquals("queued initiated no-answer", desk.statuses(CA1));
  }

  // ---- edges ----

  @Test
  @Pins("REGION-03")
  void softphone_comes_in_by_the_edge_it_chose() {
    desk.voice("<Dial><Conference region=\"jp1\">N</Conference></Dial>");
    desk.at(
        0,
        devices ->
            devices.add("agent_a", DeviceOptions.STANDARD.near(Region.AU1)).connect(Map.of()));
    desk.stage.pin("customer-1.does", "answers").pin("customer-1.hangs-up", "20000");
    desk.stage.application(2_000, app -> app.participant("N"));
    desk.does(15_000, PHONE, Device::hangUp).run();

    assertEquals(
        List.of(223L),
        desk.stage.all(Happening.VoiceDelay.class).stream()
            .map(Happening.VoiceDelay::ms)
            .distinct()
            .toList());
  }
}
