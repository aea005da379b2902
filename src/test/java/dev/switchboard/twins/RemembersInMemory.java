package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * What it knows of calls is in its memory alone. When it dies between the agent's document and the
 * agent's join, nobody calls the customer any more (ZOO-16 on the server's side).
 */
final class RemembersInMemory extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "remembers-in-memory",
          "keeps its calls in memory, which a restart empties",
          "ALONE",
          Scenario.CRASH,
          RemembersInMemory::new);

  RemembersInMemory(Surroundings surroundings) {
    super(surroundings);
  }
}
