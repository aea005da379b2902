package dev.partyline.rest;

import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import dev.partyline.knob.Knob;
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

  private final Backend backend;
  private final Resources resources;
  private final Set<String> deleted = new TreeSet<>();

  CallsResource(Backend backend, Resources resources) {
    this.backend = backend;
    this.resources = resources;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Calls";
    String one = all + "/{Sid}";
    routes
        .get(all, x -> list(x.request(), x.asOf()))
        .post(all, x -> create(x.request()))
        .get(one, x -> fetch(x.path("Sid"), x.asOf(), x.request()))
        .post(one, x -> update(x.path("Sid"), x.request()))
        .delete(one, x -> delete(x.path("Sid"), x.request()));
    for (String below : Resources.CALL_SUBPATHS) {
      routes
          .get(one + "/" + below, x -> notModelled(x, below))
          .post(one + "/" + below, x -> notModelled(x, below));
    }
  }

  private RestResponse notModelled(Exchange exchange, String what) {
    existing(exchange.path("Sid"), exchange.request());
    throw new NotModelled(what + " of a call");
  }

  RestResponse list(RestRequest request, AsOf asOf) {
    String to = request.filled("To");
    String from = request.filled("From");
    String status = request.filled("Status");
    String parent = request.filled("ParentCallSid");
    Days started = new Days(request, "StartTime");
    Days ended = new Days(request, "EndTime");
    List<Call> rows = new ArrayList<>();
    for (Call call : backend.telephony().calls()) {
      CallStatus seen = asOf.status(call);
      if (seen != null
          && (parent == null || call.parent() != null && parent.equals(call.parent().sid()))
          && !deleted.contains(call.sid())
          && (to == null || to.equals(call.origin().to()))
          && (from == null || from.equals(call.origin().from()))
          && (status == null || status.equals(seen.word()))
          && started.hold(backend.time(call.startedAt()))
          && ended.hold(backend.time(call.endedAt()))) {
        rows.add(0, call);
      }
    }
    return Page.of(
        request,
        "calls",
        rows,
        Call::sid,
        (json, call) -> resources.call(json, call, asOf.status(call)));
  }

  RestResponse fetch(String sid, AsOf asOf, RestRequest request) {
    Call call = existing(sid, request);
    CallStatus seen = asOf.status(call);
    if (seen == null) {
      throw RestApi.notFound(request);
    }
    return one(200, call, seen);
  }

  RestResponse create(RestRequest request) {
    String to = request.filled("To");
    if (to == null) {
      throw new Refusal(400, 21201, "No 'To' number is specified");
    }
    String url = request.filled("Url");
    String twiml = request.filled("Twiml");
    String application = request.filled("ApplicationSid");
    if (url == null && twiml == null && application == null) {
      throw new Refusal(400, 21205, "Url parameter is required.");
    }
    requireAbsolute(url);
    String from = request.filled("From");
    if (from == null) {
      throw new Refusal(400, 21213, "No 'From' number is specified");
    }
    if (!Addresses.dialable(to)) {
      throw new Refusal(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (!Addresses.dialable(from)) {
      throw new Refusal(400, 21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    requireDigits(request.filled("SendDigits"));
    requireIfMachine(request.filled("IfMachine"));
    requireShort(twiml);
    Backend.Script script = script(request);
    Subscription subscription = Form.subscription(request, "StatusCallback", List.of("completed"));
    if (url == null && twiml == null) {
      TwimlApp handler = backend.directory().application(application);
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
    return one(201, call, call.status());
  }

  private static Backend.Script script(RestRequest request) {
    String url = request.filled("Url");
    return new Backend.Script(
        url,
        Form.method(request, "Method", 21209),
        url != null ? null : request.filled("Twiml"),
        request.filled("FallbackUrl"),
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
      requireAbsolute(url);
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

  private static void requireAbsolute(String url) {
    if (url != null && !url.startsWith("http://") && !url.startsWith("https://")) {
      throw new Refusal(400, 21205, "Url is not a valid URL: " + url);
    }
  }

  /** LIMIT-17. */
  private static void requireDigits(String digits) {
    if (digits != null && !digits.matches("[0-9A-Da-d#*wW]{1,32}")) {
      throw Form.bad(21206, "SendDigits", digits, "1 to 32 of 0-9, A-D, #, *, w and W");
    }
  }

  private static void requireIfMachine(String word) {
    if (word != null && !word.equals("Continue") && !word.equals("Hangup")) {
      throw Form.bad(21207, "IfMachine", word, "Continue or Hangup");
    }
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
