package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.Finding;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.law.Law;
import dev.partyline.law.Laws;
import dev.partyline.report.Story;
import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law that does not catch its known-bad twin is no law. */
class TwinsTest {

  private static final int SEEDS = 3_000;

  private final Runner runner = new Runner();
  private final Explorer explorer = new Explorer(runner);

  static List<Subject> twins() {
    return Twins.all();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void every_twin_is_caught_by_the_law_it_breaks_and_the_smallest_story_breaks_it_again(
      Subject twin) {
    Scenario scenario = Twins.scenarioOf(twin);
    Exploration exploration =
        explorer.explore(twin, scenario, Explorer.Plan.of(1, SEEDS).until(twin.breaks()));

    Finding finding = exploration.finding(twin.breaks());

    assertNotNull(finding, () -> twin.name() + " was not caught: " + exploration.tallies());
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    RunResult again = runner.run(twin, scenario, finding.smallest().seed());
    assertTrue(again.violates(twin.breaks()), () -> finding.smallest().seed().toString());
    assertEquals(finding.smallest().hash(), again.hash());
  }

  @Test
  void every_law_has_a_twin() {
    List<String> broken = Twins.all().stream().map(Subject::breaks).toList();
    for (Law law : Laws.standard()) {
      assertTrue(broken.contains(law.id()), () -> "no twin breaks " + law.id());
    }
  }

  @Test
  void the_two_step_dial_shrinks_to_a_busy_customer_and_a_story_of_six_lines() {
    Subject twin = Twins.all().get(0);
    for (long first = 1; first < 5_000; first += 500) {
      Finding finding =
          explorer
              .explore(twin, Scenario.OUTBOUND, Explorer.Plan.of(first, 500).until("ALONE"))
              .finding("ALONE");
      RunResult smallest = finding.smallest();
      assertTrue(smallest.seed().pins().size() <= 3, () -> smallest.seed().toString());
      List<Story.Line> story =
          Story.of(smallest.journal(), smallest.verdicts().get("ALONE").violations().get(0));
      assertTrue(story.size() <= 6, () -> Story.text(story));
    }
  }

  @Test
  void waiting_one_second_does_not_help_when_the_line_is_busy_after_eleven_hundred_ms() {
    Subject twin = Twins.all().get(1);
    Map<String, String> busyLate =
        Map.of("customer-1.does", "busy", "customer-1.busy", "1100", "calls", "1");
    Exploration exploration =
        explorer.explore(twin, Scenario.OUTBOUND, new Explorer.Plan(1, SEEDS, "ALONE", busyLate));
    assertNotNull(exploration.finding("ALONE"), () -> exploration.tallies().toString());
  }
}
