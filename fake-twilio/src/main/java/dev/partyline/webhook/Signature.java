package dev.partyline.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Twilio-Signature}: HMAC-SHA1 over the URL and the sorted parameters (SEC-02). */
public final class Signature {

  /** With the key set, so that each signature begins from a copy: setting a key is slow. */
  private final Mac keyed;

  /** Signs with the primary auth token of the account (SEC-04). */
  public Signature(String authToken) {
    try {
      keyed = Mac.getInstance("HmacSHA1");
      keyed.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
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
      List<Map.Entry<String, String>> sorted = new ArrayList<>(params.entrySet());
      sorted.sort(Map.Entry.comparingByKey());
      for (Map.Entry<String, String> param : sorted) {
        text.append(param.getKey()).append(param.getValue());
      }
    }
    try {
      Mac mac = (Mac) keyed.clone();
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the HmacSHA1 of every Java can be copied", e);
    }
  }
}
