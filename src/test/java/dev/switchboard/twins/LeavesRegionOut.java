package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import com.twilio.twiml.voice.Conference;
import com.twilio.type.PhoneNumber;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Names no region: where the platform mixes in the United States by itself, two people in Japan
 * hear each other by way of Virginia (REGION-11, REGION-12).
 */
final class LeavesRegionOut extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "leaves-region-out",
          "says nowhere in which region its conferences are to be mixed",
          "DELAY",
          Scenario.HOSTILE,
          LeavesRegionOut::new);

  LeavesRegionOut(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Conference.Builder room(String name) {
    return new Conference.Builder(name);
  }

  @Override
  ParticipantCreator customer(String room, String number) {
    return Participant.creator(
            room, new PhoneNumber(surroundings.callerId()), new PhoneNumber(number))
        .setEndConferenceOnExit(true);
  }
}
