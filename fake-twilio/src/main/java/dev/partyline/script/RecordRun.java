package dev.partyline.script;

import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.rest.NotModelled;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.RecordVerb;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Record, from the beep to its action, or to the next verb when nothing was said (TWIML-45).
 *
 * <p>How long the caller speaks after the beep is a choice of the run, four seconds as a rule; what
 * the far end is made to say meanwhile makes it longer. Silence as long as {@code timeout} ends it.
 */
final class RecordRun implements Running {

  private static final Span SPEAKS = Span.of(0, 4_000, 60_000);
  private static final long BEEP_MS = 500;

  private final Session session;
  private final Documents documents;
  private final RecordVerb verb;
  private final Platform platform;
  private final String url;
  private Recording recording;
  private Cancellable end;
  private long beganAt;
  private long speechEndsAt;

  RecordRun(Session session, Documents documents, RecordVerb verb) {
    this.session = session;
    this.documents = documents;
    this.verb = verb;
    this.platform = session.platform();
    this.url = session.url();
  }

  void begin() {
    if (verb.transcribe() || verb.transcribeCallback() != null) {
      throw new NotModelled("transcriptions of recordings");
    }
    session.answer();
    session.run(this);
    if (verb.playBeep()) {
      session.in(".beep", Span.exactly(BEEP_MS), this::record);
    } else {
      record();
    }
  }

  private void record() {
    Subscription news = session.recordingNews(verb.recordingCallback());
    if (session.running() != this) {
      return;
    }
    recording =
        platform.record(
            new RecordingOrder(
                session.call().sid(),
                null,
                RecordingSource.RECORD_VERB,
                1,
                "inbound",
                verb.trim().word()),
            news);
    beganAt = platform.now();
    speechEndsAt = beganAt + platform.chance().amount(session.leg() + ".says", SPEAKS);
    awaitSilence();
  }

  private void awaitSilence() {
    stopTimer();
    long silent = speechEndsAt + verb.timeoutSeconds() * 1000L;
    long longest = beganAt + verb.maxLengthSeconds() * 1000L;
    end =
        session.in(
            ".record-ends",
            Span.exactly(Math.max(0, Math.min(silent, longest) - platform.now())),
            () -> finish(""));
  }

  private void stopTimer() {
    if (end != null) {
      end.cancel();
    }
  }

  @Override
  public void spoke(String words, String confidence, long ms) {
    if (recording != null) {
      speechEndsAt = Math.max(speechEndsAt, platform.now() + ms);
      awaitSilence();
    }
  }

  @Override
  public void pressed(String keys) {
    for (char key : keys.toCharArray()) {
      if (recording != null && verb.finishOnKey().indexOf(key) >= 0) {
        finish(Character.toString(key));
        return;
      }
    }
  }

  private void finish(String digits) {
    stop();
    if (recording.keptMs() == 0) {
      session.proceed();
    } else {
      session.act(verb.action(), verb.method(), params(digits));
    }
  }

  /** Ends the recording; with its ends trimmed nothing is kept of the silence after the speech. */
  private void stop() {
    stopTimer();
    boolean silent = speechEndsAt == beganAt;
    platform.stop(
        recording,
        silent ? 0 : recording.order().trims() ? speechEndsAt - beganAt : Long.MAX_VALUE);
  }

  private Map<String, String> params(String digits) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("RecordingUrl", platform.recordingUrl(recording));
    params.put("RecordingSid", recording.sid());
    params.put("RecordingDuration", Long.toString(recording.seconds()));
    params.put("Digits", digits);
    return params;
  }

  @Override
  public void ended(boolean byFarEnd) {
    if (recording == null) {
      return;
    }
    stop();
    String action = verb.action() == null || verb.action().isEmpty() ? url : verb.action();
    String target =
        recording.keptMs() == 0 || action == null ? null : session.resolve(url, action, 15_004);
    if (target != null) {
      documents.request(
          session.call(),
          "action",
          target,
          Documents.word(verb.method()),
          params("hangup"),
          ignored -> {});
    }
  }

  @Override
  public void interrupted() {
    if (recording != null) {
      stop();
    }
  }
}
