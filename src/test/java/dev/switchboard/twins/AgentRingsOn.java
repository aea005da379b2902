package dev.switchboard.twins;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.taskrouter.v1.workspace.task.Reservation;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rings the agent itself, and when the caller gives up meanwhile nobody ends the agent's leg
 * (RACE-102): the agent picks up, and is in a room of one.
 */
final class AgentRingsOn extends QueueDesk {

  static final Subject SUBJECT =
      new Twin(
          "agent-rings-on",
          "rings the agent into a room, and lets it ring on when the caller has gone",
          "ALONE",
          Scenario.INBOUND,
          AgentRingsOn::new);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Task and caller by reservation. */
  private final Map<String, String[]> offers = new LinkedHashMap<>();

  private AgentRingsOn(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String offered(Map<String, String> params) {
    String reservation = params.get("ReservationSid");
    offers.put(
        reservation,
        new String[] {params.get("TaskSid"), text(params.get("TaskAttributes"), "call_sid")});
    Call.creator(
            new Client(text(params.get("WorkerAttributes"), "contact_uri")),
            new PhoneNumber(surroundings.callerId()),
            new Twiml(
                join(room(reservation)
                        .statusCallback(surroundings.baseUrl() + "/events")
                        .statusCallbackEvents(com.twilio.twiml.voice.Conference.Event.JOIN)
                        .endConferenceOnExit(true))
                    .toXml()))
        .setTimeout(20)
        .create(client);
    return "{}";
  }

  @Override
  void event(Map<String, String> params) {
    String reservation = params.get("FriendlyName");
    String[] offer = offers.remove(reservation);
    if (offer == null) {
      return;
    }
    try {
      Reservation.updater(FrontDesk.WORKSPACE, offer[0], reservation)
          .setReservationStatus(Reservation.Status.ACCEPTED)
          .update(client);
      Call.updater(offer[1])
          .setTwiml(new Twiml(join(room(reservation).endConferenceOnExit(true)).toXml()))
          .update(client);
    } catch (ApiException gone) {
      // the caller has hung up: nothing is left to do, or so it seems
    }
  }

  private static String text(String json, String name) {
    try {
      return MAPPER.readTree(json).path(name).asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
      throw new IllegalArgumentException(json, notJson);
    }
  }
}
