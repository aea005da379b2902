package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.Exhaustive;
import dev.partyline.explore.ExhaustiveResult;
import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Engines;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switchboard under exploration, and that exploring it is repeatable. */
class SwitchboardTest {

  /** Laws about what people asked for, which a plain call leaves nearly untouched. */
  private static final Set<String> NEEDS_PRESSES = Set.of("HEARING");

  /** Laws about the tasks of TaskRouter, of which a call from inside has none. */
  private static final Set<String> NEEDS_TASKS = Set.of("CAPACITY");

  private final Explorer explorer = new Explorer(new Runner());

  @ParameterizedTest
  @MethodSource("dev.partyline.explore.Scenario#drawn")
  void switchboard_breaks_no_law(Scenario scenario) {
    Exploration exploration =
        explorer.explore(Subjects.switchboard(), scenario, Explorer.Plan.of(1, 800));

    assertTrue(exploration.findings().isEmpty(), () -> seeds(exploration));
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    Set<String> hardly = new TreeSet<>();
    exploration
        .tallies()
        .forEach(
            (law, tally) -> {
              if (tally.held() <= 50) {
                hardly.add(law);
              }
            });
    hardly.removeAll(NEEDS_PRESSES);
    hardly.removeAll(NEEDS_TASKS);
    if (!scenario.sweep()) {
      // nothing fails on a platform in good health
      hardly.remove("ERRORS-SEEN");
    }
    assertEquals(Set.of(), hardly, "hardly exercised");
  }

  @Test
  void switchboard_breaks_no_law_with_holds_transfers_and_supervisors() {
    Exploration exploration =
        explorer.explore(Subjects.switchboard(), Scenario.named("mixed"), Explorer.Plan.of(1, 300));

    assertTrue(exploration.findings().isEmpty(), () -> seeds(exploration));
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    NEEDS_PRESSES.forEach(
        law ->
            assertTrue(exploration.tallies().get(law).held() > 50, law + " is hardly exercised"));
  }

  @Test
  void nobody_whispers_to_a_customer_whose_agent_drops_out() {
    whispersAreHeardByThoseTheyAreFor(Scenario.SUPERVISE_DROP);
  }

  @Test
  void whisper_goes_on_to_the_colleague_to_whom_the_call_was_handed_over() {
    whispersAreHeardByThoseTheyAreFor(Scenario.SUPERVISE_TRANSFER);
  }

  private void whispersAreHeardByThoseTheyAreFor(Scenario scenario) {
    Exploration exploration =
        explorer.explore(Subjects.switchboard(), scenario, Explorer.Plan.of(1, 150));

    assertTrue(exploration.findings().isEmpty(), () -> seeds(exploration));
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    assertTrue(exploration.tallies().get("HEARING").held() > 30, "HEARING is hardly exercised");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inbound", "inbound-hostile"})
  void switchboard_breaks_no_law_with_those_who_call_in(String name) {
    Exploration exploration =
        explorer.explore(Subjects.switchboard(), Scenario.named(name), Explorer.Plan.of(1, 300));

    assertTrue(exploration.findings().isEmpty(), () -> seeds(exploration));
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    NEEDS_TASKS.forEach(
        law ->
            assertTrue(exploration.tallies().get(law).held() > 50, law + " is hardly exercised"));
  }

  @ParameterizedTest
  @EnumSource(Knob.class)
  void switchboard_breaks_no_law_with_any_value_of_a_sweep_knob(Knob knob) {
    if (!knob.sweep()) {
      return;
    }
    for (String value : knob.choices()) {
      Scenario scenario =
          new Scenario(
              Scenario.OUTBOUND.name(), 1, false, Map.of(knob, value), Scenario.OUTBOUND.times());
      Exploration exploration =
          explorer.explore(Subjects.switchboard(), scenario, Explorer.Plan.of(1, 60));
      assertTrue(
          exploration.findings().isEmpty(),
          () -> knob.key() + "=" + value + " " + seeds(exploration));
    }
  }

  @Test
  void the_same_seed_gives_the_same_bytes_on_both_engines_and_in_any_order() {
    List<String> best = new ArrayList<>();
    List<String> platform = new ArrayList<>();
    Subject subject = Subjects.switchboard();
    for (long number = 1; number <= 60; number++) {
      best.add(hash(new Runner(), subject, number));
    }
    for (long number = 60; number >= 1; number--) {
      platform.add(0, hash(new Runner(Engines.platform()), subject, number));
    }
    assertEquals(best, platform);
  }

  @Test
  void the_recorded_choices_of_a_run_give_the_same_run() {
    Subject subject = Subjects.switchboard();
    Runner runner = new Runner();
    for (long number = 1; number <= 60; number++) {
      RunResult drawn =
          runner.run(
              subject,
              Scenario.HOSTILE,
              Seed.drawn(subject.name(), Scenario.HOSTILE.name(), number));
      Map<String, String> pins = new LinkedHashMap<>();
      drawn.choices().forEach(choice -> pins.put(choice.name(), choice.value()));
      RunResult pinned =
          runner.run(
              subject,
              Scenario.HOSTILE,
              new Seed(subject.name(), Scenario.HOSTILE.name(), null, pins));
      assertEquals(drawn.order(), pinned.order(), "seed " + number);
    }
  }

  @Test
  void switchboard_breaks_no_law_in_any_order_of_events_of_a_busy_call() {
    ExhaustiveResult result =
        new Exhaustive(new Runner(), Exhaustive.Limits.STANDARD)
            .explore(Subjects.switchboard(), Scenario.BOUNDED, Map.of("customer-1.does", "busy"));

    assertTrue(result.proves(), result::toString);
    // six webhooks a call leave fewer orders than the eight there were
    assertTrue(result.orders() >= 300, result::toString);
  }

  private static String hash(Runner runner, Subject subject, long number) {
    return runner
        .run(subject, Scenario.HOSTILE, Seed.drawn(subject.name(), Scenario.HOSTILE.name(), number))
        .hash();
  }

  private static String seeds(Exploration exploration) {
    StringBuilder text = new StringBuilder();
    exploration
        .findings()
        .forEach(
            finding ->
                text.append(finding.law())
                    .append(": ")
                    .append(finding.smallest().seed())
                    .append('\n')
                    .append(finding.smallest().verdicts().get(finding.law()).violations()));
    return text.toString();
  }
}
