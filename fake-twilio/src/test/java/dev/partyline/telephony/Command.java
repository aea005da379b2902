package dev.partyline.telephony;

/**
 * One step of a random story.
 *
 * @param kind what is tried
 * @param who which leg, participant or conference, counted round and round
 * @param name number of the conference's name
 * @param first a flag: start on enter, muted, and so on
 * @param second another: end on exit, hold
 * @param number label or maximum, by what the step needs
 */
record Command(Kind kind, int who, int name, boolean first, boolean second, int number) {

  /** What can be tried. */
  enum Kind {
    ARRIVE,
    BIND,
    INITIATE,
    RING,
    ANSWER,
    FINISH,
    JOIN,
    COMPLETE,
    KICK,
    PULL_OUT,
    CHANGE
  }
}
