package dev.partyline.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The application's answer.
 *
 * @param status HTTP status
 * @param contentType media type, null when there is none
 * @param body text; null becomes empty
 * @param location the Location header, null when there is none
 * @param cookies values of its Set-Cookie headers, in order
 * @param headers what else the platform looks at, by name in lower case
 */
public record WebhookReply(
    int status,
    String contentType,
    String body,
    String location,
    List<String> cookies,
    Map<String, String> headers) {

  /** Without a body the text is empty. */
  public WebhookReply {
    body = body == null ? "" : body;
    cookies = List.copyOf(cookies);
    headers = Map.copyOf(headers);
  }

  /** An answer that sets no cookies. */
  public WebhookReply(int status, String contentType, String body, String location) {
    this(status, contentType, body, location, List.of(), Map.of());
  }

  /** The same with one more cookie, as a Set-Cookie header has it. */
  public WebhookReply cookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new WebhookReply(status, contentType, body, location, more, headers);
  }

  /** The same with one more header. */
  public WebhookReply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new WebhookReply(status, contentType, body, location, cookies, more);
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
