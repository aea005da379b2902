package dev.switchboard.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The features that are about Switchboard, a file at a time: what the mutate profile alone plays
 * against each changed place. The other language has the same scenarios.
 */
class FixedFeatures {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "busy",
        "crash",
        "hang-up",
        "hold",
        "inbound",
        "not-reached",
        "slow-and-late",
        "supervise",
        "transfer"
      })
  void every_scenario_passes(String name) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit =
        FeatureRun.of(
            new String[] {"features/en/" + name + ".feature"},
            ProjectFolder.path(),
            new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertEquals(FeatureRun.PASSED, exit, () -> printed.toString(StandardCharsets.UTF_8));
  }
}
