package dev.partyline.twiml;

/**
 * A telephone number to dial (TWIML-34).
 *
 * @param phoneNumber as written, not checked here: that is for dialling to do (13223, 13224)
 * @param url of the private document run on the callee before bridging, as written; null when
 *     absent
 * @param sendDigits keys to play after the answer, null when absent
 * @param byoc SID of a bring-your-own-carrier trunk, null when absent
 */
public record NumberNoun(
    String phoneNumber,
    String url,
    HttpMethod method,
    String sendDigits,
    String byoc,
    CallStatusCallback statusCallback,
    MachineDetection machineDetection)
    implements Noun {

  private static final String KEYS = "0123456789*#ABCDabcdwW";

  /** With every attribute absent. */
  public static NumberNoun of(String phoneNumber) {
    return new NumberNoun(
        phoneNumber,
        null,
        HttpMethod.POST,
        null,
        null,
        CallStatusCallback.NONE,
        MachineDetection.OFF);
  }

  @Override
  public String tag() {
    return TwimlElement.NUMBER.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.number(this);
  }

  static NumberNoun read(Tag tag) {
    tag.warnAboutChildren();
    if (tag.text().isEmpty()) {
      tag.warn(Codes.NUMBER_FORMAT, "has no number; it is skipped. Put a number between its tags.");
      return null;
    }
    return new NumberNoun(
        tag.text(),
        tag.filled("url"),
        tag.word("method", HttpMethod.POST, Codes.NUMBER_METHOD),
        tag.keys("sendDigits", KEYS, null, Codes.NUMBER_SEND_DIGITS),
        tag.filled("byoc"),
        CallStatusCallback.read(tag),
        MachineDetection.read(tag));
  }
}
