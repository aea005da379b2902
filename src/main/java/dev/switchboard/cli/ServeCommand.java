package dev.switchboard.cli;

import dev.switchboard.config.Configuration;
import dev.switchboard.live.Instance;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves until it is told to stop, by SIGTERM or Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin private ConfigOption config;

  @Spec private CommandSpec spec;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  ServeCommand(Map<String, String> environment, ConfigOption config, CommandSpec spec) {
    this(environment);
    this.config = config;
    this.spec = spec;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.read(environment);
    Instance instance = Instance.start(configuration);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  instance.close();
                  say("Switchboard has stopped.");
                  stopped.countDown();
                },
                "switchboard-stop"));
    say("Switchboard serves at " + configuration.host() + ":" + instance.port());
    say("  pages     " + configuration.publicUrl() + "/");
    say("  database  " + configuration.database().url().replaceAll("[?;].*", ""));
    say("  probes    /health, /ready, /metrics");
    try {
      stopped.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
