package dev.partyline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The platform, Switchboard, and people who call: to look at and to click. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts the platform and Switchboard, lets fake phones ring, and prints where to look and"
            + " how to log in. Ctrl-C stops all of it.")
final class DemoCommand implements Callable<Integer> {

  private static final Path BUILT = Path.of("src", "target", "switchboard.jar");

  @Mixin private ServeOptions options;

  @Option(
      names = "--switchboard",
      paramLabel = "FILE",
      description = "switchboard.jar; src/target/switchboard.jar when left out.")
  private Path jar;

  @Option(
      names = "--switchboard-port",
      description = "Port of the pages; 0, for any that is free, when left out.")
  private int port;

  @Option(
      names = "--calls",
      description = "How many calls other people have at a time; default ${DEFAULT-VALUE}.")
  private int calls = 5;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "Stop by itself after so many seconds; 0, which never stops, when left out.")
  private long seconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path program = jar == null ? find() : jar;
    if (!Files.isRegularFile(program)) {
      throw new IllegalArgumentException(
          "there is no "
              + program
              + "; build it with 'mvn -q -DskipTests package', or name it with --switchboard");
    }
    Screen screen = new Screen(spec.commandLine().getOut());
    Serving serving = Serving.begin(options.configuration(0, -1));
    CountDownLatch stop = new CountDownLatch(1);
    Thread hook = new Thread(stop::countDown, "partyline-demo-stop");
    Thread main = Thread.currentThread();
    try (serving;
        DemoSwitchboard switchboard = DemoSwitchboard.start(program, serving, port)) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    hook.run();
                    waitFor(main);
                  },
                  "partyline-demo-hook"));
      DemoDay day = new DemoDay(serving, switchboard.application(), calls);
      day.prepare();
      tell(screen, serving, switchboard);
      day.goOn(stop, seconds);
    }
    screen.line("Stopped.");
    return ExitCode.GOOD;
  }

  /** Lets what was begun be stopped in order before the process ends. */
  private static void waitFor(Thread main) {
    try {
      main.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path find() {
    for (Path folder : List.of(Path.of("."), Path.of(".."))) {
      Path candidate = folder.resolve(BUILT);
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    return BUILT;
  }

  private static void tell(Screen screen, Serving serving, DemoSwitchboard switchboard) {
    screen.line(
        "Partyline's demo: a contact centre in which nothing is real and nobody is called.");
    screen.line("  supervisor  %s/   log in as  sato  /  partyline", switchboard.url());
    screen.line("  agent       %s/   log in as  aiko  /  partyline", switchboard.url());
    screen.line("  Two browsers, or a private window for the second, see both at once.");
    screen.line("As the agent, accept or decline those who call in, or dial one of these:");
    for (DemoPerson person : DemoPerson.CUSTOMERS) {
      screen.line("  %-14s %s", person.number(), person.sentence());
    }
    screen.line("The platform is at %s; Ctrl-C stops.", serving.doors().url());
  }
}
