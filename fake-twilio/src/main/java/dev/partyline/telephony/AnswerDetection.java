package dev.partyline.telephony;

/**
 * Machine detection as it was asked for, and what it concludes from a greeting (CALL-32). It judges
 * by length alone, so a short machine passes for a person and a talkative person for a machine.
 *
 * @param untilMessageEnd whether a machine's greeting is waited out before there is a verdict
 * @param timeoutSeconds after which the verdict is {@code unknown}
 * @param speechThresholdMs speech shorter than this is a person's, 1000 to 6000
 * @param speechEndThresholdMs silence after which speech counts as over, 500 to 5000
 * @param silenceTimeoutMs silence at the start after which the verdict is {@code unknown}, 2000 to
 *     10000
 */
public record AnswerDetection(
    boolean untilMessageEnd,
    int timeoutSeconds,
    int speechThresholdMs,
    int speechEndThresholdMs,
    int silenceTimeoutMs) {

  private static final long FAX_TONE_MS = 1_000;
  private static final long BEEP_MS = 500;

  /**
   * What detection found.
   *
   * @param answeredBy {@code human}, {@code machine_start}, {@code machine_end_beep}, {@code
   *     machine_end_silence}, {@code fax} or {@code unknown}
   * @param afterMs from the answer
   */
  public record Verdict(String answeredBy, long afterMs) {}

  /** What it makes of this greeting. */
  public Verdict of(Greeting greeting) {
    Verdict verdict = heard(greeting);
    long limit = timeoutSeconds * 1000L;
    return verdict.afterMs() > limit ? new Verdict("unknown", limit) : verdict;
  }

  private Verdict heard(Greeting greeting) {
    long starts = greeting.silenceMs();
    if (greeting.kind() == Greeting.Kind.FAX) {
      return new Verdict("fax", starts + FAX_TONE_MS);
    }
    if (greeting.speechMs() == 0 || starts >= silenceTimeoutMs) {
      return new Verdict("unknown", silenceTimeoutMs);
    }
    long ends = starts + greeting.speechMs();
    if (greeting.speechMs() < speechThresholdMs) {
      return new Verdict("human", ends + speechEndThresholdMs);
    }
    if (!untilMessageEnd) {
      return new Verdict("machine_start", starts + speechThresholdMs);
    }
    return greeting.beep()
        ? new Verdict("machine_end_beep", ends + BEEP_MS)
        : new Verdict("machine_end_silence", ends + speechEndThresholdMs);
  }
}
