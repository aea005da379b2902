package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.Finding;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.knob.Knob;
import dev.partyline.phone.FarEnd;
import dev.partyline.report.Story;
import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * jqwik makes stories: who is there, what they do and when, and which turns the platform takes. The
 * explorer tries each story under many timings.
 */
class ScenarioProperties {

  private static final int TIMINGS = 12;

  private final Explorer explorer = new Explorer(new Runner());

  @Property(tries = 60)
  void switchboard_holds_in_every_story(@ForAll("stories") Map<String, String> story) {
    holds(Subjects.switchboard(), story);
  }

  @Example
  void a_story_that_breaks_a_law_is_told_with_its_seed() {
    Map<String, String> story = new LinkedHashMap<>();
    story.put("calls", "1");
    story.put("customer-1.does", "busy");
    story.put("agent-1.does", "stays");
    AssertionError told =
        assertThrows(AssertionError.class, () -> holds(Twins.all().get(0), story));
    assertTrue(told.getMessage().contains("customer-1 is busy"), told.getMessage());
    assertTrue(told.getMessage().contains("two-step-dial/outbound-hostile/"), told.getMessage());
  }

  private void holds(Subject subject, Map<String, String> story) {
    long first = Math.floorMod(story.toString().hashCode(), 1_000_000);
    Exploration exploration =
        explorer.explore(subject, Scenario.HOSTILE, new Explorer.Plan(first, TIMINGS, null, story));
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    assertTrue(exploration.findings().isEmpty(), () -> tell(exploration.findings().get(0)));
  }

  private static String tell(Finding finding) {
    return finding.law()
        + " is broken:\n"
        + Story.text(
            Story.of(
                finding.smallest().journal(),
                finding.smallest().verdicts().get(finding.law()).violations().get(0)))
        + "\nrepeat it: "
        + new SwitchboardWorkbench().command("replay " + finding.smallest().seed());
  }

  @Provide
  Arbitrary<Map<String, String>> stories() {
    return Combinators.combine(Arbitraries.integers().between(1, 2), people(1), people(2), world())
        .as(
            (calls, one, two, world) -> {
              Map<String, String> story = new LinkedHashMap<>();
              story.put("calls", String.valueOf(calls));
              story.putAll(one);
              if (calls == 2) {
                story.putAll(two);
              }
              story.putAll(world);
              return story;
            });
  }

  private static Arbitrary<Map<String, String>> people(int number) {
    return Combinators.combine(
            Arbitraries.of(FarEnd.DOES),
            Arbitraries.of(Scenario.AGENT_DOES),
            Arbitraries.integers().between(0, 30_000),
            Arbitraries.integers().between(0, 30_000))
        .as(
            (customer, agent, givesUp, hangsUp) -> {
              Map<String, String> pins = new LinkedHashMap<>();
              pins.put("customer-" + number + ".does", customer);
              pins.put("agent-" + number + ".does", agent);
              if (!agent.equals("stays")) {
                pins.put("agent-" + number + ".gives-up", String.valueOf(givesUp));
              }
              if (customer.equals("answers")) {
                pins.put("customer-" + number + ".hangs-up", String.valueOf(hangsUp));
              }
              return pins;
            });
  }

  /** Some knobs fixed to one of their values; the rest is left to the seed. */
  private static Arbitrary<Map<String, String>> world() {
    List<Knob> swept = java.util.Arrays.stream(Knob.values()).filter(Knob::sweep).toList();
    return Arbitraries.maps(Arbitraries.of(swept), Arbitraries.integers().between(0, 9))
        .ofMaxSize(6)
        .map(
            values -> {
              Map<String, String> pins = new LinkedHashMap<>();
              values.forEach(
                  (knob, value) ->
                      pins.put(
                          "knob." + knob.key(), knob.choices().get(value % knob.choices().size())));
              return pins;
            });
  }
}
