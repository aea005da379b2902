package dev.partyline.rest;

import java.util.List;

/** Parameters of a call create that have codes of their own, or only listed values. */
final class CallForm {

  /** All it takes (CALL-22 to CALL-32). */
  static final List<String> PARAMETERS =
      List.of(
          "To",
          "From",
          "Url",
          "Twiml",
          "ApplicationSid",
          "Method",
          "FallbackUrl",
          "FallbackMethod",
          "StatusCallback",
          "StatusCallbackEvent",
          "StatusCallbackMethod",
          "SendDigits",
          "Timeout",
          "TimeLimit",
          "Record",
          "RecordingChannels",
          "RecordingTrack",
          "RecordingStatusCallback",
          "RecordingStatusCallbackMethod",
          "RecordingStatusCallbackEvent",
          "Trim",
          "SipAuthUsername",
          "SipAuthPassword",
          "IfMachine",
          "MachineDetection",
          "MachineDetectionTimeout",
          "MachineDetectionSpeechThreshold",
          "MachineDetectionSpeechEndThreshold",
          "MachineDetectionSilenceTimeout",
          "AsyncAmd",
          "AsyncAmdStatusCallback",
          "AsyncAmdStatusCallbackMethod",
          "CallerId",
          "Byoc",
          "CallReason",
          "CallToken",
          "ClientNotificationUrl");

  private CallForm() {}

  /**
   * Looks at everything that is only kept or handed on.
   *
   * @throws dev.partyline.telephony.Refusal with the code of what is wrong (ERR-80, ERR-91)
   */
  static void check(RestRequest request) {
    requireDigits(request.filled("SendDigits"));
    Form.word(request, "IfMachine", 21207, List.of("Continue", "Hangup"));
    checkRecording(request);
    checkMachineDetection(request);
  }

  /** LIMIT-17. */
  private static void requireDigits(String digits) {
    if (digits != null && !digits.matches("[0-9A-Da-d#*wW]{1,32}")) {
      throw Form.bad(21206, "SendDigits", digits, "1 to 32 of 0-9, A-D, #, *, w and W");
    }
  }

  static void checkRecording(RestRequest request) {
    Form.flag(request, "Record");
    Form.word(request, "RecordingChannels", 20001, List.of("mono", "dual"));
    Form.word(request, "RecordingTrack", 20001, List.of("inbound", "outbound", "both"));
    Form.word(request, "Trim", 20001, List.of("trim-silence", "do-not-trim"));
    Form.callback(request, "RecordingStatusCallback");
    Form.method(request, "RecordingStatusCallbackMethod", 21209);
  }

  /** CALL-32. */
  static void checkMachineDetection(RestRequest request) {
    Form.word(request, "MachineDetection", 21234, List.of("Enable", "DetectMessageEnd"));
    Form.whole(request, "MachineDetectionTimeout", 30, 3, 59, 21234);
    Form.whole(request, "MachineDetectionSpeechThreshold", 2400, 1000, 6000, 21234);
    Form.whole(request, "MachineDetectionSpeechEndThreshold", 1200, 500, 5000, 21234);
    Form.whole(request, "MachineDetectionSilenceTimeout", 5000, 2000, 10_000, 21234);
    Form.flag(request, "AsyncAmd");
    Form.callback(request, "AsyncAmdStatusCallback");
    Form.method(request, "AsyncAmdStatusCallbackMethod", 21209);
  }
}
