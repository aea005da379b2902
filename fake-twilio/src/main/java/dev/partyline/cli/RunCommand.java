package dev.partyline.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves for as long as a command runs. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Starts the platform, runs a command whose requests to the platform come here, and ends"
            + " with its exit code. Java, Node, Python and curl need no change: proxy, authorities"
            + " and credentials are set by variables.",
    footer = {"", "Example: partyline run --seed 7 -- npm test"})
final class RunCommand implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 10;

  @Mixin private ServeOptions options;

  @Option(
      names = "--no-proxy",
      paramLabel = "HOSTS",
      description = "Hosts beside loopback that the command reaches by itself, comma-separated.")
  private String noProxy = "";

  @Option(names = "--quiet", description = "Say nothing but what the command says.")
  private boolean quiet;

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command and its words.")
  private List<String> command;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var configuration = options.configuration(0, 0);
    if (configuration.doors().proxyPort() < 0) {
      throw new IllegalArgumentException(
          "run needs the proxy; leave out --proxy-port -1 (in the file: server.proxyPort)");
    }
    try (Serving serving = Serving.begin(configuration)) {
      if (!quiet) {
        new Screen(spec.commandLine().getErr())
            .line(
                "Partyline at %s, proxy %s, account %s",
                serving.doors().url(), serving.doors().proxyUrl(), configuration.accountSid());
      }
      return carryOut(serving);
    }
  }

  private int carryOut(Serving serving) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .putAll(ChildEnvironment.of(serving, serving.doors().tlsFiles(), System.getenv(), noProxy));
    Process child;
    try {
      child = builder.start();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot run '" + command.get(0) + "': " + e.getMessage());
    }
    Thread hook = new Thread(() -> end(child), "partyline-end-command");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = child.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // then the hook has nothing left to do
    }
    return code;
  }

  /** A Ctrl-C reaches the command, too; it has some time to end by itself. */
  private static void end(Process child) {
    try {
      if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        child.destroy();
        if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          child.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
    }
  }
}
