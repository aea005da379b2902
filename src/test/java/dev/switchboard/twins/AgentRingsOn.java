package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * When the caller gives up while the agent's phone rings, nobody ends the agent's leg (RACE-102):
 * the agent picks up, and is in a room of one.
 */
final class AgentRingsOn extends RingsIntoRoom {

  static final Subject SUBJECT =
      new Twin(
          "agent-rings-on",
          "rings the agent into a room, and lets it ring on when the caller has gone",
          "ALONE",
          Scenario.INBOUND,
          AgentRingsOn::new);

  private AgentRingsOn(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void tooLate(Offered offer) {
    // the caller has hung up: nothing is left to do, or so it seems
  }
}
