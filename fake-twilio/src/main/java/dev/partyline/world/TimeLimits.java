package dev.partyline.world;

import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long answered legs may last. */
final class TimeLimits {

  private final World world;
  private final Map<String, Integer> limits = new LinkedHashMap<>();
  private final Map<String, Cancellable> running = new LinkedHashMap<>();

  TimeLimits(World world) {
    this.world = world;
  }

  /** Ends a leg this many seconds after its answer (CALL-28). */
  void limit(Call call, int seconds) {
    limits.put(call.sid(), seconds);
    if (call.status() == CallStatus.IN_PROGRESS) {
      start(call);
    }
  }

  /** The longest length of a call is watched for in runs alone that may last longer. */
  void start(Call call) {
    stop(call);
    int seconds = limits.getOrDefault(call.sid(), call.origin().timeLimitSeconds());
    boolean withinRun = world.simulation().horizonMs() > World.LONGEST_CALL_SECONDS * 1000L;
    if (seconds < World.LONGEST_CALL_SECONDS || withinRun) {
      long left = Math.max(0, call.answeredAt() + seconds * 1000L - world.now());
      running.put(
          call.sid(),
          world.in(
              call.origin().leg() + ".time-limit",
              Span.exactly(left),
              () ->
                  world.carryOut(
                      (model, now, effects) ->
                          model.finish(call, CallStatus.COMPLETED, 200, "timeout", now, effects))));
    }
  }

  void stop(Call call) {
    Cancellable limit = running.remove(call.sid());
    if (limit != null) {
      limit.cancel();
    }
  }

  void forget(String callSid) {
    limits.remove(callSid);
  }
}
