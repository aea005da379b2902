package dev.partyline.explore;

import dev.partyline.explore.Exploration.Tally;
import dev.partyline.explore.Exploration.Trouble;
import dev.partyline.law.Law;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.sim.Outcome;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a subject under many seeds and collects what the laws say. */
public final class Explorer {

  private static final int CHECK_EVERY = 100;
  private static final int MOST_TROUBLE = 5;

  /**
   * How far to go.
   *
   * @param firstSeed number of the first seed
   * @param seeds how many seeds at the most
   * @param stopAt id of the law whose first violation ends the search; null to go through all seeds
   * @param pins choices fixed in every run
   */
  public record Plan(long firstSeed, long seeds, String stopAt, Map<String, String> pins) {

    /** All of these seeds. */
    public static Plan of(long firstSeed, long seeds) {
      return new Plan(firstSeed, seeds, null, Map.of());
    }

    /** Until this law is broken. */
    public Plan until(String law) {
      return new Plan(firstSeed, seeds, law, pins);
    }
  }

  private final Runner runner;

  /** An explorer with this runner. */
  public Explorer(Runner runner) {
    this.runner = runner;
  }

  /** Explores; never throws for what the subject does. */
  public Exploration explore(Subject subject, Scenario scenario, Plan plan) {
    return runner.engine().batch(() -> search(subject, scenario, plan));
  }

  private Exploration search(Subject subject, Scenario scenario, Plan plan) {
    long begin = System.nanoTime();
    LinkedHashMap<String, Tally> tallies = new LinkedHashMap<>();
    for (Law law : Laws.standard()) {
      tallies.put(law.id(), new Tally(0, 0, 0));
    }
    List<Finding> findings = new ArrayList<>();
    List<Trouble> trouble = new ArrayList<>();
    Shrinker shrinker = new Shrinker(runner);
    long schedules = 0;
    while (schedules < plan.seeds() && trouble.size() < MOST_TROUBLE) {
      long number = plan.firstSeed() + schedules;
      Seed seed = new Seed(subject.name(), scenario.name(), number, plan.pins());
      RunResult result = runner.run(subject, scenario, seed);
      schedules++;
      Outcome outcome = result.outcome();
      if (!outcome.kind().judgeable()) {
        trouble.add(new Trouble(seed.toString(), outcome));
        continue;
      }
      boolean broken = false;
      for (Map.Entry<String, Verdict> verdict : result.verdicts().entrySet()) {
        Verdict.Standing standing = verdict.getValue().standing();
        tallies.compute(
            verdict.getKey(),
            (law, tally) ->
                tally.plus(
                    standing == Verdict.Standing.HELD, standing == Verdict.Standing.VIOLATED));
        broken |= verdict.getValue().violated();
        if (verdict.getValue().violated() && !known(findings, verdict.getKey())) {
          findings.add(
              new Finding(
                  verdict.getKey(),
                  result,
                  shrinker.shrink(subject, scenario, result, verdict.getKey()),
                  schedules));
        }
      }
      if (broken || number % CHECK_EVERY == 0) {
        repeat(subject, scenario, seed, result, trouble);
      }
      if (plan.stopAt() != null && known(findings, plan.stopAt())) {
        break;
      }
    }
    return new Exploration(
        subject,
        scenario,
        tallies,
        findings,
        schedules,
        (System.nanoTime() - begin) / 1_000_000,
        trouble);
  }

  private static boolean known(List<Finding> findings, String law) {
    for (Finding finding : findings) {
      if (finding.law().equals(law)) {
        return true;
      }
    }
    return false;
  }

  /** Runs a seed again: a difference means that something escapes the simulation. */
  private void repeat(
      Subject subject, Scenario scenario, Seed seed, RunResult first, List<Trouble> trouble) {
    RunResult second = runner.run(subject, scenario, seed);
    if (!first.hash().equals(second.hash())) {
      trouble.add(
          new Trouble(
              seed.toString(),
              new Outcome(
                  Outcome.Kind.LEAK,
                  "the same seed gave two different journals: " + Difference.between(first, second),
                  List.of(),
                  "The program under test depends on something outside the simulation: the wall"
                      + " clock, unseeded chance, identity hash codes, or the iteration order of a"
                      + " hashed collection.")));
    }
  }
}
