package dev.partyline.world;

import dev.partyline.knob.Knob;
import dev.partyline.recording.Recording;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Builds call and conference status callbacks and hands them to delivery (CB-01 to CB-31). */
final class Callbacks {

  private final World world;
  private final Span delay;
  private final Set<Participant> attaching = new LinkedHashSet<>();

  Callbacks(World world, Span delay) {
    this.world = world;
    this.delay = delay;
  }

  // ---- calls ----

  /** The parameters that every webhook about a leg carries (TWIML-01, CB-23). */
  Map<String, String> callParams(Call call, String status) {
    Map<String, String> params = new LinkedHashMap<>();
    String from = call.origin().from();
    String to = call.origin().to();
    params.put("AccountSid", world.accountOf(call.sid()));
    params.put("ApiVersion", "2010-04-01");
    params.put("CallSid", call.sid());
    params.put("CallStatus", status);
    params.put("Called", to);
    Geography.add(params, "Called", to);
    params.put("Caller", from);
    Geography.add(params, "Caller", from);
    params.put("Direction", call.origin().direction());
    params.put("From", from);
    Geography.add(params, "From", from);
    if (call.parent() != null) {
      params.put("ParentCallSid", call.parent().sid());
    }
    params.put("To", to);
    Geography.add(params, "To", to);
    return params;
  }

  /**
   * A leg reached a status, or was {@code initiated}.
   *
   * @param wasQueued whether it was queued and never dialled: then nothing is sent (CALL-66)
   * @param recording of the whole leg; null when there is none (CB-24)
   */
  void call(Effect.LegMoved moved, boolean wasQueued, Recording recording) {
    Call call = moved.call();
    String word = moved.word();
    Subscription subscription = call.subscription();
    boolean over = moved.isFinal();
    String event = over ? "completed" : word.equals("in-progress") ? "answered" : word;
    if (subscription == null || !subscription.wants(event) || (over && wasQueued)) {
      return;
    }
    Map<String, String> params = callParams(call, word);
    params.put("CallbackSource", "call-progress-events");
    params.put("Timestamp", world.time(world.now()));
    params.put("SequenceNumber", Integer.toString(call.nextSequence()));
    if (over) {
      long seconds = call.answeredAt() < 0 ? 0 : (call.endedAt() - call.answeredAt()) / 1000;
      params.put("CallDuration", Long.toString(seconds));
      params.put("Duration", Long.toString((seconds + 59) / 60));
      if (recording != null) {
        params.put("RecordingUrl", Recorder.url(recording));
        params.put("RecordingSid", recording.sid());
        params.put("RecordingDuration", Long.toString(recording.seconds()));
      }
      if (moved.sip() > 0 && !call.origin().direction().equals("inbound")) {
        params.put("SipResponseCode", Integer.toString(moved.sip()));
        if (call.origin().to().startsWith("sip:")) {
          params.put("SipCallId", call.sipCallId());
        }
      }
    }
    world
        .deliveries()
        .send(
            new Dispatch(
                call.origin().leg() + ".cb." + event,
                "call-status",
                call.sid(),
                null,
                event,
                subscription.method(),
                subscription.url(),
                params,
                delay,
                true,
                delivered -> world.noteDelivery(call.sid(), delivered)));
  }

  // ---- conferences ----

  /** A leg is connected to its conference; the event may wait for its media (PART-31). */
  void joined(Participant participant) {
    boolean waits =
        !participant.call().hasDocument()
            && world.knobs().is(Knob.PART_JOIN_EVENT_AT, "mediaAttach");
    if (!waits) {
      participant(participant, "participant-join", "join");
      return;
    }
    attaching.add(participant);
    world.in(
        world.role(participant.call()) + ".media-attaches",
        world.times().toJoin(),
        () -> attached(participant));
  }

  /** Whatever else happens to a participant, its join is told before. */
  private void attached(Participant participant) {
    if (!attaching.isEmpty() && attaching.remove(participant)) {
      participant(participant, "participant-join", "join");
    }
  }

  void participant(Participant participant, String event, String word) {
    attached(participant);
    Map<String, String> params = conferenceParams(participant.conference(), event, word);
    if (params == null) {
      return;
    }
    participantParams(params, participant);
    send(participant.conference(), event, params, world.role(participant.call()));
  }

  void left(Participant participant, String reason, String callStatus) {
    attached(participant);
    boolean silent =
        !participant.everConnected() && world.knobs().is(Knob.PART_LEAVE_IF_NEVER_JOINED, "false");
    if (silent) {
      return;
    }
    Map<String, String> params =
        conferenceParams(participant.conference(), "participant-leave", "leave");
    if (params == null) {
      return;
    }
    participantParams(params, participant);
    if (world.knobs().is(Knob.CB_REASONS, "sent")) {
      params.put("ParticipantCallStatus", callStatus);
      params.put("ReasonParticipantLeft", reason);
    }
    send(participant.conference(), "participant-leave", params, world.role(participant.call()));
  }

  void started(Conference conference) {
    Map<String, String> params = conferenceParams(conference, "conference-start", "start");
    String lost = world.room(conference) + ".cb.conference-start.never-sent";
    if (params == null
        || world.chance().happens(lost, world.knobs().number(Knob.CONF_START_EVENT_DROP_RATE))) {
      return;
    }
    send(conference, "conference-start", params, null);
  }

  void ended(Conference conference) {
    if (!conference.started() && world.knobs().is(Knob.CONF_END_EVENT_IF_NEVER_STARTED, "false")) {
      return;
    }
    Map<String, String> params = conferenceParams(conference, "conference-end", "end");
    if (params == null) {
      return;
    }
    if (conference.callEnding() != null) {
      params.put("CallSidEndingConference", conference.callEnding());
      for (Participant participant : conference.everybody()) {
        if (participant.call().sid().equals(conference.callEnding())
            && participant.label() != null) {
          params.put("ParticipantLabelEndingConference", participant.label());
        }
      }
    }
    if (world.knobs().is(Knob.CB_REASONS, "sent")) {
      params.put("ReasonConferenceEnded", conference.reasonEnded());
    }
    params.put("Reason", sentence(conference));
    send(conference, "conference-end", params, null);
  }

  private static String sentence(Conference conference) {
    return switch (conference.reasonEnded()) {
      case "conference-ended-via-api" -> "Conference ended via API";
      case "last-participant-kicked" -> "Last participant kicked";
      case "last-participant-left" -> "Last participant left";
      case "participant-with-end-conference-on-exit-kicked" ->
          "Participant " + conference.callEnding() + " with endConferenceOnExit was kicked";
      default -> "Participant " + conference.callEnding() + " with endConferenceOnExit left";
    };
  }

  /**
   * An announcement is over.
   *
   * @param one null when it was for the whole conference
   * @param failure why it failed inside the platform; null when it was heard to its end
   */
  void announcement(
      Conference room, Participant one, String event, String announceUrl, String failure) {
    Map<String, String> params = conferenceParams(room, event, "announcement");
    if (params == null) {
      return;
    }
    if (one != null) {
      participantParams(params, one);
    }
    params.put("AnnounceUrl", announceUrl);
    if (failure != null) {
      params.put("ReasonAnnouncementFailed", failure);
    }
    send(room, event, params, one == null ? null : world.role(one.call()));
  }

  /** CB-02; null when nobody subscribed this word. The sequence counts what is sent (CB-17). */
  private Map<String, String> conferenceParams(Conference conference, String event, String word) {
    Subscription subscription = conference.subscription();
    boolean wanted = subscription != null && subscription.wants(word);
    if (!wanted) {
      if (world.knobs().is(Knob.CB_CONF_SEQUENCE, "all")) {
        conference.nextSequence();
      }
      return null;
    }
    Map<String, String> params = new LinkedHashMap<>();
    params.put("AccountSid", world.accountOf(conference.sid()));
    params.putAll(world.desk().extras(conference.name()));
    params.put("ConferenceSid", conference.sid());
    params.put("FriendlyName", conference.name());
    params.put("SequenceNumber", Integer.toString(conference.nextSequence()));
    params.put("StatusCallbackEvent", event);
    params.put("Timestamp", world.time(world.now()));
    return params;
  }

  /** CB-04, CB-05. */
  private static void participantParams(Map<String, String> params, Participant participant) {
    params.put("CallSid", participant.call().sid());
    params.put("Coaching", Boolean.toString(participant.coaching()));
    params.put("EndConferenceOnExit", Boolean.toString(participant.endOnExit()));
    params.put("Hold", Boolean.toString(participant.hold()));
    params.put("Muted", Boolean.toString(participant.muted()));
    if (participant.label() != null) {
      params.put("ParticipantLabel", participant.label());
    }
    params.put("StartConferenceOnEnter", Boolean.toString(participant.settings().startOnEnter()));
  }

  private void send(Conference conference, String event, Map<String, String> params, String who) {
    Subscription subscription = conference.subscription();
    world
        .deliveries()
        .send(
            new Dispatch(
                world.room(conference) + ".cb." + event + (who == null ? "" : "." + who),
                "conference-status",
                params.get("CallSid"),
                conference.sid(),
                event,
                subscription.method(),
                subscription.url(),
                params,
                delay,
                true,
                delivered -> world.noteDelivery(params.get("CallSid"), delivered)));
  }
}
