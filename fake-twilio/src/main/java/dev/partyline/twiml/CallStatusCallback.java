package dev.partyline.twiml;

import java.util.List;

/**
 * Where and when a leg that a Dial makes reports its progress (TWIML-34).
 *
 * @param url as written, null when nobody wants to know
 * @param events in the order written, without repetition; {@code completed} by default
 */
public record CallStatusCallback(String url, HttpMethod method, List<Event> events) {

  /** The moments of a call leg that can be reported. */
  public enum Event implements Word {
    INITIATED("initiated"),
    RINGING("ringing"),
    ANSWERED("answered"),
    COMPLETED("completed");

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
  public static final CallStatusCallback NONE =
      new CallStatusCallback(null, HttpMethod.POST, List.of(Event.COMPLETED));

  public CallStatusCallback {
    events = List.copyOf(events);
  }

  static CallStatusCallback read(Tag tag) {
    return new CallStatusCallback(
        tag.filled("statusCallback"),
        tag.word("statusCallbackMethod", NONE.method, Codes.SCHEMA),
        tag.words("statusCallbackEvent", Event.class, NONE.events, Codes.SCHEMA));
  }
}
