package dev.partyline.directory;

/**
 * What an incoming number or a TwiML application does with a call.
 *
 * @param url of the first document; null when there is none (CALL-54)
 * @param method GET or POST, like the other two methods
 * @param fallbackUrl asked after a fatal error (TWIML-11); null when there is none
 * @param statusCallback told when the call is over (CALL-67); null when nobody is
 * @param callerIdLookup whether the caller's name is looked up; kept, never acted on
 */
public record Voice(
    String url,
    String method,
    String fallbackUrl,
    String fallbackMethod,
    String statusCallback,
    String statusCallbackMethod,
    boolean callerIdLookup) {

  /** Nothing is set. */
  public static final Voice NONE = new Voice(null, "POST", null, "POST", null, "POST", false);

  /** Documents come from this URL by POST, null meaning from nowhere. */
  public static Voice at(String url, String statusCallback) {
    return new Voice(url, "POST", null, "POST", statusCallback, "POST", false);
  }
}
