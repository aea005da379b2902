package dev.partyline.journal;

/**
 * One line of the journal.
 *
 * @param seq position in the journal, from 0, without gaps
 * @param at simulated milliseconds since the run began; never less than the entry before
 * @param what what happened
 */
public record Entry(long seq, long at, Happening what) {}
