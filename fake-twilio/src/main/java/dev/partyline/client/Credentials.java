package dev.partyline.client;

import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.token.AccessToken;

/** The token a device shows, and the two moments its page hears of (CLIENT-03). */
final class Credentials {

  private static final long WARNING_S = 10;

  private final Device device;
  private final Exchange exchange;
  private String text;
  private AccessToken token;
  private Cancellable warning;
  private Cancellable expiry;

  Credentials(Device device, Exchange exchange) {
    this.device = device;
    this.exchange = exchange;
  }

  /** What it shows; null when it shows nothing, which the fake allows. */
  AccessToken token() {
    return token;
  }

  /** The same as it was written. */
  String text() {
    return text;
  }

  /**
   * The token as the platform judges it now; null for a device that shows none.
   *
   * @throws dev.partyline.token.BadToken when it is refused by now
   */
  AccessToken valid() {
    return text == null ? null : exchange.verify(text);
  }

  void show(String written, AccessToken read) {
    text = written;
    token = read;
    stop();
    long left = read.expires() - exchange.seconds();
    warning =
        device.later(".token-will-expire", seconds(left - WARNING_S), device::tokenWillExpire);
    expiry = device.later(".token-expires", seconds(left), device::tokenExpired);
  }

  /** Nobody is there any more to hear of it. */
  void stop() {
    if (warning != null) {
      warning.cancel();
      expiry.cancel();
    }
  }

  private static Span seconds(long seconds) {
    return Span.exactly(Math.max(0, seconds) * 1_000);
  }
}
