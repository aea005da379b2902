package dev.partyline.cli;

import dev.partyline.centre.day.Day;
import dev.partyline.centre.day.DayResult;
import dev.partyline.centre.day.DaySettings;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a day of a whole contact centre and judges it. */
@Command(
    name = "day",
    mixinStandardHelpOptions = true,
    description =
        "Plays 24 simulated hours of a contact centre of 50 agents, judges them by every law and"
            + " prints counts, times and the hash of the journal. Pin the process to one core"
            + " (taskset -c 0) for figures that can be compared.")
final class DayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--seed", description = "What all is drawn from; default ${DEFAULT-VALUE}.")
  private long seed = DaySettings.STANDARD.seed();

  @Option(names = "--agents", description = "Default ${DEFAULT-VALUE}.")
  private int agents = DaySettings.STANDARD.agents();

  @Option(names = "--calls", description = "Default ${DEFAULT-VALUE}.")
  private int calls = DaySettings.STANDARD.calls();

  @Option(names = "--hours", description = "Default ${DEFAULT-VALUE}.")
  private int hours = DaySettings.STANDARD.hours();

  @Option(
      names = "--rounds",
      description =
          "Play it so often in this process, and compare the journals; default ${DEFAULT-VALUE}."
              + " The first rounds are slower: the JVM is still compiling.")
  private int rounds = 1;

  @Mixin private JournalFile journalFile;

  /** One day, played and judged. */
  private record Round(int number, int code, String hash, long tookNanos) {}

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds is " + rounds + "; it must be at least 1");
    }
    Screen screen = new Screen(spec.commandLine().getOut());
    DaySettings settings = new DaySettings(seed, agents, calls, hours);
    List<Round> played = new ArrayList<>();
    for (int number = 1; number <= rounds; number++) {
      if (number > 1) {
        // none pays for what the one before left behind
        System.gc();
      }
      played.add(play(screen, settings, number));
    }
    int code = played.stream().mapToInt(Round::code).max().orElseThrow();
    return rounds == 1 ? code : Math.max(code, compare(screen, played));
  }

  private static int compare(Screen screen, List<Round> played) {
    Round first = played.get(0);
    Round fastest = Collections.min(played, Comparator.comparingLong(Round::tookNanos));
    screen.line(
        "%d rounds: the first took %s, the fastest (round %d) %s",
        played.size(), took(first.tookNanos()), fastest.number(), took(fastest.tookNanos()));
    for (Round one : played) {
      if (!one.hash().equals(first.hash())) {
        screen.line(
            "  fault of Partyline: round %d has another journal than round 1", one.number());
        return ExitCode.FAULT;
      }
    }
    screen.line("All %d have the same journal", played.size());
    return ExitCode.GOOD;
  }

  private Round play(Screen screen, DaySettings settings, int number) {
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    DayResult day = Day.of(settings);
    long played = System.nanoTime();
    LinkedHashMap<String, Verdict> verdicts = Laws.judge(day.journal());
    long judged = System.nanoTime();
    String hash = NdjsonWriter.hash(day.journal());
    long hashed = System.nanoTime();
    long cpuUsed = cpuNanos() - cpu;
    DayResult.Counts counts = day.counts();
    screen.line(
        "%,d calls in %d h to %d agents, seed %d: %,d served, %,d abandoned, longest wait %d s",
        counts.calls(),
        settings.hours(),
        settings.agents(),
        settings.seed(),
        counts.served(),
        counts.abandoned(),
        counts.longestWaitMs() / 1000);
    screen.line(
        "%,d holds, %,d transfers, %,d wrap-ups, %,d missed offers, %,d breaks, %,d requests"
            + " refused",
        counts.holds(),
        counts.transfers(),
        counts.wrapUps(),
        counts.missed(),
        counts.breaks(),
        counts.refused());
    boolean broken = false;
    StringBuilder laws = new StringBuilder();
    for (var verdict : verdicts.entrySet()) {
      broken |= verdict.getValue().violated();
      laws.append(laws.length() == 0 ? "" : ", ")
          .append(verdict.getKey())
          .append(' ')
          .append(words(verdict.getValue()));
    }
    screen.line("%s", laws);
    for (Verdict verdict : verdicts.values()) {
      verdict.violations().stream()
          .limit(3)
          .forEach(one -> screen.line("  %s: %s", one.law(), one.sentence()));
    }
    day.faults().stream().limit(5).forEach(one -> screen.line("  fault of Partyline: %s", one));
    screen.line(
        "played %s (%,d events, %,d journal entries), judged %s, hashed %s, in all %s, of it %s of"
            + " CPU",
        took(played - begin),
        day.events(),
        day.journal().count(),
        took(judged - played),
        took(hashed - judged),
        took(hashed - begin),
        took(cpuUsed));
    screen.line("XXH3 %s", hash);
    if (number == rounds) {
      journalFile.write(day.journal());
    }
    int code =
        !day.faults().isEmpty() ? ExitCode.FAULT : broken ? ExitCode.VIOLATION : ExitCode.GOOD;
    return new Round(number, code, hash, hashed - begin);
  }

  /** What this process has used of all cores: on a shared machine the fairer measure. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private static String words(Verdict verdict) {
    return switch (verdict.standing()) {
      case HELD -> "held";
      case VIOLATED -> "VIOLATED " + verdict.violations().size() + " times";
      case NOT_EXERCISED -> "not exercised";
    };
  }

  private static String took(long nanos) {
    return Screen.took(nanos / 1_000_000);
  }
}
