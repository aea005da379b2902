package dev.switchboard.conversation;

import java.time.Instant;

/**
 * Somebody called into the room beside agent and customer.
 *
 * @param label the label in the room, which no other guest of the conversation has had
 * @param address whom to dial: a number, or {@code client:} and an identity
 * @param mode what a supervisor wants; null for a colleague
 * @param leaving whether they are to go
 * @param dial how far the one attempt to dial them has come
 * @param dialErrand when to dial, or to stop waiting for the answer; null before the first time
 * @param entry the sound they were dialled with; null until they are
 * @param misses looks into the room that did not find a leg which may exist
 * @param leg null until known, and again when they became the agent
 */
public record Guest(
    String label,
    String address,
    Mode mode,
    boolean leaving,
    Dial dial,
    Errand dialErrand,
    Sound entry,
    int misses,
    Leg leg) {

  private static final String COLLEAGUE = "colleague-";
  private static final String SUPERVISOR = "supervisor-";

  /** What a supervisor does. */
  public enum Mode {
    LISTEN,
    WHISPER,
    BARGE
  }

  static Guest colleague(int number, String address) {
    return new Guest(COLLEAGUE + number, address, null, false, Dial.NOT_YET, null, null, 0, null);
  }

  static Guest supervisor(int number, String address, Mode mode) {
    return new Guest(SUPERVISOR + number, address, mode, false, Dial.NOT_YET, null, null, 0, null);
  }

  /** Whether they came to supervise. */
  public boolean supervises() {
    return mode != null;
  }

  /** Whether they are in the room, as far as is known. */
  public boolean isIn() {
    return leg != null && leg.isIn();
  }

  /** Whether their phone rings, and they may come in any moment. */
  boolean isAwaited() {
    return leg != null && !leaving && !isOver() && !isIn();
  }

  /** Whether they are not there, nor will be. */
  public boolean isOver() {
    return dial == Dial.NONE || (leg != null && leg.isGone());
  }

  boolean isSettled() {
    return leg == null ? dial == Dial.NONE : !leg.isLive() || leg.errand() == null;
  }

  boolean mayHideALeg() {
    return leg == null && dial.mayHideALeg();
  }

  boolean is(String callSid) {
    return leg != null && leg.sid().equals(callSid);
  }

  Guest with(Mode next) {
    return new Guest(label, address, next, leaving, dial, dialErrand, entry, misses, leg);
  }

  Guest with(Leg next) {
    return new Guest(label, address, mode, leaving, dial, dialErrand, entry, misses, next);
  }

  Guest with(Dial next, Errand errand) {
    return new Guest(label, address, mode, leaving, next, errand, entry, 0, leg);
  }

  Guest dialled(Sound sound, Errand errand) {
    return new Guest(label, address, mode, leaving, Dial.SENT, errand, sound, 0, leg);
  }

  Guest found(String callSid, LegStatus status, Instant now) {
    Leg first = Leg.heardOf(callSid, status).tuned(Tuning.dialledWith(entry));
    Guest known = with(Dial.KNOWN, null).with(first);
    return leaving ? known.leaving(Errand.end(now)) : known;
  }

  Guest missed() {
    return new Guest(label, address, mode, leaving, dial, dialErrand, entry, misses + 1, leg);
  }

  /** They are the agent from now on; what is left keeps the label from being used again. */
  Guest promoted() {
    return new Guest(label, address, mode, true, Dial.NONE, null, entry, 0, null);
  }

  /** On the way out; whoever was not dialled yet will not be. */
  Guest leaving(Errand errand) {
    Dial next = dial == Dial.NOT_YET ? Dial.NONE : dial;
    Leg last = leg == null || !leg.isLive() ? leg : leg.with(errand);
    return new Guest(label, address, mode, true, next, dialErrand, entry, misses, last);
  }
}
