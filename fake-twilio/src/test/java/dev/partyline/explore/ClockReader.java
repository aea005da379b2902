package dev.partyline.explore;

import dev.partyline.sim.Director;
import dev.partyline.sim.Engines;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.sim.Strategy;
import dev.partyline.sim.Watcher;
import java.util.List;
import java.util.Map;

/** A program that decides by the clock what to do next, so that an order does not fix it. */
final class ClockReader {

  private ClockReader() {}

  static List<String> run(Director director) {
    Simulation simulation =
        new Simulation(
            "clock reader",
            Strategy.directed(director, Map.of()),
            Limits.STANDARD,
            Watcher.NONE,
            Engines.platform());
    simulation.in(
        "first",
        Span.of(0, 0, 100),
        () -> {
          String next = simulation.now() < 50 ? "early" : "late";
          simulation.in(next, Span.of(0, 0, 20), () -> {});
        });
    simulation.in("second", Span.of(90, 90, 100), () -> {});
    simulation.run();
    return simulation.order();
  }
}
