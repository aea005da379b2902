package dev.switchboard.cli;

import dev.switchboard.config.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a configuration to start from. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Prints a configuration with every key, to start from.")
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (InputStream in = Configuration.class.getResourceAsStream("sample.yml")) {
      spec.commandLine().getOut().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return 0;
  }
}
