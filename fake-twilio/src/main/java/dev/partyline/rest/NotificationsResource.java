package dev.partyline.rest;

import dev.partyline.rest.Backend.Note;
import dev.partyline.rest.Backend.Requested;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code …/Notifications.json} of an account and of a call, and {@code …/Calls/{CallSid}/Events}:
 * what was logged and what was sent while documents and callbacks ran (CALL-62).
 */
final class NotificationsResource implements Resource {

  private final Backend backend;

  NotificationsResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Notifications";
    String call = Routes.ACCOUNT + "/Calls/{CallSid}";
    routes
        .get(all, x -> list(x, null))
        .get(all + "/{Sid}", x -> fetch(x, null))
        .get(call + "/Notifications", x -> list(x, x.path("CallSid")))
        .get(call + "/Notifications/{Sid}", x -> fetch(x, x.path("CallSid")))
        .get(call + "/Events", this::events);
  }

  /** What was logged for an account, the newest first. */
  static List<Note> notes(Backend backend, String account) {
    List<Note> notes = new ArrayList<>();
    for (Note note : backend.notes()) {
      String owner = backend.accountOf(note.call() == null ? "" : note.call());
      if (owner.equals(account)) {
        notes.add(0, note);
      }
    }
    return notes;
  }

  static String encoded(Map<String, String> pairs) {
    StringBuilder text = new StringBuilder();
    pairs.forEach(
        (name, value) ->
            text.append(text.length() == 0 ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  /** The text of an error as the log keeps it: names and values like those of a query. */
  static String text(Note note) {
    return "LogLevel="
        + (note.error() ? "ERROR" : "WARN")
        + "&Msg="
        + encoded(note.text())
        + "&ErrorCode="
        + note.code()
        + (note.request() == null ? "" : "&url=" + encoded(note.request().url()));
  }

  private RestResponse list(Exchange exchange, String call) {
    RestRequest request = exchange.request();
    String log = Form.word(request, "Log", 20001, List.of("0", "1"));
    Days days = new Days(request, "MessageDate");
    List<Note> rows = new ArrayList<>();
    for (Note note : notes(backend, exchange.account().sid())) {
      if ((call == null || call.equals(note.call()))
          && (log == null || log.equals(note.error() ? "0" : "1"))
          && days.hold(backend.time(note.at()))) {
        rows.add(note);
      }
    }
    return Page.of(
        request,
        "notifications",
        rows,
        Note::sid,
        (json, note) -> write(json, exchange, note, call, false));
  }

  private RestResponse fetch(Exchange exchange, String call) {
    for (Note note : notes(backend, exchange.account().sid())) {
      if (note.sid().equals(exchange.path("Sid")) && (call == null || call.equals(note.call()))) {
        JsonText json = new JsonText();
        write(json, exchange, note, call, true);
        return RestResponse.ok(200, json.toString());
      }
    }
    throw RestApi.notFound(exchange.request());
  }

  private void write(JsonText json, Exchange exchange, Note note, String call, boolean whole) {
    Requested request = note.request();
    String base = Resources.base(exchange.account().sid());
    String time = backend.time(note.at());
    json.begin();
    json.text("account_sid", exchange.account().sid());
    json.text("api_version", "2010-04-01");
    json.text("call_sid", note.call());
    json.text("date_created", time);
    json.text("date_updated", time);
    json.text("error_code", Integer.toString(note.code()));
    json.text("log", note.error() ? "0" : "1");
    json.text("message_date", time);
    json.text("message_text", text(note));
    json.text("more_info", "https://www.twilio.com/docs/errors/" + note.code());
    json.text("request_method", request == null ? null : request.method());
    json.text("request_url", request == null ? "" : request.url());
    if (whole) {
      json.text("request_variables", request == null ? "" : encoded(request.params()));
      json.text("response_body", request == null ? "" : request.body());
      json.text("response_headers", headers(request));
    }
    json.text("sid", note.sid());
    json.text(
        "uri",
        base + (call == null ? "" : "/Calls/" + call) + "/Notifications/" + note.sid() + ".json");
    json.end();
  }

  static String headers(Requested request) {
    return request == null || request.contentType() == null
        ? ""
        : encoded(Map.of("Content-Type", request.contentType()));
  }

  private RestResponse events(Exchange exchange) {
    List<Requested> rows = backend.requests(exchange.path("CallSid"));
    return Page.of(
        exchange.request(),
        "events",
        rows,
        row -> Integer.toString(rows.indexOf(row)),
        this::write);
  }

  private void write(JsonText json, Requested row) {
    json.begin();
    json.begin("request");
    json.text("method", row.method());
    json.text("url", row.url());
    json.begin("parameters");
    row.params().forEach((name, value) -> json.text(SnakeCase.ofKey(name), value));
    json.end();
    json.end();
    json.begin("response");
    json.number("response_code", row.status());
    json.number("request_duration", row.tookMs());
    json.text("content_type", row.contentType());
    json.text("response_body", row.body());
    json.text("date_created", backend.time(row.at() + row.tookMs()));
    json.end();
    json.end();
  }
}
