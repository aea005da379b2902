package dev.partyline.sim;

/** An event that can still be called off. */
public interface Cancellable {

  /** Calls the event off; does nothing when it has fired or was called off before. */
  void cancel();
}
