package dev.partyline.rest;

import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code …/Applications.json}: the TwiML applications of an account. */
final class ApplicationsResource implements Resource {

  private static final int LONGEST_NAME = 64;
  private static final Map<String, String> KEPT = new LinkedHashMap<>();
  private static final List<String> PARAMETERS = new ArrayList<>(VoiceForm.PARAMETERS);

  static {
    KEPT.put("MessageStatusCallback", "message_status_callback");
    KEPT.put("PublicApplicationConnectEnabled", "public_application_connect_enabled");
    KEPT.put("SmsFallbackMethod", "sms_fallback_method");
    KEPT.put("SmsFallbackUrl", "sms_fallback_url");
    KEPT.put("SmsMethod", "sms_method");
    KEPT.put("SmsStatusCallback", "sms_status_callback");
    KEPT.put("SmsUrl", "sms_url");
    PARAMETERS.addAll(KEPT.keySet());
    PARAMETERS.addAll(List.of("ApiVersion", "FriendlyName"));
  }

  private final Backend backend;

  ApplicationsResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Applications";
    String one = all + "/{Sid}";
    routes
        .get(all, this::list)
        .post(all, PARAMETERS, this::create)
        .get(one, x -> one(200, existing(x)))
        .post(one, PARAMETERS, this::update)
        .delete(one, this::delete);
  }

  private RestResponse list(Exchange exchange) {
    String name = exchange.request().filled("FriendlyName");
    List<TwimlApp> rows = new ArrayList<>();
    for (TwimlApp entry : backend.directory().applications(exchange.account().sid())) {
      if (name == null || name.equals(entry.friendlyName())) {
        rows.add(0, entry);
      }
    }
    return Page.of(exchange.request(), "applications", rows, TwimlApp::sid, this::write);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    String name = Form.text(request, "FriendlyName", LONGEST_NAME);
    Voice voice = VoiceForm.read(request, Voice.NONE);
    Map<String, String> kept = keep(request, Map.of());
    String sid = backend.directory().nextSid("AP");
    TwimlApp entry =
        new TwimlApp(
            sid,
            exchange.account().sid(),
            name == null ? sid : name,
            voice,
            kept,
            backend.now(),
            backend.now());
    backend.directory().put(entry);
    return one(201, entry);
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    TwimlApp old = existing(exchange);
    String name = Form.text(request, "FriendlyName", LONGEST_NAME);
    TwimlApp entry =
        old.with(
            name == null ? old.friendlyName() : name,
            VoiceForm.read(request, old.voice()),
            keep(request, old.kept()),
            backend.now());
    backend.directory().put(entry);
    return one(200, entry);
  }

  private static Map<String, String> keep(RestRequest request, Map<String, String> old) {
    Form.flag(request, "PublicApplicationConnectEnabled");
    return VoiceForm.keep(request, KEPT, old);
  }

  private RestResponse delete(Exchange exchange) {
    backend.directory().remove(existing(exchange).sid());
    return RestResponse.ok(204, "");
  }

  private TwimlApp existing(Exchange exchange) {
    TwimlApp entry =
        backend.directory().application(exchange.account().sid(), exchange.path("Sid"));
    if (entry == null) {
      throw RestApi.notFound(exchange.request());
    }
    return entry;
  }

  private RestResponse one(int status, TwimlApp entry) {
    JsonText json = new JsonText();
    write(json, entry);
    return RestResponse.ok(status, json.toString());
  }

  private void write(JsonText json, TwimlApp entry) {
    Map<String, String> kept = entry.kept();
    json.begin();
    json.text("account_sid", entry.accountSid());
    json.text("api_version", "2010-04-01");
    json.text("date_created", backend.time(entry.created()));
    json.text("date_updated", backend.time(entry.updated()));
    json.text("friendly_name", entry.friendlyName());
    json.text("message_status_callback", kept.get("message_status_callback"));
    json.text("sid", entry.sid());
    json.text("sms_fallback_method", kept.getOrDefault("sms_fallback_method", "POST"));
    json.text("sms_fallback_url", kept.get("sms_fallback_url"));
    json.text("sms_method", kept.getOrDefault("sms_method", "POST"));
    json.text("sms_status_callback", kept.get("sms_status_callback"));
    json.text("sms_url", kept.get("sms_url"));
    json.text("status_callback", entry.voice().statusCallback());
    json.text("status_callback_method", entry.voice().statusCallbackMethod());
    json.text("uri", Resources.base(entry.accountSid()) + "/Applications/" + entry.sid() + ".json");
    VoiceForm.write(json, entry.voice(), null);
    json.flag(
        "public_application_connect_enabled",
        "true".equalsIgnoreCase(kept.get("public_application_connect_enabled")));
    json.end();
  }
}
