package dev.partyline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs small programs on one engine and keeps what the simulation tells. */
final class Stand implements Watcher {

  /** Short enough for a test that hangs on purpose, long enough for a busy machine. */
  static final Limits SHORT = new Limits(60_000, 1_000, 100, 700);

  final List<Choice> chosen = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  final Simulation simulation;

  private Stand(FiberEngine engine, Strategy strategy, Limits limits) {
    simulation = new Simulation("stand", strategy, limits, this, engine);
  }

  static Stand typical(FiberEngine engine) {
    return new Stand(engine, Strategy.typical(), SHORT);
  }

  static Stand with(FiberEngine engine, Strategy strategy) {
    return new Stand(engine, strategy, SHORT);
  }

  static Stand pinned(FiberEngine engine, Map<String, String> pins) {
    return new Stand(engine, Strategy.pinned(pins), SHORT);
  }

  static Stand limited(FiberEngine engine, Limits limits) {
    return new Stand(engine, Strategy.typical(), limits);
  }

  /** Lets a program begin and carries the run to its end. */
  Outcome run(Consumer<Simulation> program) {
    program.accept(simulation);
    return simulation.run();
  }

  @Override
  public void chose(Choice choice) {
    chosen.add(choice);
  }

  @Override
  public void failed(Fiber fiber, Throwable failure) {
    failures.add(fiber.name() + ": " + failure);
  }

  /** For parameterized tests: what runs code under test. */
  static Stream<FiberEngine> engines() {
    return Stream.of(Engines.best(), Engines.platform());
  }

  /** Whether this engine sees every blocking and so supports locks, futures and queues. */
  static boolean seesBlocking(FiberEngine engine) {
    return engine instanceof VirtualEngine;
  }

  /** Name and value of each choice, in order: what two runs are compared by. */
  static List<String> words(List<Choice> choices) {
    List<String> words = new ArrayList<>();
    for (Choice choice : choices) {
      words.add(choice.name() + "=" + choice.value());
    }
    return words;
  }
}
