package dev.switchboard.cli;

import dev.switchboard.config.Configuration;
import dev.switchboard.config.ConfigurationFile;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which configuration. */
final class ConfigOption {

  private static final Path USUAL = Path.of("switchboard.yml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, YAML; switchboard.yml unless it is said otherwise.")
  private Path file;

  boolean isGiven() {
    return file != null;
  }

  Configuration read(Map<String, String> environment) {
    return ConfigurationFile.read(path(), environment);
  }

  Path path() {
    return file == null ? USUAL : file;
  }
}
