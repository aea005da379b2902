package dev.partyline.junit;

import dev.partyline.journal.Journal;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.report.LawTally;
import dev.partyline.report.ReportFolder;
import dev.partyline.report.RunReport;
import dev.partyline.report.Story;
import dev.partyline.report.SubjectReport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a person gets when a test with a platform fails: story, seed and a page, below the folder
 * that the property {@code partyline.reports} names. Without it that is {@code target/partyline}
 * where there is a {@code target}, else {@code partyline-reports}.
 */
final class FailureReport {

  /** The property that names the folder. */
  static final String FOLDER = "partyline.reports";

  private static final int MOST_LINES = 30;

  private FailureReport() {}

  /**
   * Prints the story of a failed test and adds it to what was thrown, as a suppressed exception
   * without a stack of its own.
   *
   * @param seed the text that repeats the run
   */
  static void tell(ExtensionContext test, Journal journal, String seed, Throwable failure) {
    LinkedHashMap<String, Verdict> verdicts = Laws.judge(journal);
    StringBuilder text = new StringBuilder("What happened at the platform:\n");
    Violation violation =
        verdicts.values().stream()
            .filter(Verdict::violated)
            .map(verdict -> verdict.violations().get(0))
            .findFirst()
            .orElse(null);
    for (Story.Line line : Story.of(journal, violation, MOST_LINES)) {
      text.append(String.format("%10d ms  %s%n", line.at(), line.sentence()));
    }
    verdicts.forEach(
        (law, verdict) ->
            verdict
                .violations()
                .forEach(one -> text.append("  law " + law + ": " + one.sentence() + "\n")));
    text.append("  seed: ").append(seed).append('\n');
    text.append("  page: ").append(page(test, journal, seed, verdicts));
    System.out.println(name(test) + " failed. " + text);
    failure.addSuppressed(new WhatHappened(text.toString()));
  }

  private static String page(
      ExtensionContext test, Journal journal, String seed, LinkedHashMap<String, Verdict> laws) {
    String name = name(test);
    RunReport run =
        new RunReport(name, "test", name, seed, "run the test again: " + name, journal, laws);
    LinkedHashMap<String, LawTally> tallies = new LinkedHashMap<>();
    laws.forEach((law, verdict) -> tallies.put(law, tally(verdict)));
    try {
      Path index =
          ReportFolder.write(
              folder().resolve(name.replaceAll("[^A-Za-z0-9_.-]+", "-")),
              List.of(new SubjectReport("test", false, null, tallies, 1, 0, List.of(run))));
      return index.toString();
    } catch (UncheckedIOException notWritten) {
      return "none: " + notWritten.getMessage();
    }
  }

  private static LawTally tally(Verdict verdict) {
    return switch (verdict.standing()) {
      case HELD -> new LawTally(1, 0, 0);
      case VIOLATED -> new LawTally(0, 1, 0);
      case NOT_EXERCISED -> new LawTally(0, 0, 1);
    };
  }

  private static Path folder() {
    String named = System.getProperty(FOLDER);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    return Files.isDirectory(Path.of("target"))
        ? Path.of("target", "partyline")
        : Path.of("partyline-reports");
  }

  private static String name(ExtensionContext test) {
    String type = test.getRequiredTestClass().getSimpleName();
    String method = test.getRequiredTestMethod().getName();
    String shown = test.getDisplayName();
    boolean repeated = !shown.equals(method + "()") && shown.matches("\\[?[0-9].*");
    return type + "." + method + (repeated ? " " + shown.replaceAll("\\W+", "-") : "");
  }

  /** Carries the story inside the failure, so that every runner shows it. */
  static final class WhatHappened extends Exception {
    private static final long serialVersionUID = 1;

    WhatHappened(String text) {
      super(text, null, false, false);
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
