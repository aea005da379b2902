package dev.partyline.telephony;

/**
 * How a conference is to be recorded, as its first joiner said (CONF-40, CONF-45).
 *
 * @param fromStart whether it begins when the first two are bridged
 * @param trim {@code trim-silence} or {@code do-not-trim}
 * @param callback where news of the recording go; null when nowhere
 */
public record ConferenceRecording(boolean fromStart, String trim, Subscription callback) {

  /** Not recorded. */
  public static final ConferenceRecording NONE =
      new ConferenceRecording(false, "trim-silence", null);
}
