package dev.partyline.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Twilio-Signature}: HMAC-SHA1 over the URL and the sorted parameters (SEC-02). */
public final class Signature {

  private final SecretKeySpec key;

  /** Signs with the primary auth token of the account (SEC-04). */
  public Signature(String authToken) {
    this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
  }

  /**
   * The header's value.
   *
   * @param url as configured; a fragment is left out (SEC-07)
   * @param params form parameters; empty for GET (SEC-03)
   */
  public String of(String url, Map<String, String> params) {
    int fragment = url.indexOf('#');
    StringBuilder text = new StringBuilder(512);
    text.append(fragment < 0 ? url : url.substring(0, fragment));
    if (!params.isEmpty()) {
      new TreeMap<>(params).forEach((name, value) -> text.append(name).append(value));
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
