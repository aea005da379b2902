package dev.partyline.law;

import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.Intended;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people mean by their presses is the measure of who hears whom. */
class IntendedHearingTest {

  private static final Law LAW = new Hearing();

  private final HandMadeRun run = HandMadeRun.ofTwoTalking();

  private void mean(String party, String mode) {
    run.add(new Intended("c1", party, mode));
  }

  private void heard(List<Integer> speakers, List<Integer> listeners) {
    run.add(
        new HearingChanged(
            HandMadeRun.room(1),
            speakers.stream().map(HandMadeRun::call).toList(),
            listeners.stream().map(HandMadeRun::call).toList(),
            Map.of(),
            Map.of()));
  }

  private void supervisorJoins() {
    run.add(new ButtonPressed("s", "supervisor-1", "c1", null, "listen", Map.of()))
        .leg(3, "supervisor-1", "outbound-api", "r3")
        .inProgress(3)
        .joined(1, 3);
  }

  @Test
  void a_hold_that_takes_a_moment_is_as_meant() {
    heard(List.of(1, 2), List.of(1, 2));
    run.at(5_000);
    mean("customer-1", "held");
    run.at(7_000);
    heard(List.of(), List.of());
    Judged.by(LAW, run.at(60_000).quiet()).isHeld();
  }

  @Test
  void a_hold_that_never_comes_is_broken_when_the_patience_is_over() {
    heard(List.of(1, 2), List.of(1, 2));
    run.at(5_000);
    mean("customer-1", "held");
    Judged.by(LAW, run.at(60_000).quiet())
        .isViolatedAsSaid(
            "customer-1 heard agent-1 from 15 s for ever: meant was that agent-1 talks and"
                + " customer-1 is on hold",
            "agent-1 heard customer-1 from 15 s for ever: meant was that customer-1 is on hold and"
                + " agent-1 talks");
  }

  @Test
  void a_customer_who_should_be_back_and_hears_nobody_is_told() {
    heard(List.of(), List.of());
    run.at(5_000);
    mean("customer-1", "held");
    run.at(20_000);
    mean("customer-1", "talks");
    run.at(32_000);
    heard(List.of(1, 2), List.of(1, 2));
    Judged.by(LAW, run.at(60_000).quiet())
        .isViolatedAsSaid(
            "customer-1 could not hear agent-1 from 30 s until 32 s: meant was that agent-1 talks"
                + " and customer-1 talks",
            "agent-1 could not hear customer-1 from 30 s until 32 s: meant was that customer-1"
                + " talks and agent-1 talks");
  }

  @Test
  void a_supervisor_who_listens_and_is_heard_is_broken_at_once() {
    run.at(5_000);
    supervisorJoins();
    mean("supervisor-1", "listens");
    heard(List.of(1, 2, 3), List.of(1, 2, 3));
    run.at(5_100);
    heard(List.of(1, 2), List.of(1, 2, 3));
    Judged.by(LAW, run.at(60_000).quiet())
        .isViolatedAsSaid(
            "agent-1 heard supervisor-1 from 5 s until 5.1 s: meant was that supervisor-1 listens"
                + " and agent-1 talks",
            "customer-1 heard supervisor-1 from 5 s until 5.1 s: meant was that supervisor-1"
                + " listens and customer-1 talks");
  }
}
