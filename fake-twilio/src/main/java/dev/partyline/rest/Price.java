package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.telephony.Call;
import java.util.Locale;

/** What a call costs: made up per minute, in the form and at the time of the platform (CALL-10). */
final class Price {

  private static final long MINUTE_MS = 60_000;
  private static final double OUTBOUND = 0.0140;
  private static final double INBOUND = 0.0085;
  private static final double CLIENT = 0.0040;

  private Price() {}

  /** A negative decimal; null until a while after the end, and for a call nobody answered. */
  static String of(Backend backend, Call call) {
    long delay = (long) backend.knobs().number(Knob.CALL_PRICE_DELAY_MS);
    if (call.answeredAt() < 0 || call.endedAt() < 0 || call.endedAt() + delay > backend.now()) {
      return null;
    }
    long minutes = Math.max(1, (call.endedAt() - call.answeredAt() + MINUTE_MS - 1) / MINUTE_MS);
    boolean inbound = call.origin().direction().equals("inbound");
    String far = inbound ? call.origin().from() : call.origin().to();
    double perMinute = !Addresses.phone(far) ? CLIENT : inbound ? INBOUND : OUTBOUND;
    return String.format(Locale.ROOT, "-%.5f", minutes * perMinute);
  }
}
