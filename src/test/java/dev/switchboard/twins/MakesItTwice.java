package dev.switchboard.twins;

import com.twilio.rest.sync.v1.Service;
import com.twilio.rest.sync.v1.service.Document;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.List;
import java.util.Map;

/**
 * The action of the Dial is the way in. What is made there under a name of its own exists when it
 * is asked a second time (ZOO-77).
 */
final class MakesItTwice extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "makes-it-twice",
          "makes a record by a unique name in a handler that runs twice",
          "ANSWERED",
          MakesItTwice::new);

  MakesItTwice(Surroundings surroundings) {
    super(surroundings);
  }

  private String service;

  @Override
  VoiceResponse voice(Map<String, String> params) {
    if (service == null) {
      service = Service.creator().create(client).getSid();
    }
    Document.creator(service).setUniqueName("call-" + params.get("CallSid")).create(client);
    numbers.put(params.get("CallSid"), params.get("To"));
    Conference room =
        room(name(params.get("CallSid")))
            .statusCallback(surroundings.baseUrl() + "/events")
            .statusCallbackEvents(List.of(Conference.Event.JOIN, Conference.Event.LEAVE))
            .build();
    return new VoiceResponse.Builder()
        .dial(new Dial.Builder().action(surroundings.baseUrl() + "/voice").conference(room).build())
        .build();
  }
}
