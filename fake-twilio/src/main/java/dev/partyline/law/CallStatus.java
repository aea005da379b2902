package dev.partyline.law;

/** The words for the status of a call leg (CALL-15, CALL-18) and their order. */
final class CallStatus {

  static final String IN_PROGRESS = "in-progress";

  private static final int FINAL = 4;

  private CallStatus() {}

  /** How far a call has come: 0 for queued to 4 for every final status; -1 for any other word. */
  static int rank(String status) {
    if (status == null) {
      return -1;
    }
    switch (status) {
      case "queued":
        return 0;
      case "initiated":
        return 1;
      case "ringing":
        return 2;
      case IN_PROGRESS:
        return 3;
      case "completed":
      case "busy":
      case "no-answer":
      case "failed":
      case "canceled":
        return FINAL;
      default:
        return -1;
    }
  }

  static boolean isFinal(String status) {
    return rank(status) == FINAL;
  }
}
