package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.law.Law;
import dev.partyline.law.Laws;
import dev.partyline.law.Load;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls cost is what the table of {@code dev.switchboard.outbound} says. */
class BudgetTest {

  private static final int RUNS = 150;
  private static final long LOOK_EVERY_MS = 10_000;

  @Test
  void plain_call_costs_at_most_six_webhooks_and_five_requests_beside_the_looks() {
    assertEquals(List.of(), breaches(Scenario.OUTBOUND, budget(6, 5)));
  }

  @Test
  void some_plain_call_costs_all_of_the_six_webhooks() {
    int all = breaches(Scenario.OUTBOUND, budget(5, 5)).size();
    assertTrue(all > RUNS / 20, () -> all + " of " + RUNS);
  }

  @Test
  void hold_costs_one_request_for_each_press() {
    assertEquals(List.of(), breaches(Scenario.HOLD, budget(6, 5)));
  }

  @Test
  void call_from_outside_costs_at_most_six_webhooks_and_eight_requests_beside_the_looks() {
    assertEquals(List.of(), breaches(Scenario.INBOUND, INBOUND));
  }

  /** The table's numbers with a document per call (decision 0041). */
  @Test
  void plain_call_that_is_shown_costs_at_most_eight_requests_beside_the_looks() {
    assertEquals(List.of(), breaches(SHOWING, Scenario.OUTBOUND, budget(6, 8)));
  }

  @Test
  void call_from_outside_that_is_shown_costs_at_most_nine_requests_beside_the_looks() {
    Load.Budget budget = new Load.Budget(6, 9, 4, 4, LOOK_EVERY_MS);
    assertEquals(List.of(), breaches(SHOWING, Scenario.INBOUND, budget));
  }

  @Test
  void showing_breaks_no_law_whatever_fails() {
    for (Scenario scenario : List.of(Scenario.MIXED_HOSTILE_CRASH, Scenario.INBOUND_HOSTILE)) {
      for (long number = 1; number <= 40; number++) {
        Seed seed = Seed.drawn(SHOWING.name(), scenario.name(), number);
        RunResult run = new Runner().run(SHOWING, scenario, seed);
        assertNull(run.firstViolation(), seed::toString);
      }
    }
  }

  private static final Subject SHOWING = SwitchboardSubject.showing();

  /** More for each further offer: its two webhooks, and ringing, giving back, bringing back. */
  private static final Load.Budget INBOUND = new Load.Budget(6, 8, 4, 4, LOOK_EVERY_MS);

  private static Load.Budget budget(int webhooks, int requests) {
    return new Load.Budget(webhooks, requests, 1, 1, LOOK_EVERY_MS);
  }

  private static List<String> breaches(Scenario scenario, Load.Budget budget) {
    return breaches(Subjects.switchboard(), scenario, budget);
  }

  private static List<String> breaches(Subject subject, Scenario scenario, Load.Budget budget) {
    Runner runner = new Runner();
    List<Law> law = List.of(new Load(budget));
    List<String> breaches = new ArrayList<>();
    for (long number = 1; number <= RUNS; number++) {
      RunResult run =
          runner.run(subject, scenario, Seed.drawn(subject.name(), scenario.name(), number));
      Verdict verdict = Laws.judge(law, run.journal()).get("LOAD");
      for (Violation violation : verdict.violations()) {
        breaches.add(run.seed() + ": " + violation.sentence());
      }
    }
    return breaches;
  }
}
