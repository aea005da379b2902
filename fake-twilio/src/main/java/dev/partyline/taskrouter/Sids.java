package dev.partyline.taskrouter;

/** Where SIDs come from. */
@FunctionalInterface
public interface Sids {

  /** The next SID with this prefix of two capital letters; never one given before. */
  String next(String prefix);
}
