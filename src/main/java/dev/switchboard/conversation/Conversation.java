package dev.switchboard.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call with one customer, from its first leg to the end of its last: what is known of it, and
 * what is being done about it. Immutable.
 *
 * @param id the call SID of who began it: the agent, whose room is named after it, or the caller
 * @param number whom to dial, in E.164; null until the agent's call itself was heard of
 * @param agentAddress whose softphone called, such as {@code client:aiko}; empty when not told
 * @param began when the agent's call was first heard of; null until then
 * @param hangUpAsked whether the agent pressed hang up
 * @param agent the leg of the agent whose call it is; another one after a transfer; nobody's, with
 *     an empty SID, while a caller waits for one
 * @param roomSid the conference; null until known
 * @param roomOver whether that conference is known to be completed
 * @param roomErrand the completing of the room; null when not wanted or done
 * @param dial how far the dialling has come
 * @param customer the customer's leg; null until known
 * @param strays further legs that must not be: a second dial's, or of an agent who handed over
 * @param guests everybody else who was called in, the oldest first
 * @param wishes what the agent wants of it beside talking
 * @param ending why it is over; null while it is not
 * @param look the next look at the room
 * @param misses looks into the room in a row that missed whom they were meant to find
 * @param joinBy when the agent must have entered the room
 * @param wakes when a wake-up was asked for, by what it is for; only what has not come
 * @param closed whether nothing is left to do
 * @param reception offers, queue and tasks of an inbound call; null for an outbound one
 */
public record Conversation(
    String id,
    String number,
    String agentAddress,
    Instant began,
    boolean hangUpAsked,
    Leg agent,
    String roomSid,
    boolean roomOver,
    Errand roomErrand,
    Dial dial,
    Leg customer,
    List<Leg> strays,
    List<Guest> guests,
    Wishes wishes,
    Ending ending,
    Errand look,
    int misses,
    Instant joinBy,
    SortedMap<String, Instant> wakes,
    boolean closed,
    Reception reception) {

  /** The label of the agent in the room. */
  public static final String AGENT_LABEL = "agent";

  /**
   * The label of the customer in the room; unique there, so a second dial cannot join (PART-24).
   */
  public static final String CUSTOMER_LABEL = "customer";

  private static final String ROOM_PREFIX = "call-";

  public Conversation {
    strays = List.copyOf(strays);
    guests = List.copyOf(guests);
    wakes = Collections.unmodifiableSortedMap(new TreeMap<>(wakes));
  }

  /** A conversation of which nothing was heard yet. */
  public static Conversation of(String agentCallSid) {
    return new Conversation(
        agentCallSid,
        null,
        "",
        null,
        false,
        Leg.heardOf(agentCallSid, LegStatus.QUEUED),
        null,
        false,
        null,
        Dial.NOT_YET,
        null,
        List.of(),
        List.of(),
        Wishes.NONE,
        null,
        null,
        0,
        null,
        new TreeMap<>(),
        false,
        null);
  }

  /** Whether somebody called us. */
  public boolean isInbound() {
    return reception != null;
  }

  /** The name of the room of the agent's call: no two calls share one (RACE-29). */
  public static String roomName(String agentCallSid) {
    return ROOM_PREFIX + agentCallSid;
  }

  /** Whose room has this name: the agent's call SID; empty when it is none of ours. */
  public static Optional<String> idOfRoom(String name) {
    return name != null && name.startsWith(ROOM_PREFIX)
        ? Optional.of(name.substring(ROOM_PREFIX.length()))
        : Optional.empty();
  }

  /** What this event leads to, now. Never throws. */
  public Step on(Event event, Instant now) {
    return new Turn(this, now).take(event);
  }

  /** Whether the agent's own call was heard of, or only a wish to hang it up. */
  public boolean hasCalled() {
    return number != null;
  }

  /** Whether the agent's leg may be sent into the room. */
  public boolean wantsAgentInRoom() {
    return hasCalled() && ending == null;
  }

  /** The legs the platform told of: the agent's, the customer's, and any that must not be. */
  public List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    if (hasCalled() && !agent.sid().isEmpty()) {
      legs.add(agent);
    }
    if (reception != null) {
      reception.offers().stream()
          .filter(offer -> offer.isOpen() && offer.leg() != null)
          .map(Offer::leg)
          .forEach(legs::add);
    }
    if (customer != null) {
      legs.add(customer);
    }
    legs.addAll(strays);
    guests.stream().filter(guest -> guest.leg() != null).map(Guest::leg).forEach(legs::add);
    return legs;
  }

  /** Whether this is one of its legs, live or over. */
  public boolean has(String callSid) {
    return legs().stream().anyMatch(leg -> leg.sid().equals(callSid));
  }

  /** What the agent should hear when the Dial is over. */
  public Farewell farewell() {
    if (hangUpAsked) {
      return Farewell.NONE;
    }
    if (customer == null) {
      return dial == Dial.NONE ? Farewell.NOT_CONNECTED : Farewell.OVER;
    }
    if (ending == Ending.MACHINE) {
      return Farewell.MACHINE;
    }
    return switch (customer.status()) {
      case IN_PROGRESS, COMPLETED -> Farewell.NONE;
      case BUSY -> Farewell.BUSY;
      case NO_ANSWER -> Farewell.NO_ANSWER;
      case FAILED, CANCELED -> Farewell.NOT_CONNECTED;
      case QUEUED, RINGING -> Farewell.OVER;
    };
  }

  /** The colleague of the transfer under way; empty when none is. */
  public Optional<Guest> colleague() {
    return wishes.handover() == null
        ? Optional.empty()
        : guests.stream()
            .filter(guest -> guest.label().equals(wishes.handover().colleague()))
            .findFirst();
  }

  /** What could not be done and is not either yet, as a text key; empty when nothing. */
  public String alert() {
    boolean outOfTune =
        ending == null
            && legs().stream()
                .map(leg -> leg.isLive() ? leg.tuning().errand() : null)
                .anyMatch(errand -> errand != null && errand.tries() > Pace.UNSEEN_TRIES);
    return outOfTune ? "not-done-yet" : wishes.alert();
  }

  /** The state in one word. */
  public Phase phase() {
    if (closed) {
      return Phase.CLOSED;
    }
    if (!hasCalled()) {
      return Phase.WISHED;
    }
    if (ending != null) {
      return Phase.ENDING;
    }
    if (reception != null && !reception.met()) {
      return reception.open().isPresent() ? Phase.OFFERED : Phase.QUEUED;
    }
    if (dial == Dial.NOT_YET) {
      return Phase.JOINING;
    }
    return customer != null && customer.status() == LegStatus.IN_PROGRESS
        ? Phase.TALKING
        : Phase.DIALLING;
  }
}
