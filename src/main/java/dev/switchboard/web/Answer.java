package dev.switchboard.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body
 * @param body the body, which may be empty
 * @param headers further headers, in the order they are to be sent
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

  /** An answer without further headers. */
  public Answer(int status, String contentType, String body) {
    this(status, contentType, body, Map.of());
  }

  static Answer twiml(String document) {
    return new Answer(200, "text/xml; charset=utf-8", document);
  }

  public static Answer json(int status, String body) {
    return new Answer(status, "application/json; charset=utf-8", body);
  }

  public static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }

  public static Answer html(int status, String body) {
    return new Answer(status, "text/html; charset=utf-8", body);
  }

  /** Go there instead, with GET. */
  public static Answer seeOther(String location) {
    return text(303, "").with("Location", location);
  }

  /** This answer with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }
}
