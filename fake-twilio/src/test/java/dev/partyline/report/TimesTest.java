package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.law.Violation;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void seconds_are_rounded_to_what_a_person_needs() {
    assertEquals("0 s", Times.seconds(0));
    assertEquals("0.05 s", Times.seconds(50));
    assertEquals("0.7 s", Times.seconds(700));
    assertEquals("0.3 s", Times.seconds(250));
    assertEquals("7 s", Times.seconds(7_000));
    assertEquals("10 s", Times.seconds(9_960));
    assertEquals("41 s", Times.seconds(41_000));
    assertEquals("125 s", Times.seconds(125_200));
    assertEquals("12 min 5 s", Times.seconds(725_000));
    assertEquals("60 min", Times.seconds(3_600_000));
    assertEquals("-0.7 s", Times.seconds(-700));
  }

  @Test
  void exact_times_keep_the_millisecond() {
    assertEquals("0.245 s", Times.exact(245));
    assertEquals("30.9 s", Times.exact(30_900));
    assertEquals("0 s", Times.exact(0));
  }

  @Test
  void what_lasts_to_the_end_of_the_run_lasts_for_ever() {
    assertEquals("for ever", Times.seconds(Violation.FOR_EVER));
    assertEquals("for ever", Times.exact(Violation.FOR_EVER));
  }
}
