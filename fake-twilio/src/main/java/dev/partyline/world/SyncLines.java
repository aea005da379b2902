package dev.partyline.world;

import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.syncing.Wires;
import dev.partyline.webhook.Dispatch;
import java.time.Instant;

/** The world as Sync sees it. */
final class SyncLines implements Wires {

  private final World world;

  SyncLines(World world) {
    this.world = world;
  }

  @Override
  public Knobs knobs() {
    return world.knobs();
  }

  @Override
  public long now() {
    return world.now();
  }

  @Override
  public Instant instant(long ms) {
    return Account.EPOCH.plusMillis(ms);
  }

  @Override
  public Chance chance() {
    return world.chance();
  }

  @Override
  public Faults faults() {
    return world.faults();
  }

  @Override
  public Cancellable in(String name, Span delay, Runnable action) {
    return world.in(name, delay, action);
  }

  @Override
  public void note(Happening what) {
    world.note(what);
  }

  @Override
  public void send(Dispatch dispatch) {
    world.deliveries().send(dispatch);
  }

  @Override
  public Span toCallback() {
    return world.times().toCallback();
  }

  @Override
  public String mainAccount() {
    return world.directory().main().sid();
  }
}
