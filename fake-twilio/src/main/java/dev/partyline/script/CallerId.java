package dev.partyline.script;

import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;

/** Which number the people see whom a Dial calls (TWIML-21, ERR-26). */
final class CallerId {

  private CallerId() {}

  /**
   * The number or client shown.
   *
   * @param written the callerId attribute; null for the incoming caller's
   * @throws Refusal 13214 when a phone would be shown a client or a number that is not the
   *     account's nor one of this call's
   */
  static String shownTo(Target target, String written, Call parent, Platform platform) {
    String shown = written == null ? parent.origin().from() : written;
    if (!target.isPhone()) {
      return shown;
    }
    boolean phone = shown.startsWith("+");
    boolean own =
        shown.equals(parent.origin().from())
            || shown.equals(parent.origin().to())
            || platform.mayShow(parent, shown);
    if (phone && own) {
      return shown;
    }
    throw new Refusal(
        400,
        13_214,
        "'"
            + shown
            + "' cannot be shown to "
            + target.address()
            + (phone
                ? "; use a number the account owns or has verified as callerId"
                : "; a phone needs a phone number as callerId"));
  }
}
