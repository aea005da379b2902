package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.call;
import static dev.partyline.law.HandMadeRun.room;
import static dev.partyline.law.Violation.FOR_EVER;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.LegCreated;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneRoomTest {

  private final Law law = new OneRoom();

  @Test
  void one_conference_for_both_is_as_it_should_be() {
    Judged.by(law, HandMadeRun.ofTwoTalking().quiet()).isHeld();
  }

  @Test
  void a_second_conference_after_the_first_was_completed_is_allowed_even_at_the_same_instant() {
    Judged.by(
            law,
            HandMadeRun.ofTwoTalking()
                .at(5000)
                .left(1, 2)
                .left(1, 1)
                .endedBy(1, 1)
                .opened(2, "call-1", 1)
                .joined(2, 1)
                .quiet())
        .isHeld();
  }

  @Test
  void two_conferences_of_one_conversation_at_once_are_reported_with_their_overlap() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .customerLeg(2)
                .opened(1, "call-1", 2)
                .added(1, 2)
                .at(900)
                .opened(2, "call-1", 1)
                .joined(2, 1)
                .at(1400)
                .left(1, 2)
                .endedBy(1, 2)
                .quiet())
        .isViolatedBy(
            new Violation(
                "ONE-ROOM",
                900,
                900,
                1400,
                "c1",
                List.of("agent-1", "customer-1"),
                List.of(room(1), room(2)),
                "conversation c1 had two conferences at once from 0.9 s until 1.4 s: CF…01"
                    + " (\"call-1\") and CF…02 (\"call-1\")"));
  }

  private static HandMadeRun twoAgentsAnswerForOneCaller() {
    return HandMadeRun.ofACaller()
        .leg(2, "clerk-1", "outbound-api", "r2")
        .leg(3, "clerk-2", "outbound-api", "r3")
        .at(900)
        .opened(1, "offer-1", 2)
        .joined(1, 2)
        .at(1000)
        .opened(2, "offer-2", 3)
        .joined(2, 3);
  }

  @Test
  void room_of_an_agent_to_which_the_caller_does_not_come_is_not_the_callers() {
    Judged.by(
            law,
            twoAgentsAnswerForOneCaller().at(1100).left(1, 2).endedBy(1, 2).joined(2, 1).quiet())
        .isHeld();
  }

  @Test
  void caller_who_is_moved_on_while_the_room_before_goes_on_has_two_from_then_on() {
    Judged.by(
            law,
            twoAgentsAnswerForOneCaller()
                .at(1100)
                .joined(1, 1)
                .at(5000)
                .left(1, 1)
                .joined(2, 1)
                .at(6000)
                .left(1, 2)
                .endedBy(1, 2)
                .quiet())
        .isViolatedAsSaid(
            "conversation c1 had two conferences at once from 5 s until 6 s: CF…01 (\"offer-1\")"
                + " and CF…02 (\"offer-2\")");
  }

  @Test
  void a_third_conference_is_reported_with_both_others() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(1)
                .added(1, 1)
                .customerLeg(2)
                .added(2, 2)
                .at(10)
                .customerLeg(3)
                .added(3, 3)
                .quiet())
        .isViolatedAsSaid(
            "conversation c1 had two conferences at once from 0 s for ever: CF…01 and CF…02",
            "conversation c1 had three conferences at once from 0.01 s for ever: CF…01, CF…02 and"
                + " CF…03");
  }

  @Test
  void a_leg_that_joins_a_second_conference_without_leaving_the_first_is_reported() {
    HandMadeRun run =
        HandMadeRun.ofOneConversation()
            .add(legOfNobody())
            .at(100)
            .joined(1, 9)
            .at(200)
            .joined(2, 9);
    Judged.by(law, run.quiet())
        .isViolatedBy(
            new Violation(
                "ONE-ROOM",
                200,
                200,
                FOR_EVER,
                null,
                List.of(),
                List.of(call(9), room(1), room(2)),
                "call CA…09 was in two conferences at once from 0.2 s for ever: CF…01 and CF…02"));
  }

  @Test
  void a_leg_that_comes_back_to_the_same_conference_is_in_one() {
    Judged.by(law, HandMadeRun.ofTwoTalking().at(2000).left(1, 1).joined(1, 1).quiet()).isHeld();
  }

  @Test
  void a_leg_that_ended_is_in_no_conference_any_more() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .add(legOfNobody())
                .joined(1, 9)
                .status(9, "completed", "far-end")
                .joined(2, 9)
                .quiet())
        .isHeld();
  }

  @Test
  void without_a_participant_the_law_is_not_exercised() {
    Judged.by(law, HandMadeRun.ofOneConversation().agentLeg(1).quiet()).isNotExercised();
  }

  private static Happening legOfNobody() {
    return new LegCreated(call(9), "leg-9", null, null, "inbound", "+1", "+2", null);
  }
}
