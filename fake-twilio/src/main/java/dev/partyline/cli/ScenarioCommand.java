package dev.partyline.cli;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Fact;
import dev.partyline.centre.Race;
import dev.partyline.centre.races.Races;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.report.Story;
import dev.partyline.report.Times;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the scenarios that ship. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description =
        "Plays a scenario of TaskRouter meeting calls and tells its story; without a name it lists"
            + " them.",
    footer = {
      "",
      "Exit codes: 0 played, and what it says holds; 2 no such scenario; 3 Partyline is at fault.",
      "",
      "Example: partyline scenario caller-hangs-up-between-answer-and-join"
    })
final class ScenarioCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which to play.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "Play all, one line each.")
  private boolean all;

  @Option(names = "--lines", description = "The most lines of a story; default ${DEFAULT-VALUE}.")
  private int lines = 30;

  @Mixin private JournalFile journalFile;

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut());
    if (all) {
      return every(screen);
    }
    if (names.isEmpty()) {
      for (Race race : Races.all()) {
        screen.line("%-40s %s", race.name(), String.join(" ", race.rules()));
        screen.line("    %s", race.situation());
        screen.line("    -> %s", race.outcome());
      }
      screen.line("%d scenarios; play one: partyline scenario NAME", Races.all().size());
      return ExitCode.GOOD;
    }
    List<Race> wanted = names.stream().map(Races::named).toList();
    int code = ExitCode.GOOD;
    for (Race race : wanted) {
      code = Math.max(code, play(screen, race));
    }
    return code;
  }

  private int every(Screen screen) {
    int code = ExitCode.GOOD;
    for (Race race : Races.all()) {
      Centre centre = race.played();
      boolean holds = race.facts().stream().allMatch(fact -> fact.holds().test(centre));
      screen.line("%-8s %s", holds ? "holds" : "DIFFERS", race.name());
      code = holds ? code : ExitCode.FAULT;
    }
    return code;
  }

  private int play(Screen screen, Race race) {
    Centre centre = race.played();
    screen.line("%s  (%s)", race.name(), String.join(" ", race.rules()));
    screen.line("  %s", race.situation());
    screen.line("  %s", race.outcome());
    screen.line("");
    for (Story.Line line : Story.of(centre.journal(), null, Math.max(5, lines))) {
      screen.line("    %8s  %s", Times.seconds(line.at()), line.sentence());
    }
    screen.line("");
    boolean good = true;
    for (Fact fact : race.facts()) {
      boolean holds = fact.holds().test(centre);
      good &= holds;
      screen.line("  %s %s", holds ? "yes:" : "NO: ", fact.sentence());
    }
    screen.line(
        "  %d journal entries, XXH3 %s",
        centre.journal().count(), NdjsonWriter.hash(centre.journal()));
    journalFile.write(centre.journal());
    return good ? ExitCode.GOOD : ExitCode.FAULT;
  }
}
