package dev.partyline.sim;

/** What an engine keeps for a fiber, when it is not the thread itself. */
interface Carrier {

  /** The thread the fiber runs on. */
  Thread thread();
}
