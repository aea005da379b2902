package dev.partyline.law;

import dev.partyline.journal.Entry;

/** The moment from which a conversation is over, until its agent dials again. */
final class Closing {

  final Entry over;

  /** The leg whose end closed the conversation; null when its agent hung up. */
  final CallLeg leg;

  /** When the agent dialled again; null when that did not happen. */
  Entry reopened;

  Closing(Entry over, CallLeg leg) {
    this.over = over;
    this.leg = leg;
  }
}
