package dev.partyline.twiml;

/** A value of a closed vocabulary, known to TwiML by an exact, case-sensitive word. */
public interface Word {

  /** The word as written in TwiML. */
  String word();
}
