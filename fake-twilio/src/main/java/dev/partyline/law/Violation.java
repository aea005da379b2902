package dev.partyline.law;

import java.util.List;

/**
 * One breach of a law.
 *
 * @param law the law's id
 * @param at simulated milliseconds at which the law was broken: for a law with a time limit the
 *     moment the limit ran out
 * @param since when the bad state began, in simulated milliseconds; equal to {@code at} for a
 *     breach of a moment
 * @param until when the bad state ended; {@link #FOR_EVER} when it lasted to the end of the run
 * @param conversation the conversation concerned; null when none is
 * @param parties the people concerned, by their names in the story; may be empty
 * @param subjects SIDs of the call legs and conferences concerned; may be empty
 * @param sentence what happened, for a person: who, where, how long
 */
public record Violation(
    String law,
    long at,
    long since,
    long until,
    String conversation,
    List<String> parties,
    List<String> subjects,
    String sentence) {

  /** {@link #until} of a state that lasted to the end of the run. */
  public static final long FOR_EVER = Long.MAX_VALUE;

  /** Copies the lists. */
  public Violation {
    parties = List.copyOf(parties);
    subjects = List.copyOf(subjects);
  }
}
