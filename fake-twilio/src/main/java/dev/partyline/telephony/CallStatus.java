package dev.partyline.telephony;

/** The statuses of a call leg (CALL-15). */
public enum CallStatus {
  QUEUED("queued", false),
  RINGING("ringing", false),
  IN_PROGRESS("in-progress", false),
  COMPLETED("completed", true),
  BUSY("busy", true),
  FAILED("failed", true),
  NO_ANSWER("no-answer", true),
  CANCELED("canceled", true);

  private final String word;
  private final boolean last;

  CallStatus(String word, boolean last) {
    this.word = word;
    this.last = last;
  }

  /** As REST and callbacks write it. */
  public String word() {
    return word;
  }

  /** Whether it is final and absorbing (CALL-17). */
  public boolean isFinal() {
    return last;
  }

  /** Whether the platform's table of transitions has this step (CALL-16). */
  public boolean canBecome(CallStatus next) {
    return switch (this) {
      case QUEUED ->
          next == RINGING
              || next == IN_PROGRESS
              || next == FAILED
              || next == BUSY
              || next == NO_ANSWER
              || next == CANCELED
              || next == COMPLETED;
      case RINGING -> next == IN_PROGRESS || next.last;
      case IN_PROGRESS -> next == COMPLETED;
      case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> false;
    };
  }

  /** The status with this word; null when there is none. */
  public static CallStatus of(String word) {
    for (CallStatus status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    return null;
  }
}
