package dev.partyline.law;

import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.PressAnswered;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RoutingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CONVERGE, ISOLATED, ERRORS-SEEN and LOAD on journals written by hand. */
class LawsOfConductTest {

  private static final String HOLD = "/2010-04-01/Accounts/AC1/Conferences/%s/Participants/%s.json";

  private final HandMadeRun run = HandMadeRun.ofTwoTalking();

  private static String path() {
    return String.format(HOLD, HandMadeRun.room(1), HandMadeRun.call(2));
  }

  private void listed(Map<String, String> people) {
    run.add(new AppListed("c", "connected", "", people));
  }

  private void failedHold(String fiber) {
    run.at(5_000)
        .add(new RestSent("r9", fiber, "POST", path(), Map.of("Hold", "true")))
        .add(new RestHandled("r9", 503, 20503, "before-commit"))
        .add(new RestReturned("r9", 503, ""));
  }

  // ---- CONVERGE ----

  @Test
  void a_list_that_shows_what_is_so_converges() {
    listed(Map.of(HandMadeRun.call(1), "talks", HandMadeRun.call(2), "talks"));
    Judged.by(new Converge(), run.at(90_000).horizon()).isHeld();
  }

  @Test
  void a_list_that_shows_a_customer_who_hung_up_does_not_converge() {
    listed(Map.of(HandMadeRun.call(1), "talks", HandMadeRun.call(2), "talks"));
    run.at(10_000).status(2, "completed", "far-end");
    Judged.by(new Converge(), run.at(90_000).horizon())
        .isViolatedAsSaid(
            "at 40 s the call list showed customer-1's call CA…02 as talks, and it was over");
  }

  // ---- ISOLATED ----

  @Test
  void a_press_of_one_agent_that_changes_the_call_of_another_is_told() {
    run.add(new ConversationBegan("c2", "agent-2", "customer-2"))
        .add(
            new LegCreated(
                HandMadeRun.call(5), "agent-2", "c2", "agent-2", "inbound", "+1", "+2", null))
        .add(new ButtonPressed("agent-2.hold", "agent-2", "c2", null, "hold", Map.of()))
        .add(new RestSent("r9", "agent-2.hold", "POST", path(), Map.of()))
        .add(new RestHandled("r9", 200, 0, null));
    Judged.by(new Isolated(), run.quiet())
        .isViolatedAsSaid(
            "for conversation c2 the application sent request r9 (POST"
                + " /Conferences/CF…01/Participants/CA…02.json) at 1 s, which changed conversation"
                + " c1");
  }

  // ---- ERRORS-SEEN ----

  @Test
  void a_failed_command_that_nobody_follows_up_is_told() {
    failedHold("task");
    Judged.by(new ErrorsSeen(), run.at(90_000).horizon())
        .isViolatedAsSaid(
            "request r9 (POST /Conferences/CF…01/Participants/CA…02.json) failed at 5 s with"
                + " 503/20503 and nothing came of it: it was not repeated, nobody looked after it"
                + " and nobody was told");
  }

  @Test
  void a_failed_command_that_is_repeated_is_seen() {
    failedHold("task");
    run.at(6_000).add(new RestSent("r10", "task", "POST", path(), Map.of()));
    Judged.by(new ErrorsSeen(), run.at(90_000).horizon()).isHeld();
  }

  @Test
  void a_refused_command_about_an_offer_is_seen_once_the_offer_is_over_and_not_before() {
    refusedAcceptance();
    Judged.by(new ErrorsSeen(), run.at(90_000).horizon())
        .isViolatedAsSaid(
            "request r9 (POST /v1/Workspaces/WS1/Tasks/WT1/Reservations/WR1) failed at 5 s with"
                + " 400/20001 and nothing came of it: it was not repeated, nobody looked after it"
                + " and nobody was told");
  }

  @Test
  void a_refused_command_about_an_offer_that_is_over_is_moot() {
    refusedAcceptance();
    run.at(6_000).add(routing("reservation.canceled"));
    Judged.by(new ErrorsSeen(), run.at(90_000).horizon()).isHeld();
  }

  private void refusedAcceptance() {
    String path = "/v1/Workspaces/WS1/Tasks/WT1/Reservations/WR1";
    run.add(new ButtonPressed("agent-1.decline", "agent-1", "c1", null, "decline", Map.of()))
        .at(4_000)
        .add(routing("reservation.created"))
        .at(5_000)
        .add(new RestSent("r9", "agent-1.decline", "POST", path, Map.of()))
        .add(new RestHandled("r9", 400, 20001, null))
        .add(new RestReturned("r9", 400, ""));
  }

  private static RoutingEvent routing(String event) {
    return new RoutingEvent(
        event, "WS1", "WT1", "reserved", null, "WR1", "alice", null, false, null, "voice", null);
  }

  @Test
  void a_failed_command_whose_press_is_refused_is_shown() {
    run.add(new ButtonPressed("agent-1.hold", "agent-1", "c1", null, "hold", Map.of()));
    failedHold("agent-1.hold");
    run.add(new PressAnswered("agent-1.hold", false, "not now"));
    Judged.by(new ErrorsSeen(), run.at(90_000).horizon()).isHeld();
  }

  // ---- LOAD ----

  @Test
  void a_call_within_its_budget_is_cheap_enough_and_one_beyond_it_is_told() {
    Load tight = new Load(new Load.Budget(1, 1, 0, 0, 1_000_000));
    run.webhook("w1", "call-status", 2, "ringing");
    Judged.by(tight, run.unfinished()).isHeld();
    run.webhook("w2", "call-status", 2, "answered");
    Judged.by(tight, run.quiet())
        .isViolatedAsSaid(
            "conversation c1 cost 2 webhooks, and 1 are allowed for what happened in it");
  }
}
