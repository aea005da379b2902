package dev.partyline.client;

import static dev.partyline.client.Desk.CA1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.jwt.accesstoken.AccessToken;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import dev.partyline.token.VoiceGrant;
import dev.partyline.world.Account;
import dev.partyline.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Softphones that show tokens. */
class TokenLifeTest {

  private static final String PHONE = "agent_a.device";
  private static final VoiceGrant BOTH = VoiceGrant.of(true, Account.APPLICATION);

  private final Desk desk = new Desk();

  /** A page with a token of 60 seconds is opened at time 0. */
  private Desk opened(VoiceGrant grant) {
    desk.stage.platform(0, stage -> add(stage.world(), grant));
    return desk;
  }

  private static Device add(World world, VoiceGrant grant) {
    return world
        .devices()
        .addWithToken(
            world.tokens().make("agent_a", 60, grant, null, null), DeviceOptions.STANDARD);
  }

  @Test
  @Pins({"CLIENT-03", "TOKEN-07"})
  void device_is_warned_ten_seconds_before_its_token_ends_and_goes_offline_with_it() {
    opened(BOTH)
        .does(100, PHONE, Device::register)
        .called(5_000, "client:agent_a")
        .does(8_000, PHONE, Device::accept)
        .called(62_000, "client:agent_a")
        .run();

    assertEquals(
        List.of(
            "registering",
            "registered",
            "incoming",
            "accept",
            "tokenWillExpire",
            "error",
            "unregistered",
            "disconnect"),
        desk.events(PHONE));
    assertEquals(50_000, desk.when(PHONE, "tokenWillExpire"));
    assertEquals(60_000, desk.when(PHONE, "unregistered"));
    assertEquals("20104", desk.last(PHONE, "error").data().get("code"));
    assertTrue(desk.stage.world().telephony().call(CA1).endedAt() > 60_000);
    assertEquals("queued initiated no-answer", desk.statuses(Desk.CA2));
  }

  @Test
  @Pins({"TOKEN-07", "RACE-211"})
  void fresh_token_in_time_keeps_it_registered() {
    opened(BOTH).does(100, PHONE, Device::register);
    desk.stage.platform(
        51_000,
        stage ->
            stage
                .world()
                .devices()
                .device(PHONE)
                .updateToken(stage.world().tokens().make("agent_a", 600, BOTH, null, null)));
    desk.called(70_000, "client:agent_a")
        .does(73_000, PHONE, Device::accept)
        .does(80_000, PHONE, Device::hangUp)
        .does(90_000, PHONE, Device::close)
        .run();

    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
  }

  @Test
  @Pins("TOKEN-03")
  void token_of_another_identity_moves_the_device_to_it() {
    opened(BOTH).does(100, PHONE, Device::register);
    desk.stage.platform(
        5_000,
        stage ->
            stage
                .world()
                .devices()
                .device(PHONE)
                .updateToken(stage.world().tokens().make("agent_b", 60, BOTH, null, null)));
    desk.called(8_000, "client:agent_b")
        .does(10_000, PHONE, Device::accept)
        .does(15_000, PHONE, Device::close)
        .run();

    assertEquals("agent_b", desk.last(PHONE, "incoming").identity());
    assertEquals("queued initiated ringing in-progress completed", desk.statuses(CA1));
  }

  @Test
  @Pins("TOKEN-07")
  void expired_token_lets_no_new_call_out() {
    desk.voice("<Pause length=\"9\"/>");
    opened(BOTH).does(61_000, PHONE, device -> device.connect(Map.of())).run();

    assertEquals(List.of("tokenWillExpire", "error", "error"), desk.events(PHONE));
    assertEquals("31205", desk.last(PHONE, "error").data().get("plainCode"));
  }

  @Test
  @Pins("TOKEN-08")
  void token_without_incoming_cannot_register_and_can_call_out() {
    desk.voice("<Pause length=\"9\"/>");
    opened(VoiceGrant.of(false, Account.APPLICATION))
        .does(100, PHONE, Device::register)
        .does(1_000, PHONE, device -> device.connect(Map.of()))
        .does(30_000, PHONE, Device::close)
        .run();

    assertEquals(
        List.of(
            "registering", "error", "unregistered", "ringing", "accept", "disconnect", "destroyed"),
        desk.events(PHONE));
    assertEquals("20106", desk.last(PHONE, "error").data().get("code"));
  }

  @Test
  @Pins("CLIENT-26")
  void token_that_names_no_application_cannot_call_out_nor_one_that_names_another() {
    opened(VoiceGrant.of(true, null))
        .does(1_000, PHONE, device -> device.connect(Map.of()))
        .does(5_000, PHONE, Device::close)
        .run();
    assertTrue(
        desk.last(PHONE, "error").data().get("message").contains("names no TwiML application"));

    Desk other = new Desk();
    other.stage.platform(0, stage -> add(stage.world(), BOTH));
    other
        .does(1_000, PHONE, device -> device.connect(Map.of(), "AP" + "9".repeat(32)))
        .does(5_000, PHONE, Device::close)
        .run();
    assertTrue(other.last(PHONE, "error").data().get("message").contains("not for AP999"));
  }

  @Test
  @Pins({"CLIENT-21", "TOKEN-04"})
  void parameters_of_the_token_come_to_the_application_and_win_over_the_pages() {
    desk.voice("<Pause length=\"9\"/>");
    opened(new VoiceGrant(true, Account.APPLICATION, Map.of("desk", "7"), null, null))
        .does(1_000, PHONE, device -> device.connect(Map.of("desk", "8", "To", "x")))
        .does(5_000, PHONE, Device::close)
        .run();

    assertEquals("7", desk.stage.received("/voice").get(0).params().get("desk"));
  }

  @Test
  @Pins({"TOKEN-01", "TOKEN-10"})
  void token_of_the_real_sdk_opens_a_softphone_when_the_platforms_time_is_the_wall_clocks() {
    List<String> opened = new ArrayList<>();
    String jwt =
        new AccessToken.Builder(Account.SID, Account.API_KEY, Account.API_SECRET.getBytes())
            .identity("agent_a")
            .ttl(60)
            .grant(
                new com.twilio.jwt.accesstoken.VoiceGrant()
                    .setIncomingAllow(true)
                    .setOutgoingApplicationSid(Account.APPLICATION))
            .build()
            .toJwt();
    desk.stage.platform(
        0,
        stage -> {
          assertEquals(
              TokenFault.EXPIRED, faultAt(stage.world(), jwt, Instant.now().plusSeconds(120)));
          stage.world().tokens().beganAt(Instant.now());
          Device phone = stage.world().devices().addWithToken(jwt, DeviceOptions.STANDARD);
          opened.add(phone.identity());
          phone.close();
        });
    desk.run();

    assertEquals(List.of("agent_a"), opened);
  }

  private static TokenFault faultAt(World world, String jwt, Instant now) {
    world.tokens().beganAt(now);
    return assertThrows(BadToken.class, () -> world.tokens().verify(jwt)).fault();
  }

  @Test
  @Pins("TOKEN-10")
  void knob_lets_every_token_in_that_can_be_read() {
    String jwt =
        new AccessToken.Builder(
                Account.SID, Account.API_KEY, "another secret of 32 bytes or more".getBytes())
            .identity("agent_a")
            .grant(new com.twilio.jwt.accesstoken.VoiceGrant().setIncomingAllow(true))
            .build()
            .toJwt();
    List<TokenFault> faults = new ArrayList<>();
    desk.stage.platform(0, stage -> faults.add(faultAt(stage.world(), jwt, Account.EPOCH)));
    desk.run();
    Desk believing = new Desk();
    believing.stage.knob(Knob.TOKEN_VERIFY, "false");
    believing.at(
        0, devices -> devices.addWithToken(jwt, DeviceOptions.STANDARD).register().close());
    believing.run();

    assertEquals(List.of(TokenFault.SIGNATURE), faults);
    assertEquals(List.of("registering", "destroyed"), believing.events(PHONE));
  }
}
