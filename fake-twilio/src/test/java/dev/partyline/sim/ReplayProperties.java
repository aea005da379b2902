package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplayProperties {

  private static final FiberEngine PLATFORM = Engines.platform();

  /** What shows of a run. */
  private record Shown(
      Outcome.Kind end, List<String> order, List<String> log, List<String> choices) {}

  @Property(tries = 150)
  void the_same_seed_gives_the_same_run_on_both_engines(
      @ForAll("worlds") LittleWorld world, @ForAll long seed) {
    Shown first = shown(PLATFORM, Strategy.portfolio(seed, Map.of()), world);
    assertEquals(first, shown(PLATFORM, Strategy.portfolio(seed, Map.of()), world));
    assertEquals(first, shown(Engines.best(), Strategy.portfolio(seed, Map.of()), world));
  }

  @Property(tries = 300)
  void uniform_delays_pinned_give_the_same_run(
      @ForAll("worlds") LittleWorld world, @ForAll long seed) {
    assertReplays(Strategy.uniform(seed, Map.of()), world);
  }

  @Property(tries = 300)
  void boundary_delays_pinned_give_the_same_run(
      @ForAll("worlds") LittleWorld world, @ForAll long seed) {
    assertReplays(Strategy.boundary(seed, Map.of()), world);
  }

  @Property(tries = 300)
  void an_order_by_priorities_pinned_gives_the_same_run(
      @ForAll("worlds") LittleWorld world, @ForAll long seed) {
    assertReplays(Strategy.pct(seed, 3, Map.of()), world);
  }

  @Property(tries = 300)
  void a_directed_order_pinned_gives_the_same_run(
      @ForAll("worlds") LittleWorld world, @ForAll long seed) {
    assertReplays(Strategy.directed(anyOrder(seed), Map.of()), world);
  }

  /** Any event that can come, at any instant at which it can. */
  private static Director anyOrder(long seed) {
    return (now, pending) -> {
      long horizon = Long.MAX_VALUE;
      for (Director.Pending event : pending) {
        horizon = Math.min(horizon, event.scheduledAt() + event.span().max());
      }
      List<Integer> can = new ArrayList<>();
      for (int i = 0; i < pending.size(); i++) {
        if (pending.get(i).scheduledAt() + pending.get(i).span().min() <= horizon) {
          can.add(i);
        }
      }
      Director.Pending last = pending.get(pending.size() - 1);
      String key = last.name() + " of " + pending.size() + " at " + now;
      int index = can.get((int) KeyedHash.between(seed, key, 0, can.size() - 1L));
      Director.Pending event = pending.get(index);
      long earliest = Math.max(now, event.scheduledAt() + event.span().min());
      return new Director.Turn(index, KeyedHash.between(seed, event.name(), earliest, horizon));
    };
  }

  private static void assertReplays(Strategy strategy, LittleWorld world) {
    Stand drawn = Stand.with(PLATFORM, strategy);
    Shown first = shown(drawn, world);
    Map<String, String> pins = new LinkedHashMap<>();
    for (Choice choice : drawn.simulation.choices()) {
      if (!choice.standard()) {
        pins.put(choice.name(), choice.value());
      }
    }
    Stand pinned = Stand.pinned(PLATFORM, pins);
    assertEquals(first, shown(pinned, world), () -> "pinned by " + pins);
    assertEquals(List.of(), pinned.simulation.unusedPins());
  }

  private static Shown shown(FiberEngine engine, Strategy strategy, LittleWorld world) {
    return shown(Stand.with(engine, strategy), world);
  }

  private static Shown shown(Stand stand, LittleWorld world) {
    List<String> log = new ArrayList<>();
    Outcome outcome = stand.run(simulation -> world.begin(simulation, log));
    return new Shown(
        outcome.kind(), stand.simulation.order(), log, Stand.words(stand.simulation.choices()));
  }

  @Provide
  Arbitrary<LittleWorld> worlds() {
    Arbitrary<LittleWorld.Move> move =
        Combinators.combine(
                Arbitraries.integers().between(0, 11),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 6),
                Arbitraries.of(LittleWorld.Does.class),
                Arbitraries.integers().between(0, 11))
            .as(LittleWorld.Move::new);
    return move.list().ofMinSize(1).ofMaxSize(12).map(LittleWorld::new);
  }
}
