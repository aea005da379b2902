package dev.partyline.world;

import dev.partyline.fault.Faults;
import dev.partyline.syncing.Wires;

/** The world as Sync sees it. */
final class SyncLines extends WorldLines implements Wires {

  SyncLines(World world) {
    super(world);
  }

  @Override
  public Faults faults() {
    return world().faults();
  }

  @Override
  public String mainAccount() {
    return world().directory().main().sid();
  }
}
