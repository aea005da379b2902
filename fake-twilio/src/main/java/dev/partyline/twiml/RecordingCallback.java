package dev.partyline.twiml;

import java.util.List;

/**
 * Where and when to report a recording.
 *
 * @param url null when nobody wants to know
 * @param events in the order written, without repetition; {@code completed} by default
 */
public record RecordingCallback(String url, HttpMethod method, List<Event> events) {

  /** The moments of a recording that can be reported. */
  public enum Event implements Word {
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    ABSENT("absent");

    private final String word;

    Event(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Nobody wants to know. */
  public static final RecordingCallback NONE =
      new RecordingCallback(null, HttpMethod.POST, List.of(Event.COMPLETED));

  public RecordingCallback {
    events = List.copyOf(events);
  }

  static RecordingCallback read(Tag tag, int urlCode, int methodCode, int eventCode) {
    return new RecordingCallback(
        tag.callbackUrl("recordingStatusCallback", urlCode),
        tag.word("recordingStatusCallbackMethod", NONE.method, methodCode),
        tag.words("recordingStatusCallbackEvent", Event.class, NONE.events, eventCode));
  }
}
