package dev.switchboard.twins;

import com.twilio.twiml.VoiceResponse;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The customer is called into a room named N, then the agent is sent to the room named N. When the
 * customer has been busy meanwhile, that is another room (RACE-01, RACE-03, ZOO-03, ZOO-04).
 */
final class TwoStepDial extends TwinProgram {

  static final Subject SUBJECT =
      new Twin(
          "two-step-dial",
          "dials the customer into a named room, then sends the agent to the same name",
          "ALONE",
          TwoStepDial::new);

  TwoStepDial(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    String name = "call-" + params.get("CallSid");
    customer(name, params.get("To"))
        .setConferenceStatusCallback(URI.create(surroundings.baseUrl() + "/events"))
        .setConferenceStatusCallbackEvent(List.of("start", "end", "join", "leave"))
        .create(client);
    return join(room(name).startConferenceOnEnter(true));
  }

  @Override
  void event(Map<String, String> params) {
    endIfCustomerFailed(params);
  }
}
