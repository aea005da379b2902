package dev.switchboard.conversation;

/**
 * Makes everybody in the room sound as wanted, one request at a time for each leg. Whom the
 * customer must not hear is silenced first, and the customer let in once that is confirmed; so an
 * order of requests, or one that fails, never lets anybody hear too much.
 */
final class Sounds {

  /** Of an agent who handed over and is about to be taken out: the room must outlive them. */
  private static final Sound LEAVING = new Sound(true, false, null, false);

  private final Turn turn;

  Sounds(Turn turn) {
    this.turn = turn;
  }

  void tune() {
    if (turn.roomSid == null || turn.roomOver) {
      return;
    }
    turn.agent = tuned(turn.agent, Sound.muted(turn.wishes.mute()).endingRoom(guarding()));
    turn.strays.replaceAll(it -> isToBeUnguarded(it) ? tuned(it, LEAVING) : it);
    if (turn.customer != null) {
      turn.customer = tuned(turn.customer, Sound.held(isCustomerToWait()));
    }
    turn.guests.replaceAll(
        it -> it.isIn() && !it.leaving() ? it.with(tuned(it.leg(), wanted(it))) : it);
  }

  /** Whether somebody with this sound may be heard by this leg alone. */
  static boolean mayBeWhispering(Tuning tuning, String callSid) {
    Sound sound = tuning.sound();
    return sound == null || (!sound.muted() && callSid.equals(sound.coaches()));
  }

  /**
   * Whether the room is to end when the agent leaves: before anybody whispers, and until nobody
   * certainly does any more; null when it never was to.
   */
  private Boolean guarding() {
    boolean whispered =
        turn.guests.stream()
            .filter(it -> it.supervises() && !it.isOver())
            .anyMatch(it -> isToWhisper(it) || isWhispering(it, turn.agent.sid()));
    return whispered ? Boolean.TRUE : turn.agent.tuning().guard() == Guard.OFF ? null : false;
  }

  private static boolean isToWhisper(Guest guest) {
    return guest.mode() == Guest.Mode.WHISPER && !guest.leaving();
  }

  private static boolean isWhispering(Guest guest, String callSid) {
    return guest.isIn() && mayBeWhispering(guest.leg().tuning(), callSid);
  }

  private boolean isToBeUnguarded(Leg stray) {
    return stray.isIn()
        && stray.tuning().guard() != Guard.OFF
        && turn.guests.stream().noneMatch(it -> it.supervises() && isWhispering(it, stray.sid()));
  }

  private Leg tuned(Leg leg, Sound wanted) {
    Tuning tuning = leg.tuning();
    boolean waits = tuning.errand() != null && !tuning.errand().isDue(turn.now);
    if (!leg.isIn() || waits) {
      return leg;
    }
    if (tuning.is(wanted)) {
      return tuning.errand() == null ? leg : leg.tuned(tuning.confirmed(wanted, turn.now));
    }
    turn.commands.add(new Command.Tune(turn.roomSid, leg.sid(), wanted));
    return leg.tuned(tuning.asked(wanted, turn.now));
  }

  private boolean isCustomerToWait() {
    Handover handover = turn.wishes.handover();
    boolean consulted = handover != null && handover.consulting();
    if (turn.wishes.hold() || (consulted && !handover.withCustomer())) {
      return true;
    }
    boolean mustNotMeet =
        turn.guests.stream()
            .filter(it -> !it.supervises() && it.isIn())
            .anyMatch(it -> (it.leaving() || consulted) && !it.leg().tuning().isHeld());
    boolean waitsNow = !turn.customer.tuning().is(Sound.OPEN);
    return mustNotMeet && waitsNow;
  }

  private Sound wanted(Guest guest) {
    return guest.supervises() ? wantedOf(guest.mode()) : wantedOfColleague();
  }

  private Sound wantedOfColleague() {
    Handover handover = turn.wishes.handover();
    boolean consulted = handover != null && handover.consulting();
    boolean waits = consulted && (handover.withCustomer() || !turn.customer.tuning().isHeld());
    return Sound.held(waits);
  }

  /**
   * Nobody whispers to somebody who is not there, or whose dropping out would leave them with the
   * customer: their words might be heard (PART-65).
   */
  private Sound wantedOf(Guest.Mode mode) {
    String agent = turn.agent.sid();
    if (!turn.agent.isIn()) {
      return new Sound(true, false, agent);
    }
    return switch (mode) {
      case LISTEN -> new Sound(true, false, agent);
      case WHISPER -> new Sound(turn.agent.tuning().guard() != Guard.ON, false, agent);
      case BARGE -> Sound.OPEN;
    };
  }
}
