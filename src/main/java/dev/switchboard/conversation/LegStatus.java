package dev.switchboard.conversation;

import java.util.Optional;

/**
 * How far a call leg has come: the platform's eight statuses, which only move forward (CALL-16).
 */
public enum LegStatus {
  QUEUED("queued", 0),
  RINGING("ringing", 1),
  IN_PROGRESS("in-progress", 2),
  COMPLETED("completed", 3),
  BUSY("busy", 3),
  NO_ANSWER("no-answer", 3),
  FAILED("failed", 3),
  CANCELED("canceled", 3);

  private static final int FINAL = 3;

  private final String word;
  private final int rank;

  LegStatus(String word, int rank) {
    this.word = word;
    this.rank = rank;
  }

  /** The word the platform uses. */
  public String word() {
    return word;
  }

  /**
   * The status named by the platform's word; {@code initiated}, which only callbacks use, is queued
   * (CALL-18).
   *
   * @return empty for null, for an empty text and for a word that is not a status
   */
  public static Optional<LegStatus> named(String word) {
    if ("initiated".equals(word)) {
      return Optional.of(QUEUED);
    }
    for (LegStatus status : values()) {
      if (status.word.equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** Whether the leg is over for good (CALL-17). */
  public boolean isFinal() {
    return rank == FINAL;
  }

  /** Whether somebody answered, be it that they are talking or that they have talked. */
  public boolean wasAnswered() {
    return this == IN_PROGRESS || this == COMPLETED;
  }

  /**
   * This status after news of another: the later of the two. Old news changes nothing (CB-38), and
   * the first final status stays.
   */
  public LegStatus after(LegStatus news) {
    return news.rank > rank ? news : this;
  }
}
