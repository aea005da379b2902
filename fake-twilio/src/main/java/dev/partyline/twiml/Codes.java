package dev.partyline.twiml;

/** The platform's error codes that reading a document can raise. */
final class Codes {

  static final int BODY_TOO_LARGE = 11750;
  static final int MALFORMED = 12100;
  static final int ROOT_NOT_RESPONSE = 12102;
  static final int SCHEMA = 12200;

  static final int MIXED_NOUNS = 13000;
  static final int DIAL_METHOD = 13210;
  static final int DIAL_TIMEOUT = 13212;
  static final int DIAL_HANGUP_ON_STAR = 13213;
  static final int DIAL_NESTED = 13215;
  static final int DIAL_TIME_LIMIT = 13216;
  static final int DIAL_RECORD = 13217;
  static final int DIAL_SEQUENTIAL = 13218;
  static final int DIAL_ANSWER_ON_BRIDGE = 13219;
  static final int DIAL_RING_TONE = 13220;
  static final int DIAL_TOO_MANY = 13250;
  static final int RECORDING_CALLBACK_URL = 13256;
  static final int TRANSCRIBE_CALLBACK_URL = 13257;

  static final int NUMBER_METHOD = 13221;
  static final int NUMBER_SEND_DIGITS = 13222;
  static final int NUMBER_FORMAT = 13223;
  static final int SIP_METHOD = 13241;
  static final int SIP_URI = 13243;
  static final int QUEUE_METHOD = 14210;
  static final int QUEUE_NAME_SHORT = 14212;
  static final int QUEUE_NAME_LONG = 14213;

  static final int CONFERENCE_MUTED = 13230;
  static final int CONFERENCE_END_ON_EXIT = 13231;
  static final int CONFERENCE_START_ON_ENTER = 13232;
  static final int CONFERENCE_WAIT_URL = 13233;
  static final int CONFERENCE_WAIT_METHOD = 13234;
  static final int CONFERENCE_BEEP = 13235;
  static final int CONFERENCE_NAME = 13237;
  static final int CONFERENCE_TRIM = 13239;
  static final int CONFERENCE_ATTRIBUTE = 16002;
  static final int CONFERENCE_LABEL = 16023;

  static final int GATHER_FINISH_ON_KEY = 13310;
  static final int GATHER_METHOD = 13312;
  static final int GATHER_TIMEOUT = 13313;
  static final int GATHER_NUM_DIGITS = 13314;
  static final int GATHER_NESTED = 13320;
  static final int GATHER_INPUT = 13326;
  static final int GATHER_SPEECH_TIMEOUT = 13327;
  static final int GATHER_MAX_SPEECH_TIME = 13328;
  static final int GATHER_PARTIAL_METHOD = 13329;
  static final int GATHER_BARGE_IN = 13332;
  static final int GATHER_PROFANITY_FILTER = 13333;
  static final int GATHER_ON_EMPTY = 13338;

  static final int PLAY_LOOP = 13410;
  static final int PLAY_DIGITS = 13430;
  static final int SAY_LOOP = 13510;
  static final int SAY_TEXT = 13520;
  static final int RECORD_METHOD = 13610;
  static final int RECORD_TIMEOUT = 13611;
  static final int RECORD_MAX_LENGTH = 13612;
  static final int RECORD_FINISH_ON_KEY = 13613;
  static final int RECORD_TRANSCRIBE = 13614;
  static final int RECORD_PLAY_BEEP = 13616;
  static final int RECORD_EVENT = 13621;
  static final int RECORD_TRIM = 13699;
  static final int REDIRECT_METHOD = 13710;
  static final int PAUSE_LENGTH = 13910;
  static final int ENQUEUE_METHOD = 14201;
  static final int ENQUEUE_WAIT_URL = 14202;
  static final int ENQUEUE_NAME_SHORT = 14204;
  static final int ENQUEUE_NAME_LONG = 14205;
  static final int ENQUEUE_WAIT_METHOD = 14206;

  private Codes() {}
}
