package dev.switchboard.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One outbound call of one agent, from the softphone's call to the end of its last leg: what is
 * known of it, and what is being done about it. Immutable.
 *
 * @param number whom to dial, in E.164; null until the agent's call itself was heard of
 * @param agentAddress whose softphone called, such as {@code client:aiko}; empty when not told
 * @param began when the agent's call was first heard of; null until then
 * @param hangUpAsked whether the agent pressed hang up
 * @param agent the agent's leg, whose call SID names the conversation
 * @param roomSid the conference; null until known
 * @param roomOver whether that conference is known to be completed
 * @param roomErrand the completing of the room; null when not wanted or done
 * @param dial how far the dialling has come
 * @param customer the customer's leg; null until known
 * @param strays further legs that were dialled for this conversation, which must not be
 * @param ending why it is over; null while it is not
 * @param look the next look at the room
 * @param misses looks into the room in a row that missed whom they were meant to find
 * @param joinBy when the agent must have entered the room
 * @param wakes when a wake-up was asked for, by what it is for; only what has not come
 * @param closed whether nothing is left to do
 */
public record Conversation(
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
    Ending ending,
    Errand look,
    int misses,
    Instant joinBy,
    SortedMap<String, Instant> wakes,
    boolean closed) {

  /** The label of the agent in the room. */
  public static final String AGENT_LABEL = "agent";

  /**
   * The label of the customer in the room; unique there, so a second dial cannot join (PART-24).
   */
  public static final String CUSTOMER_LABEL = "customer";

  private static final String ROOM_PREFIX = "call-";

  public Conversation {
    strays = List.copyOf(strays);
    wakes = Collections.unmodifiableSortedMap(new TreeMap<>(wakes));
  }

  /** A conversation of which nothing was heard yet. */
  public static Conversation of(String agentCallSid) {
    return new Conversation(
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
        null,
        null,
        0,
        null,
        new TreeMap<>(),
        false);
  }

  /** The name of the room of the agent's call: no two calls share one (RACE-29). */
  public static String roomName(String agentCallSid) {
    return ROOM_PREFIX + agentCallSid;
  }

  /** What this event leads to, now. Never throws. */
  public Step on(Event event, Instant now) {
    return new Turn(this, now).take(event);
  }

  /** The agent's call SID, which is the conversation's name. */
  public String id() {
    return agent.sid();
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
    if (hasCalled()) {
      legs.add(agent);
    }
    if (customer != null) {
      legs.add(customer);
    }
    legs.addAll(strays);
    return legs;
  }

  /** What the agent should hear when the Dial is over. */
  public Farewell farewell() {
    if (hangUpAsked) {
      return Farewell.NONE;
    }
    if (customer == null) {
      return dial == Dial.NONE ? Farewell.NOT_CONNECTED : Farewell.OVER;
    }
    return switch (customer.status()) {
      case IN_PROGRESS, COMPLETED -> Farewell.NONE;
      case BUSY -> Farewell.BUSY;
      case NO_ANSWER -> Farewell.NO_ANSWER;
      case FAILED, CANCELED -> Farewell.NOT_CONNECTED;
      case QUEUED, RINGING -> Farewell.OVER;
    };
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
    if (dial == Dial.NOT_YET) {
      return Phase.JOINING;
    }
    return customer != null && customer.status() == LegStatus.IN_PROGRESS
        ? Phase.TALKING
        : Phase.DIALLING;
  }
}
