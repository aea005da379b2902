package dev.partyline.explore;

import dev.partyline.sim.Choice;
import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the story of a broken law short: choices go back to typical wherever the law stays broken
 * without them, and the delays that are left become round.
 *
 * <p>Choices are named, so that resetting one leaves the others as they are; that is what makes
 * this quick.
 */
public final class Shrinker {

  private static final long[] ROUND = {
    0, 100, 200, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 15_000, 20_000, 25_000, 30_000
  };

  private static final long[] GRAINS = {1_000, 500, 100, 50, 10};

  private final Runner runner;
  private int runs;

  /** Shrinks with this runner. */
  public Shrinker(Runner runner) {
    this.runner = runner;
  }

  /** How many runs all shrinking so far has taken. */
  public int runs() {
    return runs;
  }

  /**
   * The smallest run found that breaks this law.
   *
   * @param broken a run that breaks it
   * @return a run with a pinned seed; {@code broken} itself when its recorded choices do not break
   *     the law again, which means that something outside the recorded choices matters
   */
  public RunResult shrink(Subject subject, Scenario scenario, RunResult broken, String law) {
    Map<String, String> pins = new LinkedHashMap<>();
    for (Choice choice : byWeight(broken.choices())) {
      pins.put(choice.name(), choice.value());
    }
    Seed base = new Seed(subject.name(), scenario.name(), null, pins);
    RunResult best = attempt(subject, scenario, base, law);
    if (best == null) {
      return broken;
    }
    best = drop(subject, scenario, best, law);
    best = round(subject, scenario, best, law);
    return drop(subject, scenario, best, law);
  }

  /** What people and faults do comes first, delays after it; each in the order of the run. */
  private static List<Choice> byWeight(List<Choice> choices) {
    List<Choice> ordered = new ArrayList<>();
    for (Choice choice : choices) {
      if (!choice.standard() && !choice.amount()) {
        ordered.add(choice);
      }
    }
    for (Choice choice : choices) {
      if (!choice.standard() && choice.amount()) {
        ordered.add(choice);
      }
    }
    return ordered;
  }

  private RunResult drop(Subject subject, Scenario scenario, RunResult from, String law) {
    RunResult best = from;
    int chunk = Math.max(1, best.seed().pins().size() / 2);
    while (true) {
      boolean smaller = false;
      int start = 0;
      while (start < best.seed().pins().size()) {
        Map<String, String> fewer = without(best.seed().pins(), start, chunk);
        RunResult result = attempt(subject, scenario, best.seed().with(fewer), law);
        if (result != null) {
          best = result;
          smaller = true;
        } else {
          start += chunk;
        }
      }
      if (chunk > 1) {
        chunk = Math.max(1, chunk / 2);
      } else if (!smaller) {
        return best;
      }
    }
  }

  private static Map<String, String> without(Map<String, String> pins, int start, int count) {
    Map<String, String> fewer = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, String> pin : pins.entrySet()) {
      if (i < start || i >= start + count) {
        fewer.put(pin.getKey(), pin.getValue());
      }
      i++;
    }
    return fewer;
  }

  private RunResult round(Subject subject, Scenario scenario, RunResult from, String law) {
    RunResult best = from;
    for (Choice choice : from.choices()) {
      String name = choice.name();
      String value = best.seed().pins().get(name);
      if (value == null || !choice.amount()) {
        continue;
      }
      RunResult rounder = rounder(subject, scenario, best, name, value, law);
      best = rounder == null ? best : rounder;
    }
    return best;
  }

  private RunResult rounder(
      Subject subject, Scenario scenario, RunResult best, String name, String value, String law) {
    int mark = value.indexOf('~');
    long ms = Long.parseLong(mark < 0 ? value : value.substring(0, mark));
    List<Long> candidates = new ArrayList<>();
    for (long candidate : ROUND) {
      candidates.add(candidate);
    }
    for (long grain : GRAINS) {
      candidates.add(ms / grain * grain);
      candidates.add((ms / grain + 1) * grain);
    }
    for (long candidate : candidates) {
      Map<String, String> pins = new LinkedHashMap<>(best.seed().pins());
      pins.put(name, Long.toString(candidate));
      if (pins.get(name).equals(value)) {
        return null;
      }
      RunResult result = attempt(subject, scenario, best.seed().with(pins), law);
      if (result != null && taken(result, name, candidate)) {
        return result;
      }
    }
    return null;
  }

  /** Whether the delay really is the pinned one and not the nearest its bounds allow. */
  private static boolean taken(RunResult result, String name, long ms) {
    for (Choice choice : result.choices()) {
      if (choice.name().equals(name)) {
        return choice.value().equals(Long.toString(ms));
      }
    }
    return false;
  }

  private RunResult attempt(Subject subject, Scenario scenario, Seed seed, String law) {
    runs++;
    RunResult result = runner.run(subject, scenario, seed);
    return result.violates(law) ? result : null;
  }
}
