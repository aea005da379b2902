package dev.switchboard.conversation;

import java.util.function.Predicate;

/** Takes in what people ask for by a button, or says why not. */
final class Presses {

  private static final String NOT_YOURS = "not-your-call";
  private static final String NOT_CONNECTED = "not-connected";
  private static final String UNDER_WAY = "transfer-under-way";
  private static final String NO_TRANSFER = "no-transfer";
  private static final String NOT_ANSWERED = "not-answered-yet";
  private static final String NOWHERE = "not-a-destination";
  private static final String NOT_THERE = "not-there";

  private final Turn turn;
  private final Guests guests;

  Presses(Turn turn) {
    this.turn = turn;
    this.guests = new Guests(turn);
  }

  /**
   * Takes it in.
   *
   * @return null when it will be done; else why not, and nothing has changed
   */
  String take(Event.Pressed press) {
    if (press.button() == Button.WRAP_UP) {
      return turn.arrivals == null ? NOT_CONNECTED : turn.arrivals.wrapUp();
    }
    if (turn.arrivals != null && turn.arrivals.offers.pressed(press).isPresent()) {
      return turn.arrivals.pressed(press);
    }
    if (press.button().isSupervisors()) {
      return supervise(press);
    }
    if (press.button() == Button.HANG_UP) {
      return hangUp(press.callSid());
    }
    if (!press.callSid().equals(turn.agent.sid())) {
      return NOT_YOURS;
    }
    if (!isConnected()) {
      return NOT_CONNECTED;
    }
    Handover handover = turn.wishes.handover();
    boolean consulting = handover != null && handover.consulting();
    switch (press.button()) {
      case MUTE -> turn.wishes = turn.wishes.muting(true);
      case UNMUTE -> turn.wishes = turn.wishes.muting(false);
      case HOLD, RESUME -> {
        if (consulting) {
          return UNDER_WAY;
        }
        turn.wishes = turn.wishes.holding(press.button() == Button.HOLD);
      }
      case COLD_TRANSFER, CONSULT -> {
        return callIn(press);
      }
      case SWAP, COMPLETE_TRANSFER -> {
        Guest colleague = consulting ? guests.labelled(handover.colleague()) : null;
        if (colleague == null || !colleague.isIn()) {
          return consulting ? NOT_ANSWERED : NO_TRANSFER;
        }
        if (press.button() == Button.SWAP) {
          turn.wishes = turn.wishes.with(handover.swapped());
        } else {
          new Handovers(turn).complete(colleague);
        }
      }
      case ABORT_TRANSFER -> {
        if (handover == null) {
          return NO_TRANSFER;
        }
        leave(handover.colleague());
        turn.wishes = turn.wishes.with(null).holding(false);
      }
      case TAKE_BACK -> {
        return takeBack();
      }
      case ACCEPT, DECLINE -> {
        return NOT_CONNECTED;
      }
      case HANG_UP, WRAP_UP, LISTEN, WHISPER, BARGE, LEAVE ->
          throw new IllegalStateException(press.button() + " was taken in above");
    }
    return null;
  }

  private boolean isConnected() {
    return turn.ending == null
        && turn.roomSid != null
        && turn.agent.isIn()
        && turn.customer != null
        && turn.customer.isIn();
  }

  private String hangUp(String callSid) {
    if (callSid.equals(turn.agent.sid())) {
      new Facts(turn).hangUpAsked(new Event.HangUpAsked());
      return null;
    }
    for (Guest guest : turn.guests) {
      if (guest.is(callSid)) {
        if (!guest.supervises() && guest.address().equals(turn.agentAddress)) {
          // the agent's own phone, which was to get the call back: nobody else is there
          new Facts(turn).hangUpAsked(new Event.HangUpAsked());
        } else {
          leave(guest.label());
        }
        return null;
      }
    }
    return turn.knows(callSid) ? null : NOT_YOURS;
  }

  private void leave(String label) {
    guests.change(label, it -> it.leaving(Errand.end(turn.now)));
  }

  /** A transfer to oneself: the new leg takes over by answering, and the old one is ended. */
  private String takeBack() {
    if (turn.wishes.handover() != null) {
      return UNDER_WAY;
    }
    if (turn.agentAddress.isEmpty()) {
      return NOWHERE;
    }
    Guest anew = Guest.colleague(turn.guests.size() + 1, turn.agentAddress);
    turn.guests.add(anew);
    turn.wishes = turn.wishes.with(new Handover(anew.label(), false, false));
    return null;
  }

  private String callIn(Event.Pressed press) {
    if (turn.wishes.handover() != null) {
      return UNDER_WAY;
    }
    if (press.to().isEmpty()
        || press.to().equals(turn.agentAddress)
        || press.to().equals(turn.number)) {
      return NOWHERE;
    }
    Guest colleague = Guest.colleague(turn.guests.size() + 1, press.to());
    turn.guests.add(colleague);
    boolean consulting = press.button() == Button.CONSULT;
    turn.wishes = turn.wishes.with(new Handover(colleague.label(), consulting, false));
    return null;
  }

  private String supervise(Event.Pressed press) {
    Predicate<Guest> theirs =
        it ->
            it.supervises()
                && !it.leaving()
                && !it.isOver()
                && it.address().equals(press.address());
    Guest present = turn.guests.stream().filter(theirs).findFirst().orElse(null);
    if (press.button() == Button.LEAVE) {
      if (present == null) {
        return NOT_THERE;
      }
      leave(present.label());
      return null;
    }
    if (press.address().equals(turn.agentAddress)) {
      return NOT_YOURS;
    }
    Guest.Mode mode = Guest.Mode.valueOf(press.button().name());
    if (present != null) {
      guests.change(present.label(), it -> it.with(mode));
      return null;
    }
    if (!isConnected()) {
      return NOT_CONNECTED;
    }
    turn.guests.add(Guest.supervisor(turn.guests.size() + 1, press.address(), mode));
    return null;
  }
}
