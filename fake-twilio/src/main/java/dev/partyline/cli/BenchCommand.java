package dev.partyline.cli;

import dev.partyline.explore.Explorer;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.sim.Engines;
import dev.partyline.world.Subject;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures speed; never part of a test. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures whole busy flows a second, one after another, and cold searches. Pin the process"
            + " to one core (taskset -c 0) for figures that can be compared.")
final class BenchCommand implements Callable<Integer> {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /**
   * The cases are warmed up in turns: what is compiled for one case alone, the next one throws
   * away.
   */
  private static final int TURNS = 5;

  private final Workbench workbench;

  @Spec private CommandSpec spec;

  @Option(names = "--rounds", description = "Measured rounds; default ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      description =
          "Seconds of warm-up for each case before anything is measured: on one core the compiler"
              + " needs about a minute; default ${DEFAULT-VALUE}.")
  private int warmUpSeconds = 60;

  @Option(
      names = "--seconds",
      description = "Seconds for each case in a measured round; default ${DEFAULT-VALUE}.")
  private int seconds = 4;

  @Option(
      names = "--searches",
      description =
          "Search the first known-bad program this many times, each from another first seed, and"
              + " count searches over a second; default none.")
  private int searches;

  BenchCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut());
    screen.line("%s, Java %s", Engines.why(), System.getProperty("java.version"));
    Runner runner = new Runner();
    if (searches > 0) {
      search(screen, runner);
      return ExitCode.GOOD;
    }
    Map<String, String> busy = new LinkedHashMap<>();
    busy.put("calls", "1");
    busy.put("agent-1.does", "stays");
    busy.put("customer-1.does", "busy");
    Map<String, LongConsumer> cases = new LinkedHashMap<>();
    for (Subject subject : workbench.sound()) {
      cases.put(
          subject.name() + ", busy flow, laws judged",
          seed -> runner.run(subject, Scenario.OUTBOUND, busySeed(subject, seed, busy)));
    }
    for (Subject subject :
        workbench.knownBad().subList(0, Math.min(2, workbench.knownBad().size()))) {
      cases.put(
          subject.name() + ", busy flow, laws judged",
          seed -> runner.run(subject, Scenario.OUTBOUND, busySeed(subject, seed, busy)));
    }
    ModelAlone model = new ModelAlone();
    cases.put(
        model.name() + ", busy flow, laws judged",
        seed -> runner.run(model, Scenario.OUTBOUND, busySeed(model, seed, busy)));
    runner
        .engine()
        .batch(
            () -> {
              for (int turn = 0; turn < TURNS; turn++) {
                cases.forEach((name, flow) -> flows(flow, warmUpSeconds * SECOND_NANOS / TURNS));
              }
              for (int round = 1; round <= rounds; round++) {
                for (Map.Entry<String, LongConsumer> one : cases.entrySet()) {
                  long cpu = cpuNanos();
                  long begin = System.nanoTime();
                  long count = flows(one.getValue(), seconds * SECOND_NANOS);
                  screen.line(
                      "round %d  %-46s %,8.0f flows/s %,8.0f flows per CPU second",
                      round,
                      one.getKey(),
                      count * 1e9 / (System.nanoTime() - begin),
                      count * 1e9 / (cpuNanos() - cpu));
                }
              }
              return null;
            });
    return ExitCode.GOOD;
  }

  private static Seed busySeed(Subject subject, long number, Map<String, String> pins) {
    return new Seed(subject.name(), Scenario.OUTBOUND.name(), number, pins);
  }

  private static long flows(LongConsumer flow, long nanos) {
    long begin = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begin < nanos) {
      flow.accept(count++);
    }
    return count;
  }

  /** What this process has used of all cores: on a shared machine the fairer measure. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private void search(Screen screen, Runner runner) {
    Subject subject = workbench.knownBad().get(0);
    Scenario scenario = workbench.scenarioOf(subject);
    Explorer explorer = new Explorer(runner);
    long slow = 0;
    long missed = 0;
    long most = 0;
    long schedules = 0;
    for (int i = 0; i < searches; i++) {
      long begin = System.nanoTime();
      var exploration =
          explorer.explore(
              subject, scenario, Explorer.Plan.of(1_000_003L * i, 10_000).until(subject.breaks()));
      long millis = (System.nanoTime() - begin) / 1_000_000;
      missed += exploration.finding(subject.breaks()) == null ? 1 : 0;
      slow += millis > 1_000 ? 1 : 0;
      most = Math.max(most, millis);
      schedules += exploration.schedules();
    }
    screen.line(
        "%s: %d searches, %d missed, %d over 1 s (shrinking included), slowest %d ms, %.1f"
            + " schedules a search",
        subject.name(), searches, missed, slow, most, (double) schedules / searches);
  }
}
