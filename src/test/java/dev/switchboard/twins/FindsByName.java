package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Conference;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * When the join is told, the room is looked for by its name; a list that does not show it yet ends
 * the flow (ZOO-21).
 */
final class FindsByName extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "finds-by-name",
          "looks for the room of a join in the list, once",
          "ALONE",
          Scenario.HOSTILE,
          FindsByName::new);

  FindsByName(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    Conference found = null;
    for (Conference listed :
        Conference.reader().setFriendlyName(name(agentCall)).firstPage(client).getRecords()) {
      found = listed;
    }
    if (found != null) {
      super.agentJoined(agentCall, found.getSid(), again);
    }
  }
}
