package dev.partyline.rest;

import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of the API.
 *
 * @param status HTTP status; 0 when the connection breaks before an answer
 * @param body JSON; empty for 204 and beside a sound
 * @param code the platform's error code; 0 when it is no error
 * @param sound what is answered instead of JSON; null for all but the media of recordings
 * @param headers those that belong to the resource, as they are written: {@code ETag}
 */
public record RestResponse(
    int status, String body, int code, Sound sound, Map<String, String> headers) {

  /**
   * A sound file.
   *
   * @param type its media type
   * @param bytes the whole file; not to be changed
   */
  public record Sound(String type, byte[] bytes) {}

  /** In JSON, or without a body. */
  public RestResponse(int status, String body, int code) {
    this(status, body, code, null, Map.of());
  }

  /** No answer: the connection breaks. */
  public static final RestResponse BROKEN_OFF = new RestResponse(0, "", 0);

  /** The same answer with one more header. */
  public RestResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new RestResponse(status, body, code, sound, more);
  }

  /** A success. */
  public static RestResponse ok(int status, String body) {
    return new RestResponse(status, body, 0);
  }

  /** A success that is a sound file. */
  public static RestResponse sound(String type, byte[] bytes) {
    return new RestResponse(200, "", 0, new Sound(type, bytes), Map.of());
  }

  /** An error in the platform's form (REST-07, ERR-96). */
  public static RestResponse error(int status, int code, String message) {
    JsonText json = new JsonText();
    json.begin();
    json.number("code", code);
    json.text("message", message);
    json.text("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.number("status", status);
    json.end();
    return new RestResponse(status, json.toString(), code);
  }
}
