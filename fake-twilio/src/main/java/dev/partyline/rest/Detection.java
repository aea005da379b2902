package dev.partyline.rest;

import dev.partyline.rest.Backend.OnAnswer;
import dev.partyline.telephony.AnswerDetection;
import java.util.List;
import java.util.Locale;

/** Reads what a create asks for when the leg is answered (CALL-29, CALL-32). */
final class Detection {

  private Detection() {}

  /** Of a call: the document waits for the verdict unless {@code AsyncAmd} says otherwise. */
  static OnAnswer ofCall(RestRequest request) {
    String digits = request.filled("SendDigits");
    AnswerDetection detection = detection(request);
    if (digits == null && detection == null) {
      return OnAnswer.NOTHING;
    }
    boolean background = Form.flag(request, "AsyncAmd", false);
    return new OnAnswer(
        digits,
        detection,
        background,
        background ? Form.subscription(request, "AsyncAmdStatusCallback", List.of()) : null);
  }

  /** Of a participant: always in the background (CB-42). */
  static OnAnswer ofParticipant(RestRequest request) {
    AnswerDetection detection = detection(request);
    return detection == null
        ? OnAnswer.NOTHING
        : new OnAnswer(
            null, detection, true, Form.subscription(request, "AmdStatusCallback", List.of()));
  }

  private static AnswerDetection detection(RestRequest request) {
    String mode = request.filled("MachineDetection");
    if (mode == null) {
      return null;
    }
    boolean untilEnd =
        switch (mode.toLowerCase(Locale.ROOT)) {
          case "enable" -> false;
          case "detectmessageend" -> true;
          default -> throw Form.bad("MachineDetection", mode, "Enable or DetectMessageEnd");
        };
    return new AnswerDetection(
        untilEnd,
        Form.whole(request, "MachineDetectionTimeout", 30, 3, 59),
        Form.whole(request, "MachineDetectionSpeechThreshold", 2_400, 1_000, 6_000),
        Form.whole(request, "MachineDetectionSpeechEndThreshold", 1_200, 500, 5_000),
        Form.whole(request, "MachineDetectionSilenceTimeout", 5_000, 2_000, 10_000));
  }
}
