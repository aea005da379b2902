package dev.switchboard.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import dev.switchboard.conversation.Command;
import java.util.List;

/** The documents that take an agent who is offered a call into the room of the offer. */
final class AgentRooms {

  private static final String A_CALL = "CA00000000000000000000000000000000";
  private static final String A_ROOM = "A-ROOM";
  private static final String A_LABEL = "A-LABEL";

  private final String document;

  /** With a region of null the platform chooses. */
  AgentRooms(Callbacks callbacks, Conference.Region region) {
    Conference.Builder room =
        new Conference.Builder(A_ROOM)
            .participantLabel(A_LABEL)
            .startConferenceOnEnter(true)
            .endConferenceOnExit(false)
            .beep(Conference.Beep.FALSE)
            .statusCallback(callbacks.conferenceEvent(A_CALL))
            .statusCallbackMethod(HttpMethod.POST)
            .statusCallbackEvents(List.of(Conference.Event.JOIN));
    if (region != null) {
      room.region(region);
    }
    document =
        new VoiceResponse.Builder()
            .dial(new Dial.Builder().conference(room.build()).build())
            .build()
            .toXml();
  }

  /** The agent's leaving must not end the room, so that the caller can stay. */
  String of(String conversation, Command.RingAgent agent) {
    return document
        .replace(A_CALL, conversation)
        .replace(A_ROOM, agent.roomName())
        .replace(A_LABEL, agent.label());
  }
}
