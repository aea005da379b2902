package dev.partyline.recording;

/** Where a recording stands. */
public enum RecordingStatus {
  IN_PROGRESS("in-progress"),
  PAUSED("paused"),
  STOPPED("stopped"),
  PROCESSING("processing"),
  COMPLETED("completed"),
  /** Over, and there was nothing to keep. */
  ABSENT("absent"),
  DELETED("deleted");

  private final String word;

  RecordingStatus(String word) {
    this.word = word;
  }

  /** As REST and callbacks write it. */
  public String word() {
    return word;
  }
}
