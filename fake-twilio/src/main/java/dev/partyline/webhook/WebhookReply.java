package dev.partyline.webhook;

/**
 * The application's answer.
 *
 * @param status HTTP status
 * @param contentType media type, null when there is none
 * @param body text; null becomes empty
 * @param location the Location header, null when there is none
 */
public record WebhookReply(int status, String contentType, String body, String location) {

  /** Without a body the text is empty. */
  public WebhookReply {
    body = body == null ? "" : body;
  }

  /** A TwiML document. */
  public static WebhookReply twiml(String document) {
    return new WebhookReply(200, "text/xml", document, null);
  }

  /** An answer without content: 204. */
  public static WebhookReply empty() {
    return new WebhookReply(204, null, "", null);
  }

  /** Plain text with a status. */
  public static WebhookReply text(int status, String body) {
    return new WebhookReply(status, "text/plain", body, null);
  }
}
