package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.call;
import static dev.partyline.law.HandMadeRun.room;
import static dev.partyline.law.Violation.FOR_EVER;

import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AloneTest {

  private final Law law = new Alone();

  @Test
  void agent_who_joins_after_the_busy_customer_has_gone_is_alone_for_ever() {
    HandMadeRun run =
        HandMadeRun.ofOneConversation()
            .agentLeg(1)
            .inProgress(1)
            .customerLeg(2)
            .opened(1, "call-1", 2)
            .added(1, 2)
            .at(700)
            .status(2, "busy", "far-end")
            .left(1, 2)
            .endedBy(1, 2)
            .at(900)
            .opened(2, "call-1", 1)
            .joined(2, 1);

    Judged.by(law, run.at(1500).quiet())
        .isViolatedBy(
            new Violation(
                "ALONE",
                30_900,
                900,
                FOR_EVER,
                "c1",
                List.of("agent-1"),
                List.of(call(1), room(2)),
                "agent-1 was alone in conference CF…02 (\"call-1\") from 0.9 s for ever: customer-1"
                    + " was busy"));
  }

  @Test
  void somebody_alone_after_the_other_hung_up_is_reported_until_leaving() {
    Judged.by(
            law,
            HandMadeRun.ofTwoTalking()
                .at(10_000)
                .status(2, "completed", "far-end")
                .left(1, 2)
                .at(45_250)
                .status(1, "completed", "far-end")
                .left(1, 1)
                .endedBy(1, 1)
                .quiet())
        .isViolatedBy(
            new Violation(
                "ALONE",
                40_000,
                10_000,
                45_250,
                "c1",
                List.of("agent-1"),
                List.of(call(1), room(1)),
                "agent-1 was alone in conference CF…01 (\"call-1\") from 10 s until 45.25 s:"
                    + " customer-1 hung up"));
  }

  @Test
  void being_alone_for_exactly_the_limit_is_allowed() {
    Judged.by(law, aloneFor(30_000)).isHeld();
  }

  @Test
  void being_alone_for_a_millisecond_more_is_not() {
    Judged.by(law, aloneFor(30_001))
        .isViolatedAsSaid(
            "agent-1 was alone in conference CF…01 (\"call-1\") from 10 s until 40.001 s:"
                + " customer-1 hung up");
  }

  @Test
  void the_limit_can_be_shorter() {
    Judged.by(new Alone(1000), aloneFor(1000)).isHeld();
    Judged.by(new Alone(1000), aloneFor(1001))
        .isViolatedAsSaid(
            "agent-1 was alone in conference CF…01 (\"call-1\") from 10 s until 11.001 s:"
                + " customer-1 hung up");
  }

  @Test
  void waiting_while_the_customers_phone_rings_is_declared() {
    Judged.by(
            law,
            ringing()
                .at(120_000)
                .inProgress(2)
                .joined(1, 2)
                .at(130_000)
                .status(2, "completed", "far-end")
                .status(1, "completed", "far-end")
                .endedBy(1, 1)
                .quiet())
        .isHeld();
  }

  @Test
  void the_clock_starts_when_the_ringing_ends() {
    Judged.by(law, ringing().at(60_000).status(2, "no-answer", "timeout").left(1, 2).quiet())
        .isViolatedBy(
            new Violation(
                "ALONE",
                90_000,
                60_000,
                FOR_EVER,
                "c1",
                List.of("agent-1"),
                List.of(call(1), room(1)),
                "agent-1 was alone in conference CF…01 (\"call-1\") from 60 s for ever: customer-1"
                    + " did not answer"));
  }

  @Test
  void of_no_conversation_too_a_phone_dialled_into_the_room_is_waited_for() {
    Judged.by(law, strangerWaits().at(60_000).inProgress(2).joined(1, 2).quiet()).isHeld();
  }

  @Test
  void of_no_conversation_too_the_clock_starts_when_the_ringing_ends() {
    Judged.by(law, strangerWaits().at(60_000).status(2, "no-answer", "timeout").left(1, 2).quiet())
        .isViolatedAsSaid(
            "agent-7 was alone in conference CF…01 (\"call-1\") from 60 s for ever: customer-7 did"
                + " not answer");
  }

  /** Somebody of no conversation is in a room, and another's phone rings for it. */
  private static HandMadeRun strangerWaits() {
    return HandMadeRun.ofOneConversation()
        .add(new LegCreated(call(1), "leg-1", null, "agent-7", "inbound", "+1", "+2", null))
        .inProgress(1)
        .opened(1, "call-1", 1)
        .joined(1, 1)
        .add(new LegCreated(call(2), "leg-2", null, "customer-7", "outbound-api", "+1", "+2", "r2"))
        .added(1, 2)
        .status(2, "ringing", "far-end");
  }

  @Test
  void a_new_call_that_rings_sets_the_clock_back_to_zero() {
    HandMadeRun run =
        ringing()
            .at(1000)
            .status(2, "busy", "far-end")
            .at(30_000)
            .customerLeg(3)
            .at(31_000)
            .status(3, "busy", "far-end")
            .at(61_000)
            .status(1, "completed", "far-end");
    Judged.by(law, run.endedBy(1, 1).quiet()).isHeld();
  }

  @Test
  void a_customer_who_answers_into_another_conference_is_named_as_the_reason() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .inProgress(1)
                .opened(1, "a", 1)
                .joined(1, 1)
                .customerLeg(2)
                .opened(2, "b", 2)
                .added(2, 2)
                .at(5000)
                .inProgress(2)
                .joined(2, 2)
                .quiet())
        .isViolatedAsSaid(
            "agent-1 was alone in conference CF…01 (\"a\") from 5 s for ever: customer-1 was in"
                + " conference CF…02 (\"b\")",
            "customer-1 was alone in conference CF…02 (\"b\") from 5 s for ever: agent-1 was in"
                + " conference CF…01 (\"a\")");
  }

  @Test
  void somebody_left_behind_by_a_redirect_is_told_so() {
    Judged.by(law, HandMadeRun.ofTwoTalking().at(2000).left(1, 1).quiet())
        .isViolatedAsSaid(
            "customer-1 was alone in conference CF…01 (\"call-1\") from 2 s for ever: agent-1 had"
                + " left it");
  }

  @Test
  void nobody_is_alone_in_a_conference_that_was_completed() {
    Judged.by(
            law,
            HandMadeRun.ofTwoTalking()
                .at(2000)
                .status(2, "completed", "rest")
                .at(3000)
                .endedByApi(1)
                .quiet())
        .isHeld();
  }

  @Test
  void a_run_cut_off_before_the_limit_is_not_held_against_anybody() {
    HandMadeRun run = ringing().at(1000).status(2, "busy", "far-end");
    Judged.by(law, run.at(31_000).horizon()).isHeld();
  }

  @Test
  void a_run_cut_off_after_the_limit_is() {
    HandMadeRun run = ringing().at(1000).status(2, "busy", "far-end");
    Judged.by(law, run.at(31_001).horizon())
        .isViolatedAsSaid(
            "agent-1 was alone in conference CF…01 (\"call-1\") from 1 s for ever: customer-1 was"
                + " busy");
  }

  @Test
  void company_that_comes_and_goes_in_one_instant_stops_no_clock() {
    HandMadeRun run =
        ringing()
            .at(1000)
            .status(2, "busy", "far-end")
            .at(20_000)
            .leg(3, "supervisor-1", "outbound-api", "r3")
            .inProgress(3)
            .joined(1, 3)
            .status(3, "completed", "far-end");
    Judged.by(law, run.quiet())
        .isViolatedAsSaid(
            "agent-1 was alone in conference CF…01 (\"call-1\") from 1 s for ever: customer-1 was"
                + " busy");
  }

  @Test
  void a_caller_of_no_conversation_and_no_party_is_named_by_the_call() {
    HandMadeRun run = HandMadeRun.ofOneConversation().at(5).opened(3, "lobby", 26).joined(3, 26);
    Judged.by(law, run.quiet())
        .isViolatedBy(
            new Violation(
                "ALONE",
                30_005,
                5,
                FOR_EVER,
                null,
                List.of(),
                List.of(call(26), room(3)),
                "call CA…1a was alone in conference CF…03 (\"lobby\") from 0.005 s for ever: nobody"
                    + " else was there"));
  }

  @Test
  void without_a_connected_leg_the_law_is_not_exercised() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation().customerLeg(2).opened(1, "a", 2).added(1, 2).quiet())
        .isNotExercised();
  }

  /** The agent is connected and the customer's phone rings from 0 on. */
  private static HandMadeRun ringing() {
    return HandMadeRun.ofOneConversation()
        .customerLeg(2)
        .opened(1, "call-1", 2)
        .added(1, 2)
        .status(2, "ringing", "far-end")
        .agentLeg(1)
        .inProgress(1)
        .joined(1, 1);
  }

  private static Journal aloneFor(long ms) {
    return HandMadeRun.ofTwoTalking()
        .at(10_000)
        .status(2, "completed", "far-end")
        .left(1, 2)
        .at(10_000 + ms)
        .status(1, "completed", "far-end")
        .left(1, 1)
        .endedBy(1, 1)
        .quiet();
  }
}
