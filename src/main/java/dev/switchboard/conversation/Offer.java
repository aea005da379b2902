package dev.switchboard.conversation;

import java.time.Instant;

/**
 * A call that is or was offered to an agent by a reservation.
 *
 * @param label the agent's label in the room, which no other offer of the conversation has
 * @param reservation its SID, which also names the room: no two offers share one (RACE-151)
 * @param task the SID of the task that is reserved
 * @param worker the SID of the worker
 * @param address the agent's phone
 * @param state how far it has come
 * @param until when the agent's phone has rung long enough
 * @param dial how far the one attempt to ring the agent has come
 * @param errand when to ring, or to look for a leg or a caller that should be there
 * @param misses looks into the room that did not find whom they looked for
 * @param roomSid the conference; null until known
 * @param leg the agent's; null until known, and again when it is the conversation's
 */
public record Offer(
    String label,
    String reservation,
    String task,
    String worker,
    String address,
    State state,
    Instant until,
    Dial dial,
    Errand errand,
    int misses,
    String roomSid,
    Leg leg) {

  /** How far an offer has come. */
  public enum State {
    /** The agent's phone is to ring, or rings. */
    RINGING,
    /** The agent is in the room, and the platform was asked to accept. */
    ANSWERED,
    /** It is the agent's, and the caller is on the way from the queue into the room. */
    ACCEPTED,
    /** They met: the agent is the conversation's. */
    MET,
    /** They met, and the agent's part in the call is over. */
    WRAPPING,
    /** The agent does not get the call. */
    OVER
  }

  private static final String LABEL = "agent-";

  static Offer made(
      int number, String reservation, String task, String worker, String address, Instant now) {
    return new Offer(
        LABEL + number,
        reservation,
        task,
        worker,
        address,
        State.RINGING,
        now.plus(Pace.OFFER_LIMIT),
        Dial.NOT_YET,
        null,
        0,
        null,
        null);
  }

  /** Whether it may still become the call of its agent. */
  boolean isOpen() {
    return state == State.RINGING || state == State.ANSWERED || state == State.ACCEPTED;
  }

  boolean met() {
    return state == State.MET || state == State.WRAPPING;
  }

  boolean mayHideALeg() {
    return leg == null && dial.mayHideALeg();
  }

  boolean is(String callSid) {
    return leg != null && leg.sid().equals(callSid);
  }

  /** Whether its agent has yet to accept it on their page. */
  public boolean waitsForPage() {
    return state == State.RINGING && dial == Dial.NOT_YET && errand != null && errand.tries() == 0;
  }

  /** Accepted on the page: rung now, and long enough for a phone that is answered at once. */
  Offer accepted(Instant now) {
    if (!waitsForPage()) {
      return this;
    }
    Instant least = now.plus(Pace.ACCEPTED_RING);
    return new Offer(
        label,
        reservation,
        task,
        worker,
        address,
        state,
        until.isBefore(least) ? least : until,
        dial,
        Errand.look(now).run(now).next(Errand.Aim.LOOK, now),
        misses,
        roomSid,
        leg);
  }

  Offer with(State next) {
    return new Offer(
        label, reservation, task, worker, address, next, until, dial, errand, misses, roomSid, leg);
  }

  Offer with(Dial next, Errand due) {
    return new Offer(
        label, reservation, task, worker, address, state, until, next, due, 0, roomSid, leg);
  }

  Offer with(Errand due) {
    return new Offer(
        label, reservation, task, worker, address, state, until, dial, due, misses, roomSid, leg);
  }

  Offer with(Leg next) {
    return new Offer(
        label,
        reservation,
        task,
        worker,
        address,
        state,
        until,
        next == null ? dial : Dial.KNOWN,
        errand,
        misses,
        roomSid,
        next);
  }

  Offer in(String room) {
    return new Offer(
        label, reservation, task, worker, address, state, until, dial, errand, misses, room, leg);
  }

  Offer missed(Errand due) {
    return new Offer(
        label,
        reservation,
        task,
        worker,
        address,
        state,
        until,
        dial,
        due,
        misses + 1,
        roomSid,
        leg);
  }
}
