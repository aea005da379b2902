package dev.partyline.cli;

import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.world.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One hash over the journals of many seeds: the same on every machine and every Java. */
@Command(
    name = "hashes",
    mixinStandardHelpOptions = true,
    description = "Runs every seed and prints one hash over all journals, for comparison.")
final class HashesCommand implements Callable<Integer> {

  private final Workbench workbench;

  @Spec private CommandSpec spec;

  @Option(names = "--seeds", description = "How many; default ${DEFAULT-VALUE}.")
  private long seeds = 1_000;

  @Option(names = "--backwards", description = "Last seed first.")
  private boolean backwards;

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "NAME",
      description = "Only these scenarios; default the two that every exploration begins with.")
  private List<String> scenarios = List.of();

  HashesCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    Screen screen = new Screen(spec.commandLine().getOut());
    Runner runner = new Runner();
    for (Subject subject : workbench.sound()) {
      for (Scenario scenario : scenarios()) {
        String digest = runner.engine().batch(() -> digest(runner, subject, scenario));
        screen.line("%s %s %d seeds %s", subject.name(), scenario.name(), seeds, digest);
      }
    }
    return ExitCode.GOOD;
  }

  private List<Scenario> scenarios() {
    return scenarios.isEmpty()
        ? Scenario.DRAWN
        : scenarios.stream().map(name -> Scenario.named(name.trim())).toList();
  }

  /** The exclusive or of each seed's hash: it does not depend on the order of the seeds. */
  private String digest(Runner runner, Subject subject, Scenario scenario) {
    byte[] sum = new byte[32];
    for (long i = 0; i < seeds; i++) {
      long number = 1 + (backwards ? seeds - 1 - i : i);
      String hash =
          runner.run(subject, scenario, Seed.drawn(subject.name(), scenario.name(), number)).hash();
      byte[] one = sha(number + " " + hash);
      for (int b = 0; b < sum.length; b++) {
        sum[b] ^= one[b];
      }
    }
    return HexFormat.of().formatHex(sum);
  }

  private static byte[] sha(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
