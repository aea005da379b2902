package dev.partyline.client;

import static dev.partyline.client.Desk.CA1;
import static dev.partyline.client.Desk.CA2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls to softphones. */
class IncomingCallTest {

  private static final String PHONE = "agent_a.device";
  private static final String SECOND = "agent_a.device-2";

  private final Desk desk = new Desk();

  @Test
  @Pins({"CLIENT-01", "CLIENT-03", "CLIENT-07", "CLIENT-10"})
  void registered_softphone_rings_is_taken_and_dropped() {
    desk.registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(4_000, PHONE, Device::accept)
        .does(9_000, PHONE, Device::hangUp)
        .run();

    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "disconnect"),
        desk.events(PHONE));
    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
    assertEquals(CA1, desk.last(PHONE, "incoming").call());
  }

  @Test
  @Pins({"CLIENT-09", "CLIENT-21"})
  void page_learns_its_own_leg_and_what_was_handed_over_and_nothing_of_conferences() {
    desk.voice("<Dial><Conference>N</Conference></Dial>")
        .registered("agent_a")
        .at(500, devices -> devices.add("agent_b").connect(Map.of()));
    desk.stage.application(2_000, app -> app.participantAt("client:agent_a?ticket=7&lang=ja", "N"));
    desk.does(6_000, PHONE, Device::accept).does(20_000, PHONE, Device::hangUp).run();

    Map<String, String> data = desk.last(PHONE, "incoming").data();
    assertEquals(
        Map.of(
            "CallSid",
            CA2,
            "AccountSid",
            Account.SID,
            "From",
            Account.NUMBER,
            "To",
            "client:agent_a?ticket=7&lang=ja",
            "custom.ticket",
            "7",
            "custom.lang",
            "ja"),
        data);
    String conference = Stage.sid("CF", 1);
    desk.told(PHONE).forEach(told -> assertFalse(told.toString().contains(conference)));
  }

  @Test
  @Pins({"CLIENT-01", "CLIENT-21", "TWIML-35"})
  void client_noun_hands_parameters_to_the_incoming_call() {
    desk.voice(
            "<Dial><Client><Identity>agent_a</Identity>"
                + "<Parameter name=\"ticket\" value=\"7\"/></Client></Dial>")
        .registered("agent_a")
        .at(500, devices -> devices.add("agent_b").connect(Map.of()))
        .does(8_000, PHONE, Device::accept)
        .does(9_000, PHONE, Device::hangUp)
        .run();

    Map<String, String> data = desk.last(PHONE, "incoming").data();
    assertEquals("7", data.get("custom.ticket"));
    assertEquals("client:agent_b", data.get("From"));
    assertEquals(CA2, data.get("CallSid"));
  }

  @Test
  @Pins({"CLIENT-05", "CLIENT-13", "RACE-206"})
  void all_devices_of_an_identity_ring_and_the_first_to_accept_has_the_call() {
    desk.registered("agent_a")
        .registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(4_000, SECOND, Device::accept)
        .does(4_001, PHONE, Device::accept)
        .does(9_000, SECOND, Device::hangUp)
        .run();

    assertEquals(List.of("registering", "registered", "incoming", "cancel"), desk.events(PHONE));
    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "disconnect"),
        desk.events(SECOND));
    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
  }

  @Test
  @Pins({"CLIENT-04", "CLIENT-06"})
  void device_that_was_never_registered_cannot_be_called() {
    desk.at(0, devices -> devices.add("agent_a")).called(1_000, "client:agent_a").run();

    assertEquals(List.of(), desk.events(PHONE));
    assertEquals("queued initiated no-answer", desk.statuses(CA1));
  }

  @Test
  @Pins({"CLIENT-03", "CLIENT-06"})
  void unregistered_device_is_called_no_more_and_keeps_its_call() {
    desk.registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(3_000, PHONE, Device::accept)
        .does(5_000, PHONE, Device::unregister)
        .called(7_000, "client:agent_a")
        .does(12_000, PHONE, Device::hangUp)
        .run();

    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "unregistered", "disconnect"),
        desk.events(PHONE));
    assertTrue(desk.statuses(CA1).endsWith("in-progress completed"), desk.statuses(CA1));
    assertEquals("queued initiated no-answer", desk.statuses(CA2));
  }

  @Test
  @Pins("CLIENT-05")
  void eleventh_registration_puts_the_first_out_where_ten_are_the_most() {
    desk.stage.knob(Knob.CLIENT_MAX_REGISTRATIONS, "10");
    for (int i = 0; i < 11; i++) {
      desk.at(i * 1_000L, devices -> devices.add("agent_a").register());
    }
    desk.run();

    assertEquals(List.of("registering", "registered", "unregistered"), desk.events(PHONE));
    assertEquals(10, desk.stage.world().devices().registered("agent_a").size());
  }

  @Test
  @Pins("CLIENT-13")
  void ring_timeout_and_hang_up_of_the_caller_both_look_like_cancel() {
    desk.registered("agent_a").called(1_000, "client:agent_a", "Timeout", "10").run();
    assertEquals(List.of("registering", "registered", "incoming", "cancel"), desk.events(PHONE));
    assertEquals("queued initiated ringing no-answer", desk.statuses(CA1));

    Desk ended = new Desk();
    ended.registered("agent_a").called(1_000, "client:agent_a");
    ended.stage.application(
        3_000, app -> app.rest("POST", "/Calls/" + CA1 + ".json", "Status", "completed"));
    ended.run();
    assertEquals(List.of("registering", "registered", "incoming", "cancel"), ended.events(PHONE));
  }

  @Test
  @Pins({"CLIENT-13", "RACE-205"})
  void accept_that_crosses_the_cancel_does_nothing_and_the_page_is_told_cancel() {
    desk.registered("agent_a").called(1_000, "client:agent_a", "Timeout", "10");
    desk.stage.application(
        3_000, app -> app.rest("POST", "/Calls/" + CA1 + ".json", "Status", "canceled"));
    desk.does(3_061, PHONE, Device::accept).run();

    assertEquals("queued initiated ringing canceled", desk.statuses(CA1));
    assertEquals(List.of("registering", "registered", "incoming", "cancel"), desk.events(PHONE));
    assertEquals(
        ClientCall.State.CLOSED, desk.stage.world().devices().device(PHONE).calls().get(0).state());
  }

  @Test
  @Pins({"CLIENT-16", "CALL-48"})
  void reject_ends_one_fork_and_the_last_reject_the_leg() {
    desk.registered("agent_a")
        .registered("agent_a")
        .called(1_000, "client:agent_a")
        .does(3_000, PHONE, Device::reject)
        .does(6_000, SECOND, Device::reject)
        .run();

    assertEquals(List.of("registering", "registered", "incoming", "reject"), desk.events(PHONE));
    assertEquals("queued initiated ringing busy", desk.statuses(CA1));
    assertEquals(600, desk.stage.world().telephony().call(CA1).sipCode());
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() > 6_000);
  }

  @Test
  @Pins({"CLIENT-14", "RACE-110"})
  void busy_device_says_nothing_and_the_caller_hears_it_ring_until_the_timeout() {
    desk.voice("<Pause length=\"60\"/>")
        .registered("agent_a")
        .does(500, PHONE, device -> device.connect(Map.of()))
        .called(2_000, "client:agent_a", "Timeout", "10")
        .does(30_000, PHONE, Device::hangUp)
        .run();

    assertTrue(desk.events(PHONE).contains("incomingIgnored"), desk.events(PHONE).toString());
    assertFalse(desk.events(PHONE).contains("incoming"));
    assertEquals("queued initiated ringing no-answer", desk.statuses(CA2));
  }

  @Test
  @Pins("CLIENT-14")
  void ignoring_is_not_rejecting() {
    desk.registered("agent_a")
        .called(1_000, "client:agent_a", "Timeout", "10")
        .does(3_000, PHONE, Device::ignore)
        .run();

    assertEquals(List.of("registering", "registered", "incoming"), desk.events(PHONE));
    assertEquals("queued initiated ringing no-answer", desk.statuses(CA1));
  }

  @Test
  @Pins({"CLIENT-15", "RACE-116"})
  void accepting_a_second_call_drops_the_first() {
    desk.at(
            0,
            devices -> devices.add("agent_a", DeviceOptions.STANDARD.ringingWhileBusy()).register())
        .called(1_000, "client:agent_a")
        .does(3_000, PHONE, Device::accept)
        .called(5_000, "client:agent_a")
        .does(8_000, PHONE, Device::accept)
        .does(12_000, PHONE, Device::hangUp)
        .run();

    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() < 9_000);
    assertTrue(desk.stage.world().telephony().call(CA2).endedAt() > 12_000);
  }

  @Test
  @Pins("CLIENT-20")
  void messages_go_both_ways_on_the_softphones_own_leg() {
    desk.registered("agent_a").called(1_000, "client:agent_a").does(3_000, PHONE, Device::accept);
    desk.stage.application(
        5_000,
        app -> {
          app.rest(
              "POST",
              "/Calls/" + CA1 + "/UserDefinedMessageSubscriptions.json",
              "Callback",
              Account.BASE_URL + "/said");
          app.rest(
              "POST",
              "/Calls/" + CA1 + "/UserDefinedMessages.json",
              "Content",
              "{\"conference\":\"CF1\"}");
        });
    desk.does(7_000, PHONE, device -> device.message("{\"thanks\":true}"))
        .does(9_000, PHONE, Device::hangUp)
        .run();

    assertEquals(
        "{\"conference\":\"CF1\"}", desk.last(PHONE, "messageReceived").data().get("content"));
    assertEquals("{\"thanks\":true}", desk.stage.received("/said").get(0).params().get("Content"));
    assertTrue(desk.events(PHONE).contains("messageSent"));
  }

  @Test
  @Pins("CLIENT-02")
  void identity_with_a_colon_is_warned_of_or_refused_as_the_knob_says() {
    desk.registered("a:b").run();
    assertEquals(List.of("registering", "warning", "registered"), desk.events("a:b.device"));

    Desk strict = new Desk();
    strict.stage.knob(Knob.CLIENT_IDENTITY_RULE, "enforce");
    strict.registered("a:b").called(1_000, "client:a:b").run();
    assertEquals(List.of("registering", "error", "unregistered"), strict.events("a:b.device"));
    assertEquals("queued initiated no-answer", strict.statuses(CA1));
    assertThrows(IllegalArgumentException.class, () -> strict.stage.world().devices().add(" "));
  }

  @Test
  void somebody_who_follows_a_script_answers_presses_keys_and_hangs_up() {
    desk.voice("<Pause length=\"60\"/>")
        .at(
            0,
            devices ->
                devices
                    .add(
                        "agent_a",
                        DeviceOptions.STANDARD.playing(
                            PhoneScript.answers(Duration.ofSeconds(3))
                                .presses(Duration.ofSeconds(1), "1#")
                                .hangsUpAfter(Duration.ofSeconds(5))))
                    .register())
        .called(1_000, "client:agent_a")
        .run();

    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "disconnect"),
        desk.events(PHONE));
    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
  }

  @Test
  void call_that_is_not_there_cannot_be_accepted_or_dropped() {
    Devices devices = desk.registered("agent_a").run().stage.world().devices();
    Device phone = devices.device(PHONE);

    assertNull(phone.call());
    assertEquals(
        "no call rings at agent_a.device",
        assertThrows(IllegalStateException.class, phone::accept).getMessage());
    assertEquals(
        "agent_a.device is in no call",
        assertThrows(IllegalStateException.class, phone::hangUp).getMessage());
  }
}
