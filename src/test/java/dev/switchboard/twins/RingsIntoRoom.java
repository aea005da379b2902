package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.taskrouter.v1.workspace.task.Reservation;
import com.twilio.twiml.voice.Conference;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rings the agent itself, into a room named after the reservation; once the agent is in there the
 * offer is accepted and the caller moved. Agents whose caller has gone are let go. Each of these
 * twins changes one thing.
 */
abstract class RingsIntoRoom extends QueueDesk {

  /** What such a program has to hear of. */
  static final List<String> EVENTS = List.of("task.wrapup", "task.canceled");

  /** An offer for which an agent's phone rings. */
  record Offered(String task, String caller, String agentCall) {}

  /** By reservation. */
  final Map<String, Offered> offers = new LinkedHashMap<>();

  /** Task by the reservation by which an agent has it. */
  private final Map<String, String> taken = new LinkedHashMap<>();

  /** Reservations whose room somebody has left. */
  private final Set<String> over = new LinkedHashSet<>();

  RingsIntoRoom(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String offered(Map<String, String> params) {
    String reservation = params.get("ReservationSid");
    String agent =
        Call.creator(
                new Client(attribute(params.get("WorkerAttributes"), "contact_uri")),
                new PhoneNumber(surroundings.callerId()),
                new Twiml(join(told(reservation)).toXml()))
            .setTimeout(20)
            .create(client)
            .getSid();
    offers.put(
        reservation,
        new Offered(
            params.get("TaskSid"), attribute(params.get("TaskAttributes"), "call_sid"), agent));
    return "{}";
  }

  /** A room that ends with whoever leaves it, and of which this program is told. */
  private Conference.Builder told(String reservation) {
    return room(reservation)
        .statusCallback(surroundings.baseUrl() + "/events")
        .statusCallbackEvents(List.of(Conference.Event.JOIN, Conference.Event.LEAVE))
        .endConferenceOnExit(true);
  }

  /**
   * The agent is in the room: the offer is taken and the caller comes in. Who comes when the other
   * has gone is let go.
   */
  @Override
  void event(Map<String, String> params) {
    String reservation = params.get("FriendlyName");
    boolean leave = params.get("StatusCallbackEvent").equals("participant-leave");
    if (leave ? over.add(reservation) : over.contains(reservation)) {
      quietlyEnd(params.get("ConferenceSid"));
      if (taken.containsKey(reservation)) {
        wrapping(taken.remove(reservation));
      }
      return;
    }
    Offered offer = offers.remove(reservation);
    if (offer == null) {
      return;
    }
    try {
      Reservation.updater(FrontDesk.WORKSPACE, offer.task(), reservation)
          .setReservationStatus(Reservation.Status.ACCEPTED)
          .update(client);
      taken.put(reservation, offer.task());
      moveIn(offer, reservation);
    } catch (ApiException refused) {
      tooLate(offer);
    }
  }

  void moveIn(Offered offer, String room) {
    Call.updater(offer.caller()).setTwiml(new Twiml(join(told(room)).toXml())).update(client);
  }

  /** The caller has gone, or another agent was faster. */
  void tooLate(Offered offer) {
    letGo(offer);
  }

  @Override
  void told(Map<String, String> params) {
    if (!params.get("EventType").equals("task.canceled")) {
      super.told(params);
      return;
    }
    for (String reservation : List.copyOf(offers.keySet())) {
      if (offers.get(reservation).task().equals(params.get("TaskSid"))) {
        letGo(offers.remove(reservation));
      }
    }
  }

  private void quietlyEnd(String room) {
    try {
      endConference(room);
    } catch (ApiException alreadyOver) {
      // all have left
    }
  }

  final void letGo(Offered offer) {
    try {
      endCall(offer.agentCall());
    } catch (ApiException over) {
      // the agent has hung up already
    }
  }
}
