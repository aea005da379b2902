package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Dials the customer whenever it hears of the agent's join, also the second time (RACE-27, ZOO-35).
 */
final class DialsOnEveryJoin extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "dials-on-every-join",
          "dials the customer once for every delivery of the agent's join event",
          "ONCE",
          Scenario.HOSTILE,
          DialsOnEveryJoin::new);

  DialsOnEveryJoin(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    customer(room, numbers.get(agentCall)).create(client);
  }
}
