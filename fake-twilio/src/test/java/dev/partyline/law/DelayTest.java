package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.VoiceDelay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelayTest {

  private static final Law LAW = new Delay();

  private final HandMadeRun run = HandMadeRun.ofTwoTalking();

  private DelayTest heard(int speaker, int hearer, String region, long ms, long leastMs) {
    run.add(
        new VoiceDelay(
            HandMadeRun.room(1),
            region,
            HandMadeRun.call(speaker),
            HandMadeRun.call(hearer),
            ms,
            leastMs));
    return this;
  }

  private DelayTest nobodyHears() {
    run.add(new HearingChanged(HandMadeRun.room(1), List.of(), List.of(), Map.of(), Map.of()));
    return this;
  }

  @Test
  void run_in_which_nobody_hears_anybody_exercises_nothing() {
    Judged.by(LAW, run.quiet()).isNotExercised();
  }

  @Test
  @Pins("REGION-25")
  void two_in_one_country_mixed_there_are_soon_enough() {
    heard(1, 2, "jp1", 172, 172);
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  @Pins({"REGION-12", "REGION-25"})
  void two_in_japan_mixed_in_virginia_are_a_breach_told_once_for_both() {
    heard(1, 2, "us1", 315, 172).heard(2, 1, "us1", 315, 172);
    run.at(9_000);
    nobodyHears();
    Judged.by(LAW, run.quiet())
        .isViolatedBy(
            new Violation(
                "DELAY",
                1_000,
                1_000,
                9_000,
                "c1",
                List.of("customer-1", "agent-1"),
                List.of(HandMadeRun.call(1), HandMadeRun.call(2), HandMadeRun.room(1)),
                "customer-1 and agent-1 heard each other 315 ms late from 1 s until 9 s: mixed in"
                    + " us1, where the best region would take 172 ms"));
  }

  @Test
  @Pins("REGION-24")
  void long_way_that_the_distance_needs_is_no_breach_up_to_400_ms() {
    heard(1, 2, "us1", 400, 390);
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  @Pins("REGION-24")
  void above_400_ms_nothing_excuses() {
    heard(1, 2, "us1", 401, 401);
    assertEquals(1, LAW.judge(run.quiet()).violations().size());
  }

  @Test
  @Pins("REGION-24")
  void detour_that_stays_within_150_ms_is_good() {
    heard(1, 2, "us1", 150, 20);
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  void detour_of_just_100_ms_is_borne() {
    heard(1, 2, "us1", 300, 200).heard(2, 1, "us1", 300, 200);
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  void stricter_figures_can_be_asked_for() {
    heard(1, 2, "jp1", 172, 172);
    assertEquals(Verdict.Standing.VIOLATED, new Delay(150, 160, 0).judge(run.quiet()).standing());
    assertThrows(IllegalArgumentException.class, () -> new Delay(200, 160, 0));
  }
}
