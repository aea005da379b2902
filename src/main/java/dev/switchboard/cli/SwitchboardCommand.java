package dev.switchboard.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line; with nothing but a configuration it serves. */
@Command(
    name = "switchboard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Call control for a contact centre: outbound, inbound, transfer, supervision.",
    footer = {
      "",
      "Start with:  switchboard sample > switchboard.yml",
      "Exit codes:  0 done, 1 failed, 2 wrong words or a wrong configuration"
    })
public final class SwitchboardCommand implements Runnable {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @Mixin private ConfigOption config;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  private SwitchboardCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Carries out the words and never throws; returns the exit code. */
  public static int run(
      String[] words, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    CommandLine line =
        new CommandLine(new SwitchboardCommand(environment))
            .addSubcommand("serve", new ServeCommand(environment))
            .addSubcommand("check-config", new CheckConfigCommand(environment))
            .addSubcommand("setup", new SetupCommand(environment))
            .addSubcommand("sample", new SampleCommand())
            .addSubcommand("hash-password", new HashPasswordCommand())
            .addSubcommand("version", new VersionCommand())
            .setOut(out)
            .setErr(err);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof IllegalArgumentException) {
            err.println(failure.getMessage());
            return USAGE;
          }
          err.println("Switchboard failed: " + failure);
          failure.printStackTrace(err);
          return FAILED;
        });
    int code = line.execute(words);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    if (!config.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "name a configuration: --config switchboard.yml");
    }
    new ServeCommand(environment, config, spec).call();
  }
}
