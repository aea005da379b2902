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
    boolean tookBack = colleague.address().equals(turn.agentAddress);
    if (tookBack
        && colleague.leg() != null
        && colleague.leg().status().wasAnswered()
        && colleague.isOver()) {
      complete(colleague); // the agent was there and hung up, before the news of it came
      return;
    }
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
    turn.misses = 0;
    boolean sameAgent = colleague.address().equals(turn.agentAddress);
    turn.wishes = sameAgent ? turn.wishes.with(null).muting(false) : Wishes.NONE;
    turn.agentAddress = colleague.address();
    guests.change(colleague.label(), Guest::promoted);
  }
}
