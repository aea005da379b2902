package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;
import java.util.Map;

/**
 * Sends the agent in only when the customer has answered, and waits for that inside the TwiML
 * webhook, which may take 15 seconds at most (ZOO-39, TWIML-05).
 */
final class WaitsForAnswer extends TwinProgram {

  static final Subject SUBJECT =
      new Twin(
          "waits-for-answer",
          "holds the TwiML webhook until the customer has answered",
          "ANSWERED",
          WaitsForAnswer::new);

  WaitsForAnswer(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    String name = AgentFirst.name(params.get("CallSid"));
    String customer = customer(name, params.get("To")).create(client).getCallSid();
    Call.Status status = Call.Status.QUEUED;
    while (status == Call.Status.QUEUED || status == Call.Status.RINGING) {
      surroundings.sleep(Duration.ofMillis(500));
      status = Call.fetcher(customer).fetch(client).getStatus();
    }
    if (status != Call.Status.IN_PROGRESS) {
      return new VoiceResponse.Builder().build();
    }
    return join(room(name).endConferenceOnExit(true));
  }
}
