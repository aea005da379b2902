package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name is a lock with a lifetime: one live conference, any number of completed ones. */
class NamesOfConferencesTest {

  private final Bench bench = new Bench();

  @Test
  @Pins("CONF-01")
  void joining_or_dialling_into_a_name_without_a_live_conference_makes_one() {
    assertTrue(bench.telephony.conferences().isEmpty());
    bench.joins("agent", "N");
    assertEquals(List.of("agent in-progress", "made N", "joined agent"), bench.happened());
    bench.dialled("customer", "M");
    assertEquals(List.of("made M", "bound customer"), bench.happened());
  }

  @Test
  @Pins("CONF-02")
  void sid_is_cf_and_thirty_two_hexadecimal_digits() {
    bench.joins("agent", "N");
    assertTrue(bench.room(1).sid().matches("CF[0-9a-f]{32}"), bench.room(1).sid());
  }

  @Test
  @Pins("CONF-04")
  void second_joiner_of_a_name_meets_the_first_even_before_the_start() {
    Participant first = bench.joins("agent", "N", Bench.flags(false, false));
    assertEquals(Conference.Status.INIT, first.conference().status());
    Participant second = bench.joins("customer", "N");
    assertSame(first.conference(), second.conference());
    assertEquals(1, bench.telephony.conferences().size());
  }

  @Test
  @Pins("CONF-05")
  void first_joins_of_a_name_in_the_same_millisecond_end_in_one_conference() {
    Call agent = bench.caller("agent");
    Call customer = bench.caller("customer");
    List<Effect> effects = new ArrayList<>();
    bench.telephony.join(agent, "N", Bench.PLAIN, 9_000, effects);
    bench.telephony.join(customer, "N", Bench.PLAIN, 9_000, effects);
    assertEquals(1, bench.telephony.conferences().size());
    assertEquals(List.of("agent", "customer"), Bench.legs(bench.room(1)));
  }

  @Test
  @Pins({"CONF-04", "CONF-06", "CONF-07"})
  void name_of_a_completed_conference_is_free_for_another_with_nothing_of_the_old_one() {
    bench.joins("agent", "N", Bench.withCallback("https://app.example.com/old"));
    bench.complete("N");
    assertNull(bench.telephony.live("N"));
    bench.joins("another", "N");
    assertNotSame(bench.room(1), bench.room(2));
    assertTrue(!bench.room(1).sid().equals(bench.room(2).sid()));
    assertNull(bench.room(2).subscription());
    assertEquals(Conference.Status.COMPLETED, bench.room(1).status());
    assertEquals(List.of("another"), Bench.legs(bench.room(2)));
    bench.complete("N");
    bench.joins("third", "N");
    assertEquals(
        List.of("N", "N", "N"),
        bench.telephony.conferences().stream().map(Conference::name).toList());
  }

  @Test
  @Pins("CONF-09")
  void names_that_differ_in_case_or_spaces_are_different_conferences() {
    bench.joins("a", "Room");
    bench.joins("b", "room");
    bench.joins("c", "Room ");
    assertEquals(
        List.of("Room", "room", "Room "),
        bench.telephony.conferences().stream().map(Conference::name).toList());
  }

  @Test
  @Pins("CONF-12")
  void conference_that_nobody_ever_entered_stays_on_record() {
    Participant customer = bench.dialled("customer", "N");
    bench.ends(customer, CallStatus.BUSY);
    Conference room = bench.telephony.conference(customer.conference().sid());
    assertEquals(Conference.Status.COMPLETED, room.status());
    assertEquals(-1, room.firstConnectAt());
    assertEquals(-1, customer.call().answeredAt());
  }

  @Test
  @Pins("CONF-31")
  void end_empties_the_room_and_frees_the_name_in_one_step() {
    Participant agent = bench.joins("agent", "N", Bench.flags(true, true));
    Participant customer = bench.joins("customer", "N");
    bench.ringing("another", "N");
    bench.hangsUp(agent);
    assertTrue(bench.room(1).participants().isEmpty());
    assertNull(bench.telephony.live("N"));
    assertNull(customer.call().participant());
    bench.join(customer.call(), "N", Bench.PLAIN);
    assertEquals(List.of("customer"), Bench.legs(bench.room(2)));
  }

  @Test
  @Pins("CONF-57")
  void leg_that_moves_to_another_name_leaves_the_first_with_its_end_rule() {
    Participant agent = bench.joins("agent", "N", Bench.flags(true, true));
    bench.joins("customer", "N");
    bench.quietly().pullOut(agent);
    bench.join(agent.call(), "M", Bench.PLAIN);
    assertEquals(
        List.of(
            "left agent participant_updated_via_api in-progress",
            "left customer moderator_ended_conference in-progress",
            "ended N participant-with-end-conference-on-exit-left",
            "released customer",
            "made M",
            "joined agent"),
        bench.happened());
  }
}
