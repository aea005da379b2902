package dev.partyline.webhook;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The headers of a request to the application. The signature is made when somebody first looks at
 * them: an application inside a simulation seldom does, and signing takes longer than the rest of
 * the delivery.
 */
final class SignedHeaders extends AbstractMap<String, String> {

  /** Where the signature stands (SEC-01). */
  static final String SIGNATURE = "X-Twilio-Signature";

  private final Map<String, String> all;
  private Supplier<String> signature;

  /**
   * Makes them.
   *
   * @param all in their order, with a place for the signature; nobody else changes them any more
   * @param signature asked once at the most
   */
  SignedHeaders(Map<String, String> all, Supplier<String> signature) {
    this.all = all;
    this.signature = signature;
  }

  @Override
  public synchronized Set<Map.Entry<String, String>> entrySet() {
    if (signature != null) {
      all.put(SIGNATURE, signature.get());
      signature = null;
    }
    return Collections.unmodifiableMap(all).entrySet();
  }
}
