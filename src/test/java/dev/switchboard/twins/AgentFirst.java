package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sounder skeleton that the later twins share: the agent goes into the room first, the room's
 * events tell its SID, then the customer is called into that SID. Each twin changes one thing.
 */
abstract class AgentFirst extends TwinProgram {

  /** Customer's number by the agent's call SID. */
  final Map<String, String> numbers = new LinkedHashMap<>();

  /** Conference SID by the agent's call SID, once an event has told it. */
  final Map<String, String> rooms = new LinkedHashMap<>();

  AgentFirst(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    return join(
        room(name(params.get("CallSid")))
            .statusCallback(surroundings.baseUrl() + "/events")
            .statusCallbackEvents(
                List.of(Conference.Event.JOIN, Conference.Event.LEAVE, Conference.Event.END)));
  }

  @Override
  void event(Map<String, String> params) {
    String room = params.get("ConferenceSid");
    String call = params.get("CallSid");
    String event = params.get("StatusCallbackEvent");
    if (event.equals("participant-join") && numbers.containsKey(call)) {
      boolean known = rooms.put(call, room) != null;
      agentJoined(call, room, known);
    } else if (event.equals("participant-leave")) {
      left(params);
    }
  }

  /** The agent is in the room; {@code again} when an event has said so before. */
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      customer(room, numbers.get(agentCall))
          .setLabel("customer")
          .setStatusCallback(URI.create(surroundings.baseUrl() + "/calls"))
          .setStatusCallbackEvent(callEvents())
          .create(client);
    }
  }

  /** Which events of the customer's leg are wanted. */
  List<String> callEvents() {
    return List.of("completed");
  }

  /** Somebody left, or was never reached: the room is ended. */
  void left(Map<String, String> params) {
    quietlyEnd(params.get("ConferenceSid"));
  }

  /** The button ends the room when it is known, and the agent's leg in any case. */
  @Override
  public void hangUpPressed(String callSid) {
    if (rooms.containsKey(callSid)) {
      quietlyEnd(rooms.get(callSid));
    }
    try {
      endCall(callSid);
    } catch (ApiException alreadyOver) {
      // the leg has ended by itself
    }
  }

  final void quietlyEnd(String room) {
    try {
      endConference(room);
    } catch (ApiException alreadyOver) {
      // somebody else ended it first
    }
  }

  final List<String> known() {
    return new ArrayList<>(rooms.values());
  }

  static String name(String agentCall) {
    return "call-" + agentCall;
  }
}
