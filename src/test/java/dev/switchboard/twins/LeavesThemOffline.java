package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** Rings longer than the reservation lasts, and nobody brings an agent back (RACE-107). */
final class LeavesThemOffline extends QueueDesk {

  static final Subject SUBJECT =
      new Twin(
          "leaves-them-offline",
          "lets a missed offer take its agent offline, where nobody fetches them from",
          "CAPACITY",
          Scenario.INBOUND,
          LeavesThemOffline::new);

  private LeavesThemOffline(Surroundings surroundings) {
    super(surroundings);
  }
}
