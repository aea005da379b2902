package dev.switchboard.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import com.twilio.type.Client;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event.Occupant;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Sound;
import dev.switchboard.outbound.CallControl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the platform by its REST API. */
public final class TwilioCallControl implements CallControl {

  private static final int FEW = 20;

  /**
   * The platform adds 5 s (PART-17). A ring whose answer was lost cannot be ended before it is
   * answered, for nobody knows its leg: so it is this that keeps a phone from ringing half a minute
   * for a caller who has gone.
   */
  private static final int SOFTPHONE_RING_SECONDS = 15;

  private static final int CALL_NOT_LIVE = 21220;
  private static final int LABEL_IN_USE = 16026;
  private static final int CONFERENCE_NOT_LIVE = 16022;

  private final TwilioRestClient client;
  private final Callbacks callbacks;
  private final PhoneNumber callerId;
  private final int ringSeconds;
  private final boolean detectMachines;
  private final AgentRooms rooms;

  /**
   * Creates the port.
   *
   * @param client must not repeat requests; see {@link OnceOnlyHttpClient}
   * @param callerId the number the customer sees, in E.164
   * @param ringSeconds how long the customer's phone may ring; the platform adds 5 s (PART-17)
   * @param detectMachines whether the platform listens who answers, while they talk (CB-42)
   */
  public TwilioCallControl(
      TwilioRestClient client,
      Callbacks callbacks,
      String callerId,
      int ringSeconds,
      boolean detectMachines) {
    this.client = client;
    this.callbacks = callbacks;
    this.callerId = new PhoneNumber(callerId);
    this.ringSeconds = ringSeconds;
    this.detectMachines = detectMachines;
    this.rooms = new AgentRooms(callbacks, MixingRegion.of(callerId));
  }

  /**
   * Dials by SID, so that a room that is over refuses instead of being made anew (PART-13). Only
   * the leg's end is subscribed: its answer comes as its participant-join.
   */
  @Override
  public LegState dialCustomer(String conversation, String conferenceSid, String number) {
    ParticipantCreator creator =
        Participant.creator(conferenceSid, callerId, new PhoneNumber(number))
            .setLabel(Conversation.CUSTOMER_LABEL)
            .setEndConferenceOnExit(true)
            .setBeep("false")
            .setTimeout(ringSeconds)
            .setStatusCallback(callbacks.customerStatus(conversation))
            .setStatusCallbackMethod(HttpMethod.POST)
            .setStatusCallbackEvent(List.of("completed"))
            .setConferenceStatusCallback(callbacks.conferenceEvent(conversation))
            .setConferenceStatusCallbackMethod(HttpMethod.POST)
            .setConferenceStatusCallbackEvent(List.of("join"));
    if (detectMachines) {
      creator
          .setMachineDetection("Enable")
          .setAmdStatusCallback(callbacks.answeredBy(conversation))
          .setAmdStatusCallbackMethod(HttpMethod.POST);
    }
    Participant made = ask("dial into " + conferenceSid, () -> creator.create(client));
    if (made == null || made.getCallSid() == null) {
      throw new Refused(Reason.UNCLEAR, "dial into " + conferenceSid + ": no call SID", null);
    }
    return new LegState(made.getCallSid(), LegStatus.QUEUED);
  }

  @Override
  public LegState dialGuest(String conversation, Command.DialGuest guest) {
    boolean softphone = guest.address().startsWith("client:");
    Endpoint to = softphone ? new Client(guest.address()) : new PhoneNumber(guest.address());
    ParticipantCreator creator =
        Participant.creator(guest.conferenceSid(), callerId, to)
            .setLabel(guest.label())
            .setEndConferenceOnExit(false)
            .setBeep("false")
            .setTimeout(softphone ? SOFTPHONE_RING_SECONDS : ringSeconds)
            .setMuted(guest.sound().muted())
            .setStatusCallback(callbacks.guestStatus(conversation, guest.label()))
            .setStatusCallbackMethod(HttpMethod.POST)
            .setStatusCallbackEvent(List.of("completed"));
    if (guest.sound().coaches() != null) {
      creator.setCoaching(true).setCallSidToCoach(guest.sound().coaches());
    }
    Participant made =
        ask(
            "dial " + guest.label() + " into " + guest.conferenceSid(),
            () -> creator.create(client));
    if (made.getCallSid() == null) {
      throw new Refused(Reason.UNCLEAR, "dial " + guest.label() + ": no call SID", null);
    }
    return new LegState(made.getCallSid(), LegStatus.QUEUED);
  }

  /**
   * Rings a call of its own that goes into the room when it is answered, rather than a participant:
   * so the room is made by who names its region, in every world (CONF-44, REGION-12).
   */
  @Override
  public LegState ringAgent(String conversation, Command.RingAgent agent) {
    boolean softphone = agent.address().startsWith("client:");
    Endpoint to = softphone ? new Client(agent.address()) : new PhoneNumber(agent.address());
    Call made =
        ask(
            "ring " + agent.label() + " into " + agent.roomName(),
            () ->
                Call.creator(to, callerId, new Twiml(rooms.of(conversation, agent)))
                    .setTimeout(SOFTPHONE_RING_SECONDS)
                    .setStatusCallback(
                        URI.create(callbacks.guestStatus(conversation, agent.label())))
                    .setStatusCallbackMethod(HttpMethod.POST)
                    .setStatusCallbackEvent(List.of("completed"))
                    .create(client));
    if (made.getSid() == null) {
      throw new Refused(Reason.UNCLEAR, "ring " + agent.label() + ": no call SID", null);
    }
    return new LegState(made.getSid(), LegStatus.QUEUED);
  }

  /** Says all of it every time, so that it does not matter what the platform had before. */
  @Override
  public void tune(Command.Tune change) {
    Sound sound = change.sound();
    ParticipantUpdater updater =
        Participant.updater(change.conferenceSid(), change.callSid())
            .setMuted(sound.muted())
            .setHold(sound.held())
            .setCoaching(sound.coaches() != null);
    if (sound.coaches() != null) {
      updater.setCallSidToCoach(sound.coaches());
    }
    if (sound.endsRoom() != null) {
      updater.setEndConferenceOnExit(sound.endsRoom());
    }
    ask("tune " + change.callSid(), () -> updater.update(client));
  }

  /**
   * Completes rather than cancels: that ends a leg whether or not it was just answered (RACE-15).
   */
  @Override
  public LegStatus endLeg(String callSid) {
    return statusOf(
        ask(
            "end " + callSid,
            () -> Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED).update(client)));
  }

  @Override
  public LegStatus lookAtLeg(String callSid) {
    return statusOf(ask("look at " + callSid, () -> Call.fetcher(callSid).fetch(client)));
  }

  @Override
  public List<Occupant> lookIntoRoom(String conferenceSid) {
    List<Participant> rows =
        ask(
            "look into " + conferenceSid,
            () ->
                Participant.reader(conferenceSid)
                    .setPageSize((long) FEW)
                    .firstPage(client)
                    .getRecords());
    List<Occupant> occupants = new ArrayList<>();
    for (Participant row : rows) {
      statusIfStaying(row)
          .ifPresent(
              status ->
                  occupants.add(
                      new Occupant(row.getCallSid(), row.getLabel(), status, soundOf(row))));
    }
    return occupants;
  }

  /** Asks for every status: a lone caller's room is not in progress yet (CONF-14). */
  @Override
  public Optional<RoomState> findRoom(String name) {
    List<Conference> found =
        ask(
            "find " + name,
            () ->
                Conference.reader()
                    .setFriendlyName(name)
                    .setPageSize((long) FEW)
                    .firstPage(client)
                    .getRecords());
    Optional<Conference> live = found.stream().filter(room -> !isOver(room)).findFirst();
    return live.or(() -> found.stream().findFirst())
        .map(room -> new RoomState(room.getSid(), isOver(room)));
  }

  @Override
  public void endRoom(String conferenceSid) {
    ask(
        "complete " + conferenceSid,
        () ->
            Conference.updater(conferenceSid)
                .setStatus(Conference.UpdateStatus.COMPLETED)
                .update(client));
  }

  /** Null when the platform does not say it all. */
  private static Sound soundOf(Participant row) {
    if (row.getMuted() == null || row.getHold() == null) {
      return null;
    }
    boolean coaches = Boolean.TRUE.equals(row.getCoaching());
    return new Sound(row.getMuted(), row.getHold(), coaches ? row.getCallSidToCoach() : null);
  }

  private static boolean isOver(Conference room) {
    return room.getStatus() == Conference.Status.COMPLETED;
  }

  /** Empty for somebody who is leaving and still listed (PART-07): only their call says how. */
  private static Optional<LegStatus> statusIfStaying(Participant row) {
    Participant.Status status = row.getStatus();
    if (row.getCallSid() == null || status == null) {
      return Optional.empty();
    }
    return switch (status) {
      case QUEUED, CONNECTING -> Optional.of(LegStatus.QUEUED);
      case RINGING -> Optional.of(LegStatus.RINGING);
      case CONNECTED -> Optional.of(LegStatus.IN_PROGRESS);
      case COMPLETE, FAILED -> Optional.empty();
    };
  }

  private static LegStatus statusOf(Call call) {
    return Optional.ofNullable(call.getStatus())
        .flatMap(status -> LegStatus.named(status.toString()))
        .orElseThrow(
            () -> new Refused(Reason.UNCLEAR, call.getSid() + ": answer without status", null));
  }

  static <T> T ask(String what, Supplier<T> request) {
    try {
      return Objects.requireNonNull(request.get(), "an empty answer");
    } catch (ApiException refusal) {
      throw new Refused(
          reason(refusal),
          what
              + ": "
              + refusal.getStatusCode()
              + "/"
              + refusal.getCode()
              + " "
              + refusal.getMessage(),
          refusal);
    } catch (RuntimeException broken) {
      throw new Refused(Reason.UNCLEAR, what + ": " + broken, broken);
    }
  }

  /** An answer without a readable status may hide anything, so it counts as unclear. */
  private static Reason reason(ApiException refusal) {
    int status = refusal.getStatusCode() == null ? 0 : refusal.getStatusCode();
    int code = refusal.getCode() == null ? 0 : refusal.getCode();
    if (status == 404 || code == CALL_NOT_LIVE || code == CONFERENCE_NOT_LIVE) {
      return Reason.GONE;
    }
    if (status == 429) {
      return Reason.THROTTLED;
    }
    boolean refused = status >= 400 && status < 500 && status != 408 && code != LABEL_IN_USE;
    return refused ? Reason.NOT_ALLOWED : Reason.UNCLEAR;
  }
}
