package dev.switchboard.cli;

import dev.switchboard.config.Configuration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the configuration and tells every mistake. */
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    description = "Reads the configuration, tells every mistake in it, and connects to nothing.")
final class CheckConfigCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin private ConfigOption config;

  @Spec private CommandSpec spec;

  CheckConfigCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Configuration read = config.read(environment);
    spec.commandLine()
        .getOut()
        .println(
            config.path()
                + " is good: "
                + read.publicUrl()
                + ", account "
                + read.platform().accountSid()
                + ", users "
                + read.people());
    return 0;
  }
}
