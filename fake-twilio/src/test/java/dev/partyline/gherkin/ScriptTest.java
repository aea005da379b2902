package dev.partyline.gherkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ScriptTest {

  private final Script script = new Script();

  @Test
  void saying_the_same_twice_is_fine() {
    script.pin("customer-1.does", "answers");
    script.pin("customer-1.does", "answers");
    assertEquals("answers", script.pins().get("customer-1.does"));
  }

  @Test
  void saying_two_things_of_one_choice_is_refused() {
    script.pin("customer-1.does", "answers");
    BadStep refused = assertThrows(BadStep.class, () -> script.pin("customer-1.does", "rejects"));
    assertTrue(refused.getMessage().contains("'answers' and 'rejects'"), refused.getMessage());
  }

  @Test
  void a_person_of_the_second_call_needs_a_second_call() {
    script.pin("customer-2.does", "busy");
    assertThrows(BadStep.class, script::check);
    script.pin("calls", "2");
    script.check();
  }

  @Test
  void slow_twiml_concerns_every_call() {
    script.twimlTakes(900);
    script.pin("calls", "2");
    assertEquals("900", script.pins().get("agent-1.twiml.answer"));
    assertEquals("900", script.pins().get("agent-2.twiml.answer"));
  }

  @Test
  void callbacks_later_than_the_platform_has_them_are_refused() {
    assertThrows(
        BadStep.class, () -> script.add(new CallbackFault(CallbackFault.Kind.LATE, "", 5_001)));
    script.add(new CallbackFault(CallbackFault.Kind.LATE, "", 5_000));
    assertEquals("5000", script.pins().get("knob.cb.delay"));
  }

  @Test
  void one_knob_alone_leaves_the_others_at_their_defaults_when_timings_are_tried() {
    script.pin("knob.conf.ringingLegsOnEnd", "keepRinging");
    assertTrue(script.touchesKnobs());
    assertEquals("keepRinging", script.pinsForExploring().get("knob.conf.ringingLegsOnEnd"));
    assertEquals("0", script.pinsForExploring().get("knob.rest.failBeforeCommit"));
  }

  @Test
  void a_hostile_platform_leaves_every_other_knob_to_chance() {
    script.hostile();
    script.pin("knob.conf.ringingLegsOnEnd", "keepRinging");
    assertFalse(script.pinsForExploring().containsKey("knob.rest.failBeforeCommit"));
  }
}
