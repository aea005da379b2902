package dev.partyline.world;

import dev.partyline.knob.Knob;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Legs that the platform places to a number or an application of its own: another leg arrives, runs
 * the voice URL, and is the far end of the first (CALL-53, RACE-33).
 */
final class SelfCalls {

  private static final Span TO_ARRIVAL = Span.of(50, 200, 800);

  private final World world;
  private final Map<String, Call> other = new LinkedHashMap<>();
  private final Map<String, Cancellable> limits = new LinkedHashMap<>();

  SelfCalls(World world) {
    this.world = world;
  }

  /** A leg is being dialled; its far end arrives a moment later. */
  void dialled(Call placed) {
    world.in(
        placed.origin().leg() + ".arrives",
        TO_ARRIVAL,
        () -> {
          if (placed.isLive()) {
            arrive(placed);
          }
        });
  }

  /**
   * The far end of a leg hears keys.
   *
   * @return whether the far end is a leg of the platform's
   */
  boolean heard(Call placed, String keys) {
    Call arrived = other.get(placed.sid());
    if (arrived != null) {
      world.press(arrived, keys);
    }
    return arrived != null;
  }

  /** A leg moved: when it is half of such a pair the other half follows. */
  void moved(Call call) {
    Call pair = other.get(call.sid());
    if (pair == null || !pair.isLive()) {
      return;
    }
    boolean arrived = call.origin().direction().equals("inbound");
    if (!call.isLive()) {
      other.remove(call.sid());
      other.remove(pair.sid());
      stopRinging(arrived ? pair : call);
      if (arrived) {
        world.people().ends(pair, call.status(), sip(call), "far-end", null);
      } else {
        world.hangUp(pair);
      }
    } else if (arrived && call.status() == CallStatus.IN_PROGRESS) {
      stopRinging(pair);
      world.carryOut((model, now, effects) -> model.answer(pair, "far-end", now, effects));
    }
  }

  private void arrive(Call placed) {
    Call arrived = world.arrivals().onOwn(placed);
    if (arrived == null || !arrived.isLive()) {
      // an application that is not there, or a number with nothing to run (CALL-54)
      world.people().ends(placed, CallStatus.FAILED, 404, "platform", null);
      return;
    }
    other.put(placed.sid(), arrived);
    other.put(arrived.sid(), placed);
    world.carryOut((model, now, effects) -> model.ring(placed, now, effects));
    limits.put(
        placed.sid(),
        world.in(
            placed.origin().leg() + ".rings-out",
            Span.exactly(
                placed.origin().timeoutSeconds() * 1000L
                    + (long) world.knobs().number(Knob.CALL_RING_BUFFER)),
            () -> world.people().ends(placed, CallStatus.NO_ANSWER, 487, "timeout", null)));
  }

  private void stopRinging(Call placed) {
    Cancellable limit = limits.remove(placed.sid());
    if (limit != null) {
      limit.cancel();
    }
  }

  private static int sip(Call arrived) {
    return switch (arrived.status()) {
      case COMPLETED -> 200;
      case BUSY -> 486;
      case NO_ANSWER -> 603;
      case CANCELED -> 487;
      case FAILED, QUEUED, RINGING, IN_PROGRESS -> 404;
    };
  }
}
