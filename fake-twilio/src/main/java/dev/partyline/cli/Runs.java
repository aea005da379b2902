package dev.partyline.cli;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Seed;
import dev.partyline.report.LawTally;
import dev.partyline.report.RunReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns results of exploring into what reports take. */
final class Runs {

  private Runs() {}

  static RunReport report(String name, RunResult run, Workbench workbench) {
    Seed seed = run.seed();
    return new RunReport(
        name,
        seed.subject(),
        seed.scenario(),
        seed.toString(),
        replay(workbench, seed),
        run.journal(),
        run.verdicts());
  }

  static String replay(Workbench workbench, Seed seed) {
    return workbench.command("replay " + seed);
  }

  static LinkedHashMap<String, LawTally> tallies(Map<String, Exploration.Tally> tallies) {
    LinkedHashMap<String, LawTally> copy = new LinkedHashMap<>();
    tallies.forEach(
        (law, tally) ->
            copy.put(law, new LawTally(tally.held(), tally.violated(), tally.notExercised())));
    return copy;
  }

  /** The sum of two tallies over the same laws. */
  static LinkedHashMap<String, Exploration.Tally> sum(
      Map<String, Exploration.Tally> a, Map<String, Exploration.Tally> b) {
    LinkedHashMap<String, Exploration.Tally> sum = new LinkedHashMap<>(a);
    b.forEach(
        (law, more) ->
            sum.merge(
                law,
                more,
                (x, y) ->
                    new Exploration.Tally(
                        x.held() + y.held(),
                        x.violated() + y.violated(),
                        x.notExercised() + y.notExercised())));
    return sum;
  }
}
