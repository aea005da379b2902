package dev.switchboard.features;

import dev.partyline.gherkin.BadStep;
import dev.partyline.gherkin.StepList;
import dev.partyline.gherkin.StepText;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Prints what came of each scenario, for people who do not read Java. */
final class FeatureReport implements ConcurrentEventListener {

  private static final int NEAREST = 3;
  private static final String INDENT = "          ";

  private final Path root;
  private final PrintStream out;
  private TestStepFinished broken;
  private int passed;
  private int total;
  private int exit = FeatureRun.PASSED;

  FeatureReport(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
  }

  private void stepped(TestStepFinished event) {
    Status status = event.getResult().getStatus();
    if (broken == null && status != Status.PASSED && status != Status.SKIPPED) {
      broken = event;
    }
  }

  private void finished(TestCaseFinished event) {
    TestCase scenario = event.getTestCase();
    total++;
    if (event.getResult().getStatus() == Status.PASSED) {
      passed++;
      print("ok", scenario);
      return;
    }
    int code = code(event.getResult());
    exit = Math.max(exit, code);
    print(
        code == FeatureRun.FAILED ? "FAILED" : code == FeatureRun.WRONG ? "WRONG" : "FAULT",
        scenario);
    if (broken != null && broken.getTestStep() instanceof PickleStepTestStep step) {
      out.println(
          INDENT
              + "line "
              + step.getStep().getLine()
              + ": "
              + step.getStep().getKeyword().trim()
              + " "
              + step.getStep().getText());
      if (event.getResult().getStatus() == Status.UNDEFINED) {
        suggest(scenario.getLanguage(), step.getStep().getText());
      }
    }
    reason(event.getResult(), code);
    broken = null;
  }

  private void print(String word, TestCase scenario) {
    out.printf(
        "%-8s%s:%d  %s%n",
        word,
        root.relativize(Path.of(scenario.getUri())),
        scenario.getLocation().getLine(),
        scenario.getName());
  }

  private void suggest(String language, String text) {
    out.println(INDENT + "there is no such step; the nearest are");
    for (StepText step : StepList.nearest(language.equals("ja") ? "ja" : "en", text, NEAREST)) {
      out.println(INDENT + "  " + step.line());
    }
    out.println(INDENT + "all steps: features/README.md");
  }

  private void reason(Result result, int code) {
    Throwable error = result.getError();
    if (error == null || result.getStatus() == Status.UNDEFINED) {
      return;
    }
    String message = badStep(error).map(Throwable::getMessage).orElse(error.getMessage());
    for (String line : String.valueOf(message).split("\n")) {
      out.println(INDENT + line);
    }
    if (code == FeatureRun.FAULT) {
      out.println(INDENT + "This is a fault of Partyline: please report it with what follows.");
      error.printStackTrace(out);
    }
  }

  private static int code(Result result) {
    if (result.getStatus() == Status.UNDEFINED) {
      return FeatureRun.WRONG;
    }
    Throwable error = result.getError();
    if (error instanceof AssertionError) {
      return FeatureRun.FAILED;
    }
    return badStep(error).isPresent() ? FeatureRun.WRONG : FeatureRun.FAULT;
  }

  /** Cucumber wraps what goes wrong while it reads a step's words. */
  private static Optional<Throwable> badStep(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadStep) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  /** Prints how many passed; returns the exit code. */
  int summary(FeatureFiles files) {
    if (total == 0) {
      out.println(
          files.given()
              + " has no scenario: write one below 'Feature:', beginning with 'Scenario:'"
              + " (シナリオ:)");
      return FeatureRun.WRONG;
    }
    out.println(
        total
            + (total == 1 ? " scenario, " : " scenarios, ")
            + passed
            + " ok"
            + (passed == total ? "" : ", " + (total - passed) + " not"));
    return exit;
  }
}
