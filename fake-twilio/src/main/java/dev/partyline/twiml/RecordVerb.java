package dev.partyline.twiml;

/**
 * Records what the caller says (TWIML-45); named so because Java has a Record of its own.
 *
 * @param action as written; null or empty means the current document's own URL
 * @param timeoutSeconds of silence, positive
 * @param finishOnKey any of these keys ends the recording; empty when none does
 * @param maxLengthSeconds positive
 * @param recordingConfigurationId as written, null when absent
 * @param transcribeCallback null when absent
 */
public record RecordVerb(
    String action,
    HttpMethod method,
    int timeoutSeconds,
    String finishOnKey,
    int maxLengthSeconds,
    boolean playBeep,
    Trim trim,
    RecordingCallback recordingCallback,
    String recordingConfigurationId,
    boolean transcribe,
    String transcribeCallback)
    implements Verb {

  /** Every key of a telephone. */
  static final String KEYS = "1234567890*#";

  private static final RecordVerb DEFAULTS =
      new RecordVerb(
          null,
          HttpMethod.POST,
          5,
          KEYS,
          3600,
          true,
          Trim.TRIM_SILENCE,
          RecordingCallback.NONE,
          null,
          false,
          null);

  /** With every attribute absent. */
  public static RecordVerb withDefaults() {
    return DEFAULTS;
  }

  @Override
  public String tag() {
    return TwimlElement.RECORD.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.record(this);
  }

  static RecordVerb read(Tag tag) {
    tag.warnAboutChildren();
    tag.warnAboutText();
    return new RecordVerb(
        tag.url("action"),
        tag.word("method", DEFAULTS.method, Codes.RECORD_METHOD),
        tag.whole("timeout", DEFAULTS.timeoutSeconds, 1, Integer.MAX_VALUE, Codes.RECORD_TIMEOUT),
        tag.keys("finishOnKey", KEYS, DEFAULTS.finishOnKey, Codes.RECORD_FINISH_ON_KEY),
        tag.whole(
            "maxLength", DEFAULTS.maxLengthSeconds, 1, Integer.MAX_VALUE, Codes.RECORD_MAX_LENGTH),
        tag.flag("playBeep", DEFAULTS.playBeep, Codes.RECORD_PLAY_BEEP),
        tag.word("trim", DEFAULTS.trim, Codes.RECORD_TRIM),
        RecordingCallback.read(tag, Codes.RECORDING_CALLBACK_URL, Codes.SCHEMA, Codes.RECORD_EVENT),
        tag.filled("recordingConfigurationId"),
        tag.flag("transcribe", DEFAULTS.transcribe, Codes.RECORD_TRANSCRIBE),
        tag.callbackUrl("transcribeCallback", Codes.TRANSCRIBE_CALLBACK_URL));
  }
}
