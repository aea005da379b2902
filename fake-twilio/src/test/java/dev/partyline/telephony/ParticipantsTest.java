package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags, labels, limits and the removal of participants. */
class ParticipantsTest {

  private final Bench bench = new Bench();

  @Test
  @Pins("PART-43")
  void mute_and_hold_do_not_touch_each_other() {
    Participant agent = bench.joins("agent", "N");
    bench.quietly().change(agent, true, null, null);
    bench.change(agent, null, true, null);
    assertTrue(agent.muted() && agent.hold());
    bench.change(agent, false, null, null);
    assertTrue(!agent.muted() && agent.hold());
    bench.change(agent, null, false, null);
    assertFalse(agent.muted() || agent.hold());
    assertEquals(
        List.of(
            "participant-mute agent",
            "participant-hold agent",
            "participant-unmute agent",
            "participant-unhold agent"),
        bench.happened());
  }

  @ParameterizedTest
  @CsvSource({"false, true, false", "true, false, true"})
  @Pins("PART-46")
  void changed_end_flag_decides(boolean before, boolean after, boolean stillLive) {
    Participant agent = bench.joins("agent", "N", Bench.flags(true, before));
    bench.joins("customer", "N");
    bench.quietly().change(agent, null, null, after);
    assertEquals(List.of("participant-modify agent"), bench.happened());
    bench.hangsUp(agent);
    assertEquals(stillLive, bench.room(1).isLive());
  }

  @ParameterizedTest
  @CsvSource({"silentlyIgnored, false", "applied, true"})
  @Pins({"PART-47", "PART-48"})
  void on_hold_a_change_of_the_end_flag_takes_effect_only_if_the_knob_says_so(
      String knob, boolean changed) {
    Bench turned = new Bench(Knob.PART_END_FLAG_UPDATE_ON_HOLD, knob);
    Participant agent = turned.joins("agent", "N");
    turned.joins("customer", "N");
    turned.change(agent, null, true, null);
    turned.quietly().change(agent, null, null, true);
    assertEquals(changed, agent.endOnExit());
    assertEquals(changed ? List.of("participant-modify agent") : List.of(), turned.happened());
    turned.hangsUp(agent);
    assertEquals(changed, !turned.room(1).isLive());
  }

  @Test
  @Pins("PART-47")
  void end_flag_can_be_changed_again_after_the_hold() {
    Participant agent = bench.joins("agent", "N");
    bench.change(agent, null, true, null);
    bench.change(agent, null, false, null);
    bench.change(agent, null, null, true);
    assertTrue(agent.endOnExit());
  }

  @Test
  @Pins("PART-52")
  void change_to_what_is_already_so_is_no_event() {
    Participant agent = bench.joins("agent", "N");
    long before = agent.updatedAt();
    bench.quietly().change(agent, false, false, false);
    assertEquals(List.of(), bench.happened());
    assertEquals(before, agent.updatedAt());
  }

  @Test
  @Pins("PART-53")
  void of_two_opposite_changes_each_is_an_event_and_the_last_one_wins() {
    Participant agent = bench.joins("agent", "N");
    bench.quietly().change(agent, null, true, null);
    bench.change(agent, null, false, null);
    assertEquals(List.of("participant-hold agent", "participant-unhold agent"), bench.happened());
    assertFalse(agent.hold());
  }

  @Test
  @Pins({"PART-05", "PART-29"})
  void dialled_participant_is_queued_connecting_ringing_and_connected() {
    Participant customer = bench.dialled("customer", "N");
    assertEquals("queued", customer.status());
    bench.initiate(customer);
    assertEquals("connecting", customer.status());
    bench.ring(customer);
    assertEquals("ringing", customer.status());
    bench.answer(customer);
    assertEquals("connected", customer.status());
    assertEquals("connected", bench.joins("agent", "N").status());
    bench.hangsUp(customer);
    assertEquals("complete", customer.status());
  }

  @ParameterizedTest
  @CsvSource({"0, BUSY", "1, FAILED", "2, NO_ANSWER", "2, CANCELED"})
  @Pins({"PART-04", "PART-05", "PART-29"})
  void dialled_participant_can_fail_on_the_way(int stepsFirst, CallStatus outcome) {
    Participant customer = bench.dialled("customer", "N");
    if (stepsFirst > 0) {
      bench.initiate(customer);
    }
    if (stepsFirst > 1) {
      bench.ring(customer);
    }
    bench.ends(customer, outcome);
    assertEquals("failed", customer.status());
  }

  @Test
  @Pins({"PART-24", "PART-03"})
  void label_or_call_sid_finds_a_participant() {
    Participant agent = bench.joins("agent", "N", Bench.labelled("the agent"));
    assertSame(agent, bench.room(1).find("the agent"));
    assertSame(agent, bench.room(1).find(agent.call().sid()));
  }

  @Test
  @Pins({"PART-24", "PART-25", "PART-26", "CB-20"})
  void label_in_use_keeps_the_second_out_until_its_owner_has_left() {
    Participant agent = bench.joins("agent", "N", Bench.labelled("L"));
    bench.joins("customer", "N");
    Call another = bench.caller("another");
    bench.quietly();
    Refusal byTwiml =
        assertThrows(Refusal.class, () -> bench.join(another, "N", Bench.labelled("L")));
    Refusal byRest =
        assertThrows(Refusal.class, () -> bench.dialled("dialled", "N", Bench.labelled("L")));
    assertEquals(16025, byTwiml.code());
    assertEquals(16026, byRest.code());
    assertEquals(List.of(), bench.happened());
    bench.hangsUp(agent);
    bench.join(another, "N", Bench.labelled("L"));
    assertSame(another, bench.room(1).find("L").call());
  }

  @Test
  @Pins("PART-24")
  void same_label_in_two_conferences_is_no_conflict() {
    bench.joins("agent", "N", Bench.labelled("L"));
    assertEquals("L", bench.joins("another", "M", Bench.labelled("L")).label());
  }

  @Test
  @Pins({"CONF-46", "CB-20"})
  void join_over_the_joiners_own_maximum_is_refused() {
    bench.joins("agent", "N");
    bench.ringing("customer", "N");
    bench.quietly();
    Call third = bench.caller("third");
    bench.quietly();
    Refusal refusal = assertThrows(Refusal.class, () -> bench.join(third, "N", Bench.atMost(2)));
    assertEquals(16020, refusal.code());
    assertEquals(List.of(), bench.happened());
    bench.join(third, "N", Bench.atMost(3));
    assertEquals(List.of("agent", "customer", "third"), Bench.legs(bench.room(1)));
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  @Pins({"CONF-46", "LIMIT-03"})
  void leg_being_dialled_counts_for_the_maximum_when_the_knob_says_so(String knob, boolean enters) {
    Bench turned = new Bench(Knob.CONF_MAX_COUNTS_RINGING, knob);
    turned.joins("agent", "N");
    turned.ringing("customer", "N");
    if (enters) {
      turned.joins("third", "N", Bench.atMost(2));
    } else {
      assertThrows(Refusal.class, () -> turned.joins("third", "N", Bench.atMost(2)));
    }
  }

  @Test
  @Pins({"CONF-46", "CB-20"})
  void dialled_leg_that_did_not_count_and_finds_the_room_full_is_hung_up() {
    Bench turned = new Bench(Knob.CONF_MAX_COUNTS_RINGING, "false");
    turned.joins("agent", "N");
    Participant customer = turned.ringing("customer", "N", Bench.atMost(2));
    turned.joins("third", "N", Bench.atMost(2));
    turned.quietly().answer(customer);
    assertEquals(
        List.of(
            "customer in-progress",
            "customer completed",
            "left customer participant_add_failed completed"),
        turned.happened());
    assertEquals(List.of("agent", "third"), Bench.legs(turned.room(1)));
  }

  @Test
  @Pins("PART-20")
  void answered_leg_enters_at_once_and_its_call_ends_when_the_conference_lets_it_go() {
    Participant customer = bench.ringing("customer", "N");
    bench.joins("agent", "N");
    bench.quietly().answer(customer);
    assertEquals(List.of("customer in-progress", "joined customer"), bench.happened());
    bench.complete("N");
    assertEquals(CallStatus.COMPLETED, customer.call().status());
  }

  @Test
  @Pins({"PART-55", "PART-57", "CB-08"})
  void kicked_rest_leg_is_hung_up() {
    Participant customer = bench.ringing("customer", "N");
    bench.answer(customer);
    bench.joins("agent", "N");
    bench.quietly().kick(customer);
    assertEquals(
        List.of("customer completed", "left customer participant_updated_via_api completed"),
        bench.happened());
  }

  @ParameterizedTest
  @CsvSource({"continue, IN_PROGRESS, in-progress", "hangup, COMPLETED, completed"})
  @Pins({"PART-55", "CB-06"})
  void kicked_twiml_leg_goes_on_or_is_hung_up_as_the_knob_says(
      String knob, CallStatus expected, String word) {
    Bench turned = new Bench(Knob.PART_KICK_TWIML_LEG, knob);
    Participant agent = turned.joins("agent", "N");
    turned.joins("customer", "N");
    turned.quietly().kick(agent);
    List<String> happened = turned.happened();
    assertEquals(expected, agent.call().status());
    assertTrue(happened.contains("left agent participant_updated_via_api " + word));
    assertEquals(knob.equals("continue"), happened.contains("released agent"));
  }

  @ParameterizedTest
  @CsvSource({"participant_updated_via_api", "participant_hung_up"})
  @Pins("PART-57")
  void kicked_participant_leaves_for_the_reason_of_the_knob(String reason) {
    Bench turned = new Bench(Map.of(Knob.PART_KICK_LEAVE_REASON, reason));
    Participant agent = turned.joins("agent", "N");
    turned.joins("customer", "N");
    turned.quietly().kick(agent);
    assertEquals("left agent " + reason + " in-progress", turned.happened().get(0));
  }

  @Test
  @Pins("PART-37")
  void kicked_leg_that_rings_is_canceled() {
    Participant customer = bench.ringing("customer", "N");
    bench.joins("agent", "N");
    bench.quietly().kick(customer);
    assertEquals(
        List.of("customer canceled", "left customer participant_add_failed canceled"),
        bench.happened());
  }
}
