package dev.partyline.script;

import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.Dial;
import java.util.Map;

/**
 * The recording of a Dial, on the leg that dials (TWIML-22). From ringing means here: from the
 * moment the first leg is placed.
 */
final class DialRecording {

  private final Session session;
  private final Dial dial;
  private Recording recording;

  DialRecording(Session session, Dial dial) {
    this.session = session;
    this.dial = dial;
  }

  /** The Dial begins to place legs. */
  void dials() {
    if (dial.record() == Dial.Recording.RECORD_FROM_RINGING
        || dial.record() == Dial.Recording.RECORD_FROM_RINGING_DUAL) {
      begin();
    }
  }

  /** The two legs are bridged. */
  void bridged() {
    if (dial.record() != Dial.Recording.DO_NOT_RECORD && recording == null) {
      begin();
    }
  }

  private void begin() {
    Running dialling = session.running();
    Subscription news = session.recordingNews(dial.recordingCallback());
    if (session.running() != dialling) {
      return;
    }
    boolean dual =
        dial.record() == Dial.Recording.RECORD_FROM_ANSWER_DUAL
            || dial.record() == Dial.Recording.RECORD_FROM_RINGING_DUAL;
    recording =
        session
            .platform()
            .record(
                new RecordingOrder(
                    session.call().sid(),
                    null,
                    RecordingSource.DIAL_VERB,
                    dual ? 2 : 1,
                    dial.recordingTrack().word(),
                    dial.trim().word()),
                news);
  }

  /** The bridge is over; adds what the action is told (TWIML-26). */
  void over(Map<String, String> params) {
    if (recording != null) {
      session.platform().stop(recording, Long.MAX_VALUE);
      params.put("RecordingUrl", session.platform().recordingUrl(recording));
      params.put("RecordingSid", recording.sid());
      params.put("RecordingDuration", Long.toString(recording.seconds()));
    }
  }
}
