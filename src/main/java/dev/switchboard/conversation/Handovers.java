package dev.switchboard.conversation;

/** Brings a transfer forward: the colleague takes over, or it is off. */
final class Handovers {

  private final Turn turn;
  private final Guests guests;

  Handovers(Turn turn) {
    this.turn = turn;
    this.guests = new Guests(turn);
  }

  /**
   * Looks what the facts have made of the transfer. An agent who goes while a colleague is being
   * asked leaves the customer to the colleague.
   */
  void advance() {
    Handover handover = turn.wishes.handover();
    if (handover == null) {
      return;
    }
    Guest colleague = guests.labelled(handover.colleague());
    if (colleague.isOver() || colleague.leaving()) {
      turn.wishes = turn.wishes.with(null).alerting("transfer-failed");
      return;
    }
    if (handover.consulting() && turn.agent.isGone()) {
      handover = handover.cold();
      turn.wishes = turn.wishes.with(handover);
    }
    if (!handover.consulting() && colleague.isIn()) {
      complete(colleague);
    }
  }

  /** The colleague is the agent from now on, and the agent's leg is to end. */
  void complete(Guest colleague) {
    Leg former = turn.agent;
    turn.strays.add(former.isLive() ? former.with(Errand.end(turn.now)) : former);
    turn.agent = colleague.leg();
    turn.agentAddress = colleague.address();
    turn.misses = 0;
    turn.wishes = Wishes.NONE;
    guests.change(colleague.label(), Guest::promoted);
  }
}
