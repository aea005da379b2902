package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.ConferenceRecording;
import dev.partyline.telephony.JoinerSound;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.RecordingCallback;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Dial to a conference, from the verb to the leg being out of the room again (TWIML-38). */
final class ConferenceDial implements Running {

  private static final int BAD_COACH = 13_240;
  private static final int NO_WAIT_DOCUMENT = 13_233;

  private final Session session;
  private final Dial dial;
  private final SoundTracks tracks;
  private final ConferenceNoun noun;
  private final DialEnd end;

  ConferenceDial(
      Session session, Documents documents, SoundTracks tracks, Dial dial, ConferenceNoun noun) {
    this.session = session;
    this.dial = dial;
    this.tracks = tracks;
    this.noun = noun;
    this.end = new DialEnd(session, documents, dial);
  }

  void begin() {
    session.answer();
    session.run(this);
    session.in(".joins", session.platform().toJoin(), this::join);
  }

  @Override
  public void released() {
    session.in(".leaves-dial", Documents.NOTHING_LEFT, this::goOn);
  }

  /** TWIML-30. */
  @Override
  public void pressed(String keys) {
    Participant participant = session.call().participant();
    if (dial.hangupOnStar() && keys.indexOf('*') >= 0 && participant != null) {
      session
          .platform()
          .carryOut((telephony, now, effects) -> telephony.walkOut(participant, now, effects));
      released();
    }
  }

  @Override
  public void ended(boolean byFarEnd) {
    end.tell(byFarEnd, result());
  }

  private void goOn() {
    end.goOn(result());
  }

  private void join() {
    String callback = noun.statusCallback();
    String callbackUrl = callback == null ? null : session.resolve(session.url(), callback, 11_100);
    if (callback != null && callbackUrl == null) {
      return;
    }
    SoundSource waiting = waiting();
    if (waiting == null) {
      return;
    }
    Conference room = session.platform().meetingPlace(noun.name());
    if (waiting.isDocument() && (room == null || !room.started())) {
      makeReady(waiting, callbackUrl);
    } else {
      join(settings(callbackUrl, waiting));
    }
  }

  /** What it hears until the start; null when the reference leads nowhere and the leg is lost. */
  private SoundSource waiting() {
    if (noun.waitUrl().isPlatformMusic()) {
      return SoundSource.MUSIC;
    }
    if (noun.waitUrl().isSilence()) {
      return SoundSource.SILENCE;
    }
    String url = session.resolve(session.url(), noun.waitUrl().given(), 11_100);
    return url == null ? null : new SoundSource(url, Documents.word(noun.waitMethod()));
  }

  /** CONF-48: without its wait document the leg does not get in. */
  private void makeReady(SoundSource waiting, String callbackUrl) {
    int[] code = new int[1];
    String[] text = new String[1];
    Runnable then = session.current(() -> ready(waiting, callbackUrl, code[0], text[0]));
    SoundTrack.Order order =
        new SoundTrack.Order(
            session.leg() + ".wait",
            "wait",
            session.call().sid(),
            null,
            waiting.url(),
            waiting.method(),
            session.platform().documentParams(session.call()));
    tracks.makeReady(
        order,
        (failure, words) -> {
          code[0] = failure;
          text[0] = words;
          then.run();
        });
  }

  private void ready(SoundSource waiting, String callbackUrl, int code, String text) {
    if (code == 0) {
      join(settings(callbackUrl, waiting));
      return;
    }
    session
        .platform()
        .note(new Happening.Noted(session.call().sid(), NO_WAIT_DOCUMENT, "error", text));
    if (session.platform().knobs().is(Knob.CONF_WAIT_URL_FAILURE, "silence")) {
      join(settings(callbackUrl, SoundSource.SILENCE));
    } else {
      goOn();
    }
  }

  private void join(Participant.Settings settings) {
    if (!session.call().isLive()) {
      return;
    }
    try {
      session
          .platform()
          .carryOut(
              (telephony, now, effects) ->
                  telephony.join(session.call(), noun.name(), settings, now, effects));
    } catch (Refusal refusal) {
      session
          .platform()
          .note(
              new Happening.Noted(
                  session.call().sid(), refusal.code(), "error", refusal.getMessage()));
      if (refusal.code() == BAD_COACH) {
        end.goOn(Map.of("DialCallStatus", "failed"));
      } else {
        goOn();
      }
    }
  }

  private Participant.Settings settings(String callbackUrl, SoundSource waiting) {
    Subscription subscription =
        callbackUrl == null
            ? null
            : new Subscription(
                callbackUrl,
                Documents.word(noun.statusCallbackMethod()),
                noun.statusCallbackEvents().stream().map(ConferenceNoun.Event::word).toList());
    return new Participant.Settings(
        noun.participantLabel(),
        noun.startConferenceOnEnter(),
        noun.endConferenceOnExit(),
        noun.muted(),
        true,
        subscription,
        noun.maxParticipants(),
        noun.region() == null ? null : noun.region().word(),
        noun.coach(),
        new JoinerSound(waiting, noun.beep().word(), noun.jitterBufferSize().word()),
        recording());
  }

  private ConferenceRecording recording() {
    RecordingCallback callback = noun.recordingCallback();
    String url =
        callback.url() == null ? null : session.resolve(session.url(), callback.url(), 11_100);
    return new ConferenceRecording(
        noun.record() == ConferenceNoun.Recording.RECORD_FROM_START,
        noun.trim().word(),
        url == null
            ? null
            : new Subscription(
                url,
                Documents.word(callback.method()),
                callback.events().stream().map(RecordingCallback.Event::word).toList()));
  }

  /** TWIML-28: neither the SID nor the length of anybody's leg. */
  private Map<String, String> result() {
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("DialCallStatus", session.platform().knobs().get(Knob.TWIML_DIAL_CONFERENCE_STATUS));
    return extra;
  }
}
