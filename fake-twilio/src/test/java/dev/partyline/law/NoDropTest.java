package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.AGENT;
import static dev.partyline.law.HandMadeRun.CUSTOMER;
import static dev.partyline.law.HandMadeRun.call;

import dev.partyline.journal.PhoneAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoDropTest {

  private final Law law = new NoDrop();

  @Test
  void a_customer_who_hangs_up_was_not_dropped() {
    Judged.by(law, talking().status(2, "completed", "far-end").quiet()).isHeld();
  }

  @Test
  void a_customer_cut_off_by_a_request_while_the_agent_is_on_the_line_was_dropped() {
    Judged.by(law, talking().status(2, "completed", "rest").quiet())
        .isViolatedBy(
            new Violation(
                "NO-DROP",
                8000,
                8000,
                8000,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "customer-1's call CA…02 was cut off at 8 s by a REST request although nobody had"
                    + " hung up and agent-1 was still on the line"));
  }

  @Test
  void a_customer_cut_off_after_the_agent_pressed_hang_up_was_not_dropped() {
    Judged.by(
            law,
            talking()
                .acts(AGENT, PhoneAction.PRESSES_HANG_UP)
                .status(2, "completed", "rest")
                .quiet())
        .isHeld();
  }

  @Test
  void a_hang_up_that_comes_later_at_the_same_instant_does_not_explain_the_end() {
    Judged.by(
            law,
            talking()
                .status(2, "completed", "rest")
                .acts(AGENT, PhoneAction.PRESSES_HANG_UP)
                .quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 was cut off at 8 s by a REST request although nobody had hung"
                + " up and agent-1 was still on the line");
  }

  @Test
  void a_customer_who_hung_up_while_a_request_was_on_its_way_was_not_dropped() {
    Judged.by(
            law,
            talking().acts(CUSTOMER, PhoneAction.HANGS_UP).status(2, "completed", "rest").quiet())
        .isHeld();
  }

  @Test
  void a_hang_up_before_the_agent_dialled_again_does_not_explain_the_end_of_the_new_call() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .acts(AGENT, PhoneAction.HANGS_UP)
                .at(1000)
                .agentDials()
                .agentLeg(1)
                .customerLeg(2)
                .inProgress(2)
                .status(2, "completed", "twiml")
                .quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 was cut off at 1 s by its TwiML although nobody had hung up"
                + " and agent-1 was still on the line");
  }

  @Test
  void when_the_agents_leg_had_gone_for_any_reason_the_end_counts_as_meant() {
    Judged.by(
            law,
            talking()
                .status(1, "completed", "platform")
                .left(1, 1)
                .endedBy(1, 1)
                .status(2, "completed", "conference")
                .quiet())
        .isHeld();
  }

  @Test
  void the_agents_leg_that_ended_the_conference_had_gone_even_if_its_status_follows() {
    Judged.by(
            law,
            talking()
                .endedBy(1, 1)
                .status(2, "completed", "conference")
                .status(1, "completed", "far-end")
                .quiet())
        .isHeld();
  }

  @Test
  void a_conference_ended_by_the_application_drops_the_customer_whoever_is_taken_down_first() {
    Judged.by(
            law,
            talking()
                .endedByApi(1)
                .status(1, "completed", "conference")
                .status(2, "completed", "conference")
                .quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 was cut off at 8 s by its conference although nobody had hung"
                + " up and agent-1 was still on the line");
  }

  @Test
  void an_agent_redirected_out_of_a_conference_that_ends_on_exit_drops_the_customer() {
    Judged.by(law, talking().left(1, 1).endedBy(1, 1).status(2, "completed", "conference").quiet())
        .isViolatedAsSaid(
            "customer-1's call CA…02 was cut off at 8 s by its conference although nobody had hung"
                + " up and agent-1 was still on the line");
  }

  @Test
  void a_customer_cut_off_before_any_agent_was_called_was_not_dropped_from_a_talk() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(2)
                .inProgress(2)
                .status(2, "completed", "twiml")
                .agentLeg(1)
                .quiet())
        .isHeld();
  }

  @Test
  void a_customer_who_never_answered_does_not_exercise_the_law() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentLeg(1)
                .customerLeg(2)
                .status(2, "canceled", "rest")
                .quiet())
        .isNotExercised();
  }

  private static HandMadeRun talking() {
    return HandMadeRun.ofTwoTalking().at(8000);
  }
}
