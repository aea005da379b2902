package dev.partyline.world;

import dev.partyline.directory.CallerId;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls that ask the holder of a number to confirm it as caller id. Whoever answers keys in the
 * code; whoever does not answer, or hangs up before, has not confirmed anything.
 */
final class Confirmations {

  /** The number such calls come from. */
  static final String FROM = "+14157234000";

  private static final Span KEYS_IN_CODE = Span.of(5_000, 12_000, 30_000);
  private static final Span TO_CALLBACK = Span.of(20, 200, 1_500);

  private record Asked(String account, String number, String name, Subscription callback) {}

  private final World world;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  Confirmations(World world) {
    this.world = world;
  }

  Call call(String account, String number, String name, int delaySeconds, Subscription callback) {
    Call call = world.placements().ownLeg(FROM, number, delaySeconds * 1000L);
    asked.put(call.sid(), new Asked(account, number, name, callback));
    return call;
  }

  /** A leg moved; most are no business of this class. */
  void moved(Call call) {
    Asked what = asked.get(call.sid());
    if (what == null) {
      return;
    }
    if (!call.isLive()) {
      asked.remove(call.sid());
      tell(call, what, null);
    } else if (call.status() == CallStatus.IN_PROGRESS) {
      world.in(call.origin().leg() + ".keys-in-code", KEYS_IN_CODE, () -> confirm(call));
    }
  }

  private void confirm(Call call) {
    Asked what = asked.remove(call.sid());
    if (what == null) {
      return;
    }
    String sid = world.directory().nextSid("PN");
    world
        .directory()
        .put(
            new CallerId(
                sid, what.account(), what.number(), what.name(), world.now(), world.now()));
    tell(call, what, sid);
    world.carryOut(
        (model, now, effects) ->
            model.finish(call, CallStatus.COMPLETED, 200, "platform", now, effects));
  }

  private void tell(Call call, Asked what, String sid) {
    if (what.callback() == null) {
      return;
    }
    Map<String, String> params = world.callbacks().callParams(call, call.status().word());
    params.put("VerificationStatus", sid == null ? "failed" : "success");
    if (sid != null) {
      params.put("OutgoingCallerIdSid", sid);
    }
    world
        .deliveries()
        .send(
            new Dispatch(
                call.origin().leg() + ".cb.verification",
                "call-status",
                call.sid(),
                null,
                "verification",
                what.callback().method(),
                what.callback().url(),
                params,
                TO_CALLBACK,
                true,
                delivered -> world.noteDelivery(call.sid(), delivered)));
  }
}
