package dev.partyline.sim;

import java.util.List;

/**
 * Where every free choice other than a delay is settled.
 *
 * <p>A choice depends on the seed and on its name alone, never on how many choices came before: to
 * leave a call out of a story leaves all other choices as they were.
 */
public interface Chance {

  /**
   * Picks one of several options.
   *
   * @param name stable name of the choice
   * @param options at least one, in a fixed order; the first is what the typical run does. Their
   *     {@code toString} is the word that pins them, so it must be stable; one that is there
   *     several times is drawn as many times as often
   */
  <T> T pick(String name, List<T> options);

  /**
   * Whether a fault happens.
   *
   * @param rate how often, 0 (never, and not recorded as a choice) to 1; the typical run says no
   *     unless the rate is 1
   */
  boolean happens(String name, double rate);

  /** A delay or another number within bounds that is not an event's. */
  long amount(String name, Span span);
}
