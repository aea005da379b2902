package dev.partyline.twiml;

/**
 * Answering-machine detection on a leg that a Dial makes.
 *
 * @param mode as written ({@code Enable}, {@code DetectMessageEnd}), null when detection is off
 * @param callbackUrl as written, null when absent
 * @param timeoutSeconds 3 to 59
 * @param speechThresholdMs 1000 to 6000
 * @param speechEndThresholdMs 500 to 5000
 * @param silenceTimeoutMs 2000 to 10000
 */
public record MachineDetection(
    String mode,
    String callbackUrl,
    HttpMethod callbackMethod,
    int timeoutSeconds,
    int speechThresholdMs,
    int speechEndThresholdMs,
    int silenceTimeoutMs) {

  /** No detection. */
  public static final MachineDetection OFF =
      new MachineDetection(null, null, HttpMethod.POST, 30, 2400, 1200, 5000);

  static MachineDetection read(Tag tag) {
    return new MachineDetection(
        tag.filled("machineDetection"),
        tag.filled("amdStatusCallback"),
        tag.word("amdStatusCallbackMethod", OFF.callbackMethod, Codes.SCHEMA),
        tag.whole("machineDetectionTimeout", OFF.timeoutSeconds, 3, 59, Codes.SCHEMA),
        tag.whole(
            "machineDetectionSpeechThreshold", OFF.speechThresholdMs, 1000, 6000, Codes.SCHEMA),
        tag.whole(
            "machineDetectionSpeechEndThreshold",
            OFF.speechEndThresholdMs,
            500,
            5000,
            Codes.SCHEMA),
        tag.whole(
            "machineDetectionSilenceTimeout", OFF.silenceTimeoutMs, 2000, 10_000, Codes.SCHEMA));
  }
}
