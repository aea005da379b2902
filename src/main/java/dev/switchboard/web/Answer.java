package dev.switchboard.web;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body
 * @param body the body, which may be empty
 */
public record Answer(int status, String contentType, String body) {

  static Answer twiml(String document) {
    return new Answer(200, "text/xml; charset=utf-8", document);
  }

  static Answer json(int status, String body) {
    return new Answer(status, "application/json; charset=utf-8", body);
  }

  static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }
}
