package dev.partyline.sim;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A run without an end, driven by somebody else's clock. It keeps nothing for a replay, has no
 * fibers, and goes on after a fault. Used by one thread at a time.
 */
public final class OpenRun {

  private static final int MOST_AT_ONE_INSTANT = 100_000;

  private final OpenStrategy strategy;
  private final Simulation simulation;
  private final Watcher watcher;
  private final BiConsumer<String, Throwable> faults;

  /**
   * Begins a run at 0.
   *
   * @param seed what delays are drawn from
   * @param watcher told of every choice
   * @param faults told the name of an event and what was thrown while it was carried out
   */
  public OpenRun(long seed, Watcher watcher, BiConsumer<String, Throwable> faults) {
    this.strategy = new OpenStrategy(seed);
    this.simulation = new Simulation("live/" + seed, strategy, watcher);
    this.watcher = watcher;
    this.faults = faults;
  }

  /** What the platform's parts take their time from. */
  public Simulation simulation() {
    return simulation;
  }

  /** When the next event is due, in milliseconds; the greatest number when none is pending. */
  public long nextDue() {
    return strategy.nextDue();
  }

  /** Names of the next events, at most 20. */
  public List<String> upcoming() {
    return strategy.upcoming().stream()
        .map(event -> event.name + " in " + (event.due - simulation.now()) + " ms")
        .toList();
  }

  /**
   * Carries out what is due, and moves time to the end.
   *
   * @param until milliseconds; an instant that has passed already moves nothing
   * @return how many events were carried out
   */
  public int carryOut(long until) {
    int count = 0;
    int atOneInstant = 0;
    while (strategy.nextDue() <= until) {
      Event event = strategy.next(simulation.now());
      atOneInstant = event.due > simulation.now() ? 0 : atOneInstant + 1;
      if (atOneInstant > MOST_AT_ONE_INSTANT) {
        faults.accept(
            event.name,
            new IllegalStateException(
                MOST_AT_ONE_INSTANT + " events without time moving; this one is dropped"));
        return count;
      }
      simulation.moveTo(Math.max(simulation.now(), event.due));
      event.fired = true;
      count++;
      try {
        if (!event.span.fixed()) {
          long delay = event.due - event.scheduledAt;
          watcher.chose(
              new Choice(event.name, Long.toString(delay), delay == event.span.typical(), true));
        }
        event.action.run();
      } catch (RuntimeException | Error fault) {
        faults.accept(event.name, fault);
      }
    }
    simulation.moveTo(Math.max(simulation.now(), until));
    return count;
  }
}
