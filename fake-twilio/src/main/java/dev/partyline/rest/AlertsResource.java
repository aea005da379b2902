package dev.partyline.rest;

import dev.partyline.rest.Backend.Note;
import dev.partyline.rest.Backend.Requested;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** {@code /v1/Alerts} of the Monitor product: what was logged, in the form of v1. */
final class AlertsResource implements Resource {

  private static final String HOST = "monitor.twilio.com";

  private final Backend backend;

  AlertsResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/Alerts", this::list).get("/v1/Alerts/{Sid}", this::fetch);
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    String level =
        Form.word(request, "LogLevel", 20001, List.of("error", "warning", "notice", "debug"));
    Instant from = Moments.from(request, "StartDate");
    Instant to = Moments.until(request, "EndDate");
    List<Note> rows = new ArrayList<>();
    for (Note note : NotificationsResource.notes(backend, exchange.account().sid())) {
      Instant at = instant(note.at());
      if ((level == null || level.equals(level(note)))
          && (from == null || !at.isBefore(from))
          && (to == null || at.isBefore(to))) {
        rows.add(note);
      }
    }
    return Page.ofV1(
        request,
        HOST,
        "alerts",
        rows,
        Note::sid,
        (json, note) -> write(json, exchange, note, false));
  }

  private RestResponse fetch(Exchange exchange) {
    for (Note note : NotificationsResource.notes(backend, exchange.account().sid())) {
      if (note.sid().equals(exchange.path("Sid"))) {
        JsonText json = new JsonText();
        write(json, exchange, note, true);
        return RestResponse.ok(200, json.toString());
      }
    }
    throw RestApi.notFound(exchange.request());
  }

  private static String level(Note note) {
    return note.error() ? "error" : "warning";
  }

  private Instant instant(long at) {
    return ZonedDateTime.parse(backend.time(at), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private void write(JsonText json, Exchange exchange, Note note, boolean whole) {
    Requested request = note.request();
    String time = instant(note.at()).toString();
    json.begin();
    json.text("account_sid", exchange.account().sid());
    json.text("alert_text", NotificationsResource.text(note));
    json.text("api_version", "2010-04-01");
    json.text("date_created", time);
    json.text("date_generated", time);
    json.text("date_updated", time);
    json.text("error_code", Integer.toString(note.code()));
    json.text("log_level", level(note));
    json.text("more_info", "https://www.twilio.com/docs/errors/" + note.code());
    json.text("request_method", request == null ? null : request.method());
    json.text("request_url", request == null ? null : request.url());
    if (whole) {
      json.text(
          "request_variables",
          request == null ? null : NotificationsResource.encoded(request.params()));
      json.text("response_body", request == null ? null : request.body());
      json.text("response_headers", NotificationsResource.headers(request));
      json.text("request_headers", null);
    }
    json.text("resource_sid", note.call());
    json.text("sid", note.sid());
    json.text("url", "https://" + HOST + "/v1/Alerts/" + note.sid());
    json.text("service_sid", null);
    json.end();
  }
}
