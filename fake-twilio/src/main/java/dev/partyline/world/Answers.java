package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.rest.Backend.OnAnswer;
import dev.partyline.script.Keys;
import dev.partyline.sim.Span;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the platform does with a leg between its answer and its document (CALL-29, CALL-32). */
final class Answers {

  private final World world;
  private final Span delay;
  private final Map<String, OnAnswer> asked = new LinkedHashMap<>();

  Answers(World world, Span delay) {
    this.world = world;
    this.delay = delay;
  }

  /** A leg was asked for with this. */
  void ask(Call call, OnAnswer what) {
    if (what != OnAnswer.NOTHING) {
      asked.put(call.sid(), what);
    }
  }

  /**
   * A leg has been answered.
   *
   * @param then takes the parameters that the request for its document has beside the usual; called
   *     at once when there is nothing to wait for
   */
  void answered(Call call, Consumer<Map<String, String>> then) {
    OnAnswer what = asked.remove(call.sid());
    if (what == null) {
      then.accept(Map.of());
    } else if (what.sendDigits() != null) {
      // with digits to send, detection is not done
      play(call, what.sendDigits(), () -> then.accept(Map.of()));
    } else if (what.background()) {
      detect(call, what.detection(), what.callback(), verdict -> {});
      then.accept(Map.of());
    } else {
      detect(
          call,
          what.detection(),
          what.callback(),
          verdict -> then.accept(Map.of("AnsweredBy", verdict)));
    }
  }

  /** Listens to who answered, and tells whoever wants to know when it is clear (CB-42). */
  void detect(Call call, AnswerDetection detection, Subscription callback, Consumer<String> then) {
    AnswerDetection.Verdict verdict = detection.of(world.greeting(call));
    world.in(
        call.origin().leg() + ".detected",
        Span.exactly(verdict.afterMs()),
        () -> {
          if (call.isLive()) {
            call.answeredBy(verdict.answeredBy());
            world.note(
                new Happening.AnswererDetected(
                    call.sid(), verdict.answeredBy(), verdict.afterMs()));
            tell(call, callback, verdict);
            then.accept(verdict.answeredBy());
          }
        });
  }

  private void play(Call call, String keys, Runnable then) {
    world.note(new Happening.VerbBegan(call.sid(), "Play", "digits " + keys));
    world.in(
        call.origin().leg() + ".digits",
        Span.exactly(Keys.lengthMs(keys)),
        () -> {
          if (call.isLive()) {
            world.heard(call, Keys.tones(keys));
            then.run();
          }
        });
  }

  private void tell(Call call, Subscription callback, AnswerDetection.Verdict verdict) {
    if (callback == null) {
      return;
    }
    Map<String, String> params = new LinkedHashMap<>();
    params.put("AccountSid", world.accountOf(call.sid()));
    params.put("AnsweredBy", verdict.answeredBy());
    params.put("CallSid", call.sid());
    params.put("MachineDetectionDuration", Long.toString(verdict.afterMs()));
    world
        .deliveries()
        .send(
            new Dispatch(
                call.origin().leg() + ".cb.amd",
                "amd-status",
                call.sid(),
                null,
                "amd",
                callback.method(),
                callback.url(),
                params,
                delay,
                true,
                delivered -> world.noteDelivery(call.sid(), delivered)));
  }
}
