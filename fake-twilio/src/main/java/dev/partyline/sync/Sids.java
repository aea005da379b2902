package dev.partyline.sync;

/** Where SIDs come from. */
public interface Sids {

  /** The next SID with this prefix of two capital letters. */
  String next(String prefix);
}
