package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * The supervisor is called in without flags and becomes a coach when the join event comes: until
 * then the customer hears every word (ZOO-59 turned round, RACE of join and update).
 */
final class CoachesLater extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "coaches-later",
          "lets the supervisor join like anybody and makes a coach of them when they are in",
          "HEARING",
          Scenario.SUPERVISE,
          CoachesLater::new);

  CoachesLater(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Press.Reply supervise(Talk talk, String user, Button button) {
    if (talk.supervisorCalls.containsKey(user)) {
      return super.supervise(talk, user, button);
    }
    talk.supervisorModes.put(user, word(button));
    talk.supervisorCalls.put(user, call(talk, "client:" + user).create(client).getCallSid());
    return Press.Reply.ACCEPTED;
  }

  @Override
  void event(Map<String, String> params) {
    super.event(params);
    String call = params.get("CallSid");
    for (Talk talk : talks.values()) {
      if (params.get("StatusCallbackEvent").equals("participant-join")
          && talk.supervisorCalls.containsValue(call)) {
        String mode = talk.people().get(call);
        turn(
            talk,
            call,
            mode.equals("listens")
                ? Button.LISTEN
                : mode.equals("whispers") ? Button.WHISPER : Button.BARGE);
      }
    }
  }
}
