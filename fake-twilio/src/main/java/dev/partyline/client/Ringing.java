package dev.partyline.client;

import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs that ring at softphones, each at all devices of its identity (CLIENT-05). */
final class Ringing {

  /** From dialling a client to its ringing. */
  private static final Span INVITE = Span.of(100, 300, 800);

  private final Exchange exchange;
  private final Map<ClientCall, Call> legs;
  private final Map<String, Fork> forks = new LinkedHashMap<>();

  /** Notes in {@code legs} which leg a page shows as which call. */
  Ringing(Exchange exchange, Map<ClientCall, Call> legs) {
    this.exchange = exchange;
    this.legs = legs;
  }

  void dialled(Call call, List<Device> devices, Map<String, String> custom) {
    Fork fork = new Fork(call);
    forks.put(call.sid(), fork);
    for (Device device : devices) {
      fork.invite(device);
      exchange.in(device.name() + ".invited", INVITE, () -> invited(fork, device, custom));
    }
  }

  private void invited(Fork fork, Device device, Map<String, String> custom) {
    if (forks.get(fork.call.sid()) != fork || fork.winner != null) {
      return;
    }
    if (!device.isThere()) {
      fork.isOutOfReach(device);
      over(fork);
      return;
    }
    begins(fork);
    if (!fork.call.isLive()) {
      return;
    }
    if (device.isBusy()) {
      fork.ignores(device);
      device.told("incomingIgnored", null, Map.of("CallSid", fork.call.sid()));
      return;
    }
    ClientCall shown = new ClientCall(true, null, custom);
    shown.known(fork.call.sid(), exchange.accountOf(fork.call));
    shown.between(fork.call.origin().from(), fork.call.origin().to());
    fork.rings(device, shown);
    legs.put(shown, fork.call);
    device.rings(shown);
    Person.at(device, shown);
  }

  /** The first device rings, and with it the leg. */
  private void begins(Fork fork) {
    if (fork.call.status() == CallStatus.QUEUED) {
      long ms =
          fork.call.origin().timeoutSeconds() * 1_000L
              + (long) exchange.knobs().number(Knob.CALL_RING_BUFFER);
      fork.limit =
          exchange.in(
              fork.call.origin().leg() + ".rings-out",
              Span.exactly(ms),
              () -> {
                if (fork.call.status() == CallStatus.RINGING) {
                  exchange.ringsOut(fork.call);
                }
              });
      exchange.rings(fork.call);
    }
  }

  private void over(Fork fork) {
    if (!fork.anybodyLeft() && fork.call.isLive() && fork.winner == null) {
      exchange.refuses(fork.call, fork.anybodyDeclined());
    }
  }

  /** A leg moved: once it rings no more, all devices but the winner are told so. */
  void moved(Call call) {
    Fork fork = forks.get(call.sid());
    if (fork == null || call.status() == CallStatus.QUEUED || call.status() == CallStatus.RINGING) {
      return;
    }
    forks.remove(call.sid());
    if (fork.limit != null) {
      fork.limit.cancel();
    }
    fork.shown()
        .forEach(
            (device, shown) -> {
              if (device != fork.winner) {
                device.tell("cancel", () -> canceled(device, shown));
              }
            });
  }

  private static void canceled(Device device, ClientCall shown) {
    if (shown.is(ClientCall.State.PENDING) || shown.is(ClientCall.State.CONNECTING)) {
      shown.become(ClientCall.State.CLOSED);
      device.told("cancel", shown, Map.of());
    }
  }

  /**
   * A device accepts.
   *
   * @return whether it has the call; when not, the leg was canceled meanwhile and that message is
   *     on its way (CLIENT-13, RACE-205)
   */
  boolean accepts(Device device, Call call, ClientCall shown) {
    Fork fork = forks.get(call.sid());
    if (fork == null || call.status() != CallStatus.RINGING || fork.winner != null) {
      return false;
    }
    if (shown.is(ClientCall.State.CLOSED)) {
      giveUp(call, shown); // the page took it and is gone
      return false;
    }
    fork.winner = device;
    return true;
  }

  void rejects(Device device, Call call) {
    Fork fork = forks.get(call.sid());
    if (fork != null && fork.winner == null) {
      fork.declines(device);
      over(fork);
    }
  }

  /** A page that is gone takes no call any more. */
  void giveUp(Call call, ClientCall shown) {
    Fork fork = forks.get(call.sid());
    if (fork != null && fork.winner == null) {
      fork.shown()
          .forEach(
              (device, one) -> {
                if (one == shown) {
                  fork.isOutOfReach(device);
                }
              });
      over(fork);
    }
  }

  void forget(String callSid) {
    forks.remove(callSid);
  }
}
