package dev.partyline.telephony;

/** What a command to {@link Telephony} led to. */
public sealed interface Effect {

  /** The conference in which it may change who hears whom; null when it changes nothing there. */
  default Conference room() {
    return null;
  }

  /** A leg came to be. */
  record LegMade(Call call) implements Effect {}

  /**
   * A leg moved to another status, or was dialled ({@code initiated}).
   *
   * @param word the status, or {@code initiated}
   * @param sip SIP response code; 0 when there is none
   * @param by who caused it, a word of the journal's
   */
  record LegMoved(Call call, String word, int sip, String by) implements Effect {

    @Override
    public Conference room() {
      return call.participant() == null ? null : call.participant().conference();
    }

    /** Whether the leg's end is what it moved to; by now it may be further on than this effect. */
    public boolean isFinal() {
      CallStatus reached = CallStatus.of(word);
      return reached != null && reached.isFinal();
    }
  }

  /** A leg with a document is out of its conference and goes on with that document. */
  record LegReleased(Call call) implements Effect {}

  /** A conference came to be, made by this leg. */
  record ConferenceMade(Conference conference, Call call) implements Effect {}

  /** A conference started. */
  record ConferenceStarted(Conference conference) implements Effect {
    @Override
    public Conference room() {
      return conference;
    }
  }

  /**
   * The first two of a conference that has started are connected: from now on there is something to
   * record (CONF-45). Once for each conference; its end is {@link ConferenceEnded}.
   */
  record ConferenceBridged(Conference conference) implements Effect {}

  /** A conference is completed. */
  record ConferenceEnded(Conference conference) implements Effect {
    @Override
    public Conference room() {
      return conference;
    }
  }

  /** A leg that is still being dialled is bound to a conference. */
  record ParticipantBound(Participant participant) implements Effect {}

  /** A leg is connected to a conference. */
  record ParticipantJoined(Participant participant) implements Effect {
    @Override
    public Conference room() {
      return participant.conference();
    }
  }

  /**
   * A participant is off its conference.
   *
   * @param reason a word of CB-07
   * @param callStatus a word of CB-06
   */
  record ParticipantLeft(Participant participant, String reason, String callStatus)
      implements Effect {
    @Override
    public Conference room() {
      return participant.conference();
    }
  }

  /** What a participant would hear on hold changed, which is no event. */
  record ParticipantRetuned(Participant participant) implements Effect {
    @Override
    public Conference room() {
      return participant.conference();
    }
  }

  /** A flag of a participant changed; the word is that of the conference event. */
  record ParticipantChanged(Participant participant, String event) implements Effect {
    @Override
    public Conference room() {
      return participant.conference();
    }
  }

  /** A Dial connected two legs; the first one ran it. */
  record Bridged(Call one, Call other) implements Effect {}

  /** Two legs that a Dial had connected hear each other no more. */
  record Unbridged(Call one, Call other) implements Effect {}
}
