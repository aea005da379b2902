package dev.partyline.cli;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.report.LawTally;
import dev.partyline.report.ReportFolder;
import dev.partyline.report.RunReport;
import dev.partyline.report.SubjectReport;
import dev.partyline.world.Subject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats one run. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Repeats one run from its seed and tells its story.")
final class ReplayCommand implements Callable<Integer> {

  private Workbench workbench;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SEED", description = "As a report prints it.")
  private String text;

  @Mixin private JournalFile journalFile;

  @Option(
      names = "--store",
      description = "What a sound program keeps its state in, where there is a choice.")
  private String store;

  ReplayCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut());
    Seed seed = Seed.parse(text);
    if (store != null) {
      workbench = workbench.on(store);
    }
    Subject subject = workbench.named(seed.subject());
    RunResult run = new Runner().run(subject, Scenario.named(seed.scenario()), seed);
    if (!run.unusedPins().isEmpty()) {
      throw new IllegalArgumentException(
          "the seed names choices that this run never asks for: "
              + String.join(", ", run.unusedPins())
              + "; it was made by another version, or a name is misspelt");
    }
    screen.line("%s: %s", subject.name(), subject.sentence());
    screen.story(run.journal(), run.firstViolation());
    for (Map.Entry<String, Verdict> verdict : run.verdicts().entrySet()) {
      screen.line(
          "  %-10s %s",
          verdict.getKey(),
          verdict
              .getValue()
              .standing()
              .toString()
              .toLowerCase(java.util.Locale.ROOT)
              .replace('_', ' '));
      for (Violation violation : verdict.getValue().violations()) {
        screen.line("             %s", violation.sentence());
      }
    }
    if (!run.outcome().kind().judgeable()) {
      screen.line("The run ended by %s", run.outcome().describe());
    }
    screen.line("%d journal entries, XXH3 %s", run.journal().entries().size(), run.hash());
    Path page = report(run);
    screen.line("Page: %s", page);
    if (!run.outcome().kind().judgeable()) {
      return ExitCode.FAULT;
    }
    return run.violated() ? ExitCode.VIOLATION : ExitCode.GOOD;
  }

  private Path report(RunResult run) {
    journalFile.write(run.journal());
    LinkedHashMap<String, LawTally> tallies = new LinkedHashMap<>();
    run.verdicts()
        .forEach(
            (law, verdict) ->
                tallies.put(
                    law,
                    new LawTally(
                        verdict.standing() == Verdict.Standing.HELD ? 1 : 0,
                        verdict.violated() ? 1 : 0,
                        verdict.standing() == Verdict.Standing.NOT_EXERCISED ? 1 : 0)));
    RunReport page = Runs.report("replay", run, workbench);
    // beside the report of an exploration, which stays as it is
    return ReportFolder.write(
        workbench.reports().resolve("replay"),
        List.of(
            new SubjectReport(run.seed().subject(), false, null, tallies, 1, 0, List.of(page))));
  }
}
