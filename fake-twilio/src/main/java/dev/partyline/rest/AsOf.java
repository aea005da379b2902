package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import java.util.ArrayList;
import java.util.List;

/** The state as a read sees it: at an instant that may lie before now (CALL-59). */
public final class AsOf {

  private final Backend backend;
  private final long instant;
  private final boolean now;

  public AsOf(Backend backend, long lagMs) {
    this.backend = backend;
    this.now = lagMs == 0;
    this.instant = backend.now() - lagMs;
  }

  /** The instant whose state is shown, in simulated milliseconds. */
  public long instant() {
    return instant;
  }

  public CallStatus status(Call call) {
    return now ? call.status() : call.statusAt(instant);
  }

  public Conference.Status status(Conference conference) {
    Conference.Status seen = now ? conference.status() : conference.statusAt(instant);
    boolean hidden =
        backend.knobs().is(Knob.CONF_VISIBLE_AT, "onFirstConnect")
            && (conference.firstConnectAt() < 0 || conference.firstConnectAt() > instant);
    return hidden ? null : seen;
  }

  /** Participants to show: here, or gone so lately that they still linger (PART-06, PART-07). */
  public List<Participant> participants(Conference conference) {
    List<Participant> shown = new ArrayList<>();
    if (status(conference) == null || status(conference) == Conference.Status.COMPLETED) {
      return shown;
    }
    long linger = (long) backend.knobs().number(Knob.PART_LEAVER_LINGER_MS);
    for (Participant participant : conference.everybody()) {
      boolean come = participant.createdAt() <= instant;
      boolean gone = participant.leftAt() >= 0 && participant.leftAt() + linger <= instant;
      if (come && !gone) {
        shown.add(participant);
      }
    }
    return shown;
  }

  public Participant participant(Conference conference, String key) {
    for (Participant participant : participants(conference)) {
      if (participant.call().sid().equals(key) || key.equals(participant.label())) {
        return participant;
      }
    }
    return null;
  }
}
