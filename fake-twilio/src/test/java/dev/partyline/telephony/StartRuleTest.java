package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a conference goes from init to in-progress. */
class StartRuleTest {

  private final Bench bench = new Bench();

  private String status() {
    return bench.room(1).status().word();
  }

  @Test
  @Pins({"CONF-13", "CONF-14", "CONF-16"})
  void conference_is_init_alone_in_progress_with_two_and_never_goes_back() {
    bench.joins("agent", "N");
    assertEquals("init", status());
    Participant customer = bench.joins("customer", "N");
    assertEquals("in-progress", status());
    bench.hangsUp(customer);
    assertEquals("in-progress", status());
    bench.quietly().joins("another", "N");
    assertFalse(bench.happened().contains("started N"));
    bench.complete("N");
    assertEquals("completed", status());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, in-progress",
    "true, false, in-progress",
    "false, true, in-progress",
    "false, false, init"
  })
  @Pins({"CONF-15", "CONF-19"})
  void two_start_a_conference_when_one_of_them_may(boolean first, boolean second, String expected) {
    bench.joins("first", "N", Bench.flags(first, false));
    bench.joins("second", "N", Bench.flags(second, false));
    assertEquals(expected, status());
  }

  @Test
  @Pins("CONF-15")
  void moderator_who_has_left_again_starts_nothing_for_those_who_stay() {
    Participant moderator = bench.joins("moderator", "N");
    bench.dialled("customer", "N", Bench.starting(false, false));
    bench.hangsUp(moderator);
    bench.joins("second", "N", Bench.flags(false, false));
    bench.joins("third", "N", Bench.flags(false, false));
    assertEquals("init", status());
  }

  @ParameterizedTest
  @CsvSource({"docs, init", "inProgressWithTwo, in-progress"})
  @Pins("CONF-19")
  void two_who_may_not_start_it_are_as_the_init_rule_says(String rule, String expected) {
    Bench turned = new Bench(Knob.CONF_INIT_RULE, rule);
    turned.joins("first", "N", Bench.flags(false, false));
    assertEquals("init", turned.room(1).status().word());
    turned.joins("second", "N", Bench.flags(false, false));
    assertEquals(expected, turned.room(1).status().word());
  }

  @ParameterizedTest
  @CsvSource({
    "earlyMediaCounts, true, in-progress",
    "earlyMediaCounts, false, init",
    "answeredOnly, true, init",
    "answeredOnly, false, init"
  })
  @Pins({"CONF-20", "CONF-21"})
  void ringing_leg_is_present_only_with_early_media_where_that_counts(
      String rule, boolean earlyMedia, String expected) {
    Bench turned = new Bench(Knob.CONF_PRESENCE_RULE, rule);
    turned.joins("agent", "N");
    Participant customer = turned.ringing("customer", "N", Bench.starting(true, earlyMedia));
    assertEquals(expected, turned.room(1).status().word());
    turned.answer(customer);
    assertEquals("in-progress", turned.room(1).status().word());
  }

  @Test
  @Pins("CONF-20")
  void queued_leg_is_not_present_before_it_rings() {
    bench.joins("agent", "N");
    Participant customer = bench.dialled("customer", "N");
    bench.initiate(customer);
    assertEquals("init", status());
    bench.ring(customer);
    assertEquals("in-progress", status());
  }

  @Test
  @Pins("CB-22")
  void started_conference_does_not_prove_that_the_dialled_leg_answered() {
    bench.joins("agent", "N");
    Participant customer = bench.ringing("customer", "N");
    assertTrue(bench.happened().contains("started N"));
    assertEquals(CallStatus.RINGING, customer.call().status());
    assertFalse(customer.everConnected());
  }

  @Test
  @Pins("CONF-23")
  void everybody_waits_for_the_only_one_who_may_start_it() {
    bench.joins("first", "N", Bench.flags(false, false));
    bench.joins("second", "N", Bench.flags(false, false));
    bench.joins("third", "N", Bench.flags(false, false));
    assertEquals("init", status());
    bench.joins("moderator", "N", Bench.flags(true, true));
    assertEquals("in-progress", status());
  }

  @Test
  @Pins("CONF-23")
  void without_a_moderator_the_second_joiner_starts_it() {
    bench.joins("first", "N");
    bench.quietly().joins("second", "N");
    assertTrue(bench.happened().contains("started N"));
  }

  @Test
  void conference_is_bridged_once_when_two_are_connected_and_it_has_started() {
    Bench bench = new Bench();
    bench.joins("agent", "N");
    Participant customer = bench.ringing("customer", "N");
    assertEquals(0, bench.bridged, "it has started, and only one is connected");
    bench.answer(customer);
    bench.joins("third", "N");
    bench.hangsUp(customer);
    bench.joins("fourth", "N");
    assertEquals(1, bench.bridged);
  }

  @Test
  void two_who_wait_for_a_moderator_are_not_bridged_until_one_comes() {
    Bench bench = new Bench();
    bench.joins("agent", "N", Bench.flags(false, false));
    bench.joins("customer", "N", Bench.flags(false, false));
    assertEquals(0, bench.bridged);
    bench.joins("moderator", "N");
    assertEquals(1, bench.bridged);
  }
}
