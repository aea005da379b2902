package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.telephony.AnswerDetection.Verdict;
import org.junit.jupiter.api.Test;

/** What machine detection makes of a greeting. */
class AnswerDetectionTest {

  private static final AnswerDetection ENABLE = new AnswerDetection(false, 30, 2_400, 1_200, 5_000);
  private static final AnswerDetection END = new AnswerDetection(true, 30, 2_400, 1_200, 5_000);

  private static Greeting person(long silence, long speech) {
    return new Greeting(Greeting.Kind.HUMAN, silence, speech, false);
  }

  private static Greeting machine(long speech, boolean beep) {
    return new Greeting(Greeting.Kind.MACHINE, 500, speech, beep);
  }

  @Test
  @Pins("CALL-32")
  void short_speech_is_a_person_once_it_is_over() {
    assertEquals(new Verdict("human", 500 + 1_000 + 1_200), ENABLE.of(Greeting.HELLO));
    assertEquals(new Verdict("human", 500 + 1_000 + 1_200), END.of(Greeting.HELLO));
  }

  @Test
  @Pins("CALL-32")
  void long_speech_is_a_machine_as_soon_as_it_is_too_long() {
    assertEquals(new Verdict("machine_start", 500 + 2_400), ENABLE.of(machine(8_000, true)));
    assertEquals(new Verdict("human", 500 + 2_000 + 1_200), ENABLE.of(machine(2_000, true)));
    assertEquals(new Verdict("machine_start", 500 + 2_400), ENABLE.of(person(500, 3_000)));
  }

  @Test
  @Pins("CALL-32")
  void message_end_is_the_beep_or_silence() {
    assertEquals(new Verdict("machine_end_beep", 500 + 8_000 + 500), END.of(machine(8_000, true)));
    assertEquals(
        new Verdict("machine_end_silence", 500 + 8_000 + 1_200), END.of(machine(8_000, false)));
  }

  @Test
  @Pins("CALL-32")
  void silence_and_the_timeout_leave_it_unknown() {
    assertEquals(new Verdict("unknown", 5_000), ENABLE.of(person(500, 0)));
    assertEquals(new Verdict("unknown", 5_000), ENABLE.of(person(5_000, 800)));
    assertEquals(
        new Verdict("unknown", 3_000),
        new AnswerDetection(true, 3, 2_400, 1_200, 5_000).of(machine(8_000, true)));
  }

  @Test
  @Pins("CALL-32")
  void fax_is_known_by_its_tone() {
    assertEquals(
        new Verdict("fax", 1_500), ENABLE.of(new Greeting(Greeting.Kind.FAX, 500, 0, false)));
  }
}
