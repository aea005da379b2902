package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few fixed seeds of each of these scenarios in small parts: what the mutate profile alone plays
 * against each changed place. Most changes fall to the first part that reaches them.
 */
class FixedSeeds {

  private static final int PARTS = 2;
  private static final int SEEDS_IN_A_PART = 15;

  /** Named one by one: a new scenario is added once Switchboard holds in it. */
  private static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.OUTBOUND,
          Scenario.HOSTILE,
          Scenario.HOLD,
          Scenario.TRANSFER,
          Scenario.SUPERVISE,
          Scenario.MIXED,
          Scenario.MIXED_HOSTILE,
          Scenario.INBOUND,
          Scenario.INBOUND_HOSTILE,
          Scenario.FRONT_DESK,
          Scenario.CRASH,
          Scenario.MIXED_CRASH,
          Scenario.MIXED_PAIR,
          Scenario.MIXED_STORE);

  private final Runner runner = new Runner();

  static Stream<Arguments> parts() {
    return SCENARIOS.stream()
        .flatMap(
            scenario ->
                Stream.iterate(0, part -> part < PARTS, part -> part + 1)
                    .map(part -> Arguments.of(scenario.name(), 1 + part * SEEDS_IN_A_PART)));
  }

  @ParameterizedTest(name = "{0} from seed {1}")
  @MethodSource("parts")
  void no_law_is_broken(String scenario, int first) {
    runner
        .engine()
        .batch(
            () -> {
              for (int number = first; number < first + SEEDS_IN_A_PART; number++) {
                holds(Scenario.named(scenario), number);
              }
              return null;
            });
  }

  private void holds(Scenario scenario, int number) {
    Seed seed = Seed.drawn(Subjects.switchboard().name(), scenario.name(), number);
    RunResult run = runner.run(Subjects.switchboard(), scenario, seed);
    assertTrue(run.outcome().kind().judgeable(), () -> seed + ": " + run.outcome());
    assertNull(run.firstViolation(), seed::toString);
  }
}
