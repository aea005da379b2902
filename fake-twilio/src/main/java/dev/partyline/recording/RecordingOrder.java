package dev.partyline.recording;

/**
 * What is to be recorded and how.
 *
 * @param callSid the leg; for a conference the one that was in it first
 * @param conferenceSid null unless a conference is recorded
 * @param channels 1 or 2
 * @param track {@code inbound}, {@code outbound} or {@code both}
 * @param trim {@code trim-silence} or {@code do-not-trim}
 */
public record RecordingOrder(
    String callSid,
    String conferenceSid,
    RecordingSource source,
    int channels,
    String track,
    String trim) {

  /** Checks the number of channels. */
  public RecordingOrder {
    if (channels != 1 && channels != 2) {
      throw new IllegalArgumentException("a recording has 1 or 2 channels, not " + channels);
    }
  }

  /** Whether silence at its ends is cut off. */
  public boolean trims() {
    return trim.equals("trim-silence");
  }
}
