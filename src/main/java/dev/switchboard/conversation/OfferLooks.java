package dev.switchboard.conversation;

import java.util.function.UnaryOperator;

/**
 * What looks into the rooms of offers have shown: the leg of a dial whose answer was lost, and
 * whether a caller who was told to come in is there. A look may be stale (CALL-59), so who is not
 * seen is asked after, not given up.
 */
final class OfferLooks {

  private final Turn turn;
  private final Offers offers;
  private final Chores chores;

  OfferLooks(Turn turn, Offers offers, Chores chores) {
    this.turn = turn;
    this.offers = offers;
    this.chores = chores;
  }

  void roomFound(Event.RoomFound event) {
    changeLooking(
        event.name(),
        it ->
            event.over() ? notFound(it) : it.in(event.conferenceSid()).with(Errand.look(turn.now)));
  }

  void noRoomFound(Event.NoRoomFound event) {
    changeLooking(event.name(), this::notFound);
  }

  private void changeLooking(String room, UnaryOperator<Offer> change) {
    offers.change(it -> it.reservation().equals(room) && looks(it) && it.roomSid() == null, change);
  }

  private static boolean looks(Offer offer) {
    return offer.mayHideALeg() || offer.state() == Offer.State.ACCEPTED;
  }

  /** Nobody is there yet; until the phone has certainly rung out that says nothing. */
  private Offer notFound(Offer offer) {
    boolean none = offer.mayHideALeg() && offer.misses() + 1 >= Pace.RING_MISSES;
    return none
        ? offer.with(Dial.NONE, null)
        : offer.missed(Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
  }

  /** Who was listed in the room of the offer that looked. */
  void roomSeen(Event.RoomSeen event) {
    event.occupants().forEach(it -> agentSeen(event.conferenceSid(), it));
    boolean callerIsIn = event.occupants().stream().anyMatch(it -> it.callSid().equals(turn.id));
    offers.change(it -> it.mayHideALeg() && isIn(event, it), this::notFound);
    offers.change(
        it -> it.state() == Offer.State.ACCEPTED && isIn(event, it),
        it -> {
          boolean agentIsIn = event.occupants().stream().anyMatch(one -> it.is(one.callSid()));
          if (!agentIsIn) {
            return agentAskedAfter(it);
          }
          if (!callerIsIn) {
            return stillAlone(it);
          }
          turn.customer = turn.customer.now(LegStatus.IN_PROGRESS).now(Presence.IN);
          return it;
        });
  }

  private static boolean isIn(Event.RoomSeen event, Offer offer) {
    return event.conferenceSid().equals(offer.roomSid());
  }

  private void agentSeen(String room, Event.Occupant occupant) {
    if (!offers.any(it -> it.label().equals(occupant.label()) && room.equals(it.roomSid()))) {
      return;
    }
    if (occupant.status() == LegStatus.IN_PROGRESS) {
      offers.joined(room, occupant.callSid(), occupant.label());
    } else {
      offers.heardOf(occupant.label(), occupant.callSid(), occupant.status());
    }
  }

  /** The agent was not seen, be it that they are gone or that the look was stale (CALL-59). */
  private Offer agentAskedAfter(Offer offer) {
    Offer later = offer.with(Errand.look(turn.now.plus(Pace.DOUBT_LOOK)));
    return offer.leg() == null ? later : later.with(offer.leg().askedAfter(turn.now));
  }

  /** Told to come in, the caller is not there: they are asked after, and told again. */
  private Offer stillAlone(Offer offer) {
    turn.customer = turn.customer.askedAfter(turn.now);
    Errand soon = Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK));
    if (offer.misses() + 1 < Pace.UNCLEAR_MISSES) {
      return offer.missed(soon);
    }
    chores.add(Chore.Kind.MOVE_IN, turn.id, offer.reservation(), turn.now);
    return offer.with(offer.dial(), soon);
  }

  void failed() {
    offers.change(it -> looks(it) && it.errand() != null, this::lookedInVain);
  }

  private Offer lookedInVain(Offer offer) {
    Offer later = offer.with(offer.errand().again(turn.now));
    return offer.state() == Offer.State.ACCEPTED && offer.leg() != null
        ? later.with(offer.leg().askedAfter(turn.now))
        : later;
  }
}
