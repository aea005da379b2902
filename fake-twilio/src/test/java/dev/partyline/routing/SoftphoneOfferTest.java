package dev.partyline.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.client.Device;
import dev.partyline.client.DeviceOptions;
import dev.partyline.client.Devices;
import dev.partyline.journal.Happening;
import dev.partyline.phone.PhoneScript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Offers that reach agents at softphones, which TaskRouter knows nothing of. */
class SoftphoneOfferTest {

  private static final String CONFERENCE =
      """
      {"instruction": "conference", "from": "+81345678900", "timeout": 10,
       "end_conference_on_customer_exit": true}
      """;
  private static final String PHONE = "alice.device";

  private static Floor floor() {
    return new Floor().worker("alice").assigns(CONFERENCE);
  }

  private static Devices devices(Floor floor) {
    return floor.stage().world().devices();
  }

  private static long offers(Floor floor) {
    return floor.events().stream().filter("reservation.created"::equals).count();
  }

  private static List<String> told(Floor floor) {
    return floor.stage().all(Happening.SoftphoneTold.class).stream()
        .filter(one -> one.device().equals(PHONE))
        .map(Happening.SoftphoneTold::event)
        .toList();
  }

  @Test
  @Pins({"CLIENT-04", "RACE-109"})
  void agent_whose_page_never_registered_is_offered_the_call_over_and_over_until_it_does() {
    Floor floor =
        floor()
            .at(
                0,
                f ->
                    devices(f)
                        .add(
                            "alice",
                            DeviceOptions.STANDARD.playing(
                                PhoneScript.answers(Duration.ofSeconds(2)))))
            .at(20_000, f -> devices(f).device(PHONE).register())
            .at(60_000, Floor::callerHangsUp)
            .run();

    assertTrue(offers(floor) > 10, () -> offers(floor) + " offers");
    assertTrue(floor.events().contains("reservation.accepted"));
    assertTrue(floor.when("reservation.accepted") > 20_000);
    assertEquals(
        List.of("registering", "registered", "incoming", "accept", "disconnect"), told(floor));
  }

  @Test
  @Pins({"CLIENT-14", "RACE-110"})
  void agent_on_a_call_that_taskrouter_does_not_know_is_offered_calls_that_only_ring() {
    Floor floor =
        floor()
            .at(0, f -> devices(f).add("alice").register())
            .at(1, f -> devices(f).device(PHONE).connect(Map.of()))
            .at(60_000, Floor::callerHangsUp)
            .run();

    assertTrue(told(floor).contains("incomingIgnored"), told(floor).toString());
    assertFalse(told(floor).contains("incoming"));
    assertTrue(offers(floor) >= 2, () -> offers(floor) + " offers");
    assertFalse(floor.events().contains("reservation.accepted"));
  }

  @Test
  @Pins({"CLIENT-09", "CLIENT-10"})
  void page_is_told_its_own_leg_and_neither_the_conference_nor_the_task() {
    Floor floor =
        floor()
            .at(0, f -> devices(f).add("alice").register())
            .at(8_000, f -> devices(f).device(PHONE).accept())
            .at(60_000, Floor::callerHangsUp)
            .run();

    Happening.SoftphoneTold incoming =
        floor.stage().all(Happening.SoftphoneTold.class).stream()
            .filter(one -> one.event().equals("incoming"))
            .findFirst()
            .orElseThrow();
    assertEquals(floor.legsOf("alice").get(0).sid(), incoming.call());
    String conference = floor.stage().world().telephony().conferences().iterator().next().sid();
    for (Happening.SoftphoneTold one : floor.stage().all(Happening.SoftphoneTold.class)) {
      assertFalse(one.toString().contains(conference), one.toString());
      assertFalse(one.toString().contains(floor.task().sid()), one.toString());
    }
  }

  @Test
  @Pins("RACE-206")
  void call_answered_at_the_other_tab_is_canceled_at_this_one_and_goes_on() {
    Floor floor =
        floor()
            .at(0, f -> devices(f).add("alice").register())
            .at(0, f -> devices(f).add("alice").register())
            .at(8_000, f -> devices(f).device("alice.device-2").accept())
            .at(60_000, Floor::callerHangsUp)
            .run();

    assertEquals(List.of("registering", "registered", "incoming", "cancel"), told(floor));
    assertEquals(1, offers(floor));
    assertTrue(floor.events().contains("reservation.accepted"));
    Device other = devices(floor).device("alice.device-2");
    assertEquals(1, other.calls().size());
  }
}
