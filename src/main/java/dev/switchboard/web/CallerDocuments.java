package dev.switchboard.web;

/** The documents that tell a caller's leg what to do. */
public interface CallerDocuments {

  /** Hear that somebody will come, and wait in the queue. */
  String intoQueue();

  /** Hear that nobody can take the call, and hang up. */
  String goodbye();

  /** Hang up without a word. */
  String hangUp();
}
