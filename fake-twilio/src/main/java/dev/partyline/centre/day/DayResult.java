package dev.partyline.centre.day;

import dev.partyline.journal.Journal;
import java.util.List;

/**
 * A day that is over.
 *
 * @param counts what happened
 * @param events events that were carried out
 * @param faults what the fake itself did wrong; empty when nothing
 */
public record DayResult(Journal journal, Counts counts, long events, List<String> faults) {

  /**
   * How often things happened.
   *
   * @param calls callers who came
   * @param served callers who talked to an agent
   * @param abandoned callers who gave up waiting
   * @param holds times a caller was put on hold
   * @param transfers callers handed over to an expert
   * @param wrapUps wrap-ups that agents completed
   * @param missed offers that no agent took
   * @param breaks breaks that agents took
   * @param refused REST requests that were refused
   * @param longestWaitMs longest wait of a caller who was served
   */
  public record Counts(
      int calls,
      int served,
      int abandoned,
      int holds,
      int transfers,
      int wrapUps,
      int missed,
      int breaks,
      int refused,
      long longestWaitMs) {}
}
