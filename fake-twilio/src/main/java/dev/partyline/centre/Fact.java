package dev.partyline.centre;

import java.util.function.Predicate;

/**
 * Something that is true of a scenario that was played.
 *
 * @param sentence for a person
 * @param holds looks at what was played
 */
public record Fact(String sentence, Predicate<Centre> holds) {

  /** A fact. */
  public static Fact of(String sentence, Predicate<Centre> holds) {
    return new Fact(sentence, holds);
  }
}
