package dev.switchboard;

import dev.switchboard.twilio.RoutingPlan;
import java.net.URI;
import java.util.Locale;

/**
 * What differs between installations.
 *
 * @param publicBaseUrl scheme, host and port under which the platform reaches us; no slash at the
 *     end
 * @param accountSid the platform's account, AC and 32 hex digits
 * @param authToken its primary auth token, which also signs the webhooks (SEC-04)
 * @param callerId the number customers see, in E.164
 * @param language what the agents are spoken to in: Japanese, or English for anything else
 * @param ringSeconds how long a customer's phone may ring, 5 to 600; the platform adds 5 s
 *     (PART-17)
 * @param detectMachines whether the platform listens if a machine answers; such a call is ended,
 *     and the agent is told. It guesses by the length of the greeting: a person who says much at
 *     first is hung up on, and an agent is left with a machine that says little
 * @param routing how those who call us find agents; null when nobody can call us
 * @param syncServiceSid where softphones are shown their conversations; null where nobody looks
 */
public record Settings(
    String publicBaseUrl,
    String accountSid,
    String authToken,
    String callerId,
    Locale language,
    int ringSeconds,
    boolean detectMachines,
    RoutingPlan routing,
    String syncServiceSid) {

  /** Settings without calls from outside. */
  public Settings(
      String publicBaseUrl,
      String accountSid,
      String authToken,
      String callerId,
      Locale language,
      int ringSeconds,
      boolean detectMachines) {
    this(
        publicBaseUrl,
        accountSid,
        authToken,
        callerId,
        language,
        ringSeconds,
        detectMachines,
        null,
        null);
  }

  /** The same with calls from outside. */
  public Settings with(RoutingPlan plan) {
    return new Settings(
        publicBaseUrl,
        accountSid,
        authToken,
        callerId,
        language,
        ringSeconds,
        detectMachines,
        plan,
        syncServiceSid);
  }

  /** The same, with a Sync document for each conversation in this service; null for none. */
  public Settings showingCallsIn(String service) {
    return new Settings(
        publicBaseUrl,
        accountSid,
        authToken,
        callerId,
        language,
        ringSeconds,
        detectMachines,
        routing,
        service);
  }

  /** How long a customer's phone rings unless it is said otherwise. */
  public static final int USUAL_RING_SECONDS = 30;

  public Settings {
    require(isBaseUrl(publicBaseUrl), "public URL", publicBaseUrl, "https://host, no path");
    require(matches(accountSid, "AC[0-9a-fA-F]{32}"), "account SID", accountSid, "AC + 32 digits");
    require(authToken != null && !authToken.isBlank(), "auth token", "(hidden)", "a token");
    require(matches(callerId, "\\+[1-9][0-9]{5,14}"), "caller id", callerId, "E.164: +81312345678");
    require(language != null, "language", null, "a locale");
    require(ringSeconds >= 5 && ringSeconds <= 600, "ring seconds", "" + ringSeconds, "5 to 600");
  }

  /** Settings with the usual ring time. */
  public Settings(
      String publicBaseUrl, String accountSid, String authToken, String callerId, Locale language) {
    this(publicBaseUrl, accountSid, authToken, callerId, language, USUAL_RING_SECONDS, false);
  }

  private static boolean isBaseUrl(String url) {
    try {
      URI uri = URI.create(url == null ? "" : url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getQuery() == null;
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }

  private static boolean matches(String value, String pattern) {
    return value != null && value.matches(pattern);
  }

  private static void require(boolean valid, String what, String value, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(
          "The " + what + " must be " + expected + ", not '" + value + "'");
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Settings["
        + publicBaseUrl
        + ", "
        + accountSid
        + ", "
        + callerId
        + ", "
        + language
        + "]";
  }
}
