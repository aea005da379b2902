package dev.switchboard.twins;

import com.twilio.twiml.VoiceResponse;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * The attribute wants blanks; words it does not know are dropped without an error, so no event ever
 * comes and nobody calls the customer (ZOO-33).
 */
final class CommaEvents extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "comma-events",
          "separates the events of a TwiML attribute with commas",
          "ALONE",
          CommaEvents::new);

  CommaEvents(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    return join(
        room(name(params.get("CallSid")))
            .statusCallback(surroundings.baseUrl() + "/events")
            .option("statusCallbackEvent", "join,leave,end"));
  }
}
