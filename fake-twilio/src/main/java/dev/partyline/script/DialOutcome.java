package dev.partyline.script;

import dev.partyline.telephony.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a Dial to legs went, as its action is told (TWIML-26, TWIML-27). */
record DialOutcome(boolean bridged, Map<String, String> params) {

  /** Nobody was called at all. */
  static DialOutcome nobody(String status) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("DialCallStatus", status);
    params.put("DialBridged", "false");
    return new DialOutcome(false, params);
  }

  /** The callee is connected with the caller. */
  static DialOutcome bridged(Call call, Target target) {
    return of(call, target, "completed", true, false);
  }

  /** A dialled leg is gone. */
  static DialOutcome ended(Call call, Target target, boolean bridged) {
    return of(call, target, call.status().word(), bridged, call.answeredAt() >= 0);
  }

  /** CALL-45: the callee went elsewhere, so the length of its call is not known. */
  static DialOutcome redirected(Call call, Target target, boolean bridged) {
    return of(call, target, "completed", bridged, false);
  }

  private static DialOutcome of(
      Call call, Target target, String status, boolean bridged, boolean withDuration) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("DialCallStatus", status);
    params.put("DialCallSid", call.sid());
    if (withDuration) {
      params.put("DialCallDuration", Long.toString((call.endedAt() - call.answeredAt()) / 1000));
    }
    params.put("DialBridged", Boolean.toString(bridged));
    if (target != null && target.isSip()) {
      params.put("DialSipCallId", call.sipCallId());
      if (call.sipCode() > 0) {
        params.put("DialSipResponseCode", Integer.toString(call.sipCode()));
      }
    }
    return new DialOutcome(bridged, params);
  }
}
