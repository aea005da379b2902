package dev.partyline.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * The application's answer.
 *
 * @param status HTTP status
 * @param contentType media type, null when there is none
 * @param body text; null becomes empty
 * @param location the Location header, null when there is none
 * @param cookies values of its Set-Cookie headers, in order
 */
public record WebhookReply(
    int status, String contentType, String body, String location, List<String> cookies) {

  /** Without a body the text is empty. */
  public WebhookReply {
    body = body == null ? "" : body;
    cookies = List.copyOf(cookies);
  }

  /** An answer that sets no cookies. */
  public WebhookReply(int status, String contentType, String body, String location) {
    this(status, contentType, body, location, List.of());
  }

  /** The same with one more cookie, as a Set-Cookie header has it. */
  public WebhookReply cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new WebhookReply(status, contentType, body, location, more);
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
