package dev.partyline.client;

import dev.partyline.phone.PhoneScript;
import dev.partyline.sim.Span;

/** Somebody who follows a script at a softphone. */
final class Person {

  private Person() {}

  /** A call rings at their device. */
  static void at(Device device, ClientCall call) {
    PhoneScript script = device.options().script();
    if (script == null) {
      return;
    }
    Span after = Span.exactly(script.actsAfterMs());
    switch (script.does()) {
      case "answers" -> device.later(".person-accepts", after, () -> accepts(device, call));
      case "rejects", "busy", "busy-after-ringing", "fails" ->
          device.later(".person-rejects", after, () -> rejects(device, call));
      default -> {
        // lets it ring
      }
    }
  }

  private static void accepts(Device device, ClientCall call) {
    if (device.state() != Device.State.DESTROYED) {
      device.accept(call);
    }
  }

  private static void rejects(Device device, ClientCall call) {
    if (device.state() != Device.State.DESTROYED) {
      device.reject(call);
    }
  }

  /** A call is open at their device. */
  static void isUp(Device device, ClientCall call) {
    PhoneScript script = device.options().script();
    if (script == null) {
      return;
    }
    for (PhoneScript.Keys press : script.keys()) {
      if (press.prompt() == 0) {
        device.later(
            ".person-presses",
            Span.exactly(press.afterMs()),
            () -> {
              if (isIn(device, call)) {
                device.digits(press.keys());
              }
            });
      }
    }
    if (script.endsAfterMs() >= 0) {
      device.later(
          script.vanishes() ? ".person-vanishes" : ".person-hangs-up",
          Span.exactly(script.endsAfterMs()),
          () -> {
            if (isIn(device, call) && script.vanishes()) {
              device.vanish();
            } else if (isIn(device, call)) {
              device.hangUp();
            }
          });
    }
  }

  private static boolean isIn(Device device, ClientCall call) {
    return device.state() != Device.State.DESTROYED && device.call() == call;
  }
}
