package dev.partyline.rest.sync;

import dev.partyline.knob.Knob;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Page;
import dev.partyline.rest.RestApi;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Author;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Refused;
import dev.partyline.sync.SyncObject;
import dev.partyline.sync.SyncService;
import dev.partyline.telephony.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What Sync's resources share: finding things by SID or name, JSON, pages. */
final class Frame {

  static final String HOST = "sync.twilio.com";
  static final String ALL = "/v1/Services";
  static final String ONE = ALL + "/{ServiceSid}";

  private static final int LARGEST_PAGE = 100;

  private final SyncServices services;

  Frame(SyncServices services) {
    this.services = services;
  }

  SyncServices services() {
    return services;
  }

  /** What the model refuses becomes the platform's error. */
  static Routes.Handler handler(Routes.Handler handler) {
    return exchange -> {
      try {
        return handler.answer(exchange);
      } catch (Refused refused) {
        throw new Refusal(refused.status(), refused.code(), refused.getMessage());
      }
    };
  }

  // ---- finding ----

  SyncService service(Exchange exchange) {
    SyncService found = services.get(exchange.account().sid(), exchange.path("ServiceSid"));
    return require(found, exchange, 54050);
  }

  /** The object in the path, by SID or unique name; it is counted as a read when it is one. */
  SyncObject object(Exchange exchange, Kind kind) {
    SyncObject found = service(exchange).find(kind, exchange.path("Object"));
    require(found, exchange, kind.missing());
    if (exchange.request().method().equals("GET")) {
      found.read(Author.SYSTEM, services.now());
    }
    return found;
  }

  /** SYNC-SVC-09. */
  <T> T require(T found, Exchange exchange, int code) {
    if (found == null) {
      Refusal general = RestApi.notFound(exchange.request());
      throw services.knobs().is(Knob.SYNC_NOT_FOUND_CODE, "specific")
          ? new Refusal(404, code, general.getMessage())
          : general;
    }
    return found;
  }

  // ---- answers ----

  static RestResponse answer(int status, JsonText json) {
    return RestResponse.ok(status, json.toString());
  }

  /** With the revision as ETag (SYNC-SVC-05). */
  static RestResponse answer(int status, JsonText json, String revision) {
    return answer(status, json).with("ETag", "\"" + revision + "\"");
  }

  static RestResponse gone() {
    return RestResponse.ok(204, "");
  }

  /** A page of a list, of at most a hundred (SYNC-SVC-12). */
  static <T> RestResponse page(
      Exchange exchange,
      String key,
      List<T> rows,
      Function<T, String> sid,
      BiConsumer<JsonText, T> writer) {
    RestRequest request = exchange.request();
    String size = request.filled("PageSize");
    if (size != null && size.matches("[0-9]{1,9}") && Integer.parseInt(size) > LARGEST_PAGE) {
      Map<String, List<String>> params = new LinkedHashMap<>(request.params());
      params.put("PageSize", List.of(Integer.toString(LARGEST_PAGE)));
      request =
          new RestRequest(
              request.method(),
              request.path(),
              params,
              request.user(),
              request.password(),
              request.headers());
    }
    return Page.ofV1(request, HOST, key, rows, sid, writer);
  }

  /** Null for a negative time. */
  String time(long ms) {
    return ms < 0 ? null : services.instant(ms).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String url(SyncService service, String... below) {
    StringBuilder url =
        new StringBuilder("https://").append(HOST).append(ALL).append('/').append(service.sid());
    for (String part : below) {
      url.append('/').append(encode(part));
    }
    return url.toString();
  }

  static String url(SyncObject object) {
    return url(object.service(), object.kind().collection(), object.sid());
  }

  static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The fields that every object has; to be ended by the caller. */
  JsonText object(JsonText json, SyncObject object, String... links) {
    json.begin();
    json.text("sid", object.sid());
    json.text("unique_name", object.uniqueName());
    json.text("account_sid", object.service().accountSid());
    json.text("service_sid", object.service().sid());
    json.text("url", url(object));
    json.begin("links");
    for (String link : links) {
      json.text(link.toLowerCase(java.util.Locale.ROOT), url(object) + "/" + link);
    }
    json.end();
    if (object.kind() != Kind.STREAM) {
      json.text("revision", object.revision());
    }
    dates(json, object.expiresAt(), object.createdAt(), object.updatedAt(), object.createdBy());
    return json;
  }

  void dates(JsonText json, long expiresAt, long createdAt, long updatedAt, Author author) {
    json.text("date_expires", time(expiresAt));
    json.text("date_created", time(createdAt));
    json.text("date_updated", time(updatedAt));
    json.text("created_by", author.identity());
  }
}
