package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.AGENT;
import static dev.partyline.law.HandMadeRun.CUSTOMER;
import static dev.partyline.law.HandMadeRun.call;
import static dev.partyline.law.HandMadeRun.room;
import static dev.partyline.law.Violation.FOR_EVER;

import dev.partyline.journal.Happening;
import dev.partyline.journal.PhoneAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoOrphanTest {

  private final Law law = new NoOrphan();

  @Test
  void when_everything_ends_with_the_agent_nothing_is_left() {
    Judged.by(
            law,
            agentHangsUp()
                .status(2, "completed", "rest")
                .left(1, 2)
                .endedBy(1, 2)
                .at(90_000)
                .quiet())
        .isHeld();
  }

  @Test
  void the_customer_and_the_conference_left_behind_are_both_reported() {
    Judged.by(law, agentHangsUp().quiet())
        .isViolatedBy(
            new Violation(
                "NO-ORPHAN",
                35_000,
                5000,
                FOR_EVER,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "customer-1's call CA…02 outlived conversation c1 for ever: agent-1 hung up at"
                    + " 5 s"),
            new Violation(
                "NO-ORPHAN",
                35_000,
                5000,
                FOR_EVER,
                "c1",
                List.of(),
                List.of(room(1)),
                "conference CF…01 (\"call-1\") outlived conversation c1 for ever: agent-1 hung up"
                    + " at 5 s"));
  }

  @Test
  void a_task_whose_attributes_no_longer_name_the_call_is_over_when_it_is_canceled() {
    HandMadeRun run = HandMadeRun.ofTwoTalking().add(task("task.created", call(2)));
    run.at(5000).acts(AGENT, PhoneAction.HANGS_UP).status(1, "completed", "far-end").left(1, 1);
    run.status(2, "completed", "rest").left(1, 2).endedBy(1, 2).add(task("task.canceled", null));
    Judged.by(law, run.at(300_000).quiet()).isHeld();
  }

  private static Happening task(String event, String call) {
    return new Happening.RoutingEvent(
        event, "WS", "WT1", "canceled", call, null, null, null, true, "calls", "voice", null);
  }

  @Test
  void a_customer_who_waits_in_a_queue_again_goes_on_with_the_conversation() {
    Judged.by(
            law,
            agentHangsUp()
                .at(6_000)
                .add(new Happening.QueueJoined("QU1", "calls", call(2), 1))
                .endedBy(1, 2)
                .at(90_000)
                .quiet())
        .isHeld();
  }

  @Test
  void ending_exactly_at_the_limit_is_in_time() {
    Judged.by(law, agentHangsUp().at(35_000).status(2, "completed", "rest").endedBy(1, 2).quiet())
        .isHeld();
  }

  @Test
  void ending_a_millisecond_later_is_not() {
    Judged.by(law, agentHangsUp().endedByApi(1).at(35_001).status(2, "completed", "rest").quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 outlived conversation c1 until 35.001 s: agent-1 hung up at"
                + " 5 s");
  }

  @Test
  void pressing_hang_up_ends_a_conversation() {
    Judged.by(
            law,
            HandMadeRun.ofTwoTalking().at(4000).acts(AGENT, PhoneAction.PRESSES_HANG_UP).quiet())
        .isViolatedAsSaid(
            "agent-1's call CA…01 outlived conversation c1 for ever: agent-1 pressed hang-up at"
                + " 4 s",
            "customer-1's call CA…02 outlived conversation c1 for ever: agent-1 pressed hang-up at"
                + " 4 s",
            "conference CF…01 (\"call-1\") outlived conversation c1 for ever: agent-1 pressed"
                + " hang-up at 4 s");
  }

  @Test
  void a_customer_who_hangs_up_on_the_phone_alone_ends_nothing_yet() {
    Judged.by(law, HandMadeRun.ofTwoTalking().at(4000).acts(CUSTOMER, PhoneAction.HANGS_UP).quiet())
        .isNotExercised();
  }

  @Test
  void a_customer_who_was_busy_ends_a_conversation() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .customerLeg(2)
                .at(700)
                .status(2, "busy", "far-end")
                .quiet())
        .isViolatedAsSaid(
            "agent-1's call CA…01 outlived conversation c1 for ever: customer-1 was busy at 0.7 s");
  }

  @Test
  void while_another_leg_of_the_customer_lives_the_conversation_goes_on() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .customerLeg(2)
                .customerLeg(3)
                .at(700)
                .status(2, "busy", "far-end")
                .quiet())
        .isNotExercised();
  }

  @Test
  void a_leg_made_after_the_limit_is_an_orphan_at_once() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .at(1000)
                .status(1, "completed", "twiml")
                .at(40_000)
                .customerLeg(2)
                .at(41_000)
                .status(2, "busy", "far-end")
                .quiet())
        .isViolatedBy(
            new Violation(
                "NO-ORPHAN",
                40_000,
                40_000,
                41_000,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "customer-1's call CA…02, begun at 40 s, outlived conversation c1 until 41 s:"
                    + " agent-1's call CA…01 was ended by its TwiML at 1 s"));
  }

  @Test
  void an_agent_who_dials_again_goes_on_with_the_conversation() {
    HandMadeRun run =
        HandMadeRun.ofOneConversation()
            .agentDials()
            .agentLeg(1)
            .at(1000)
            .acts(AGENT, PhoneAction.HANGS_UP)
            .status(1, "completed", "far-end")
            .at(20_000)
            .agentDials()
            .agentLeg(3)
            .inProgress(3);
    Judged.by(law, run.at(60_000).horizon()).isHeld();
  }

  @Test
  void a_conference_kept_for_an_agent_who_dials_again_is_no_orphan() {
    HandMadeRun run =
        HandMadeRun.ofTwoTalking()
            .at(2000)
            .status(2, "completed", "far-end")
            .at(20_000)
            .agentDials()
            .at(60_000);
    Judged.by(law, run.horizon()).isHeld();
  }

  @Test
  void what_was_left_over_is_judged_again_when_the_agent_who_dialled_again_hangs_up() {
    HandMadeRun run =
        HandMadeRun.ofTwoTalking()
            .at(2000)
            .acts(AGENT, PhoneAction.HANGS_UP)
            .status(1, "completed", "far-end")
            .at(20_000)
            .agentDials()
            .at(25_000)
            .acts(AGENT, PhoneAction.HANGS_UP)
            .endedByApi(1);
    Judged.by(law, run.quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 outlived conversation c1 for ever: agent-1 hung up at 25 s");
  }

  @Test
  void a_run_cut_off_at_the_limit_says_nothing_of_what_is_left() {
    Judged.by(law, agentHangsUp().at(35_000).horizon()).isHeld();
  }

  @Test
  void a_conversation_that_goes_on_does_not_exercise_the_law() {
    Judged.by(law, HandMadeRun.ofTwoTalking().at(90_000).horizon()).isNotExercised();
  }

  private static HandMadeRun agentHangsUp() {
    return HandMadeRun.ofTwoTalking()
        .at(5000)
        .acts(AGENT, PhoneAction.HANGS_UP)
        .status(1, "completed", "far-end")
        .left(1, 1);
  }
}
