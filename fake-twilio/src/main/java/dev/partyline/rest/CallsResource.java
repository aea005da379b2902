package dev.partyline.rest;

import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import dev.partyline.knob.Knob;
import dev.partyline.recording.RecordingSource;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code …/Calls.json} and {@code …/Calls/{Sid}.json} (CALL-02). */
final class CallsResource implements Resource {

  private static final int MOST_TWIML = 4000;

  private static final List<String> UPDATES =
      List.of(
          "Url",
          "Method",
          "Status",
          "FallbackUrl",
          "FallbackMethod",
          "StatusCallback",
          "StatusCallbackMethod",
          "StatusCallbackEvent",
          "Twiml",
          "TimeLimit");

  private final Backend backend;
  private final Resources resources;
  private final Dialling dialling;
  private final Set<String> deleted = new TreeSet<>();

  CallsResource(Backend backend, Resources resources) {
    this.backend = backend;
    this.resources = resources;
    this.dialling = new Dialling(backend);
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Calls";
    String one = all + "/{Sid}";
    routes
        .get(all, this::list)
        .post(all, CallForm.PARAMETERS, this::create)
        .get(one, x -> fetch(x.path("Sid"), x.asOf(), x.request()))
        .post(one, UPDATES, x -> update(x.path("Sid"), x.request()))
        .delete(one, x -> delete(x.path("Sid"), x.request()));
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    String to = request.filled("To");
    String from = request.filled("From");
    String status = request.filled("Status");
    String parent = request.filled("ParentCallSid");
    Moments started = new Moments(request, "StartTime");
    Moments ended = new Moments(request, "EndTime");
    List<Call> rows = new ArrayList<>();
    for (Call call : backend.telephony().calls()) {
      CallStatus seen = exchange.asOf().status(call);
      if (seen != null
          && backend.accountOf(call.sid()).equals(exchange.account().sid())
          && (parent == null || call.parent() != null && parent.equals(call.parent().sid()))
          && !deleted.contains(call.sid())
          && (to == null || Addresses.same(to, call.origin().to()))
          && (from == null || Addresses.same(from, call.origin().from()))
          && (status == null || status.equals(seen.word()))
          && started.hold(backend.time(call.startedAt()))
          && ended.hold(backend.time(call.endedAt()))) {
        rows.add(call);
      }
    }
    return Page.of(
        request,
        "calls",
        Page.newestFirst(rows, backend.knobs()),
        Call::sid,
        (json, call) -> resources.call(json, call, exchange.asOf().status(call)));
  }

  RestResponse fetch(String sid, AsOf asOf, RestRequest request) {
    Call call = existing(sid, request);
    CallStatus seen = asOf.status(call);
    if (seen == null) {
      throw RestApi.notFound(request);
    }
    return one(200, call, seen);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    String to = Dialling.requireTo(request);
    String url = request.filled("Url");
    String twiml = request.filled("Twiml");
    String application = request.filled("ApplicationSid");
    if (url == null && twiml == null && application == null) {
      throw new Refusal(400, 21205, "Url parameter is required.");
    }
    Form.url(request, "Url", 21205);
    String from = Dialling.requireFrom(request);
    dialling.require(exchange.account(), to, from, request.filled("CallToken"), 21211);
    requireShort(twiml);
    CallForm.check(request);
    Backend.Script script = script(request);
    Subscription subscription = Form.subscription(request, "StatusCallback", List.of("completed"));
    if (url == null && twiml == null) {
      TwimlApp handler = backend.directory().application(exchange.account().sid(), application);
      if (handler == null) {
        throw new Refusal(400, 21218, "Invalid ApplicationSid " + application);
      }
      Voice voice = handler.voice();
      script = Backend.Script.of(voice);
      subscription =
          voice.statusCallback() == null
              ? null
              : new Subscription(
                  voice.statusCallback(), voice.statusCallbackMethod(), List.of("completed"));
    }
    Call call =
        backend.dial(
            new Backend.Outgoing(
                from,
                to,
                subscription,
                Form.whole(request, "Timeout", 60, 1, 600, 21208),
                Form.whole(request, "TimeLimit", 14_400, 1, 86_400),
                Detection.ofCall(request)),
            script);
    if (Form.flag(request, "Record", false)) {
      backend.recordWhenAnswered(
          RecordingsBelow.order(request, call.sid(), RecordingSource.OUTBOUND_API, "trim-silence"),
          Form.subscription(request, "RecordingStatusCallback", List.of("completed")));
    }
    return one(201, call, call.status());
  }

  private static Backend.Script script(RestRequest request) {
    String url = request.filled("Url");
    return new Backend.Script(
        url,
        Form.method(request, "Method", 21209),
        url != null ? null : request.filled("Twiml"),
        Form.url(request, "FallbackUrl", 20001),
        Form.method(request, "FallbackMethod", 21209));
  }

  RestResponse update(String sid, RestRequest request) {
    Call call = existing(sid, request);
    String url = request.filled("Url");
    String twiml = request.filled("Twiml");
    String status = request.filled("Status");
    if (url != null && twiml != null) {
      throw new Refusal(400, 20001, "Url and Twiml cannot be given together");
    }
    int limit = Form.whole(request, "TimeLimit", 0, 1, 86_400);
    if (status != null) {
      end(call, status);
    } else if (url != null || twiml != null) {
      requireShort(twiml);
      if (call.status() != CallStatus.IN_PROGRESS) {
        throw notInProgress();
      }
      Form.url(request, "Url", 21205);
      Backend.Script script = script(request);
      Subscription subscription =
          Form.subscription(request, "StatusCallback", List.of("completed"));
      if (url != null && subscription != null) {
        call.subscribe(subscription);
      }
      backend.redirect(call, script);
    }
    if (limit > 0) {
      backend.limit(call, limit);
    }
    return one(200, call, call.status());
  }

  /** CALL-47. */
  RestResponse delete(String sid, RestRequest request) {
    Call call = existing(sid, request);
    if (call.isLive()) {
      throw new Refusal(
          400, 20009, "Call " + sid + " is " + call.status().word() + " and cannot be deleted yet");
    }
    deleted.add(sid);
    return RestResponse.ok(204, "");
  }

  /** The leg whose record has not been deleted. */
  Call existing(String sid, RestRequest request) {
    Call call = backend.telephony().call(sid);
    if (call == null || deleted.contains(sid)) {
      throw RestApi.notFound(request);
    }
    return call;
  }

  private void end(Call call, String status) {
    boolean cancel = status.equals("canceled");
    if (!cancel && !status.equals("completed")) {
      throw Form.bad("Status", status, "canceled or completed");
    }
    if (!call.isLive()) {
      if (backend.knobs().is(Knob.CALL_END_FINISHED, "error21220")) {
        throw notInProgress();
      }
      return;
    }
    if (cancel && call.status() == CallStatus.IN_PROGRESS) {
      if (backend.knobs().is(Knob.CALL_CANCEL_ON_ANSWERED, "error21220")) {
        throw notInProgress();
      }
      return;
    }
    backend.end(call, cancel);
  }

  private static Refusal notInProgress() {
    return new Refusal(400, 21220, "Call is not in-progress. Cannot redirect.");
  }

  private static void requireShort(String twiml) {
    if (twiml != null && twiml.length() > MOST_TWIML) {
      throw new Refusal(
          400, 20001, "Twiml has " + twiml.length() + " characters; the most is " + MOST_TWIML);
    }
  }

  private RestResponse one(int status, Call call, CallStatus seen) {
    JsonText json = new JsonText();
    resources.call(json, call, seen);
    return RestResponse.ok(status, json.toString());
  }
}
