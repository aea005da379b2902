package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.telephony.ConferenceRecording;
import dev.partyline.telephony.JoinerSound;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Dial to a conference, from the verb to the leg being out of the room again (TWIML-38). */
final class ConferenceDial implements Running {

  private static final int BAD_COACH = 13_240;

  private final Session session;
  private final Dial dial;
  private final ConferenceNoun noun;
  private final DialEnd end;

  ConferenceDial(Session session, Documents documents, Dial dial, ConferenceNoun noun) {
    this.session = session;
    this.dial = dial;
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
    Participant.Settings settings = settings(callbackUrl);
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

  private Participant.Settings settings(String callbackUrl) {
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
        JoinerSound.STANDARD,
        ConferenceRecording.NONE);
  }

  /** TWIML-28: neither the SID nor the length of anybody's leg. */
  private Map<String, String> result() {
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("DialCallStatus", session.platform().knobs().get(Knob.TWIML_DIAL_CONFERENCE_STATUS));
    return extra;
  }
}
