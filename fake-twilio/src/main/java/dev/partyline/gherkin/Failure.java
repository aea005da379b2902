package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.law.Violation;
import dev.partyline.report.Story;

/** The text of a failed {@code Then}: what was expected, what happened, and how to see it again. */
final class Failure {

  private Failure() {}

  /**
   * Puts the text together.
   *
   * @param expected what the step says, as a noun or a sentence
   * @param but what was so instead
   * @param run the run that shows it
   * @param violation the breach to explain; null tells the whole run
   */
  static String of(String expected, String but, RunResult run, Violation violation) {
    StringBuilder text =
        new StringBuilder("expected: ")
            .append(expected)
            .append("\nbut:      ")
            .append(but)
            .append("\nwhat happened:\n");
    for (String line : Story.text(Story.of(run.journal(), violation)).split("\n")) {
      text.append("  ").append(line).append('\n');
    }
    if (!run.unusedPins().isEmpty()) {
      text.append("never came to it: ").append(String.join(", ", run.unusedPins())).append('\n');
    }
    return text.append("seed:     ")
        .append(run.seed())
        .append("\nagain:    mvn -q -Pexplore verify -Dpartyline.args=\"replay ")
        .append(run.seed())
        .append('"')
        .toString();
  }

  /** Fails the step unless the condition holds. */
  static void unless(boolean condition, String expected, String but, RunResult run) {
    if (!condition) {
      throw new AssertionError(of(expected, but, run, null));
    }
  }
}
