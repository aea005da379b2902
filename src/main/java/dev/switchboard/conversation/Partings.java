package dev.switchboard.conversation;

/**
 * What is done when an agent does not get the caller they were offered, whoever's doing that is:
 * the offer is given back in the way that its state asks for, and the caller goes on waiting.
 */
final class Partings {

  private final Turn turn;
  private final Offers offers;
  private final Chores chores;

  Partings(Turn turn, Offers offers, Chores chores) {
    this.turn = turn;
    this.offers = offers;
    this.chores = chores;
  }

  /** The agent did not answer, or declined; they rest a while and somebody else is asked. */
  Offer missed(Offer offer) {
    chores.add(Chore.Kind.REJECT, offer.reservation(), offer.task(), turn.now);
    bringBack(offer.worker());
    return offers.lost(offer);
  }

  /** The agent has gone, at whatever stage. */
  Offer leftByAgent(Offer offer) {
    return switch (offer.state()) {
      case RINGING -> missed(offer);
      case ACCEPTED -> {
        giveBack(offer);
        yield offers.lost(offer);
      }
      case ANSWERED -> offers.lost(offer);
      case MET, WRAPPING, OVER -> offer;
    };
  }

  /** The caller has gone. */
  Offer leftByCaller(Offer offer) {
    if (offer.state() == Offer.State.ACCEPTED) {
      chores.add(Chore.Kind.COMPLETE, offer.task(), "", turn.now);
    }
    return offers.lost(offer);
  }

  /** The answer came too late: the offer had run out or its caller had gone. */
  Offer tooLate(Offer offer) {
    bringBack(offer.worker());
    return offer.isOpen() ? offers.lost(offer) : offer;
  }

  /** An accepted task without an agent is ended, and the caller waits again by another. */
  void giveBack(Offer offer) {
    chores.add(Chore.Kind.COMPLETE, offer.task(), "", turn.now);
    chores.dropIfNotAsked(Chore.Kind.MOVE_IN);
    if (turn.customer.isLive() && turn.ending == null) {
      turn.customer = Leg.heardOf(turn.id, turn.customer.status());
      chores.add(Chore.Kind.QUEUE_AGAIN, turn.id, offer.task(), turn.now);
    }
  }

  /** Whoever was made to rest is offered calls again, after a while. */
  void bringBack(String worker) {
    chores.add(Chore.Kind.BRING_BACK, worker, "", turn.now.plus(Pace.REST));
  }
}
