package dev.partyline.rest;

import dev.partyline.queue.CallQueue;
import dev.partyline.queue.Member;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;
import java.util.List;
import java.util.Locale;

/** {@code …/Queues/{QueueSid}/Members.json} and those below it; {@code Front} is who is next. */
final class QueueMembersResource implements Resource {

  private static final String FRONT = "Front";
  private static final List<String> PARAMETERS = List.of("Url", "Method");

  private final Backend backend;

  QueueMembersResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Queues/{QueueSid}/Members";
    String one = all + "/{CallSid}";
    routes
        .get(all, this::list)
        .get(one, x -> one(queue(x), existing(x, queue(x))))
        .post(one, PARAMETERS, this::dequeue);
  }

  private RestResponse list(Exchange exchange) {
    CallQueue queue = queue(exchange);
    List<Member> rows = queue.members();
    return Page.of(
        exchange.request(),
        "queue_members",
        rows,
        Member::callSid,
        (json, member) -> write(json, queue, member, queue.position(member.callSid())));
  }

  /** The member leaves the queue and runs another document. */
  private RestResponse dequeue(Exchange exchange) {
    RestRequest request = exchange.request();
    CallQueue queue = queue(exchange);
    String url = request.filled("Url");
    if (url == null) {
      throw new Refusal(400, 20001, "Parameter Url is required");
    }
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw Form.bad("Url", url, "an absolute http or https URL");
    }
    String method = request.filled("Method");
    if (method != null && !method.equalsIgnoreCase("GET") && !method.equalsIgnoreCase("POST")) {
      throw Form.bad("Method", method, "GET or POST");
    }
    String callSid = exchange.path("CallSid");
    if (queue.wasHere(callSid)) {
      throw new Refusal(400, 20001, "Call " + callSid + " has already left queue " + queue.sid());
    }
    Member member = existing(exchange, queue);
    Call call = backend.telephony().call(member.callSid());
    int position = queue.position(member.callSid());
    backend.redirect(
        call,
        new Backend.Script(
            url, method == null ? "POST" : method.toUpperCase(Locale.ROOT), null, null, "POST"));
    JsonText json = new JsonText();
    write(json, queue, member, position);
    return RestResponse.ok(200, json.toString());
  }

  private CallQueue queue(Exchange exchange) {
    return QueuesResource.existing(backend, exchange, "QueueSid");
  }

  private static Member existing(Exchange exchange, CallQueue queue) {
    String key = exchange.path("CallSid");
    Member member = key.equals(FRONT) ? queue.front() : queue.member(key);
    if (member == null) {
      throw RestApi.notFound(exchange.request());
    }
    return member;
  }

  private RestResponse one(CallQueue queue, Member member) {
    JsonText json = new JsonText();
    write(json, queue, member, queue.position(member.callSid()));
    return RestResponse.ok(200, json.toString());
  }

  private void write(JsonText json, CallQueue queue, Member member, int position) {
    json.begin();
    json.text("queue_sid", queue.sid());
    json.text("call_sid", member.callSid());
    json.text("date_enqueued", backend.time(member.enqueuedAt()));
    json.number("position", position);
    json.text(
        "uri",
        Resources.base(queue.account())
            + "/Queues/"
            + queue.sid()
            + "/Members/"
            + member.callSid()
            + ".json");
    json.number("wait_time", member.waitedSeconds(backend.now()));
    json.end();
  }
}
