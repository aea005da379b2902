package dev.partyline.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a token allows a softphone (TOKEN-04).
 *
 * @param incoming whether it may register and be called
 * @param applicationSid the TwiML application it may connect to; null when it may call nobody
 * @param parameters what the application is told at each connect, beside what the page says; in the
 *     token's order
 * @param pushCredentialSid kept, of no effect here; null when there is none
 * @param endpointId kept, of no effect here; null when there is none
 */
public record VoiceGrant(
    boolean incoming,
    String applicationSid,
    Map<String, String> parameters,
    String pushCredentialSid,
    String endpointId) {

  /** Copies the parameters. */
  public VoiceGrant {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** May be called, and may call through this application; null for none. */
  public static VoiceGrant of(boolean incoming, String applicationSid) {
    return new VoiceGrant(incoming, applicationSid, Map.of(), null, null);
  }
}
