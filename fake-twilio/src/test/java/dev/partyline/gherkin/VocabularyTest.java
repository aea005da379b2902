package dev.partyline.gherkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {

  private final Vocabulary words = new Vocabulary(new Rehearsal());

  @ParameterizedTest
  @CsvSource({
    "5 seconds,5000",
    "1 second,1000",
    "0.5 s,500",
    "100 ms,100",
    "2 minutes,120000",
    "5秒,5000",
    "0.1秒,100",
    "100ミリ秒,100",
    "１５秒,15000",
    "2分,120000"
  })
  void a_time_span_is_read_in_both_languages_and_in_full_width_digits(String text, long ms) {
    assertEquals(ms, words.duration(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5 seconds", "-3 seconds", "1.2.3 s", ". s", "99999999 s", "0.0001 s"})
  void a_time_span_of_another_form_is_refused_with_examples(String text) {
    BadStep refused = assertThrows(BadStep.class, () -> words.duration(text));
    assertTrue(refused.getMessage().contains("'" + text + "'"), refused.getMessage());
    assertTrue(refused.getMessage().contains("0.5 s"), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"never,0", "once,1", "twice,2", "3 times,3", "1回,1", "２回,2"})
  void how_often_is_read_in_both_languages(String text, long times) {
    assertEquals(times, words.times(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,000", "-1", "2.5", "99999999999"})
  void a_number_that_is_not_whole_is_refused(String text) {
    assertThrows(BadStep.class, () -> words.number(text));
  }

  @ParameterizedTest
  @CsvSource({
    "the customer,customer-1",
    "customer 2,customer-2",
    "お客様,customer-1",
    "お客様２,customer-2"
  })
  void the_first_of_two_needs_no_number(String text, String name) {
    assertEquals(name, words.customer(text));
  }

  @Test
  void a_third_person_is_refused() {
    assertThrows(BadStep.class, () -> words.agent("agent 3"));
    assertThrows(BadStep.class, () -> words.customer("お客様0"));
  }

  @Test
  void a_name_that_does_not_exist_brings_those_that_do() {
    String law = assertThrows(BadStep.class, () -> words.law("LONELY")).getMessage();
    assertTrue(law.contains("ALONE"), law);
    String knob = assertThrows(BadStep.class, () -> words.knob("conf.nothing")).getMessage();
    assertTrue(knob.contains("conf.ringingLegsOnEnd"), knob);
    String event = assertThrows(BadStep.class, () -> words.event("join")).getMessage();
    assertTrue(event.contains("participant-join"), event);
    String status = assertThrows(BadStep.class, () -> words.status("dead")).getMessage();
    assertTrue(status.contains("no-answer"), status);
  }

  @Test
  void news_is_recognised_in_what_a_program_says_in_either_language() {
    assertTrue(words.news("the line is busy").isIn("お話し中です。"));
    assertTrue(words.news("「応答なし」").isIn("There is no answer."));
    assertEquals(false, words.news("the line is busy").isIn("There is no answer."));
  }
}
