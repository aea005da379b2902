package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.webhook.Dispatch;
import java.time.Instant;

/** What every product beside voice needs of the world: time, chance, journal and webhooks. */
abstract class WorldLines {

  private final World world;

  WorldLines(World world) {
    this.world = world;
  }

  World world() {
    return world;
  }

  public Knobs knobs() {
    return world.knobs();
  }

  public long now() {
    return world.now();
  }

  public Instant instant(long ms) {
    return Account.EPOCH.plusMillis(ms);
  }

  public Chance chance() {
    return world.chance();
  }

  public Cancellable in(String name, Span delay, Runnable action) {
    return world.in(name, delay, action);
  }

  public void note(Happening what) {
    world.note(what);
  }

  public void send(Dispatch dispatch) {
    world.deliveries().send(dispatch);
  }

  public Span toCallback() {
    return world.times().toCallback();
  }
}
