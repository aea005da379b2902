package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.List;

/** {@code …/Calls.json} and {@code …/Calls/{Sid}.json} (CALL-02). */
final class CallsResource {

  private static final int MOST_TWIML = 4000;

  private final Backend backend;
  private final Resources resources;

  CallsResource(Backend backend, Resources resources) {
    this.backend = backend;
    this.resources = resources;
  }

  RestResponse list(RestRequest request, AsOf asOf) {
    String to = request.filled("To");
    String from = request.filled("From");
    String status = request.filled("Status");
    List<Call> rows = new ArrayList<>();
    for (Call call : backend.telephony().calls()) {
      CallStatus seen = asOf.status(call);
      if (seen != null
          && (to == null || to.equals(call.origin().to()))
          && (from == null || from.equals(call.origin().from()))
          && (status == null || status.equals(seen.word()))) {
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
    Call call = backend.telephony().call(sid);
    CallStatus seen = call == null ? null : asOf.status(call);
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
    String from = request.filled("From");
    if (from == null) {
      throw new Refusal(400, 21213, "No 'From' number is specified");
    }
    if (!Addresses.dialable(to)) {
      throw new Refusal(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (url == null && twiml == null) {
      url = backend.applicationUrl(application);
      if (url == null) {
        throw new Refusal(400, 21218, "Invalid ApplicationSid " + application);
      }
    }
    requireShort(twiml);
    Call call =
        backend.dial(
            new Backend.Outgoing(
                from,
                to,
                Form.subscription(request, "StatusCallback", List.of("completed")),
                Form.whole(request, "Timeout", 60, 1, 600),
                Form.whole(request, "TimeLimit", 14_400, 1, 86_400)),
            url,
            method(request, "Method"),
            url != null ? null : twiml);
    return one(201, call, call.status());
  }

  RestResponse update(String sid, RestRequest request) {
    Call call = backend.telephony().call(sid);
    if (call == null) {
      throw RestApi.notFound(request);
    }
    String url = request.filled("Url");
    String twiml = request.filled("Twiml");
    String status = request.filled("Status");
    if (url != null && twiml != null) {
      throw new Refusal(400, 20001, "Url and Twiml cannot be given together");
    }
    if (status != null) {
      end(call, status);
    } else if (url != null || twiml != null) {
      requireShort(twiml);
      if (call.status() != CallStatus.IN_PROGRESS) {
        throw notInProgress();
      }
      backend.redirect(call, url, method(request, "Method"), twiml);
    }
    return one(200, call, call.status());
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

  private static String method(RestRequest request, String name) {
    String method = request.filled(name);
    if (method == null) {
      return "POST";
    }
    if (!method.equalsIgnoreCase("GET") && !method.equalsIgnoreCase("POST")) {
      throw Form.bad(name, method, "GET or POST");
    }
    return method.toUpperCase(java.util.Locale.ROOT);
  }

  private RestResponse one(int status, Call call, CallStatus seen) {
    JsonText json = new JsonText();
    resources.call(json, call, seen);
    return RestResponse.ok(status, json.toString());
  }
}
