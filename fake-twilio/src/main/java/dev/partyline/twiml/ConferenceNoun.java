package dev.partyline.twiml;

import java.util.List;

/**
 * A conference to join, with what this leg brings to it (TWIML-38, CONF-40).
 *
 * <p>Whether the settings of the conference itself apply depends on who joined first (CONF-41);
 * here they are only what this document says.
 *
 * @param name exactly as written, 1 to 128 characters (CONF-08, CONF-09)
 * @param participantLabel at most 128 characters, null when absent
 * @param coach the call SID to coach, as written, null when absent; not checked here, because a
 *     wrong one must end the Dial (13240, PART-63) and not be dropped
 * @param maxParticipants 1 to 250
 * @param region null when the platform chooses
 * @param statusCallback null when absent
 * @param statusCallbackEvents in the order written, without repetition; empty by default, so that
 *     nothing is sent (CONF-43)
 * @param recordingConfigurationId as written, null when absent
 * @param eventCallbackUrl deprecated, null when absent
 */
public record ConferenceNoun(
    String name,
    boolean muted,
    Beep beep,
    boolean startConferenceOnEnter,
    boolean endConferenceOnExit,
    String participantLabel,
    JitterBufferSize jitterBufferSize,
    String coach,
    WaitUrl waitUrl,
    HttpMethod waitMethod,
    int maxParticipants,
    Recording record,
    Trim trim,
    Region region,
    String statusCallback,
    List<Event> statusCallbackEvents,
    HttpMethod statusCallbackMethod,
    RecordingCallback recordingCallback,
    String recordingConfigurationId,
    String eventCallbackUrl)
    implements Noun {

  /** The longest name and the longest label, in characters (LIMIT-04). */
  public static final int LONGEST_NAME = 128;

  /** The most participants a conference can have (LIMIT-01). */
  public static final int MOST_PARTICIPANTS = 250;

  /** When a beep is heard. */
  public enum Beep implements Word {
    TRUE("true"),
    FALSE("false"),
    ON_ENTER("onEnter"),
    ON_EXIT("onExit");

    private final String word;

    Beep(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** How much jitter is smoothed, at the price of delay. */
  public enum JitterBufferSize implements Word {
    SMALL("small"),
    MEDIUM("medium"),
    LARGE("large"),
    OFF("off");

    private final String word;

    JitterBufferSize(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Whether the conference is recorded (CONF-45). */
  public enum Recording implements Word {
    DO_NOT_RECORD("do-not-record"),
    RECORD_FROM_START("record-from-start");

    private final String word;

    Recording(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Where the conference is mixed (CONF-44). */
  public enum Region implements Word {
    US1("us1"),
    US2("us2"),
    IE1("ie1"),
    DE1("de1"),
    SG1("sg1"),
    BR1("br1"),
    AU1("au1"),
    JP1("jp1");

    private final String word;

    Region(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** What of a conference can be reported. */
  public enum Event implements Word {
    START("start"),
    END("end"),
    JOIN("join"),
    LEAVE("leave"),
    MUTE("mute"),
    HOLD("hold"),
    MODIFY("modify"),
    SPEAKER("speaker"),
    ANNOUNCEMENT("announcement");

    private final String word;

    Event(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public ConferenceNoun {
    statusCallbackEvents = List.copyOf(statusCallbackEvents);
  }

  /** With every attribute absent. */
  public static ConferenceNoun named(String name) {
    return new ConferenceNoun(
        name,
        false,
        Beep.TRUE,
        true,
        false,
        null,
        JitterBufferSize.LARGE,
        null,
        WaitUrl.PLATFORM_MUSIC,
        HttpMethod.POST,
        MOST_PARTICIPANTS,
        Recording.DO_NOT_RECORD,
        Trim.TRIM_SILENCE,
        null,
        null,
        List.of(),
        HttpMethod.POST,
        RecordingCallback.NONE,
        null,
        null);
  }

  /** The same with another name. */
  ConferenceNoun renamed(String other) {
    return new ConferenceNoun(
        other,
        muted,
        beep,
        startConferenceOnEnter,
        endConferenceOnExit,
        participantLabel,
        jitterBufferSize,
        coach,
        waitUrl,
        waitMethod,
        maxParticipants,
        record,
        trim,
        region,
        statusCallback,
        statusCallbackEvents,
        statusCallbackMethod,
        recordingCallback,
        recordingConfigurationId,
        eventCallbackUrl);
  }

  @Override
  public String tag() {
    return TwimlElement.CONFERENCE.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.conference(this);
  }

  private static final ConferenceNoun DEFAULTS = named("");

  static ConferenceNoun read(Tag tag) throws Refused {
    tag.warnAboutChildren();
    return new ConferenceNoun(
        name(tag),
        tag.flag("muted", DEFAULTS.muted, Codes.CONFERENCE_MUTED),
        tag.word("beep", DEFAULTS.beep, Codes.CONFERENCE_BEEP),
        tag.flag(
            "startConferenceOnEnter",
            DEFAULTS.startConferenceOnEnter,
            Codes.CONFERENCE_START_ON_ENTER),
        tag.flag("endConferenceOnExit", DEFAULTS.endConferenceOnExit, Codes.CONFERENCE_END_ON_EXIT),
        label(tag),
        tag.word("jitterBufferSize", DEFAULTS.jitterBufferSize, Codes.CONFERENCE_ATTRIBUTE),
        tag.filled("coach"),
        WaitUrl.read(tag, "waitUrl", Codes.CONFERENCE_WAIT_URL),
        tag.word("waitMethod", DEFAULTS.waitMethod, Codes.CONFERENCE_WAIT_METHOD),
        tag.whole(
            "maxParticipants",
            DEFAULTS.maxParticipants,
            1,
            MOST_PARTICIPANTS,
            Codes.CONFERENCE_ATTRIBUTE),
        tag.word("record", DEFAULTS.record, Codes.CONFERENCE_ATTRIBUTE),
        tag.word("trim", DEFAULTS.trim, Codes.CONFERENCE_TRIM),
        tag.word("region", Region.class, null, Codes.CONFERENCE_ATTRIBUTE),
        tag.callbackUrl("statusCallback", Codes.CONFERENCE_ATTRIBUTE),
        tag.words("statusCallbackEvent", Event.class, List.of(), Codes.CONFERENCE_ATTRIBUTE),
        tag.word("statusCallbackMethod", DEFAULTS.statusCallbackMethod, Codes.CONFERENCE_ATTRIBUTE),
        RecordingCallback.read(
            tag,
            Codes.CONFERENCE_ATTRIBUTE,
            Codes.CONFERENCE_ATTRIBUTE,
            Codes.CONFERENCE_ATTRIBUTE),
        tag.filled("recordingConfigurationId"),
        tag.callbackUrl("eventCallbackUrl", Codes.CONFERENCE_ATTRIBUTE));
  }

  private static String name(Tag tag) throws Refused {
    String name = tag.exactText();
    int length = name.isBlank() ? 0 : name.codePointCount(0, name.length());
    if (length == 0 || length > LONGEST_NAME) {
      throw tag.refusal(
          Codes.CONFERENCE_NAME,
          "has a name of "
              + length
              + " characters; it must have from 1 to "
              + LONGEST_NAME
              + ". Put the conference's name between its tags.");
    }
    return name;
  }

  private static String label(Tag tag) {
    String label = tag.filled("participantLabel");
    if (label != null && label.codePointCount(0, label.length()) > LONGEST_NAME) {
      tag.warn(
          Codes.CONFERENCE_LABEL,
          "has a participantLabel of more than "
              + LONGEST_NAME
              + " characters; none is used. Shorten the label.");
      return null;
    }
    return label;
  }
}
