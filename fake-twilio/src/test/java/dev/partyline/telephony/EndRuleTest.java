package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a conference, and what the end does to those in it. */
class EndRuleTest {

  private final Bench bench = new Bench();

  private Conference room() {
    return bench.room(1);
  }

  @Test
  @Pins({"CONF-24", "CONF-25"})
  void one_of_two_who_leaves_leaves_the_other_connected_and_untold() {
    Participant agent = bench.joins("agent", "N");
    Participant customer = bench.joins("customer", "N");
    bench.quietly().hangsUp(customer);
    assertEquals(
        List.of("customer completed", "left customer participant_hung_up completed"),
        bench.happened());
    assertTrue(room().isLive());
    assertTrue(agent.connected());
    assertEquals(CallStatus.IN_PROGRESS, agent.call().status());
    bench.hangsUp(agent);
    assertEquals("last-participant-left", room().reasonEnded());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29"})
  void live_conference_has_neither_reason_nor_ending_call() {
    bench.joins("agent", "N");
    assertNull(room().reasonEnded());
    assertNull(room().callEnding());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29"})
  void end_by_rest_names_no_call() {
    bench.joins("agent", "N");
    bench.joins("customer", "N");
    bench.complete("N");
    assertEquals("conference-ended-via-api", room().reasonEnded());
    assertNull(room().callEnding());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29"})
  void leaver_with_the_flag_ends_it_for_all() {
    Participant agent = bench.joins("agent", "N", Bench.flags(true, true));
    bench.joins("customer", "N");
    bench.hangsUp(agent);
    assertEquals("participant-with-end-conference-on-exit-left", room().reasonEnded());
    assertEquals(agent.call().sid(), room().callEnding());
    assertEquals(Conference.Status.COMPLETED, room().status());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29", "PART-56"})
  void kicked_participant_with_the_flag_ends_it_for_all() {
    Participant agent = bench.joins("agent", "N", Bench.flags(true, true));
    bench.joins("customer", "N");
    bench.kick(agent);
    assertEquals("participant-with-end-conference-on-exit-kicked", room().reasonEnded());
    assertEquals(agent.call().sid(), room().callEnding());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29"})
  void last_leaver_ends_it() {
    Participant agent = bench.joins("agent", "N");
    bench.hangsUp(agent);
    assertEquals("last-participant-left", room().reasonEnded());
    assertEquals(agent.call().sid(), room().callEnding());
  }

  @Test
  @Pins({"CONF-27", "CONF-28", "CONF-29", "PART-56"})
  void kicking_the_last_participant_ends_it() {
    Participant agent = bench.joins("agent", "N");
    bench.kick(agent);
    assertEquals("last-participant-kicked", room().reasonEnded());
    assertEquals(agent.call().sid(), room().callEnding());
  }

  @ParameterizedTest
  @CsvSource({"flag, participant-with-end-conference-on-exit-left", "last, last-participant-left"})
  @Pins("CONF-30")
  void last_leaver_with_the_flag_ends_it_for_the_reason_the_knob_says(
      String knob, String expected) {
    Bench turned = new Bench(Knob.CONF_LAST_AND_FLAG_REASON, knob);
    turned.hangsUp(turned.joins("agent", "N", Bench.flags(true, true)));
    assertEquals(expected, turned.room(1).reasonEnded());
  }

  @ParameterizedTest
  @CsvSource({"continue, IN_PROGRESS", "hangup, COMPLETED"})
  @Pins("CONF-32")
  void at_the_end_twiml_legs_go_on_as_the_knob_says_and_rest_legs_are_hung_up(
      String knob, CallStatus expected) {
    Bench turned = new Bench(Knob.CONF_TWIML_LEGS_ON_END, knob);
    Participant agent = turned.joins("agent", "N");
    Participant customer = turned.ringing("customer", "N");
    turned.answer(customer);
    turned.quietly().complete("N");
    assertEquals(expected, agent.call().status());
    assertEquals(CallStatus.COMPLETED, customer.call().status());
    assertEquals(knob.equals("continue"), turned.happened().contains("released agent"));
  }

  @ParameterizedTest
  @CsvSource({"cancel, CANCELED", "keepRinging, RINGING"})
  @Pins("CONF-33")
  void leg_that_rings_when_its_conference_ends_is_canceled_or_rings_on(
      String knob, CallStatus expected) {
    Bench turned = new Bench(Knob.CONF_RINGING_LEGS_ON_END, knob);
    turned.joins("agent", "N");
    Participant customer = turned.ringing("customer", "N");
    turned.complete("N");
    assertEquals(expected, customer.call().status());
    assertNull(customer.call().participant());
  }

  @Test
  @Pins({"CONF-33", "CB-06"})
  void leg_that_rings_on_after_the_end_lives_outside_and_ends_when_somebody_answers() {
    Bench turned = new Bench(Knob.CONF_RINGING_LEGS_ON_END, "keepRinging");
    Participant customer = turned.ringing("customer", "N");
    turned.quietly().complete("N");
    assertEquals(
        List.of(
            "left customer conference_ended_via_api in-progress",
            "ended N conference-ended-via-api"),
        turned.happened());
    turned.answer(customer);
    assertEquals(CallStatus.COMPLETED, customer.call().status());
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "NO_ANSWER", "FAILED", "CANCELED"})
  @Pins({"CONF-34", "PART-33", "PART-34", "CB-08"})
  void leg_that_is_never_answered_ends_the_conference_it_was_alone_in(CallStatus outcome) {
    Participant customer = bench.dialled("customer", "N");
    bench.initiate(customer);
    bench.quietly().ends(customer, outcome);
    assertEquals(
        List.of(
            "customer " + outcome.word(),
            "left customer participant_add_failed " + outcome.word(),
            "ended N last-participant-left"),
        bench.happened());
    assertEquals(customer.call().sid(), room().callEnding());
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "NO_ANSWER", "FAILED", "CANCELED"})
  @Pins("PART-35")
  void leg_that_is_never_answered_does_nothing_to_somebody_who_waits(CallStatus outcome) {
    Participant agent = bench.joins("agent", "N");
    Participant customer = bench.ringing("customer", "N");
    bench.quietly().ends(customer, outcome);
    assertEquals(2, bench.happened().size());
    assertTrue(room().isLive());
    assertTrue(agent.connected());
    assertEquals(List.of("agent"), Bench.legs(room()));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  @Pins("CONF-36")
  void end_flag_of_a_leg_that_never_entered_acts_only_if_the_knob_says_so(
      String knob, boolean ends) {
    Bench turned = new Bench(Knob.CONF_END_FLAG_BEFORE_JOIN, knob);
    turned.joins("agent", "N");
    turned.ends(turned.ringing("customer", "N", Bench.flags(true, true)), CallStatus.BUSY);
    assertEquals(ends, !turned.room(1).isLive());
  }

  @Test
  @Pins({"CB-13", "CB-08"})
  void at_an_end_the_causing_leave_comes_first_then_the_others_as_they_joined_then_the_end() {
    Participant customer = bench.ringing("customer", "N");
    bench.joins("second", "N");
    Participant agent = bench.joins("agent", "N", Bench.flags(true, true));
    bench.answer(customer);
    bench.ringing("late", "N");
    bench.quietly().hangsUp(agent);
    assertEquals(
        List.of(
            "agent completed",
            "left agent participant_hung_up completed",
            "left second moderator_ended_conference in-progress",
            "customer completed",
            "left customer moderator_ended_conference completed",
            "late canceled",
            "left late participant_add_failed canceled",
            "ended N participant-with-end-conference-on-exit-left",
            "released second"),
        bench.happened());
  }

  @ParameterizedTest
  @CsvSource({
    "atCreate, https://app.example.com/dialled",
    "atConnect, https://app.example.com/joined"
  })
  @Pins({"CONF-41", "CONF-42"})
  void first_joiner_settles_the_callback_and_a_dialled_leg_joins_when_the_knob_says(
      String knob, String expected) {
    Bench turned = new Bench(Knob.CONF_CONFIG_BINDING, knob);
    Participant customer =
        turned.ringing("customer", "N", Bench.withCallback("https://app.example.com/dialled"));
    turned.joins("agent", "N", Bench.withCallback("https://app.example.com/joined"));
    turned.answer(customer);
    assertEquals(expected, turned.room(1).subscription().url());
  }

  @Test
  @Pins("CONF-41")
  void first_joiner_without_a_callback_settles_that_there_is_none() {
    bench.joins("agent", "N");
    bench.joins("customer", "N", Bench.withCallback("https://app.example.com/late"));
    assertNull(room().subscription());
  }

  @Test
  @Pins("PART-20")
  void redirected_rest_leg_is_driven_by_its_new_document() {
    Participant customer = bench.ringing("customer", "N");
    bench.answer(customer);
    bench.joins("agent", "N");
    bench.quietly().pullOut(customer);
    assertEquals(CallStatus.IN_PROGRESS, customer.call().status());
    Participant again = bench.join(customer.call(), "M", Bench.PLAIN);
    bench.complete("M");
    assertSame(customer.call(), again.call());
    assertTrue(bench.happened().contains("released customer"));
  }
}
