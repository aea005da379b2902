package dev.partyline.gherkin;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.sim.BadPin;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Outcome;
import dev.partyline.world.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One Gherkin scenario: its script while it is written, its run or runs once it was played. */
public final class Rehearsal {

  private static final int MOST_PASSES = 20;

  private final Runner runner = new Runner();
  private final Script script = new Script();
  private Subject subject;
  private RunResult result;
  private Exploration exploration;
  private boolean checked;
  private String customer;
  private String caller;

  Rehearsal() {}

  /** Chooses the program under test. */
  void subject(Subject program) {
    if (subject != null) {
      throw new BadStep("the scenario names two programs: leave one of the two steps out");
    }
    subject = program;
  }

  /**
   * Somebody takes part who is called, or who calls us.
   *
   * @return the name
   * @throws BadStep when both are spoken of: a scenario is about one or the other
   */
  String speaksOf(String name) {
    if (name.startsWith("caller")) {
      caller = name;
    } else {
      customer = name;
    }
    if (caller != null && customer != null) {
      throw new BadStep(
          "the scenario speaks of "
              + customer
              + ", who is called, and of "
              + caller
              + ", who calls us: write two scenarios, or 'the caller' (かけてきたお客様) everywhere");
    }
    return name;
  }

  /** Whether it is about people who call us. */
  boolean isInbound() {
    return caller != null;
  }

  /**
   * What the scenario fixes.
   *
   * @throws BadStep when it has been played
   */
  Script script() {
    if (result != null || exploration != null) {
      throw new BadStep("this comes too late: move the step above the When step");
    }
    return script;
  }

  /**
   * Plays the script once.
   *
   * @param inbound whether people call us, as the step says
   * @throws BadStep when the other steps say otherwise
   */
  void play(boolean inbound) {
    if (!inbound && isInbound()) {
      throw new BadStep(
          "the scenario is about "
              + caller
              + ", who calls us: write 'When the caller calls' (もし お客様から電話がかかる)");
    }
    if (inbound) {
      speaksOf("caller-1");
    }
    ready();
    if (script.isHostile()) {
      throw new BadStep(
          "a platform that fails now and then needs many runs: write 'When 200 different timings"
              + " are tried' (もし 200通りのタイミングを試す)");
    }
    Scenario scenario = script.scenario();
    Map<String, String> pins = script.pins();
    RunResult run = run(scenario, pins);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Map<String, String> more = new LinkedHashMap<>(pins);
      for (CallbackFault fault : script.faults()) {
        CallbackPins.of(run.journal(), run.order(), fault).forEach(more::putIfAbsent);
      }
      if (more.equals(pins)) {
        break;
      }
      pins = more;
      run = run(scenario, pins);
    }
    checkTaken(run);
    result = run;
  }

  /** Tries this many runs in which everything that the script leaves open is drawn. */
  void explore(long timings) {
    ready();
    if (!script.faults().isEmpty()) {
      throw new BadStep(
          "late, doubled and lost callbacks cannot be fixed for many runs at once: write 'Given the"
              + " platform takes every doubtful turn and fails now and then'"
              + " (前提 プラットフォームは疑わしい挙動をし時々失敗する), or 'When the agent dials'"
              + " (もし オペレーターが発信する)");
    }
    Scenario scenario = script.scenario();
    try {
      exploration =
          new Explorer(runner)
              .explore(
                  subject,
                  scenario,
                  new Explorer.Plan(1, timings, null, script.pinsForExploring()));
    } catch (BadPin wrong) {
      throw new BadStep(wrong.getMessage());
    }
    for (Exploration.Trouble trouble : exploration.trouble()) {
      refuseFault(trouble.outcome(), trouble.seed());
    }
  }

  /**
   * The one run.
   *
   * @throws BadStep when none was played
   * @throws AssertionError when it cannot be judged
   */
  RunResult result() {
    checked = true;
    if (result == null) {
      throw new BadStep(
          exploration != null
              ? "this looks at one run, and many were tried: write 'Then all laws hold in all of"
                  + " them' (ならば どのタイミングでもすべての法則が守られる)"
              : "nothing has been played: write 'When the agent dials' before it"
                  + " (もし オペレーターが発信する)");
    }
    if (!result.outcome().kind().judgeable()) {
      throw new AssertionError(
          Failure.of("a run that can be judged", result.outcome().describe(), result, null));
    }
    return result;
  }

  /**
   * The many runs.
   *
   * @throws BadStep when none were tried
   */
  Exploration exploration() {
    checked = true;
    if (exploration == null) {
      throw new BadStep(
          "this looks at many runs: write 'When 200 different timings are tried' before it"
              + " (もし 200通りのタイミングを試す)");
    }
    return exploration;
  }

  /** What was fixed in each of many runs; a drawn run's seed does not tell. */
  Map<String, String> fixedInEveryTiming() {
    return script.pinsForExploring();
  }

  /** Whether no {@code Then} step has looked at anything. */
  boolean unchecked() {
    return !checked;
  }

  private void ready() {
    script();
    if (subject == null) {
      throw new BadStep(
          "the scenario names no program: write 'Given the program switchboard'"
              + " (前提 プログラムはswitchboard)");
    }
    if (isInbound()) {
      if (subject.routingPaths() == null) {
        throw new BadStep(
            "the program "
                + subject.name()
                + " takes no calls from outside: write 'Given the program switchboard'"
                + " (前提 プログラムはswitchboard)");
      }
      script.inbound();
    }
    script.check();
  }

  private RunResult run(Scenario scenario, Map<String, String> pins) {
    try {
      RunResult run =
          runner.run(subject, scenario, new Seed(subject.name(), scenario.name(), null, pins));
      refuseFault(run.outcome(), run.seed().toString());
      return run;
    } catch (BadPin wrong) {
      throw new BadStep(wrong.getMessage());
    }
  }

  private static void refuseFault(Outcome outcome, String seed) {
    if (outcome.kind() == Outcome.Kind.FAULT) {
      throw new PlatformFault(outcome.describe() + "\n  seed: " + seed);
    }
  }

  /** A delay outside its bounds would silently become another one. */
  private void checkTaken(RunResult run) {
    Map<String, String> pins = run.seed().pins();
    for (Choice choice : run.choices()) {
      String wanted = pins.get(choice.name());
      String taken = choice.value().replaceFirst("~.*", "");
      if (wanted != null && choice.amount() && !wanted.replaceFirst("~.*", "").equals(taken)) {
        throw new BadStep(
            choice.name()
                + " cannot be "
                + wanted
                + " ms; the nearest time that it can take is "
                + taken
                + " ms: write that, or a time on its other side");
      }
    }
    for (List<String> names : script.exact()) {
      if (run.unusedPins().containsAll(names)) {
        throw new BadStep(
            "the run never came to the choice '"
                + String.join("' or '", names)
                + "': take a name from a report; this run came to "
                + run.choices().stream().map(Choice::name).toList());
      }
    }
  }
}
