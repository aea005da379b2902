package dev.switchboard.conversation;

import java.util.List;
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
    changeFirstWithoutRoom(
        it ->
            event.over() ? notFound(it) : it.in(event.conferenceSid()).with(Errand.look(turn.now)));
  }

  void noRoomFound() {
    changeFirstWithoutRoom(this::notFound);
  }

  private void changeFirstWithoutRoom(UnaryOperator<Offer> change) {
    boolean[] first = {true};
    offers.change(
        it -> first[0] && looks(it) && it.roomSid() == null,
        it -> {
          first[0] = false;
          return change.apply(it);
        });
  }

  private static boolean looks(Offer offer) {
    return offer.mayHideALeg() || offer.state() == Offer.State.ACCEPTED;
  }

  private Offer notFound(Offer offer) {
    boolean rungOut = !turn.now.isBefore(offer.until());
    boolean none = offer.mayHideALeg() && rungOut && offer.misses() + 1 >= Pace.UNCLEAR_MISSES;
    return none
        ? offer.with(Dial.NONE, null)
        : offer.missed(Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
  }

  /** Who was listed in the room of the offer that looked. */
  void roomSeen(Event.RoomSeen event) {
    event.occupants().forEach(this::agentSeen);
    boolean callerIsIn = event.occupants().stream().anyMatch(it -> it.callSid().equals(turn.id));
    offers.change(it -> it.mayHideALeg() && it.roomSid() != null, this::notFound);
    offers.change(
        it -> it.state() == Offer.State.ACCEPTED,
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

  private void agentSeen(Event.Occupant occupant) {
    List<String> rooms =
        offers.all().stream()
            .filter(it -> it.label().equals(occupant.label()) && it.roomSid() != null)
            .map(Offer::roomSid)
            .toList();
    for (String room : rooms) {
      if (occupant.status() == LegStatus.IN_PROGRESS) {
        offers.joined(room, occupant.callSid(), occupant.label());
      } else {
        offers.heardOf(occupant.label(), occupant.callSid(), occupant.status());
      }
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
