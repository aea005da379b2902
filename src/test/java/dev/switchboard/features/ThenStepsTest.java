package dev.switchboard.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run shows lets a {@code Then} step pass, and its opposite fail ({@code |not}). */
final class ThenStepsTest {

  private static final String STRANDED =
      """
          Given the program two-step-dial
          And the customer's line is busy 100 ms after being dialled
      """;

  private static final String TALK =
      """
          Given the program two-step-dial
          And the customer hangs up after 5 seconds of talking
      """;

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "law ALONE is broken",
        "law ONCE holds",
        "nobody is alone for more than 30 seconds|not",
        "all laws hold|not",
        "law ALONE holds|not",
        "law ONCE is broken|not",
        "law NO-DROP holds|not",
        "law NO-DROP is broken|not",
        "the customer is dialled once",
        "the customer is dialled twice|not",
        "the customer's phone does not ring",
        "the customer's phone rings once|not",
        "the customer's call ends as busy",
        "the customer's call ends as completed|not",
        "the customer and the agent are never connected",
        "the customer and the agent are connected|not",
        "the agent hears nothing",
        "the agent hears that the line is busy|not",
        "the agent hears \"busy\"|not",
        "the agent is free again within 60 minutes|not",
        "nobody is left on the line|not",
        "every room is closed|not",
        "the platform makes 2 conferences",
        "the platform makes 1 conference|not",
        "no room holds people of different calls"
      })
  void with_a_stranded_agent(String step) throws IOException {
    judge(STRANDED, step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all laws hold",
        "law ALONE holds",
        "law NO-DROP holds",
        "nobody is alone for more than 30 seconds",
        "the customer's phone rings once",
        "the customer's phone does not ring|not",
        "the customer and the agent are connected",
        "the customer and the agent are never connected|not",
        "the agent is free again within 1 minute",
        "the agent is free again within 1 second|not",
        "nobody is left on the line",
        "every room is closed",
        "the platform makes 1 conference"
      })
  void with_a_call_that_goes_well(String step) throws IOException {
    judge(TALK, step);
  }

  private void judge(String given, String step) throws IOException {
    String[] parts = step.split("\\|");
    Path file = root.resolve("a.feature");
    Files.writeString(
        file,
        "Feature: f\n  Scenario: s\n"
            + given
            + "    When the agent dials\n    Then "
            + parts[0]
            + "\n");
    Printed printed = Printed.by(root, "a.feature");
    assertEquals(
        parts.length == 1 ? FeatureRun.PASSED : FeatureRun.FAILED, printed.exit(), printed.text());
  }
}
