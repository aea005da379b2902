package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The two-step dial with the usual cure: wait a second, look whether the room is still there, and
 * only then send the agent in. Nothing says that a busy answer comes within a second (RACE-04).
 */
final class WaitOneSecond extends TwinProgram {

  static final Subject SUBJECT =
      new Twin(
          "wait-one-second",
          "waits a second between the two steps and looks whether the room is still there",
          "ALONE",
          WaitOneSecond::new);

  WaitOneSecond(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    String name = AgentFirst.name(params.get("CallSid"));
    Participant customer =
        customer(name, params.get("To"))
            .setConferenceStatusCallback(URI.create(surroundings.baseUrl() + "/events"))
            .setConferenceStatusCallbackEvent(List.of("start", "end", "join", "leave"))
            .create(client);
    surroundings.sleep(Duration.ofSeconds(1));
    Conference room = Conference.fetcher(customer.getConferenceSid()).fetch(client);
    if (room.getStatus() == Conference.Status.COMPLETED) {
      return new VoiceResponse.Builder()
          .say(new Say.Builder("The line is busy.").build())
          .hangup(new Hangup.Builder().build())
          .build();
    }
    return join(room(name));
  }

  @Override
  void event(Map<String, String> params) {
    endIfCustomerFailed(params);
  }
}
