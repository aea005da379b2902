package dev.switchboard.conversation;

import java.util.function.UnaryOperator;

/** Calls guests into the room, one dial each, and keeps what is known of them. */
final class Guests {

  private final Turn turn;

  Guests(Turn turn) {
    this.turn = turn;
  }

  /** News of a guest's leg, whether or not its dial was ever answered. */
  void heardOf(String label, String callSid, LegStatus status) {
    if (turn.knows(callSid)) {
      turn.change(callSid, leg -> leg.now(status));
      return;
    }
    Guest guest = labelled(label);
    if (guest == null) {
      return;
    }
    if (guest.leg() == null && guest.entry() != null && guest.dial() != Dial.NOT_YET) {
      change(label, it -> it.found(callSid, status, turn.now));
      if (areAwaited()) {
        turn.lookWithin(Pace.GUEST_LOOK);
      }
      if (turn.ending != null) {
        change(label, it -> it.leaving(Errand.end(turn.now)));
      }
      turn.closed = false;
    } else {
      turn.strays.add(Leg.heardOf(callSid, status).with(Errand.end(turn.now)));
      turn.closed = false;
    }
  }

  boolean has(String label) {
    return labelled(label) != null;
  }

  /** The guest of this label; null when there is none. */
  Guest labelled(String label) {
    return turn.guests.stream().filter(it -> it.label().equals(label)).findFirst().orElse(null);
  }

  void change(String label, UnaryOperator<Guest> change) {
    turn.guests.replaceAll(it -> it.label().equals(label) ? change.apply(it) : it);
  }

  void refused(String label) {
    change(label, it -> it.mayHideALeg() ? notComing(it) : it);
  }

  private Guest notComing(Guest guest) {
    if (!guest.leaving()) {
      turn.wishes =
          turn.wishes.alerting(guest.supervises() ? "phone-not-reached" : "transfer-failed");
    }
    return guest.with(Dial.NONE, null);
  }

  void throttled(String label) {
    change(
        label,
        it -> {
          if (!it.mayHideALeg()) {
            return it;
          }
          boolean goOn =
              !it.leaving() && turn.ending == null && it.dialErrand().tries() < Pace.DIAL_TRIES;
          return goOn ? it.with(Dial.NOT_YET, it.dialErrand().again(turn.now)) : notComing(it);
        });
  }

  void unclear(String label) {
    change(label, it -> it.leg() == null && it.dial() == Dial.SENT ? doubtful(it) : it);
  }

  private Guest doubtful(Guest guest) {
    turn.lookWithin(Pace.UNCLEAR_LOOK);
    return guest.with(Dial.UNCLEAR, guest.dialErrand());
  }

  /** A look into the room has been taken in, and did not find those who are still doubtful. */
  void looked() {
    turn.guests.replaceAll(
        it -> {
          if (it.leg() != null || it.dial() != Dial.UNCLEAR) {
            return it;
          }
          if (it.misses() + 1 >= Pace.UNCLEAR_MISSES) {
            return notComing(it);
          }
          turn.lookWithin(Pace.UNCLEAR_LOOK);
          return it.missed();
        });
  }

  /** A dial whose answer does not come is unclear; an unclear one is not looked for for ever. */
  void giveUpWaiting() {
    turn.guests.replaceAll(
        it -> {
          boolean lookedLong = turn.look != null && turn.look.tries() >= Pace.MOST_TRIES;
          if (it.leg() == null && it.dial() == Dial.UNCLEAR && lookedLong) {
            return notComing(it);
          }
          boolean overdue = it.mayHideALeg() && it.dialErrand().isDue(turn.now);
          return overdue && it.dial() == Dial.SENT ? doubtful(it) : it;
        });
  }

  /** Whether somebody is called whose coming in has not been heard of. */
  boolean areAwaited() {
    return turn.guests.stream().anyMatch(Guest::isAwaited);
  }

  boolean mayHideALeg() {
    return turn.guests.stream().anyMatch(Guest::mayHideALeg);
  }

  /** Dials whoever is wanted and may come now. */
  void dial() {
    turn.guests.replaceAll(
        it -> {
          Errand errand = it.dialErrand();
          boolean wanted = it.dial() == Dial.NOT_YET && !it.leaving() && mayCome(it);
          if (!wanted || (errand != null && !errand.isDue(turn.now))) {
            return it;
          }
          Sound entry = it.supervises() ? new Sound(true, false, turn.agent.sid()) : Sound.OPEN;
          turn.commands.add(new Command.DialGuest(turn.roomSid, it.label(), it.address(), entry));
          return it.dialled(entry, (errand == null ? Errand.look(turn.now) : errand).run(turn.now));
        });
  }

  /**
   * A colleague who is asked first comes when the customer certainly does not hear it; a supervisor
   * when there is somebody to coach, who must be connected and certainly not on hold (PART-62).
   */
  private boolean mayCome(Guest guest) {
    if (turn.customer == null || !turn.customer.isIn()) {
      return false;
    }
    if (guest.supervises()) {
      return turn.agent.isIn() && turn.agent.tuning().offHold();
    }
    Handover handover = turn.wishes.handover();
    return handover != null && (!handover.consulting() || turn.customer.tuning().isHeld());
  }
}
