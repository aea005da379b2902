package dev.partyline.explore;

import dev.partyline.explore.ExhaustiveResult.Broken;
import dev.partyline.explore.Exploration.Trouble;
import dev.partyline.law.Verdict;
import dev.partyline.sim.Strategy;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Runs a subject under every order of events that the spans of a scenario allow, and judges each.
 *
 * <p>Covered: all orders of all events, ties included, whatever instants within the spans bring
 * them about; instants are unknowns to the search, not samples. Each order is run once, its events
 * as early as the order allows. All choices other than delays are as pinned or typical.
 *
 * <p>Not covered: what depends on the exact time rather than on the order. Where such a dependence
 * shows in the events that wait, the run counts as diverged. A law that measures time is judged on
 * the instants of that one run.
 *
 * <p>One kind of event has no place in an order: that the platform receives the application's
 * answer to a status callback, or gives up waiting for it. The platform writes it down and does
 * nothing else, no other event reads what it wrote, and it calls off nothing but its own
 * counterpart; so every order of the other events is possible with it at its earliest instant
 * exactly when it is possible with it at a later one.
 */
public final class Exhaustive {

  static final Predicate<String> SILENT =
      name -> name.contains(".cb.") && (name.endsWith(".answer") || name.endsWith(".timeout"));

  private static final int MOST_TROUBLE = 5;

  /**
   * When to stop.
   *
   * @param orders runs at the most
   * @param millis time on the wall at the most
   */
  public record Limits(long orders, long millis) {

    /** 300,000 orders, five minutes. */
    public static final Limits STANDARD = new Limits(300_000, 300_000);
  }

  private final Runner runner;
  private final Limits limits;
  private final Predicate<String> silent;

  /** Explores with this runner until all is done or a limit is reached. */
  public Exhaustive(Runner runner, Limits limits) {
    this(runner, limits, SILENT);
  }

  Exhaustive(Runner runner, Limits limits, Predicate<String> silent) {
    this.runner = runner;
    this.limits = limits;
    this.silent = silent;
  }

  /**
   * Goes through the orders; never throws for what the subject does.
   *
   * @param pins choices other than delays that are fixed in every run; the others are typical
   * @throws dev.partyline.sim.BadPin when a pin has a value that the choice cannot take
   */
  public ExhaustiveResult explore(Subject subject, Scenario scenario, Map<String, String> pins) {
    return runner.engine().batch(() -> search(subject, scenario, pins));
  }

  private ExhaustiveResult search(Subject subject, Scenario scenario, Map<String, String> pins) {
    long begin = System.nanoTime();
    LinkedHashMap<String, Broken> violations = new LinkedHashMap<>();
    List<Trouble> trouble = new ArrayList<>();
    OrderSearch search = new OrderSearch(silent);
    Seed base = new Seed(subject.name(), scenario.name(), null, pins);
    long runs = 0;
    long diverged = 0;
    OrderDirector director = search.next();
    while (director != null
        && runs < limits.orders()
        && millisSince(begin) < limits.millis()
        && trouble.size() < MOST_TROUBLE) {
      RunResult result = runner.run(subject, scenario, base, Strategy.directed(director, pins));
      runs++;
      diverged += director.diverged() ? 1 : 0;
      judge(result, violations, trouble);
      search.learn(director);
      director = search.next();
    }
    return new ExhaustiveResult(
        subject,
        scenario,
        runs - diverged,
        runs,
        violations,
        director == null,
        diverged,
        trouble,
        millisSince(begin));
  }

  private static void judge(
      RunResult result, LinkedHashMap<String, Broken> violations, List<Trouble> trouble) {
    Seed base = result.seed();
    if (!result.outcome().kind().judgeable()) {
      trouble.add(new Trouble(seed(base, result).toString(), result.outcome()));
      return;
    }
    for (Map.Entry<String, Verdict> verdict : result.verdicts().entrySet()) {
      if (verdict.getValue().violated()) {
        Broken known = violations.get(verdict.getKey());
        violations.put(
            verdict.getKey(),
            known == null
                ? new Broken(1, seed(base, result))
                : new Broken(known.runs() + 1, known.first()));
      }
    }
  }

  private static Seed seed(Seed base, RunResult result) {
    return Seed.pinned(base.subject(), base.scenario(), result.choices());
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
