package dev.partyline.rest;

import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingStatus;

/** Writes recordings as JSON: the account's, a call's and a conference's differ a little. */
final class RecordingText {

  /** Below what a recording is shown. */
  enum Place {
    ACCOUNT,
    CALL,
    CONFERENCE
  }

  private final Backend backend;

  RecordingText(Backend backend) {
    this.backend = backend;
  }

  RestResponse one(int status, Recording recording, Place place) {
    JsonText json = new JsonText();
    write(json, recording, place);
    return RestResponse.ok(status, json.toString());
  }

  void write(JsonText json, Recording recording, Place place) {
    RecordingOrder order = recording.order();
    json.begin();
    json.text("account_sid", recording.account());
    json.text("api_version", "2010-04-01");
    json.text("call_sid", order.callSid());
    json.text("conference_sid", order.conferenceSid());
    json.text("date_created", backend.time(recording.createdAt()));
    json.text("date_updated", backend.time(recording.updatedAt()));
    json.text("start_time", backend.time(recording.createdAt()));
    json.text("duration", over(recording) ? Long.toString(recording.seconds()) : null);
    json.text("sid", recording.sid());
    json.text("price", null);
    json.text("price_unit", "USD");
    json.text("status", recording.status().word());
    json.number("channels", order.channels());
    json.text("source", order.source().word());
    json.text("error_code", null);
    json.text("uri", uri(recording, place) + ".json");
    json.text("encryption_details", null);
    if (place == Place.CALL) {
      json.text("track", order.track());
    }
    if (place == Place.ACCOUNT) {
      String uri = uri(recording, place);
      json.begin("subresource_uris");
      json.text("add_on_results", uri + "/AddOnResults.json");
      json.text("transcriptions", uri + "/Transcriptions.json");
      json.end();
      json.text("media_url", "https://api.twilio.com" + uri);
    }
    json.end();
  }

  private static boolean over(Recording recording) {
    return recording.status() == RecordingStatus.COMPLETED
        || recording.status() == RecordingStatus.ABSENT
        || recording.status() == RecordingStatus.DELETED;
  }

  private static String uri(Recording recording, Place place) {
    RecordingOrder order = recording.order();
    String base = Resources.base(recording.account());
    String below =
        switch (place) {
          case ACCOUNT -> "";
          case CALL -> "/Calls/" + order.callSid();
          case CONFERENCE -> "/Conferences/" + order.conferenceSid();
        };
    return base + below + "/Recordings/" + recording.sid();
  }
}
