package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code …/Messages.json}: text messages are taken and kept, so that programs which send them run.
 * Nobody gets them: a message stays queued for ever.
 */
final class MessagesResource implements Resource {

  private static final int MOST_CHARACTERS = 1600;
  private static final int SEGMENT = 160;

  private record Message(
      String sid, String account, String from, String service, String to, String body, long at) {}

  private final Backend backend;
  private final List<Message> messages = new ArrayList<>();

  MessagesResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Messages";
    routes
        .get(all, this::list)
        .post(all, this::create)
        .get(all + "/{Sid}", x -> one(200, existing(x)))
        .delete(all + "/{Sid}", this::delete);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    String to = request.filled("To");
    String from = request.filled("From");
    String service = request.filled("MessagingServiceSid");
    String body = request.filled("Body");
    boolean empty =
        body == null && request.filled("MediaUrl") == null && request.filled("ContentSid") == null;
    if (to == null) {
      throw new Refusal(400, 21604, "A 'To' phone number is required.");
    }
    if (from == null && service == null) {
      throw new Refusal(400, 21603, "A 'From' phone number is required.");
    }
    if (empty) {
      throw new Refusal(400, 21602, "Message body is required.");
    }
    if (body != null && body.length() > MOST_CHARACTERS) {
      throw new Refusal(
          400, 21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    String account = exchange.account().sid();
    String sid = backend.directory().nextSid("SM");
    Message message =
        new Message(sid, account, from, service, to, body == null ? "" : body, backend.now());
    messages.add(message);
    return one(201, message);
  }

  private RestResponse list(Exchange exchange) {
    String to = exchange.request().filled("To");
    String from = exchange.request().filled("From");
    Moments sent = new Moments(exchange.request(), "DateSent");
    List<Message> rows = new ArrayList<>();
    for (Message message : messages) {
      if (message.account().equals(exchange.account().sid())
          && (to == null || to.equals(message.to()))
          && (from == null || from.equals(message.from()))
          && sent.hold(backend.time(message.at()))) {
        rows.add(0, message);
      }
    }
    return Page.of(exchange.request(), "messages", rows, Message::sid, this::write);
  }

  private RestResponse delete(Exchange exchange) {
    messages.remove(existing(exchange));
    return RestResponse.ok(204, "");
  }

  private Message existing(Exchange exchange) {
    for (Message message : messages) {
      if (message.sid().equals(exchange.path("Sid"))
          && message.account().equals(exchange.account().sid())) {
        return message;
      }
    }
    throw RestApi.notFound(exchange.request());
  }

  private RestResponse one(int status, Message message) {
    JsonText json = new JsonText();
    write(json, message);
    return RestResponse.ok(status, json.toString());
  }

  private void write(JsonText json, Message message) {
    String uri = Resources.base(message.account()) + "/Messages/" + message.sid();
    int segments = Math.max(1, (message.body().length() + SEGMENT - 1) / SEGMENT);
    json.begin();
    json.text("account_sid", message.account());
    json.text("api_version", "2010-04-01");
    json.text("body", message.body());
    json.text("date_created", backend.time(message.at()));
    json.text("date_sent", null);
    json.text("date_updated", backend.time(message.at()));
    json.text("direction", "outbound-api");
    json.text("error_code", null);
    json.text("error_message", null);
    json.text("from", message.from());
    json.text("messaging_service_sid", message.service());
    json.text("num_media", "0");
    json.text("num_segments", Integer.toString(segments));
    json.text("price", null);
    json.text("price_unit", "USD");
    json.text("sid", message.sid());
    json.text("status", message.service() == null ? "queued" : "accepted");
    json.begin("subresource_uris");
    json.text("media", uri + "/Media.json");
    json.end();
    json.text("to", message.to());
    json.text("uri", uri + ".json");
    json.end();
  }
}
