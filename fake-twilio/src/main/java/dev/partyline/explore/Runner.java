package dev.partyline.explore;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knobs;
import dev.partyline.law.Law;
import dev.partyline.law.Laws;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Engines;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.FiberEngine;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Outcome;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Strategy;
import dev.partyline.sim.Watcher;
import dev.partyline.webhook.Deliveries;
import dev.partyline.world.Account;
import dev.partyline.world.Subject;
import dev.partyline.world.World;
import java.util.List;

/** Carries out one run of a subject in a scenario and judges it. */
public final class Runner {

  private static final Limits LIMITS = Limits.STANDARD;

  private final FiberEngine engine;

  /** A runner on the best engine of this Java. */
  public Runner() {
    this(Engines.best());
  }

  /** A runner on this engine. */
  public Runner(FiberEngine engine) {
    this.engine = engine;
  }

  /** The engine it runs on. */
  public FiberEngine engine() {
    return engine;
  }

  /**
   * Runs what the seed says.
   *
   * @throws dev.partyline.sim.BadPin when a pinned choice has a value that the choice cannot take
   */
  public RunResult run(Subject subject, Scenario scenario, Seed seed) {
    return run(subject, scenario, seed, seed.strategy());
  }

  RunResult run(Subject subject, Scenario scenario, Seed seed, Strategy strategy) {
    Journal journal = new Journal();
    Writer writer = new Writer(journal);
    Simulation simulation =
        new Simulation(
            seed.toString(), strategy, LIMITS.withHorizon(scenario.horizonMs()), writer, engine);
    writer.simulation = simulation;
    Knobs knobs = Knobs.standard().with(scenario.drawKnobs(simulation));
    journal.add(
        0,
        new Happening.RunBegan(
            Happening.SCHEMA,
            subject.name(),
            scenario.name(),
            seed.toString(),
            Account.EPOCH_TEXT,
            knobs.differences()));
    writer.begun = true;
    World world =
        new World(simulation, journal, knobs, scenario.times(), subject, scenario.outages());
    scenario.begin(simulation, world);
    Outcome outcome = simulation.run();
    if (outcome.kind() == Outcome.Kind.LEAK || outcome.kind() == Outcome.Kind.HANG) {
      journal.add(
          simulation.now(),
          new Happening.Leaked("", outcome.detail(), outcome.stack(), outcome.advice()));
    }
    journal.add(
        simulation.now(),
        new Happening.RunFinished(outcome.kind().word(), outcome.detail(), simulation.steps()));
    return new RunResult(
        seed,
        outcome,
        journal,
        Laws.judge(laws(scenario.limitMs()), journal),
        simulation.choices(),
        simulation.unusedPins(),
        simulation.order());
  }

  private static List<Law> laws(long limitMs) {
    return limitMs == Laws.STANDARD_LIMIT_MS ? Laws.standard() : Laws.within(limitMs);
  }

  /** Writes into the journal what the simulation does. */
  private static final class Writer implements Watcher {
    private final Journal journal;
    private Simulation simulation;
    private boolean begun;

    Writer(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void chose(Choice choice) {
      if (begun) {
        journal.add(
            simulation.now(),
            new Happening.ChoiceTaken(choice.name(), choice.value(), choice.standard()));
      }
    }

    @Override
    public void failed(Fiber fiber, Throwable failure) {
      journal.add(
          simulation.now(),
          new Happening.AppFailed(fiber.name(), failure.toString(), Deliveries.stack(failure)));
    }
  }
}
