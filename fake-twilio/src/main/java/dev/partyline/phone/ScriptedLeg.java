package dev.partyline.phone;

import dev.partyline.journal.PhoneAction;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import java.util.ArrayList;
import java.util.List;

/** One leg at whose far end a script is played. */
final class ScriptedLeg {

  private final FarEnd farEnd;
  private final Call call;
  private final List<PhoneScript> devices = new ArrayList<>();
  private final List<Cancellable> acts = new ArrayList<>();
  private PhoneScript answering;
  private Cancellable limit;
  private int refused;
  private int prompts;
  private boolean gone;

  ScriptedLeg(FarEnd farEnd, Call call, PhoneScript script) {
    this.farEnd = farEnd;
    this.call = call;
    this.answering = script;
    this.devices.add(script);
    this.devices.addAll(script.others());
  }

  /** Who answers when it is asked: the device that did. */
  PhoneScript script() {
    return answering;
  }

  // ---- a leg that the platform dials ----

  void dialled() {
    for (int i = 0; i < devices.size(); i++) {
      PhoneScript device = devices.get(i);
      String name = i == 0 ? "" : ".device-" + (i + 1);
      Span rings = Span.exactly(device.ringsAfterMs());
      switch (device.does()) {
        case "busy" ->
            farEnd.in(
                call,
                name + ".busy",
                rings,
                () -> refuse(CallStatus.BUSY, 486, PhoneAction.IS_BUSY));
        case "fails" ->
            farEnd.in(
                call,
                name + ".fails",
                rings,
                () -> refuse(CallStatus.FAILED, 404, PhoneAction.FAILS));
        default -> farEnd.in(call, name + ".rings", rings, () -> rings(device, name));
      }
    }
  }

  private void rings(PhoneScript device, String name) {
    if (call.status() == CallStatus.QUEUED) {
      farEnd.line().rings(call);
      limit =
          farEnd.in(
              call,
              ".rings-out",
              farEnd.ringLimit(call),
              () -> farEnd.end(call, CallStatus.NO_ANSWER, 487, "timeout", PhoneAction.RINGS_OUT));
    }
    Span acts = Span.exactly(device.actsAfterMs());
    switch (device.does()) {
      case "answers" -> farEnd.in(call, name + ".answers", acts, () -> answer(device));
      case "rejects" -> farEnd.in(call, name + ".rejects", acts, this::decline);
      case "busy-after-ringing" ->
          farEnd.in(
              call, name + ".busy", acts, () -> refuse(CallStatus.BUSY, 486, PhoneAction.IS_BUSY));
      default -> {
        // rings until the limit, or until somebody does something
      }
    }
  }

  /** One device is out; the call is when all are. */
  private void refuse(CallStatus last, int sip, String action) {
    if (++refused >= devices.size() && call.status() != CallStatus.IN_PROGRESS) {
      farEnd.end(call, last, sip, "far-end", action);
    }
  }

  private void decline() {
    if (refused + 1 < devices.size()) {
      refused++;
    } else {
      farEnd.decline(call);
    }
  }

  private void answer(PhoneScript device) {
    if (call.status() == CallStatus.RINGING && !gone) {
      answering = device;
      farEnd.pickUp(call);
    }
  }

  // ---- a leg that is up ----

  /** Somebody has picked up, or a caller has come in. */
  void begins() {
    if (limit != null) {
      limit.cancel();
    }
    act(0);
    if (answering.endsAfterMs() >= 0) {
      acts.add(
          farEnd.in(
              call,
              answering.vanishes() ? ".vanishes" : ".hangs-up",
              Span.exactly(answering.endsAfterMs()),
              () -> {
                if (answering.vanishes()) {
                  farEnd.vanish(call);
                } else {
                  farEnd.hangUp(call);
                }
              }));
    }
  }

  /** The leg came to a verb that waits for keys or words. */
  void prompted() {
    act(++prompts);
  }

  private void act(int prompt) {
    if (gone) {
      return;
    }
    for (PhoneScript.Keys press : answering.keys()) {
      if (press.prompt() == prompt) {
        acts.add(
            farEnd.in(
                call,
                ".keys",
                Span.exactly(press.afterMs()),
                () -> farEnd.line().presses(call, press.keys())));
      }
    }
    for (PhoneScript.Words words : answering.says()) {
      if (words.prompt() == prompt) {
        acts.add(
            farEnd.in(
                call,
                ".words",
                Span.exactly(words.afterMs()),
                () -> farEnd.line().says(call, words.words(), words.ms())));
      }
    }
  }

  /** Nobody is there any more: nothing else is done. */
  void vanished() {
    gone = true;
    acts.forEach(Cancellable::cancel);
  }
}
