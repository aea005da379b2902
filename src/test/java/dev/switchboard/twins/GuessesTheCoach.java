package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.conference.Participant;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Which participant is the supervisor is guessed by elimination from the list of participants
 * (ZOO-61).
 */
final class GuessesTheCoach extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "guesses-the-coach",
          "takes whoever is neither agent nor first in the list for the coach",
          "HEARING",
          Scenario.SUPERVISE,
          GuessesTheCoach::new);

  GuessesTheCoach(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void turn(Talk talk, String call, Button button) {
    String guess = call;
    for (Participant one : Participant.reader(talk.room).read(client)) {
      if (!one.getCallSid().equals(talk.agentCall)) {
        guess = one.getCallSid();
        break;
      }
    }
    super.turn(talk, guess, button);
  }
}
