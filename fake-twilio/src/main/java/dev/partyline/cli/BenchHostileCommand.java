package dev.partyline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends malformed requests and checks that nothing comes of them. */
@Command(
    name = "bench-hostile",
    mixinStandardHelpOptions = true,
    description =
        "Starts a platform and sends it malformed requests: no answer may be a 5xx (but 501 for a"
            + " gap of the fake), nothing may change, no thread may be left over.")
final class BenchHostileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--requests", description = "How many; default ${DEFAULT-VALUE}.")
  private long requests = 1_000_000;

  @Option(names = "--seed", description = "Which; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--threads", description = "How many at once; default ${DEFAULT-VALUE}.")
  private int threads = 4;

  @Override
  public Integer call() throws InterruptedException {
    if (requests < 1 || threads < 1) {
      throw new IllegalArgumentException("--requests and --threads take a number from 1 on");
    }
    Screen screen = new Screen(spec.commandLine().getOut());
    try (Serving serving = Serving.begin(new ServeOptions().configuration(0, -1))) {
      HostileRun run = new HostileRun(serving);
      long begin = System.nanoTime();
      run.send(requests, seed, threads);
      double seconds = (System.nanoTime() - begin) / 1e9;
      screen.line(
          "%,d malformed requests in %.1f s, %,.0f a second",
          requests, seconds, requests / seconds);
      run.byStatus()
          .forEach(
              (status, count) ->
                  screen.line("  %-6s %,12d", status == 0 ? "closed" : "" + status, count));
      run.faults().forEach(fault -> screen.line("NOT AS IT SHOULD BE: %s", fault));
      return run.faults().isEmpty() ? ExitCode.GOOD : ExitCode.VIOLATION;
    }
  }
}
