package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.call;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {

  private static final String PARTICIPANTS =
      "/2010-04-01/Accounts/AC00000000000000000000000000000001/Conferences/call-1/Participants.json";

  private final Law law = new Once();

  @Test
  void dialling_the_customer_once_is_as_it_should_be() {
    Judged.by(law, HandMadeRun.ofTwoTalking().quiet()).isHeld();
  }

  @Test
  void a_second_call_names_both_legs_and_both_requests() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .at(100)
                .sentRest("r1", PARTICIPANTS)
                .customerLeg(1, "r1")
                .handledRest("r1", null)
                .at(2500)
                .sentRest("r2", PARTICIPANTS)
                .customerLeg(2, "r2")
                .handledRest("r2", null)
                .quiet())
        .isViolatedBy(
            new Violation(
                "ONCE",
                2500,
                2500,
                2500,
                "c1",
                List.of("agent-1", "customer-1"),
                List.of(call(1), call(2)),
                "customer-1 was dialled twice although agent-1 dialled once: call CA…01 at 0.1 s by"
                    + " request r1 (POST /Conferences/call-1/Participants.json) and call CA…02 at"
                    + " 2.5 s by request r2 (POST /Conferences/call-1/Participants.json)"));
  }

  @Test
  void a_request_that_succeeded_and_said_it_failed_is_named_as_the_reason() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .sentRest("r1", "/Calls.json")
                .customerLeg(1, "r1")
                .handledRest("r1", "after-commit")
                .customerLeg(2, "r2")
                .quiet())
        .isViolatedAsSaid(
            "customer-1 was dialled twice although agent-1 dialled once: call CA…01 at 0 s by"
                + " request r1 (POST /Calls.json) and call CA…02 at 0 s by request r2; request r1"
                + " was carried out although its answer said it failed");
  }

  @Test
  void a_request_that_failed_before_it_was_carried_out_explains_nothing() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .customerLeg(1, "r1")
                .handledRest("r1", "before-commit")
                .customerLeg(2, "r2")
                .quiet())
        .isViolatedAsSaid(
            "customer-1 was dialled twice although agent-1 dialled once: call CA…01 at 0 s by"
                + " request r1 and call CA…02 at 0 s by request r2");
  }

  @Test
  void an_agent_who_dials_again_may_have_the_customer_dialled_again() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .customerLeg(1)
                .at(9000)
                .agentDials()
                .customerLeg(2)
                .quiet())
        .isHeld();
  }

  @Test
  void a_second_dial_of_the_agent_does_not_excuse_a_call_made_before_it() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .agentDials()
                .customerLeg(1)
                .customerLeg(2)
                .at(9000)
                .agentDials()
                .quiet())
        .isViolatedAsSaid(
            "customer-1 was dialled twice although agent-1 dialled once: call CA…01 at 0 s by"
                + " request r1 and call CA…02 at 0 s by request r2");
  }

  @Test
  void each_call_too_many_is_reported_with_the_one_before() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .customerLeg(1)
                .leg(2, HandMadeRun.CUSTOMER, "outbound-dial", null)
                .customerLeg(3)
                .quiet())
        .isViolatedAsSaid(
            "customer-1 was dialled twice although agent-1 never dialled: call CA…01 at 0 s by"
                + " request r1 and call CA…02 at 0 s by TwiML",
            "customer-1 was dialled 3 times although agent-1 never dialled: call CA…02 at 0 s by"
                + " TwiML and call CA…03 at 0 s by request r3");
  }

  @Test
  void a_customer_who_calls_in_twice_was_not_dialled() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .leg(1, HandMadeRun.CUSTOMER, "inbound", null)
                .leg(2, HandMadeRun.CUSTOMER, "inbound", null)
                .quiet())
        .isNotExercised();
  }
}
