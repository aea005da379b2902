package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Mutes a supervisor once it hears that the agent has dropped out, and not before: for as long as
 * that takes the customer may hear what was whispered (RACE-36, PART-65).
 */
final class WhispersUnguarded extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "whispers-unguarded",
          "lets a supervisor whisper to an agent whose leaving leaves the customer in the room",
          "HEARING",
          Scenario.SUPERVISE_DROP,
          WhispersUnguarded::new);

  WhispersUnguarded(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentLeft(Talk talk) {
    for (String call : talk.supervisorCalls.values()) {
      tryTo(() -> update(talk, call).setMuted(true).update(client));
    }
    super.agentLeft(talk);
  }
}
