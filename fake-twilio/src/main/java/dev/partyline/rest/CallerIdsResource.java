package dev.partyline.rest;

import dev.partyline.directory.CallerId;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code …/OutgoingCallerIds.json}: numbers that others hold and have confirmed. The create calls
 * the number; whoever answers confirms it.
 */
final class CallerIdsResource implements Resource {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DELAY_SECONDS = 60;

  private final Backend backend;

  CallerIdsResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/OutgoingCallerIds";
    String one = all + "/{Sid}";
    routes
        .get(all, this::list)
        .post(
            all,
            List.of(
                "PhoneNumber",
                "FriendlyName",
                "CallDelay",
                "Extension",
                "StatusCallback",
                "StatusCallbackMethod"),
            this::validate)
        .get(one, x -> one(existing(x)))
        .post(one, List.of("FriendlyName"), this::update)
        .delete(one, this::delete);
  }

  private RestResponse list(Exchange exchange) {
    String number = exchange.request().filled("PhoneNumber");
    String name = exchange.request().filled("FriendlyName");
    List<CallerId> rows = new ArrayList<>();
    for (CallerId entry : backend.directory().callerIds(exchange.account().sid())) {
      if ((number == null || number.equals(entry.number()))
          && (name == null || name.equals(entry.friendlyName()))) {
        rows.add(0, entry);
      }
    }
    return Page.of(exchange.request(), "outgoing_caller_ids", rows, CallerId::sid, this::write);
  }

  private RestResponse validate(Exchange exchange) {
    RestRequest request = exchange.request();
    String account = exchange.account().sid();
    String number = Form.required(request, "PhoneNumber", 20001);
    if (!Addresses.phone(number)) {
      throw new Refusal(400, 21401, "Invalid phone number " + number);
    }
    if (backend.directory().verified(account, number)) {
      throw new Refusal(400, 21450, "Phone number already validated for your account.");
    }
    String name = Form.text(request, "FriendlyName", LONGEST_NAME);
    String shown = name == null ? Addresses.formatted(number) : name;
    String url = Form.callback(request, "StatusCallback");
    String method = Form.method(request, "StatusCallbackMethod", 21209);
    Call call =
        backend.confirm(
            number,
            shown,
            Form.whole(request, "CallDelay", 0, 0, LONGEST_DELAY_SECONDS),
            url == null ? null : new Subscription(url, method, List.of("completed")));
    JsonText json = new JsonText();
    json.begin();
    json.text("account_sid", account);
    json.text("call_sid", call.sid());
    json.text("friendly_name", shown);
    json.text("phone_number", number);
    json.text("validation_code", code(call.sid()));
    json.end();
    return RestResponse.ok(200, json.toString());
  }

  /** Six digits that follow from the call. */
  private static String code(String sid) {
    return String.format("%06d", Long.parseLong(Secrets.of(sid).substring(0, 8), 16) % 1_000_000);
  }

  private RestResponse update(Exchange exchange) {
    CallerId old = existing(exchange);
    String name = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    CallerId entry = name == null ? old : old.named(name, backend.now());
    backend.directory().put(entry);
    return one(entry);
  }

  private RestResponse delete(Exchange exchange) {
    backend.directory().remove(existing(exchange).sid());
    return RestResponse.ok(204, "");
  }

  private CallerId existing(Exchange exchange) {
    CallerId entry = backend.directory().callerId(exchange.account().sid(), exchange.path("Sid"));
    if (entry == null) {
      throw RestApi.notFound(exchange.request());
    }
    return entry;
  }

  private RestResponse one(CallerId entry) {
    JsonText json = new JsonText();
    write(json, entry);
    return RestResponse.ok(200, json.toString());
  }

  private void write(JsonText json, CallerId entry) {
    json.begin();
    json.text("sid", entry.sid());
    json.text("date_created", backend.time(entry.created()));
    json.text("date_updated", backend.time(entry.updated()));
    json.text("friendly_name", entry.friendlyName());
    json.text("account_sid", entry.accountSid());
    json.text("phone_number", entry.number());
    json.text(
        "uri", Resources.base(entry.accountSid()) + "/OutgoingCallerIds/" + entry.sid() + ".json");
    json.end();
  }
}
