package dev.partyline.twiml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every element of voice TwiML by its exact name, with its attributes: the one list that decides
 * what is known and what raises the schema warning 12200 (TWIML-15).
 */
public enum TwimlElement {
  RESPONSE("Response", Role.ROOT),

  SAY("Say", Say::read, "voice", "language", "loop"),
  PLAY("Play", Play::read, "loop", "digits"),
  PAUSE("Pause", Pause::read, "length"),
  HANGUP("Hangup", Hangup::read),
  REDIRECT("Redirect", Redirect::read, "method"),
  REJECT("Reject", Reject::read, "reason"),
  DIAL(
      "Dial",
      Dial::read,
      "action",
      "method",
      "timeout",
      "timeLimit",
      "hangupOnStar",
      "callerId",
      "answerOnBridge",
      "record",
      "trim",
      "recordingTrack",
      "recordingStatusCallback",
      "recordingStatusCallbackMethod",
      "recordingStatusCallbackEvent",
      "recordingConfigurationId",
      "ringTone",
      "sequential",
      "referUrl",
      "referMethod",
      "callReason",
      "events",
      "passports"),
  GATHER(
      "Gather",
      Gather::read,
      "input",
      "action",
      "method",
      "timeout",
      "speechTimeout",
      "maxSpeechTime",
      "profanityFilter",
      "finishOnKey",
      "numDigits",
      "partialResultCallback",
      "partialResultCallbackMethod",
      "language",
      "hints",
      "bargeIn",
      "debug",
      "actionOnEmptyResult",
      "speechModel",
      "enhanced"),
  RECORD(
      "Record",
      RecordVerb::read,
      "action",
      "method",
      "timeout",
      "finishOnKey",
      "maxLength",
      "playBeep",
      "trim",
      "recordingStatusCallback",
      "recordingStatusCallbackMethod",
      "recordingStatusCallbackEvent",
      "recordingConfigurationId",
      "transcribe",
      "transcribeCallback"),
  ENQUEUE(
      "Enqueue",
      Enqueue::read,
      "action",
      "method",
      "waitUrl",
      "waitUrlMethod",
      "workflowSid",
      "maxQueueSize"),
  LEAVE("Leave", Leave::read),

  CONNECT("Connect", Role.UNSUPPORTED_VERB),
  ECHO("Echo", Role.UNSUPPORTED_VERB),
  PAY("Pay", Role.UNSUPPORTED_VERB),
  PROMPT("Prompt", Role.UNSUPPORTED_VERB),
  REFER("Refer", Role.UNSUPPORTED_VERB),
  SMS("Sms", Role.UNSUPPORTED_VERB),
  START("Start", Role.UNSUPPORTED_VERB),
  STOP("Stop", Role.UNSUPPORTED_VERB),

  NUMBER(
      "Number",
      NumberNoun::read,
      "url",
      "method",
      "sendDigits",
      "byoc",
      "statusCallback",
      "statusCallbackMethod",
      "statusCallbackEvent",
      "machineDetection",
      "amdStatusCallback",
      "amdStatusCallbackMethod",
      "machineDetectionTimeout",
      "machineDetectionSpeechThreshold",
      "machineDetectionSpeechEndThreshold",
      "machineDetectionSilenceTimeout"),
  CLIENT(
      "Client",
      ClientNoun::read,
      "url",
      "method",
      "statusCallback",
      "statusCallbackMethod",
      "statusCallbackEvent"),
  SIP(
      "Sip",
      SipNoun::read,
      "username",
      "password",
      "url",
      "method",
      "statusCallback",
      "statusCallbackMethod",
      "statusCallbackEvent",
      "machineDetection",
      "amdStatusCallback",
      "amdStatusCallbackMethod",
      "machineDetectionTimeout",
      "machineDetectionSpeechThreshold",
      "machineDetectionSpeechEndThreshold",
      "machineDetectionSilenceTimeout"),
  QUEUE("Queue", QueueNoun::read, "url", "method", "reservationSid", "postWorkActivitySid"),
  CONFERENCE(
      "Conference",
      ConferenceNoun::read,
      "muted",
      "beep",
      "startConferenceOnEnter",
      "endConferenceOnExit",
      "participantLabel",
      "jitterBufferSize",
      "coach",
      "waitUrl",
      "waitMethod",
      "maxParticipants",
      "record",
      "trim",
      "region",
      "statusCallback",
      "statusCallbackEvent",
      "statusCallbackMethod",
      "recordingStatusCallback",
      "recordingStatusCallbackMethod",
      "recordingStatusCallbackEvent",
      "recordingConfigurationId",
      "eventCallbackUrl"),
  APPLICATION(
      "Application",
      ApplicationNoun::read,
      "url",
      "method",
      "statusCallback",
      "statusCallbackMethod",
      "statusCallbackEvent",
      "customerId",
      "copyParentTo"),
  SIM("Sim", Role.UNSUPPORTED_NOUN),
  WHATS_APP("WhatsApp", Role.UNSUPPORTED_NOUN),

  IDENTITY("Identity", Role.PART),
  APPLICATION_SID("ApplicationSid", Role.PART),
  PARAMETER("Parameter", Role.PART, "name", "value"),
  URI("Uri", Role.PART, "priority", "weight", "username", "password"),
  HEADERS("Headers", Role.PART),
  HEADER("Header", Role.PART, "name", "value"),
  TASK("Task", Role.PART, "priority", "timeout");

  /** What an element is for. */
  public enum Role {
    ROOT,
    VERB,
    /** A verb of the platform that is recognised but has no model here. */
    UNSUPPORTED_VERB,
    NOUN,
    /** A noun of the platform that is recognised but has no model here. */
    UNSUPPORTED_NOUN,
    /** Stands inside a verb or noun and is nothing by itself. */
    PART
  }

  /** Null when the element is there but cannot be used; a warning then says so. */
  interface VerbReader {
    Verb read(Tag tag) throws Refused;
  }

  /** Null when the element is there but cannot be used; a warning then says so. */
  interface NounReader {
    Noun read(Tag tag) throws Refused;
  }

  private static final Map<String, TwimlElement> BY_TAG = new LinkedHashMap<>();

  static {
    for (TwimlElement element : values()) {
      BY_TAG.put(element.tag, element);
    }
  }

  private final String tag;
  private final Role role;
  private final VerbReader verb;
  private final NounReader noun;
  private final List<String> attributes;

  TwimlElement(String tag, VerbReader verb, String... attributes) {
    this(tag, Role.VERB, verb, null, attributes);
  }

  TwimlElement(String tag, NounReader noun, String... attributes) {
    this(tag, Role.NOUN, null, noun, attributes);
  }

  TwimlElement(String tag, Role role, String... attributes) {
    this(tag, role, UnsupportedVerb::read, UnsupportedNoun::read, attributes);
  }

  TwimlElement(String tag, Role role, VerbReader verb, NounReader noun, String... attributes) {
    this.tag = tag;
    this.role = role;
    this.verb = verb;
    this.noun = noun;
    this.attributes = List.of(attributes);
  }

  /** The name as written in TwiML. */
  public String tag() {
    return tag;
  }

  public Role role() {
    return role;
  }

  /** The attributes read; empty for elements without a model, whose attributes are not checked. */
  public List<String> attributes() {
    return attributes;
  }

  /** The element of exactly this name, or null. */
  static TwimlElement named(String tag) {
    return BY_TAG.get(tag);
  }

  /** The element whose name differs from this one in upper and lower case only, or null. */
  static TwimlElement spelledLike(String tag) {
    for (TwimlElement element : values()) {
      if (element.tag.equalsIgnoreCase(tag)) {
        return element;
      }
    }
    return null;
  }

  boolean isVerb() {
    return role == Role.VERB || role == Role.UNSUPPORTED_VERB;
  }

  boolean isNoun() {
    return role == Role.NOUN || role == Role.UNSUPPORTED_NOUN;
  }

  Verb readVerb(Tag tag) throws Refused {
    if (role == Role.VERB) {
      tag.warnAboutUnknownAttributes();
    }
    return verb.read(tag);
  }

  Noun readNoun(Tag tag) throws Refused {
    if (role == Role.NOUN) {
      tag.warnAboutUnknownAttributes();
    }
    return noun.read(tag);
  }
}
