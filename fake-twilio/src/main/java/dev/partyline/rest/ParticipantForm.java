package dev.partyline.rest;

import java.util.List;

/** The parameters of a participant create (PART-14). */
final class ParticipantForm {

  static final List<String> PARAMETERS =
      List.of(
          "From",
          "To",
          "StatusCallback",
          "StatusCallbackMethod",
          "StatusCallbackEvent",
          "Label",
          "Timeout",
          "Record",
          "Muted",
          "Beep",
          "StartConferenceOnEnter",
          "EndConferenceOnExit",
          "WaitUrl",
          "WaitMethod",
          "EarlyMedia",
          "MaxParticipants",
          "ConferenceRecord",
          "ConferenceTrim",
          "ConferenceStatusCallback",
          "ConferenceStatusCallbackMethod",
          "ConferenceStatusCallbackEvent",
          "RecordingChannels",
          "RecordingStatusCallback",
          "RecordingStatusCallbackMethod",
          "SipAuthUsername",
          "SipAuthPassword",
          "Region",
          "ConferenceRecordingStatusCallback",
          "ConferenceRecordingStatusCallbackMethod",
          "RecordingStatusCallbackEvent",
          "ConferenceRecordingStatusCallbackEvent",
          "Coaching",
          "CallSidToCoach",
          "JitterBufferSize",
          "Byoc",
          "CallerId",
          "CallReason",
          "RecordingTrack",
          "TimeLimit",
          "MachineDetection",
          "MachineDetectionTimeout",
          "MachineDetectionSpeechThreshold",
          "MachineDetectionSpeechEndThreshold",
          "MachineDetectionSilenceTimeout",
          "AmdStatusCallback",
          "AmdStatusCallbackMethod",
          "Trim",
          "CallToken",
          "ClientNotificationUrl",
          "CallerDisplayName");

  private ParticipantForm() {}
}
