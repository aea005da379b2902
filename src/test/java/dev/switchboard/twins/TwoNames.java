package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * The agent's side names the room after the call, the dialling side after the customer's number:
 * two schemes for one room (ZOO-27).
 */
final class TwoNames extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "two-names",
          "names the room one way in TwiML and another way in the REST call",
          "ONE-ROOM",
          TwoNames::new);

  TwoNames(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      String number = numbers.get(agentCall);
      customer("call-" + number, number).create(client);
    }
  }
}
