package dev.switchboard.twins;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.List;
import java.util.Map;

/**
 * The agent's exit ends the conference, and nobody clears that before a transfer: the customer is
 * thrown out with the agent (ZOO-48, ZOO-11).
 */
final class AgentEndsAll extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "agent-ends-all",
          "keeps endConferenceOnExit on the agent through a transfer",
          "NO-DROP",
          Scenario.TRANSFER,
          AgentEndsAll::new);

  AgentEndsAll(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    return join(
        room(name(params.get("CallSid")))
            .endConferenceOnExit(true)
            .statusCallback(surroundings.baseUrl() + "/events")
            .statusCallbackEvents(
                List.of(Conference.Event.JOIN, Conference.Event.LEAVE, Conference.Event.END)));
  }
}
