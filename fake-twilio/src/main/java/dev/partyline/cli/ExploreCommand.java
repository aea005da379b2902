package dev.partyline.cli;

import dev.partyline.explore.Exhaustive;
import dev.partyline.explore.ExhaustiveResult;
import dev.partyline.explore.Exploration;
import dev.partyline.explore.Exploration.Tally;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.Finding;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import dev.partyline.report.ReportFolder;
import dev.partyline.report.RunReport;
import dev.partyline.report.SubjectReport;
import dev.partyline.sim.Engines;
import dev.partyline.world.Subject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explores every program: the sound ones must hold, the known-bad ones must be caught. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = "Tries many schedules of every program and writes the report.")
final class ExploreCommand implements Callable<Integer> {

  /** What fits a terminal: past it a violation is named, and told on its page alone. */
  private static final int MOST_LINES = 40;

  /** A program that is told takes this many: its laws, its story, its command. */
  private static final int LINES_OF_BRIEF = 3;

  private static final int LINES_OF_WHOLE = 10;

  private Workbench workbench;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      description = "Seeds for each sound program and scenario; default ${DEFAULT-VALUE}.")
  private long seeds = 1_000;

  @Option(
      names = "--twin-seeds",
      description = "Most seeds for each known-bad program; default ${DEFAULT-VALUE}.")
  private long twinSeeds = 5_000;

  @Option(names = "--from", description = "First seed; default ${DEFAULT-VALUE}.")
  private long from = 1;

  @Option(
      names = "--only",
      split = ",",
      description = "Explore these programs alone, with commas between.")
  private List<String> only = List.of();

  @Option(
      names = "--scenario",
      split = ",",
      description =
          "Scenarios for sound programs, with commas between; default: those of a search.")
  private List<String> scenarios = List.of();

  @Option(names = "--stories", description = "Tell the story of every known-bad program, too.")
  private boolean stories;

  @Option(
      names = "--store",
      description = "What sound programs keep their state in, where there is a choice.")
  private String store;

  /** Law to the programs that it caught and that were not told, each with its schedules. */
  private final Map<String, List<String>> caught = new LinkedHashMap<>();

  private final List<SubjectReport> reports = new ArrayList<>();
  private Screen screen;
  private boolean broken;
  private boolean faulty;

  ExploreCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    screen = new Screen(out);
    if (seeds < 1 || twinSeeds < 1) {
      throw new IllegalArgumentException("--seeds and --twin-seeds take a number from 1 on");
    }
    if (store != null) {
      workbench = workbench.on(store);
    }
    List<Subject> asked = only.stream().map(name -> workbench.named(name.trim())).toList();
    screen.line("Partyline explores, on %s.", Engines.why());
    Explorer explorer = new Explorer(new Runner());
    List<Scenario> drawn =
        scenarios.isEmpty()
            ? Scenario.DRAWN
            : scenarios.stream().map(name -> Scenario.named(name.trim())).toList();
    List<Subject> sound = asked.isEmpty() ? workbench.sound() : only(asked, true);
    List<Subject> bad = asked.isEmpty() ? workbench.knownBad() : only(asked, false);
    for (Subject subject : sound) {
      sound(explorer, subject, drawn);
    }
    if (!bad.isEmpty()) {
      screen.line("Known-bad programs: each must be caught by its law");
    }
    for (int i = 0; i < bad.size(); i++) {
      knownBad(explorer, bad.get(i), i == 0, bad.size() - i - 1);
    }
    sayCaught();
    Path index = ReportFolder.write(workbench.reports(), reports);
    screen.line(
        "%s  Pages: %s",
        faulty
            ? "Some runs could not be judged."
            : broken ? "NOT AS IT SHOULD BE." : "All is as it should be.",
        relative(index));
    return faulty ? ExitCode.FAULT : broken ? ExitCode.VIOLATION : ExitCode.GOOD;
  }

  private void sound(Explorer explorer, Subject subject, List<Scenario> drawn) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    long schedules = 0;
    long millis = 0;
    List<String> parts = new ArrayList<>();
    for (Scenario scenario : drawn) {
      Exploration exploration = explorer.explore(subject, scenario, Explorer.Plan.of(from, seeds));
      tallies = Runs.sum(tallies, exploration.tallies());
      findings.addAll(exploration.findings());
      schedules += exploration.schedules();
      millis += exploration.millis();
      parts.add(exploration.schedules() + " " + scenario.name());
      trouble(exploration);
    }
    screen.line(
        "%s must hold: %d schedules (%s), %s",
        subject.name(), schedules, String.join(", ", parts), Screen.took(millis));
    StringBuilder laws = new StringBuilder();
    tallies.forEach(
        (law, tally) ->
            laws.append(laws.length() == 0 ? "" : ", ")
                .append(law)
                .append(' ')
                .append(standing(tally)));
    screen.line("  %s", laws);
    if (drawn.contains(Scenario.OUTBOUND)) {
      orders(subject);
    }
    List<RunReport> runs = new ArrayList<>();
    for (Finding finding : findings) {
      broken = true;
      runs.add(page(name(subject, finding), finding, true));
    }
    if (findings.isEmpty()) {
      RunResult typical =
          new Runner()
              .run(
                  subject,
                  Scenario.OUTBOUND,
                  dev.partyline.explore.Seed.parse(
                      subject.name() + "/" + Scenario.OUTBOUND.name() + "/typical"));
      runs.add(Runs.report(subject.name() + "-typical", typical, workbench));
    }
    reports.add(
        new SubjectReport(
            subject.name(), false, null, Runs.tallies(tallies), schedules, millis, runs));
  }

  private void orders(Subject subject) {
    ExhaustiveResult result = BusyOrders.explore(subject, Exhaustive.Limits.STANDARD);
    screen.line("  %s", BusyOrders.sentence(result));
    broken |= !result.violations().isEmpty() || !result.complete();
    faulty |= !result.trouble().isEmpty();
  }

  /** Name of the page, as the report folder writes it. */
  private static String name(Subject subject, Finding finding) {
    return (subject.name() + "-" + finding.law()).toLowerCase(Locale.ROOT);
  }

  private static String standing(Tally tally) {
    if (tally.violated() > 0) {
      return "VIOLATED in " + tally.violated();
    }
    return tally.held() > 0
        ? "held in " + tally.held() + " of " + (tally.held() + tally.notExercised())
        : "not exercised";
  }

  private static List<Subject> only(List<Subject> asked, boolean sound) {
    return asked.stream().filter(subject -> (subject.breaks() == null) == sound).toList();
  }

  /** Names those that were caught but not told, by law. */
  private void sayCaught() {
    if (!caught.isEmpty()) {
      screen.line("  caught by their laws, too (in so many schedules); --stories tells them:");
      screen.wrapped(
          "    ",
          caught.entrySet().stream()
              .map(law -> law.getKey() + ": " + String.join(", ", law.getValue()))
              .collect(Collectors.joining("; ")));
    }
  }

  /** Whether the program fits the screen, with all that are not told at least named. */
  private boolean fits(boolean whole, int after) {
    int most = whole ? LINES_OF_WHOLE : LINES_OF_BRIEF;
    int untold = after + caught.values().stream().mapToInt(List::size).sum();
    int names = untold == 0 ? 0 : 2 + Screen.linesOf(untold * 30);
    return stories || screen.lines() + most + names + 1 <= MOST_LINES;
  }

  private void knownBad(Explorer explorer, Subject subject, boolean whole, int after) {
    Scenario scenario = workbench.scenarioOf(subject);
    Exploration exploration =
        explorer.explore(
            subject, scenario, Explorer.Plan.of(from, twinSeeds).until(subject.breaks()));
    trouble(exploration);
    Finding finding = exploration.finding(subject.breaks());
    List<RunReport> runs = new ArrayList<>();
    if (finding == null) {
      broken = true;
      screen.line(
          "  %s: %s NOT CAUGHT in %d schedules, %s",
          subject.name(),
          subject.breaks(),
          exploration.schedules(),
          Screen.took(exploration.millis()));
    } else if (!fits(whole, after)) {
      caught
          .computeIfAbsent(finding.law(), law -> new ArrayList<>())
          .add(subject.name() + " (" + finding.schedules() + ")");
      runs.add(Runs.report(name(subject, finding), finding.smallest(), workbench));
    } else {
      screen.line(
          "  %s: %s violated, met in %d schedule%s, %s%s",
          subject.name(),
          finding.law(),
          finding.schedules(),
          finding.schedules() == 1 ? "" : "s",
          Screen.took(exploration.millis()),
          standing(exploration, finding.law()));
      runs.add(page(name(subject, finding), finding, whole));
    }
    reports.add(
        new SubjectReport(
            subject.name(),
            true,
            subject.breaks(),
            Runs.tallies(exploration.tallies()),
            exploration.schedules(),
            exploration.millis(),
            runs));
  }

  /** The other laws, in brief: which were held, broken, or not exercised. */
  private static String standing(Exploration exploration, String law) {
    StringBuilder held = new StringBuilder();
    StringBuilder violated = new StringBuilder();
    StringBuilder not = new StringBuilder();
    exploration
        .tallies()
        .forEach(
            (id, tally) -> {
              if (!id.equals(law)) {
                StringBuilder group =
                    tally.violated() > 0 ? violated : tally.held() > 0 ? held : not;
                group.append(group.length() == 0 ? "" : " ").append(id);
              }
            });
    return (violated.length() == 0 ? "" : "; also violated: " + violated)
        + (held.length() == 0 ? "" : "; held: " + held)
        + (not.length() == 0 ? "" : "; not exercised: " + not);
  }

  /** Prints the smallest story and its command, and keeps its page. */
  private RunReport page(String name, Finding finding, boolean whole) {
    RunResult run = finding.smallest();
    Violation violation = run.verdicts().get(finding.law()).violations().get(0);
    Journal journal = run.journal();
    if (whole && fits(true, 0)) {
      screen.story(journal, violation);
    } else {
      screen.line("    %s", Screen.brief(journal, violation));
    }
    screen.line(
        "    %s  page: %s",
        Runs.replay(workbench, run.seed()),
        relative(workbench.reports().resolve("runs").resolve(name + ".html")));
    return Runs.report(name, run, workbench);
  }

  private void trouble(Exploration exploration) {
    exploration
        .trouble()
        .forEach(
            trouble -> {
              faulty = true;
              screen.line("  could not judge %s: %s", trouble.seed(), trouble.outcome().describe());
            });
  }

  private String relative(Path path) {
    Path root = workbench.reports().toAbsolutePath().getParent();
    return root == null ? path.toString() : root.relativize(path.toAbsolutePath()).toString();
  }
}
