package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * Nobody's leaving ends the room and no code does: whoever stays behind stays there (RACE-06,
 * ZOO-01).
 */
final class NobodyEnds extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "nobody-ends",
          "sets endConferenceOnExit for nobody and never ends a conference itself",
          "ALONE",
          NobodyEnds::new);

  NobodyEnds(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      Participant.creator(
              room,
              new PhoneNumber(surroundings.callerId()),
              new PhoneNumber(numbers.get(agentCall)))
          .create(client);
    }
  }

  @Override
  void left(Map<String, String> params) {
    // "the conference ends when everybody has hung up"
  }
}
