package dev.partyline.cli;

import dev.partyline.explore.Exhaustive;
import dev.partyline.explore.ExhaustiveResult;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes through every order of events of a bounded flow. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = "Goes through every order of events of one busy call, within bounds.")
final class OrdersCommand implements Callable<Integer> {

  private final Workbench workbench;

  @Spec private CommandSpec spec;

  @Option(names = "--only", description = "This program alone.")
  private String only;

  @Option(names = "--most", description = "Orders at the most; default ${DEFAULT-VALUE}.")
  private long most = 300_000;

  @Option(names = "--seconds", description = "Seconds at the most; default ${DEFAULT-VALUE}.")
  private long seconds = 300;

  OrdersCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut());
    List<Subject> subjects = new ArrayList<>();
    if (only != null) {
      subjects.add(workbench.named(only));
    } else {
      subjects.addAll(workbench.sound());
      subjects.addAll(workbench.knownBad());
    }
    int code = ExitCode.GOOD;
    for (Subject subject : subjects) {
      ExhaustiveResult result =
          BusyOrders.explore(subject, new Exhaustive.Limits(most, seconds * 1000));
      screen.line("%s: %s", subject.name(), BusyOrders.sentence(result));
      result
          .violations()
          .forEach(
              (law, broken) ->
                  screen.line("    %s  %s", law, Runs.replay(workbench, broken.first())));
      result
          .trouble()
          .forEach(
              trouble ->
                  screen.line(
                      "    could not judge %s: %s", trouble.seed(), trouble.outcome().describe()));
      if (!result.trouble().isEmpty()) {
        code = ExitCode.FAULT;
      } else if (workbench.sound().contains(subject) && !result.proves()) {
        code = Math.max(code, ExitCode.VIOLATION);
      }
    }
    return code;
  }
}
