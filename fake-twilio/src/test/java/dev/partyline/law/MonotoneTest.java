package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.call;
import static dev.partyline.law.Violation.FOR_EVER;

import java.util.List;
import org.junit.jupiter.api.Test;

class MonotoneTest {

  private final Law law = new Monotone();

  @Test
  void a_status_that_goes_forward_and_is_repeated_is_as_it_should_be() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(2)
                .believed(2, "queued")
                .believed(2, "initiated")
                .believed(2, "ringing")
                .believed(2, "ringing")
                .believed(2, "in-progress")
                .believed(2, "completed")
                .believed(2, "completed")
                .quiet())
        .isHeld();
  }

  @Test
  void a_status_that_goes_back_is_reported_until_it_is_right_again() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(2)
                .at(1000)
                .believed(2, "in-progress")
                .at(1200)
                .believed(2, "ringing")
                .at(3000)
                .believed(2, "completed")
                .quiet())
        .isViolatedBy(
            new Violation(
                "MONOTONE",
                1200,
                1200,
                3000,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "at 1.2 s the application took customer-1's call CA…02 from in-progress back to"
                    + " ringing"));
  }

  @Test
  void a_final_status_that_comes_to_life_stays_wrong_for_ever() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .at(1000)
                .believed(7, "completed")
                .at(1001)
                .believed(7, "in-progress")
                .quiet())
        .isViolatedBy(
            new Violation(
                "MONOTONE",
                1001,
                1001,
                FOR_EVER,
                null,
                List.of(),
                List.of(call(7)),
                "at 1.001 s the application took call CA…07 from completed back to in-progress"));
  }

  @Test
  void a_final_status_never_becomes_another_one() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(2)
                .believed(2, "busy")
                .at(10)
                .believed(2, "completed")
                .quiet())
        .isViolatedAsSaid(
            "at 0.01 s the application took customer-1's call CA…02 from busy to completed");
  }

  @Test
  void calls_are_judged_one_by_one() {
    Judged.by(
            law, HandMadeRun.ofOneConversation().believed(1, "busy").believed(2, "ringing").quiet())
        .isHeld();
  }

  @Test
  void a_word_that_is_no_status_says_nothing() {
    Judged.by(law, HandMadeRun.ofOneConversation().believed(1, "unknown").quiet()).isNotExercised();
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .believed(1, "in-progress")
                .believed(1, "unknown")
                .believed(1, "ringing")
                .quiet())
        .isViolatedAsSaid(
            "at 0 s the application took call CA…01 from in-progress back to ringing");
  }

  @Test
  void without_a_belief_the_law_is_not_exercised() {
    Judged.by(law, HandMadeRun.ofTwoTalking().quiet()).isNotExercised();
  }
}
