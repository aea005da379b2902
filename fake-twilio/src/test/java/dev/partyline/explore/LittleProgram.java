package dev.partyline.explore;

import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Director;
import dev.partyline.sim.Engines;
import dev.partyline.sim.FiberEngine;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Outcome;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.sim.Strategy;
import dev.partyline.sim.Watcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of a few events.
 *
 * @param events in any order in which causes come before what they make
 */
record LittleProgram(List<Part> events) {

  private static final FiberEngine ENGINE = Engines.platform();

  /**
   * One event.
   *
   * @param cause index of the event that makes it; -1 for the beginning
   * @param cancels index of the event that it calls off; -1 for none
   */
  record Part(String name, int cause, Span span, int cancels) {}

  static LittleProgram of(Part... parts) {
    return new LittleProgram(List.of(parts));
  }

  static Part event(String name, int cause, long min, long max) {
    return new Part(name, cause, Span.of(min, min, max), -1);
  }

  static Part cancelling(String name, int cause, long min, long max, int cancels) {
    return new Part(name, cause, Span.of(min, min, max), cancels);
  }

  /** Runs it under this director; the names of its events in the order in which they came. */
  List<String> run(Director director) {
    return run(Strategy.directed(director, Map.of())).order();
  }

  Simulation run(Strategy strategy) {
    Simulation simulation =
        new Simulation("little", strategy, Limits.STANDARD, Watcher.NONE, ENGINE);
    Map<Integer, Cancellable> made = new LinkedHashMap<>();
    make(simulation, made, -1);
    Outcome outcome = simulation.run();
    if (outcome.kind() != Outcome.Kind.QUIET) {
      throw new AssertionError(outcome.describe());
    }
    return simulation;
  }

  private void make(Simulation simulation, Map<Integer, Cancellable> made, int cause) {
    for (int i = 0; i < events.size(); i++) {
      Part part = events.get(i);
      if (part.cause() == cause) {
        int self = i;
        made.put(
            i,
            simulation.in(
                part.name(),
                part.span(),
                () -> {
                  if (made.containsKey(part.cancels())) {
                    made.get(part.cancels()).cancel();
                  }
                  make(simulation, made, self);
                }));
      }
    }
  }
}
