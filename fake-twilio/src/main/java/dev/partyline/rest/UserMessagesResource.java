package dev.partyline.rest;

import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code …/Calls/{CallSid}/UserDefinedMessages} and {@code …/UserDefinedMessageSubscriptions}:
 * messages of the application's own to and from the client at the far end of a live call. A request
 * with an idempotency key that was used on the call before gets the first answer again.
 */
final class UserMessagesResource implements Resource {

  private static final int MOST_CHARACTERS = 10_000;

  private final Backend backend;
  private final Map<String, String> answered = new LinkedHashMap<>();

  UserMessagesResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String call = Routes.ACCOUNT + "/Calls/{CallSid}";
    String subscriptions = call + "/UserDefinedMessageSubscriptions";
    routes
        .post(call + "/UserDefinedMessages", List.of("Content", "IdempotencyKey"), this::send)
        .post(subscriptions, List.of("Callback", "IdempotencyKey", "Method"), this::subscribe)
        .delete(subscriptions + "/{Sid}", this::unsubscribe);
  }

  private RestResponse send(Exchange exchange) {
    RestRequest request = exchange.request();
    Form.required(request, "Content", 20001);
    String content = Form.text(request, "Content", MOST_CHARACTERS);
    Call call = live(exchange);
    String before = before(exchange, "message");
    if (before != null) {
      return RestResponse.ok(201, before);
    }
    String sid = backend.directory().nextSid("KX");
    backend.passToClient(call, sid, content);
    return made(exchange, "message", call, sid, null);
  }

  private RestResponse subscribe(Exchange exchange) {
    RestRequest request = exchange.request();
    Form.required(request, "Callback", 20001);
    String url = Form.callback(request, "Callback");
    String method = Form.method(request, "Method", 20001);
    Call call = live(exchange);
    String before = before(exchange, "subscription");
    if (before != null) {
      return RestResponse.ok(201, before);
    }
    String sid = backend.directory().nextSid("ZY");
    backend.subscribe(call, sid, new Subscription(url, method, List.of()));
    String path = "/Calls/" + call.sid() + "/UserDefinedMessageSubscriptions/" + sid + ".json";
    return made(exchange, "subscription", call, sid, path);
  }

  private RestResponse unsubscribe(Exchange exchange) {
    Call call = backend.telephony().call(exchange.path("CallSid"));
    if (call == null || !backend.unsubscribe(call, exchange.path("Sid"))) {
      throw RestApi.notFound(exchange.request());
    }
    return RestResponse.ok(204, "");
  }

  private Call live(Exchange exchange) {
    Call call = backend.telephony().call(exchange.path("CallSid"));
    if (!call.isLive()) {
      throw new Refusal(400, 21220, "Call " + call.sid() + " is not in-progress.");
    }
    return call;
  }

  private static String key(Exchange exchange, String kind) {
    String given = exchange.request().filled("IdempotencyKey");
    return given == null ? null : exchange.path("CallSid") + " " + kind + " " + given;
  }

  private String before(Exchange exchange, String kind) {
    return answered.get(String.valueOf(key(exchange, kind)));
  }

  private RestResponse made(Exchange exchange, String kind, Call call, String sid, String path) {
    JsonText json = new JsonText();
    json.begin();
    json.text("account_sid", exchange.account().sid());
    json.text("call_sid", call.sid());
    json.text("sid", sid);
    json.text("date_created", backend.time(backend.now()));
    if (path != null) {
      json.text("uri", Resources.base(exchange.account().sid()) + path);
    }
    json.end();
    String key = key(exchange, kind);
    if (key != null) {
      answered.put(key, json.toString());
    }
    return RestResponse.ok(201, json.toString());
  }
}
