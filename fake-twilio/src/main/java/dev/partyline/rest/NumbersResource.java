package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.directory.Directory;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.Voice;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code …/IncomingPhoneNumbers.json}: the numbers of an account and what they run. */
final class NumbersResource implements Resource {

  private static final Map<String, String> KEPT = new LinkedHashMap<>();
  private static final List<String> PARAMETERS = new ArrayList<>(VoiceForm.PARAMETERS);

  static {
    KEPT.put("AddressSid", "address_sid");
    KEPT.put("BundleSid", "bundle_sid");
    KEPT.put("EmergencyAddressSid", "emergency_address_sid");
    KEPT.put("EmergencyStatus", "emergency_status");
    KEPT.put("IdentitySid", "identity_sid");
    KEPT.put("SmsApplicationSid", "sms_application_sid");
    KEPT.put("SmsFallbackMethod", "sms_fallback_method");
    KEPT.put("SmsFallbackUrl", "sms_fallback_url");
    KEPT.put("SmsMethod", "sms_method");
    KEPT.put("SmsUrl", "sms_url");
    KEPT.put("TrunkSid", "trunk_sid");
    KEPT.put("VoiceReceiveMode", "voice_receive_mode");
    PARAMETERS.addAll(KEPT.keySet());
    PARAMETERS.addAll(List.of("ApiVersion", "FriendlyName", "VoiceApplicationSid"));
  }

  private final Backend backend;

  NumbersResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/IncomingPhoneNumbers";
    String one = all + "/{Sid}";
    routes
        .get(all, this::list)
        .post(all, and("PhoneNumber", "AreaCode"), this::create)
        .get(one, x -> one(200, existing(x)))
        .post(one, and("AccountSid"), this::update)
        .delete(one, this::delete);
    for (String kind : List.of("Local", "Mobile", "TollFree")) {
      routes.notModelled("GET POST", all + "/" + kind, "numbers by kind");
    }
    routes.notModelled("GET", Routes.ACCOUNT + "/AvailablePhoneNumbers", "the search for numbers");
  }

  private static List<String> and(String... more) {
    List<String> all = new ArrayList<>(PARAMETERS);
    all.addAll(List.of(more));
    return all;
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    Boolean beta = Form.flag(request, "Beta");
    String name = request.filled("FriendlyName");
    String number = request.filled("PhoneNumber");
    String origin = request.filled("Origin");
    List<IncomingNumber> rows = new ArrayList<>();
    for (IncomingNumber entry : backend.directory().numbers(exchange.account().sid())) {
      if ((beta == null || !beta)
          && (name == null || name.equals(entry.friendlyName()))
          && (number == null || matches(number, entry.number()))
          && (origin == null || origin.equals("twilio"))) {
        rows.add(0, entry);
      }
    }
    return Page.of(request, "incoming_phone_numbers", rows, IncomingNumber::sid, this::write);
  }

  /** Parts of a number match; an asterisk stands for any digit. */
  private static boolean matches(String pattern, String number) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      regex.append(c == '*' ? "." : java.util.regex.Pattern.quote(String.valueOf(c)));
    }
    return java.util.regex.Pattern.compile(regex.toString()).matcher(number).find();
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Directory directory = backend.directory();
    String number = request.filled("PhoneNumber");
    String area = request.filled("AreaCode");
    if (number == null && area == null) {
      throw new Refusal(400, 20001, "PhoneNumber or AreaCode is required");
    }
    if (number != null && !Addresses.phone(number)) {
      throw new Refusal(400, 21421, "PhoneNumber " + number + " is not valid");
    }
    if (number == null && !area.matches("[2-9][0-9]{2}")) {
      throw Form.bad("AreaCode", area, "three digits, the first from 2 to 9");
    }
    if (number != null && directory.dialled(number) != null) {
      throw new Refusal(400, 21422, "PhoneNumber " + number + " is not available");
    }
    String phone = number == null ? free(area) : number;
    String name = request.filled("FriendlyName");
    Voice voice = VoiceForm.read(request, Voice.NONE);
    String application = application(request, exchange.account(), null);
    Map<String, String> kept = VoiceForm.keep(request, KEPT, Map.of());
    IncomingNumber entry =
        new IncomingNumber(
            directory.nextSid("PN"),
            exchange.account().sid(),
            phone,
            name == null ? Addresses.formatted(phone) : name,
            voice,
            application,
            kept,
            backend.now(),
            backend.now());
    directory.put(entry);
    return one(201, entry);
  }

  /** The lowest number of an area that nobody has. */
  private String free(String area) {
    for (int line = 5_550_100; line <= 5_559_999; line++) {
      String number = "+1" + area + line;
      if (backend.directory().dialled(number) == null) {
        return number;
      }
    }
    throw new Refusal(400, 21422, "No phone numbers found in area code " + area);
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    IncomingNumber old = existing(exchange);
    String name = request.filled("FriendlyName");
    String account = request.filled("AccountSid");
    Account other = account == null ? exchange.account() : backend.directory().account(account);
    if (other == null || !backend.directory().mayActFor(exchange.actor(), other)) {
      throw Form.bad("AccountSid", account, "an account of yours");
    }
    IncomingNumber entry =
        old.with(
            other.sid(),
            name == null ? old.friendlyName() : name,
            VoiceForm.read(request, old.voice()),
            application(request, other, old.applicationSid()),
            VoiceForm.keep(request, KEPT, old.kept()),
            backend.now());
    backend.directory().put(entry);
    return one(200, entry);
  }

  private String application(RestRequest request, Account account, String old) {
    String sid = request.first("VoiceApplicationSid");
    if (sid == null) {
      return old;
    }
    if (!sid.isEmpty() && backend.directory().application(account.sid(), sid) == null) {
      throw Form.bad("VoiceApplicationSid", sid, "an application of account " + account.sid());
    }
    return sid.isEmpty() ? null : sid;
  }

  private RestResponse delete(Exchange exchange) {
    backend.directory().remove(existing(exchange).sid());
    return RestResponse.ok(204, "");
  }

  private IncomingNumber existing(Exchange exchange) {
    IncomingNumber entry =
        backend.directory().number(exchange.account().sid(), exchange.path("Sid"));
    if (entry == null) {
      throw RestApi.notFound(exchange.request());
    }
    return entry;
  }

  private RestResponse one(int status, IncomingNumber entry) {
    JsonText json = new JsonText();
    write(json, entry);
    return RestResponse.ok(status, json.toString());
  }

  private void write(JsonText json, IncomingNumber entry) {
    Map<String, String> kept = entry.kept();
    json.begin();
    json.text("account_sid", entry.accountSid());
    json.text("address_sid", kept.get("address_sid"));
    json.text("address_requirements", "none");
    json.text("api_version", "2010-04-01");
    json.flag("beta", false);
    json.begin("capabilities");
    json.flag("voice", true);
    json.flag("sms", true);
    json.flag("mms", entry.number().startsWith("+1"));
    json.flag("fax", false);
    json.end();
    json.text("date_created", backend.time(entry.created()));
    json.text("date_updated", backend.time(entry.updated()));
    json.text("emergency_status", kept.getOrDefault("emergency_status", "Inactive"));
    json.text("emergency_address_sid", kept.get("emergency_address_sid"));
    json.text("emergency_address_status", "unregistered");
    json.text("friendly_name", entry.friendlyName());
    json.text("identity_sid", kept.get("identity_sid"));
    json.text("origin", "twilio");
    json.text("phone_number", entry.number());
    json.text("sid", entry.sid());
    json.text("sms_application_sid", kept.getOrDefault("sms_application_sid", ""));
    json.text("sms_fallback_method", kept.getOrDefault("sms_fallback_method", "POST"));
    json.text("sms_fallback_url", kept.getOrDefault("sms_fallback_url", ""));
    json.text("sms_method", kept.getOrDefault("sms_method", "POST"));
    json.text("sms_url", kept.getOrDefault("sms_url", ""));
    json.text("status_callback", VoiceForm.or(entry.voice().statusCallback(), ""));
    json.text("status_callback_method", entry.voice().statusCallbackMethod());
    json.text("trunk_sid", kept.get("trunk_sid"));
    json.text(
        "uri",
        Resources.base(entry.accountSid()) + "/IncomingPhoneNumbers/" + entry.sid() + ".json");
    json.text("voice_application_sid", VoiceForm.or(entry.applicationSid(), ""));
    VoiceForm.write(json, entry.voice(), "");
    json.text("bundle_sid", kept.get("bundle_sid"));
    json.text("voice_receive_mode", kept.getOrDefault("voice_receive_mode", "voice"));
    json.text("status", "in-use");
    json.text("type", "local");
    json.end();
  }
}
