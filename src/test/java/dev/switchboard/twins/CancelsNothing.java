package dev.switchboard.twins;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.List;
import java.util.Map;

/**
 * To end the agent's session does not end the leg that the API made: the customer's phone rings on
 * and is answered into nothing (ZOO-09).
 */
final class CancelsNothing extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "cancels-nothing",
          "ends the agent's leg and leaves the customer's phone ringing",
          "NO-ORPHAN",
          CancelsNothing::new);

  CancelsNothing(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    return join(
        room(name(params.get("CallSid")))
            .statusCallback(surroundings.baseUrl() + "/events")
            .statusCallbackEvents(List.of(Conference.Event.JOIN, Conference.Event.LEAVE)));
  }

  @Override
  void left(Map<String, String> params) {
    if ("customer".equals(params.get("ParticipantLabel"))) {
      super.left(params);
    }
  }

  @Override
  public void hangUpPressed(String callSid) {
    endCall(callSid);
  }
}
