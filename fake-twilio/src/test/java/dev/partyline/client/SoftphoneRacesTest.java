package dev.partyline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.law.Alone;
import dev.partyline.law.Verdict.Standing;
import dev.partyline.token.SyncGrant;
import dev.partyline.token.VoiceGrant;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong between a softphone's page, its leg and the rest of the call. */
class SoftphoneRacesTest {

  private static final String PHONE = "agent_a.device";
  private static final String AGAIN = "agent_a.device-2";
  private static final String AGENT = Stage.sid("CA", 1);
  private static final String CUSTOMER = Stage.sid("CA", 2);

  private final Desk desk = new Desk();

  /** The agent's page calls a customer, who answers, into the conference named by the page. */
  private Desk talking() {
    desk.stage
        .pin("customer-1.does", "answers")
        .pin("customer-1.answers", "2000")
        .pin("customer-1.hangs-up", "30000")
        .answer(
            "/voice",
            request ->
                WebhookReply.twiml(
                    "<Response><Dial><Conference endConferenceOnExit=\"false\">"
                        + request.params().get("room")
                        + "</Conference></Dial></Response>"));
    desk.at(0, devices -> devices.add("agent_a").connect(Map.of("room", "N")));
    desk.stage.application(2_000, app -> app.participant("N", "EndConferenceOnExit", "true"));
    return desk;
  }

  @Test
  @Pins("RACE-209")
  void reloaded_page_leaves_the_customer_alone_until_it_finds_the_room_again() {
    List<String> heard = new ArrayList<>();
    talking().does(10_000, PHONE, Device::reload);
    desk.stage.platform(12_000, stage -> heard.add("" + stage.world().hearing().heardBy(CUSTOMER)));
    desk.does(15_000, AGAIN, page -> page.connect(Map.of("room", "N")));
    desk.stage.platform(20_000, stage -> heard.add("" + stage.world().hearing().heardBy(CUSTOMER)));
    desk.run();

    assertEquals(List.of("[]", "[" + Stage.sid("CA", 3) + "]"), heard);
    assertEquals(1, desk.stage.world().telephony().conferences().size());
    assertTrue(desk.stage.world().telephony().call(AGENT).endedAt() < 12_000);
  }

  @Test
  @Pins("RACE-209")
  void page_that_does_not_come_back_strands_the_customer() {
    talking().does(10_000, PHONE, Device::close);
    desk.run();

    assertEquals(Standing.VIOLATED, new Alone(10_000).judge(desk.stage.journal()).standing());
  }

  @Test
  @Pins("RACE-207")
  void page_is_open_long_before_the_customer_has_answered() {
    talking().does(20_000, PHONE, Device::hangUp).run();

    long answered = desk.stage.world().telephony().call(CUSTOMER).answeredAt();
    assertTrue(desk.when(PHONE, "accept") + 2_000 < answered);
  }

  @Test
  @Pins("RACE-210")
  void agent_without_signalling_goes_on_talking_to_nobody() {
    List<String> states = new ArrayList<>();
    desk.stage
        .pin("customer-1.does", "answers")
        .pin("customer-1.hangs-up", "5000")
        .voice("<Dial callerId=\"" + Account.NUMBER + "\">" + Stage.CUSTOMER + "</Dial>");
    desk.at(
            0,
            devices ->
                devices.add("agent_a", DeviceOptions.STANDARD.surviving(30_000)).connect(Map.of()))
        .does(8_000, PHONE, Device::loseSignalling)
        .does(20_000, PHONE, page -> states.add(page.call().state().word()))
        .does(25_000, PHONE, Device::recoverSignalling)
        .run();

    assertEquals(List.of("reconnecting"), states);
    long ended = desk.stage.world().telephony().call(AGENT).endedAt();
    assertTrue(ended < 20_000, () -> "the leg ended at " + ended);
    assertTrue(desk.when(PHONE, "disconnect") > 25_000);
  }

  @Test
  @Pins("RACE-211")
  void token_refreshed_for_the_voice_device_alone_is_not_the_one_that_sync_was_given() {
    List<Boolean> good = new ArrayList<>();
    VoiceGrant voice = VoiceGrant.of(true, Account.APPLICATION);
    List<String> given = new ArrayList<>();
    desk.stage
        .platform(
            0,
            stage -> {
              given.add(
                  stage
                      .world()
                      .tokens()
                      .make("agent_a", 60, voice, new SyncGrant("default", null), null));
              stage.world().devices().addWithToken(given.get(0), DeviceOptions.STANDARD).register();
            })
        .platform(
            50_500,
            stage ->
                stage
                    .world()
                    .devices()
                    .device(PHONE)
                    .updateToken(stage.world().tokens().make("agent_a", 60, voice, null, null)))
        .platform(
            61_000,
            stage -> {
              good.add(stage.world().devices().device(PHONE).state() == Device.State.REGISTERED);
              good.add(lets(() -> stage.world().tokens().verify(given.get(0)).requireSync()));
              stage.world().devices().device(PHONE).close();
            });
    desk.run();

    assertEquals(List.of(true, false), good);
  }

  private static boolean lets(Runnable use) {
    try {
      use.run();
      return true;
    } catch (dev.partyline.token.BadToken refused) {
      return false;
    }
  }

  @Test
  @Pins({"RACE-205", "CLIENT-13"})
  void in_every_order_of_click_and_hang_up_page_and_platform_agree_in_the_end() {
    for (long click = 2_900; click <= 3_200; click += 20) {
      Desk one = new Desk();
      one.registered("agent_a").called(1_000, "client:agent_a");
      one.stage.application(
          3_000, app -> app.rest("POST", "/Calls/" + AGENT + ".json", "Status", "completed"));
      one.at(
          click,
          devices -> {
            Device phone = devices.device(PHONE);
            if (phone.incoming() != null) {
              phone.accept();
            }
          });
      one.run();
      String story = "click at " + click + ": " + one.events(PHONE);
      assertFalse(one.stage.world().telephony().call(AGENT).isLive(), story);
      assertEquals(
          ClientCall.State.CLOSED,
          one.stage.world().devices().device(PHONE).calls().get(0).state(),
          story);
    }
  }
}
