package dev.partyline.world;

import dev.partyline.fault.Faults;
import dev.partyline.syncing.Wires;
import dev.partyline.token.AccessToken;

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
  public AccessToken verify(String token) {
    return world().tokens().verify(token);
  }

  @Override
  public long tokenSeconds() {
    return world().tokens().seconds();
  }

  @Override
  public String mainAccount() {
    return world().directory().main().sid();
  }
}
