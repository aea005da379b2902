package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/**
 * Connects the call leg to somebody, or to a conference (TWIML-21 to TWIML-25).
 *
 * @param nouns whom to connect to, in document order; a plain text number is a {@link NumberNoun}
 *     with defaults. Either one {@link ConferenceNoun} or {@link QueueNoun} alone (CONF-50), or up
 *     to ten others (LIMIT-12). Empty when the document names nobody who can be called.
 * @param action as written, null when absent; empty means the current document's own URL
 * @param timeoutSeconds how long to let it ring, 5 to 600; the platform adds about 5 s
 * @param timeLimitSeconds 1 to 14400
 * @param callerId as written, null for the incoming caller's
 * @param ringTone a country's ring tone, null for the platform's choice
 * @param referUrl as written, null when absent
 * @param callReason as written, null when absent
 * @param events as written, null when absent
 * @param recordingConfigurationId as written, null when absent
 * @param passports as written, null when absent
 */
public record Dial(
    List<Noun> nouns,
    String action,
    HttpMethod method,
    int timeoutSeconds,
    int timeLimitSeconds,
    boolean hangupOnStar,
    String callerId,
    boolean answerOnBridge,
    Recording record,
    Trim trim,
    Track recordingTrack,
    RecordingCallback recordingCallback,
    String recordingConfigurationId,
    String ringTone,
    boolean sequential,
    String referUrl,
    HttpMethod referMethod,
    String callReason,
    String events,
    String passports)
    implements Verb {

  /** How many may ring at once, or be tried in sequence (LIMIT-12). */
  public static final int MOST_NOUNS = 10;

  /** From when on, and on how many channels, the bridged call is recorded (TWIML-22). */
  public enum Recording implements Word {
    DO_NOT_RECORD("do-not-record"),
    /** Also written {@code true}. */
    RECORD_FROM_ANSWER("record-from-answer"),
    RECORD_FROM_RINGING("record-from-ringing"),
    RECORD_FROM_ANSWER_DUAL("record-from-answer-dual"),
    RECORD_FROM_RINGING_DUAL("record-from-ringing-dual");

    private final String word;

    Recording(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Which side of the call is recorded. */
  public enum Track implements Word {
    BOTH("both"),
    INBOUND("inbound"),
    OUTBOUND("outbound");

    private final String word;

    Track(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  private static final List<String> RING_TONES =
      List.of(
          "at", "au", "bg", "br", "be", "ch", "cl", "cn", "cz", "de", "dk", "ee", "es", "fi", "fr",
          "gr", "hu", "il", "in", "it", "lt", "jp", "mx", "my", "nl", "no", "nz", "ph", "pl", "pt",
          "ru", "se", "sg", "th", "uk", "us", "us-old", "tw", "ve", "za");

  private static final Dial DEFAULTS =
      new Dial(
          List.of(),
          null,
          HttpMethod.POST,
          30,
          14_400,
          false,
          null,
          false,
          Recording.DO_NOT_RECORD,
          Trim.DO_NOT_TRIM,
          Track.BOTH,
          RecordingCallback.NONE,
          null,
          null,
          false,
          null,
          HttpMethod.POST,
          null,
          null,
          null);

  public Dial {
    nouns = List.copyOf(nouns);
  }

  /** With every attribute absent. */
  public static Dial to(Noun... nouns) {
    return DEFAULTS.with(List.of(nouns));
  }

  @Override
  public String tag() {
    return TwimlElement.DIAL.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.dial(this);
  }

  static Dial read(Tag tag) throws Refused {
    return new Dial(
        nouns(tag),
        tag.url("action"),
        tag.word("method", DEFAULTS.method, Codes.DIAL_METHOD),
        tag.whole("timeout", DEFAULTS.timeoutSeconds, 5, 600, Codes.DIAL_TIMEOUT),
        tag.whole("timeLimit", DEFAULTS.timeLimitSeconds, 1, 14_400, Codes.DIAL_TIME_LIMIT),
        tag.flag("hangupOnStar", DEFAULTS.hangupOnStar, Codes.DIAL_HANGUP_ON_STAR),
        tag.filled("callerId"),
        tag.flag("answerOnBridge", DEFAULTS.answerOnBridge, Codes.DIAL_ANSWER_ON_BRIDGE),
        recording(tag),
        tag.word("trim", DEFAULTS.trim, Codes.SCHEMA),
        tag.word("recordingTrack", DEFAULTS.recordingTrack, Codes.SCHEMA),
        RecordingCallback.read(tag, Codes.RECORDING_CALLBACK_URL, Codes.SCHEMA, Codes.SCHEMA),
        tag.filled("recordingConfigurationId"),
        ringTone(tag),
        tag.flag("sequential", DEFAULTS.sequential, Codes.DIAL_SEQUENTIAL),
        tag.filled("referUrl"),
        tag.word("referMethod", DEFAULTS.referMethod, Codes.SCHEMA),
        tag.filled("callReason"),
        tag.filled("events"),
        tag.filled("passports"));
  }

  private static List<Noun> nouns(Tag tag) throws Refused {
    List<Tag> written = new ArrayList<>();
    for (Tag child : tag.children()) {
      if (child.element() == null || !child.element().isNoun()) {
        child.warnMisplacedIn(tag, Codes.DIAL_NESTED);
      } else {
        written.add(child);
      }
    }
    refuseMixture(written);
    List<Noun> nouns = new ArrayList<>();
    for (Tag child : written) {
      if (nouns.size() == MOST_NOUNS) {
        child.warn(
            Codes.DIAL_TOO_MANY,
            "comes after "
                + MOST_NOUNS
                + " others in its Dial; it is skipped. Dial fewer at once.");
        continue;
      }
      Noun noun = child.element().readNoun(child);
      if (noun != null) {
        nouns.add(noun);
      }
    }
    if (!written.isEmpty()) {
      tag.warnAboutText();
    } else if (!tag.text().isEmpty()) {
      nouns.add(NumberNoun.of(tag.text()));
    } else {
      tag.warn(
          Codes.NUMBER_FORMAT,
          "names nobody to dial. Put a number, or an element such as Conference, between its"
              + " tags.");
    }
    return nouns;
  }

  /** CONF-50: a Conference or a Queue is the only noun of its Dial. */
  private static void refuseMixture(List<Tag> nouns) throws Refused {
    for (Tag noun : nouns) {
      boolean alone =
          noun.element() == TwimlElement.CONFERENCE || noun.element() == TwimlElement.QUEUE;
      if (alone && nouns.size() > 1) {
        throw noun.refusal(
            Codes.MIXED_NOUNS,
            "stands beside other nouns in one Dial, which is not allowed. Leave it there alone, or"
                + " write one Dial after the other.");
      }
    }
  }

  private static Recording recording(Tag tag) {
    String written = tag.value("record");
    if ("true".equals(written)) {
      return Recording.RECORD_FROM_ANSWER;
    }
    if ("false".equals(written)) {
      return Recording.DO_NOT_RECORD;
    }
    return tag.word("record", DEFAULTS.record, Codes.DIAL_RECORD);
  }

  private static String ringTone(Tag tag) {
    String written = tag.filled("ringTone");
    if (written == null || written.equals("automatic") || RING_TONES.contains(written)) {
      return "automatic".equals(written) ? null : written;
    }
    tag.warn(
        Codes.DIAL_RING_TONE,
        "ringTone="
            + Source.quoted(written)
            + " is not one of "
            + String.join(", ", RING_TONES)
            + "; the platform's choice is used. Correct the value or leave the attribute out.");
    return null;
  }

  /** The same to somebody else. */
  Dial with(List<Noun> others) {
    return new Dial(
        others,
        action,
        method,
        timeoutSeconds,
        timeLimitSeconds,
        hangupOnStar,
        callerId,
        answerOnBridge,
        record,
        trim,
        recordingTrack,
        recordingCallback,
        recordingConfigurationId,
        ringTone,
        sequential,
        referUrl,
        referMethod,
        callReason,
        events,
        passports);
  }
}
