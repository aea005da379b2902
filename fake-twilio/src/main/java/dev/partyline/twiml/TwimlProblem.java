package dev.partyline.twiml;

import java.util.function.Function;

/**
 * Why nothing of a document can be run.
 *
 * <p>A document is judged as a whole, before its first verb runs; whether the platform itself plays
 * the verbs before a Dial that it refuses (13000, 13237) is not documented.
 *
 * @param code the platform's error code: 11750, 12100, 12102, 13000 or 13237
 * @param message what was wrong, where, and what to do
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record TwimlProblem(int code, String message, int line, int column) implements ParsedTwiml {

  @Override
  public <T> T fold(
      Function<? super Document, ? extends T> accepted,
      Function<? super TwimlProblem, ? extends T> refused) {
    return refused.apply(this);
  }
}
