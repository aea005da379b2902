package dev.partyline.recording;

/** What made a recording (CB-41). */
public enum RecordingSource {
  DIAL_VERB("DialVerb"),
  CONFERENCE("Conference"),
  OUTBOUND_API("OutboundAPI"),
  RECORD_VERB("RecordVerb"),
  START_CALL_RECORDING_API("StartCallRecordingAPI");

  private final String word;

  RecordingSource(String word) {
    this.word = word;
  }

  /** As REST and callbacks write it. */
  public String word() {
    return word;
  }
}
