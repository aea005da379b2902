package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Script;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.CallStatusCallback;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.MachineDetection;
import dev.partyline.twiml.Noun;
import dev.partyline.twiml.SipNoun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Dial to phones, clients, SIP endpoints and applications: from the verb to all its legs being
 * gone or elsewhere (TWIML-21 to TWIML-36). The first to answer is the callee and the rest are
 * canceled; after digits and a private document the callee is bridged with the caller.
 */
final class LegDial implements Running {

  private final Session session;
  private final Platform platform;
  private final DialledLegs legs;
  private final Dial dial;
  private final DialEnd end;
  private final DialRecording recording;
  private final List<Target> waiting = new ArrayList<>();
  private final Map<Call, Target> trying = new LinkedHashMap<>();
  private boolean sequential;
  private Call callee;
  private Target dialled;
  private DialOutcome outcome = DialOutcome.nobody("failed");
  private boolean done;

  LegDial(Session session, Documents documents, DialledLegs legs, Dial dial) {
    this.session = session;
    this.platform = session.platform();
    this.legs = legs;
    this.dial = dial;
    this.end = new DialEnd(session, documents, dial);
    this.recording = new DialRecording(session, dial);
  }

  void begin() {
    boolean answersLater = dial.answerOnBridge() && session.atFirstVerb();
    if (!answersLater) {
      session.answer();
    } else {
      session.answersOnBridge();
    }
    session.run(this);
    for (Noun noun : dial.nouns()) {
      read(noun);
    }
    sequential = sequential || dial.sequential();
    recording.dials();
    if (session.running() != this) {
      return;
    }
    tryMore();
  }

  private void read(Noun noun) {
    try {
      List<Target> targets = noun.accept(Targets.OF);
      if (targets.size() > 1) {
        sequential |= noun instanceof SipNoun;
      }
      waiting.addAll(targets);
    } catch (Refusal refusal) {
      note(refusal);
    }
  }

  /** Everybody at once, or one after another; over when nobody is left. */
  private void tryMore() {
    while (!waiting.isEmpty() && (!sequential || trying.isEmpty())) {
      place(waiting.remove(0));
      if (session.isOver() || session.running() != this) {
        return;
      }
    }
    if (trying.isEmpty()) {
      over();
    }
  }

  private void place(Target target) {
    try {
      String from = CallerId.shownTo(target, dial.callerId(), session.call(), platform);
      CallStatusCallback callback = target.statusCallback();
      String url = absolute(callback.url());
      if (callback.url() != null && url == null || session.running() != this) {
        return;
      }
      Subscription subscription =
          url == null
              ? null
              : new Subscription(
                  url,
                  Documents.word(callback.method()),
                  callback.events().stream().map(CallStatusCallback.Event::word).toList());
      Map<String, String> parameters = new LinkedHashMap<>();
      target.parameters().forEach(each -> parameters.put(each.name(), each.value()));
      Call call =
          platform.dial(
              session.call(),
              new Platform.Leg(
                  target.address(),
                  from,
                  subscription,
                  dial.timeoutSeconds(),
                  dial.timeLimitSeconds(),
                  parameters));
      trying.put(call, target);
      legs.add(call, this);
    } catch (Refusal refusal) {
      note(refusal);
    }
  }

  private String absolute(String reference) {
    return reference == null ? null : session.resolve(session.url(), reference, 11_100);
  }

  private void note(Refusal refusal) {
    platform.note(
        new Happening.Noted(session.call().sid(), refusal.code(), "error", refusal.getMessage()));
  }

  // ---- what the dialled legs do ----

  /** Somebody picked up: the first one is the callee (TWIML-23). */
  void answered(Call call) {
    dialled = trying.remove(call);
    callee = call;
    List<Call> losers = List.copyOf(trying.keySet());
    trying.clear();
    waiting.clear();
    for (Call loser : losers) {
      legs.remove(loser);
      drop(loser, "twiml");
    }
    String privately = absolute(dialled.url());
    if (session.running() != this) {
      return;
    }
    detect(call);
    if (session.running() != this) {
      return;
    }
    legs.play(
        call,
        dialled.sendDigits(),
        () -> {
          if (privately == null) {
            bridge();
          } else {
            legs.privately(
                call,
                new Script(privately, Documents.word(dialled.method()), null, null, null),
                this::bridge);
          }
        });
  }

  /** Machine detection on a dialled leg never holds up the bridge. */
  private void detect(Call call) {
    MachineDetection asked = dialled.machineDetection();
    boolean untilEnd = "DetectMessageEnd".equalsIgnoreCase(asked.mode());
    if (!untilEnd && !"Enable".equalsIgnoreCase(asked.mode())) {
      return;
    }
    String url = absolute(asked.callbackUrl());
    if (session.running() == this) {
      platform.detect(
          call,
          new AnswerDetection(
              untilEnd,
              asked.timeoutSeconds(),
              asked.speechThresholdMs(),
              asked.speechEndThresholdMs(),
              asked.silenceTimeoutMs()),
          url == null
              ? null
              : new Subscription(url, Documents.word(asked.callbackMethod()), List.of()));
    }
  }

  private void bridge() {
    if (done || callee == null || !callee.isLive()) {
      return;
    }
    session.answer();
    outcome = DialOutcome.bridged(callee, dialled);
    platform.carryOut(
        (telephony, now, effects) -> telephony.bridge(session.call(), callee, now, effects));
    recording.bridged();
  }

  /** A dialled leg is gone. */
  void ended(Call call) {
    Target target = call == callee ? dialled : trying.remove(call);
    legs.remove(call);
    if (call == callee) {
      outcome = DialOutcome.ended(call, target, outcome.bridged());
      over();
    } else {
      outcome = DialOutcome.ended(call, target, false);
      tryMore();
    }
  }

  /** CALL-45: a dialled leg got a document of its own and is no matter of this Dial any more. */
  void redirected(Call call) {
    boolean wasBridged = outcome.bridged();
    platform.carryOut((telephony, now, effects) -> telephony.unbridge(call, now, effects));
    outcome = DialOutcome.redirected(call, dialled, wasBridged);
    over();
  }

  // ---- what the leg that dials does ----

  @Override
  public void pressed(String keys) {
    if (dial.hangupOnStar() && keys.indexOf('*') >= 0 && !done) {
      leave("twiml");
      over();
    }
  }

  /** CALL-57: legs of a Dial do not outlive the one that dialled. */
  @Override
  public void ended(boolean byFarEnd) {
    leave("twiml");
    done = true;
    recording.over(outcome.params());
    end.tell(byFarEnd, outcome.params());
  }

  /** CALL-44: the callee loses its peer and is hung up, unless it gets a document just in time. */
  @Override
  public void interrupted() {
    done = true;
    recording.over(outcome.params());
    Call left = callee;
    boolean drops = platform.knobs().is(Knob.CALL_REDIRECT_PARENT_DROPS_CHILD, "true");
    for (Call call : List.copyOf(trying.keySet())) {
      legs.remove(call);
      drop(call, "rest");
    }
    trying.clear();
    if (left == null) {
      return;
    }
    platform.carryOut((telephony, now, effects) -> telephony.unbridge(left, now, effects));
    if (!drops) {
      legs.remove(left);
      return;
    }
    platform.in(
        left.origin().leg() + ".loses-peer",
        Documents.NOTHING_LEFT,
        () -> {
          if (legs.remove(left) && left.isLive()) {
            drop(left, "rest");
          }
        });
  }

  /** Hangs up everybody and keeps what became of the one that counts. */
  private void leave(String by) {
    waiting.clear();
    List<Call> all = new ArrayList<>(trying.keySet());
    if (callee != null && callee.isLive() && legs.has(callee)) {
      all.add(callee);
    }
    for (Call call : all) {
      Target target = call == callee ? dialled : trying.get(call);
      legs.remove(call);
      drop(call, by);
      outcome = DialOutcome.ended(call, target, call == callee && outcome.bridged());
    }
    trying.clear();
  }

  private void drop(Call call, String by) {
    if (call.isLive()) {
      boolean answered = call.status() == CallStatus.IN_PROGRESS;
      platform.carryOut(
          (telephony, now, effects) ->
              telephony.finish(
                  call,
                  answered ? CallStatus.COMPLETED : CallStatus.CANCELED,
                  answered ? 200 : 487,
                  by,
                  now,
                  effects));
    }
  }

  private void over() {
    if (!done && session.running() == this) {
      done = true;
      recording.over(outcome.params());
      session.in(".leaves-dial", Documents.NOTHING_LEFT, () -> end.goOn(outcome.params()));
    }
  }
}
