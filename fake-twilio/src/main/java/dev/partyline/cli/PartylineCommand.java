package dev.partyline.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The root of the command line; without a word it explores, where there is something to explore.
 */
@Command(
    name = "partyline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A simulated Twilio that finds call-flow bugs and repeats each from its seed.")
public final class PartylineCommand implements Runnable {

  @Spec private CommandSpec spec;

  private PartylineCommand() {}

  /**
   * Carries out a command and never throws.
   *
   * @param words the words of the command; none explores
   * @return one of {@link ExitCode}
   */
  public static int run(Workbench workbench, String[] words, PrintWriter out, PrintWriter err) {
    CommandLine line =
        new CommandLine(new PartylineCommand())
            .addSubcommand("explore", new ExploreCommand(workbench))
            .addSubcommand("replay", new ReplayCommand(workbench))
            .addSubcommand("orders", new OrdersCommand(workbench))
            .addSubcommand("hashes", new HashesCommand(workbench))
            .addSubcommand("bench", new BenchCommand(workbench));
    return carryOut(line, words.length == 0 ? new String[] {"explore"} : words, out, err);
  }

  /**
   * Carries out a command that needs no programs to explore, and never throws.
   *
   * @param words the words of the command; none prints what there is
   * @return one of {@link ExitCode}, or what the command of {@code run} ended with
   */
  public static int run(String[] words, PrintWriter out, PrintWriter err) {
    return carryOut(new CommandLine(new PartylineCommand()), words, out, err);
  }

  private static int carryOut(CommandLine line, String[] words, PrintWriter out, PrintWriter err) {
    CommandLine run = new CommandLine(new RunCommand()).setStopAtPositional(true);
    line.addSubcommand("serve", new ServeCommand())
        .addSubcommand("demo", new DemoCommand())
        .addSubcommand("run", run)
        .addSubcommand("example", new ExampleCommand())
        .addSubcommand("archive", new ArchiveCommand())
        .addSubcommand("scenario", new ScenarioCommand())
        .addSubcommand("day", new DayCommand())
        .addSubcommand("warm-up", new WarmUpCommand())
        .addSubcommand("bench-hostile", new BenchHostileCommand())
        .addSubcommand("version", new VersionCommand())
        .setOut(out)
        .setErr(err);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof IllegalArgumentException) {
            err.println(failure.getMessage());
            return ExitCode.USAGE;
          }
          err.println(
              failure instanceof UncheckedIOException
                  ? failure.getMessage()
                  : "Partyline itself is at fault, not the program under test: " + failure);
          if (!(failure instanceof UncheckedIOException)) {
            failure.printStackTrace(err);
          }
          return ExitCode.FAULT;
        });
    int code = line.execute(words);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: "
            + spec.subcommands().entrySet().stream()
                .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", ")));
  }
}
