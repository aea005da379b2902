package dev.partyline.script;

import dev.partyline.queue.CallQueue;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.QueueNoun;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Dial to a queue: takes the caller at its front, waits for one up to the Dial's timeout when
 * nobody is there, and fails when there is no such queue (TWIML-37).
 *
 * <p>The caller is no leg of this Dial: it lives on when the one who dialled hangs up.
 */
final class QueueDial implements Running {

  private static final int LONGEST_SECONDS = 14_400;

  private final Session session;
  private final QueueDesk desk;
  private final Dial dial;
  private final QueueNoun noun;
  private final Platform platform;
  private final DialEnd end;
  private final DialRecording recording;
  private CallQueue queue;
  private Script privately;
  private Cancellable timer;
  private QueueWait caller;
  private String callerSid;
  private long bridgedAt = -1;
  private String status = "no-answer";
  private boolean done;

  QueueDial(Session session, Documents documents, QueueDesk desk, Dial dial, QueueNoun noun) {
    this.session = session;
    this.desk = desk;
    this.dial = dial;
    this.noun = noun;
    this.platform = session.platform();
    this.end = new DialEnd(session, documents, dial);
    this.recording = new DialRecording(session, dial);
  }

  Session session() {
    return session;
  }

  String callSid() {
    return session.call().sid();
  }

  void begin() {
    if (dial.answerOnBridge() && session.atFirstVerb()) {
      session.answersOnBridge();
    } else {
      session.answer();
    }
    session.run(this);
    if (noun.url() != null) {
      String url = session.resolve(session.url(), noun.url(), 11_100);
      if (url == null) {
        return;
      }
      privately = new Script(url, Documents.word(noun.method()), null, null, "POST");
    }
    if (noun.reservationSid() != null) {
      dialReservation();
      return;
    }
    queue = platform.queues().named(platform.accountOf(session.call()), noun.name());
    if (queue == null) {
      status = "failed";
      over();
    } else if (!desk.dialled(queue, this)) {
      timer =
          session.in(".queue-timeout", Span.exactly(dial.timeoutSeconds() * 1000L), this::giveUp);
    }
  }

  /** TR-ENQ-15. */
  private void dialReservation() {
    Routing.Claim claim = platform.routing().claim(session.call(), noun.reservationSid());
    if (claim.callSid() == null) {
      platform.note(
          new dev.partyline.journal.Happening.Noted(
              callSid(), claim.code(), "error", claim.text()));
    }
    if (claim.callSid() == null || !desk.dialled(claim.callSid(), this)) {
      status = "failed";
      over();
    }
  }

  private void giveUp() {
    desk.gaveUp(queue, this);
    over();
  }

  /** There is a caller for this Dial. */
  void serve(QueueWait next) {
    stopTimer();
    caller = next;
    callerSid = next.callSid();
    next.taken(this, privately);
  }

  /** Now the bridge is made. */
  void bridges() {
    session.answer();
    bridgedAt = platform.now();
    status = "completed";
    recording.bridged();
    if (noun.reservationSid() != null) {
      platform.routing().bridged(session.call(), caller.session().call(), noun.reservationSid());
    }
    if (dial.timeLimitSeconds() < LONGEST_SECONDS) {
      timer =
          session.in(
              ".dial-limit",
              Span.exactly(dial.timeLimitSeconds() * 1000L),
              () -> {
                part();
                over();
              });
    }
  }

  /** The caller hung up or went elsewhere. */
  void callerGone() {
    caller = null;
    over();
  }

  // ---- what happens to the leg ----

  @Override
  public void pressed(String keys) {
    if (dial.hangupOnStar() && keys.indexOf('*') >= 0 && bridgedAt >= 0 && !done) {
      part();
      over();
    }
  }

  @Override
  public void ended(boolean byFarEnd) {
    boolean told = done;
    stop();
    if (!told) {
      end.tell(byFarEnd, params());
    }
  }

  @Override
  public void interrupted() {
    stop();
    recording.over(new LinkedHashMap<>());
  }

  private void stop() {
    if (!done) {
      done = true;
      stopTimer();
      if (queue != null) {
        desk.gaveUp(queue, this);
      }
      part();
    }
  }

  private void part() {
    QueueWait other = caller;
    caller = null;
    if (other != null) {
      platform.carryOut(
          (telephony, now, effects) -> telephony.unbridge(session.call(), now, effects));
      other.dialledNoMore();
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void over() {
    if (!done) {
      done = true;
      stopTimer();
      Map<String, String> result = params();
      session.in(".leaves-dial", Documents.NOTHING_LEFT, () -> end.goOn(result));
    }
  }

  private Map<String, String> params() {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("DialCallStatus", status);
    if (callerSid != null) {
      params.put("DialCallSid", callerSid);
    }
    if (bridgedAt >= 0) {
      params.put("DialCallDuration", Long.toString((platform.now() - bridgedAt) / 1000));
    }
    params.put("DialBridged", Boolean.toString(bridgedAt >= 0));
    recording.over(params);
    return params;
  }
}
