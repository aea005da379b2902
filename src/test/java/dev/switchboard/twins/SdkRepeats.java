package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * The SDK repeats every request that is answered with 5xx, POST too: a dial that was carried out
 * although its answer says it failed is made twice (RACE-27).
 */
final class SdkRepeats extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "sdk-repeats",
          "lets the SDK repeat a dial whose answer was an error",
          "ONCE",
          Scenario.HOSTILE,
          SdkRepeats::new);

  SdkRepeats(Surroundings surroundings) {
    super(surroundings);
  }
}
