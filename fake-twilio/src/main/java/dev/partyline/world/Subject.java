package dev.partyline.world;

/** A program under test: how to start it. */
public interface Subject {

  /** Short name of lower-case letters, digits and hyphens, as people type it. */
  String name();

  /** One sentence: what it does, and for a known-bad one which mistake it copies. */
  String sentence();

  /** The id of the law it is known to break; null when it should break none. */
  String breaks();

  /** Path of the URL that the TwiML application requests, from the base URL. */
  String voicePath();

  /** Path of the TwiML application's status callback; null when it has none. */
  default String statusPath() {
    return null;
  }

  /** Path of the URL that the account's number requests; null when nobody can call it. */
  default String incomingPath() {
    return null;
  }

  /** Paths where it wants to hear of TaskRouter; null when it does not. */
  default RoutingPaths routingPaths() {
    return null;
  }

  /** Starts a fresh instance for one run. Must not share state with other instances. */
  Application start(Surroundings surroundings);
}
