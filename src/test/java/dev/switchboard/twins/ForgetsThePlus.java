package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The number is handed on in an address without being encoded; what arrives begins with a blank,
 * and the platform refuses it (ZOO-81).
 */
final class ForgetsThePlus extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "forgets-the-plus",
          "hands the number on in an address, its plus sign not encoded",
          "ERRORS-SEEN",
          ForgetsThePlus::new);

  ForgetsThePlus(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    String events = surroundings.baseUrl() + "/events?number=" + params.get("To");
    return join(
        room(name(params.get("CallSid")))
            .statusCallback(events)
            .statusCallbackEvents(List.of(Conference.Event.JOIN, Conference.Event.LEAVE)));
  }

  @Override
  public dev.partyline.webhook.WebhookReply handle(dev.partyline.webhook.WebhookRequest request) {
    int query = request.url().indexOf("?number=");
    if (query < 0) {
      return super.handle(request);
    }
    String number = URLDecoder.decode(request.url().substring(query + 8), StandardCharsets.UTF_8);
    numbers.replaceAll((call, known) -> known.endsWith(number.strip()) ? number : known);
    event(request.params());
    return dev.partyline.webhook.WebhookReply.empty();
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    try {
      super.agentJoined(agentCall, room, again);
    } catch (ApiException refused) {
      // a wrong number, it says
    }
  }
}
