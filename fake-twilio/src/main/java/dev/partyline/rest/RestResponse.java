package dev.partyline.rest;

/**
 * An answer of the API.
 *
 * @param status HTTP status
 * @param body JSON; empty for 204
 * @param code the platform's error code; 0 when it is no error
 */
public record RestResponse(int status, String body, int code) {

  /** A success. */
  public static RestResponse ok(int status, String body) {
    return new RestResponse(status, body, 0);
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
