package dev.partyline.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line; without a word it explores. */
@Command(
    name = "partyline",
    mixinStandardHelpOptions = true,
    description = "Finds call-flow bugs in simulated time and repeats each from its seed.")
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
            .addSubcommand("bench", new BenchCommand(workbench))
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
    String[] given = words.length == 0 ? new String[] {"explore"} : words;
    int code = line.execute(given);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: explore, replay, orders, hashes or bench");
  }
}
