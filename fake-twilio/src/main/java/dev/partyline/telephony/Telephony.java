package dev.partyline.telephony;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The account's legs and conferences. Every command returns its effects in the order in which they
 * happened; times are simulated milliseconds and never go backwards.
 */
public final class Telephony {

  private final Knobs knobs;
  private final Ids ids;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, Conference> conferences = new LinkedHashMap<>();
  private final Map<String, Conference> liveByName = new LinkedHashMap<>();
  private boolean everSplit;

  private String account;

  /** An account without calls. */
  public Telephony(Knobs knobs, Ids ids) {
    this.knobs = knobs;
    this.ids = ids;
  }

  // ---- looking ----

  /** The leg with this SID; null when there is none. */
  public Call call(String sid) {
    return calls.get(sid);
  }

  /** All legs, oldest first. */
  public Collection<Call> calls() {
    return calls.values();
  }

  /** The conference with this SID; null when there is none. */
  public Conference conference(String sid) {
    return conferences.get(sid);
  }

  /** All conferences, oldest first. */
  public Collection<Conference> conferences() {
    return conferences.values();
  }

  /**
   * The one conference of this name that is not completed; null when there is none (CONF-04). Names
   * are of the account whose legs are made now (CONF-03).
   */
  public Conference live(String name) {
    return liveByName.get(scoped(account, name));
  }

  /**
   * Legs made from now on are of this account, and so are the conferences they make.
   *
   * @param sid null for the main account
   */
  public void actFor(String sid) {
    account = sid;
  }

  private static String scoped(String account, String name) {
    return account == null ? name : account + "/" + name;
  }

  private Call made(Call call) {
    call.account = account;
    calls.put(call.sid(), call);
    return call;
  }

  /** Drops a finished leg's record, as if it were older than the platform keeps (LIMIT-19). */
  public void forgetCall(String sid) {
    Call call = calls.get(sid);
    if (call != null && !call.isLive()) {
      calls.remove(sid);
    }
  }

  /** Drops a completed conference's record, likewise. */
  public void forgetConference(String sid) {
    Conference conference = conferences.get(sid);
    if (conference != null && !conference.isLive()) {
      conferences.remove(sid);
    }
  }

  // ---- legs ----

  /** A leg that a phone made arrives; it is ringing (CALL-16). */
  public Call arrive(Call.Origin origin, long now, List<Effect> effects) {
    Call call = made(new Call(ids.next("CA"), origin, CallStatus.RINGING, true, now));
    call.dialled(now);
    effects.add(new Effect.LegMade(call));
    return call;
  }

  /** A leg that REST asked for is queued (CALL-26). */
  public Call queue(Call.Origin origin, boolean hasDocument, long now, List<Effect> effects) {
    Call call = made(new Call(ids.next("CA"), origin, CallStatus.QUEUED, hasDocument, now));
    effects.add(new Effect.LegMade(call));
    return call;
  }

  /** A leg that the Dial of another one asked for is queued; it knows its parent (CALL-07). */
  public Call dial(Call parent, Call.Origin origin, long now, List<Effect> effects) {
    Call call = made(new Call(ids.next("CA"), origin, CallStatus.QUEUED, true, now));
    call.parent = parent;
    call.account = parent.account;
    effects.add(new Effect.LegMade(call));
    return call;
  }

  /** Two answered legs hear each other from now on. */
  public void bridge(Call one, Call other, long now, List<Effect> effects) {
    if (one.peer != null || other.peer != null) {
      throw new IllegalStateException(
          one.origin().leg() + " or " + other.origin().leg() + " is bridged already");
    }
    one.peer = other;
    other.peer = one;
    effects.add(new Effect.Bridged(one, other));
  }

  /** The bridge of a leg ends; both legs live on. Nothing happens when it has none. */
  public void unbridge(Call call, long now, List<Effect> effects) {
    Call other = call.peer;
    if (other != null) {
      call.peer = null;
      other.peer = null;
      effects.add(new Effect.Unbridged(call, other));
    }
  }

  /** A queued leg is being dialled (CALL-63). */
  public void initiate(Call call, long now, List<Effect> effects) {
    call.dialled(now);
    effects.add(new Effect.LegMoved(call, "initiated", 0, "platform"));
  }

  /** The far end alerts. */
  public void ring(Call call, long now, List<Effect> effects) {
    call.move(CallStatus.RINGING, now);
    effects.add(new Effect.LegMoved(call, "ringing", 0, "far-end"));
    if (call.participant() != null) {
      startIfDue(call.participant().conference(), now, effects);
    }
  }

  /** The leg is answered; bound to a live conference it is in it from now on (PART-20). */
  public void answer(Call call, String by, long now, List<Effect> effects) {
    call.move(CallStatus.IN_PROGRESS, now);
    effects.add(new Effect.LegMoved(call, call.status().word(), 0, by));
    Participant participant = call.participant();
    if (participant != null && isFullFor(participant)) {
      finish(call, CallStatus.COMPLETED, 200, "conference", now, effects);
    } else if (participant != null) {
      connect(participant, now, effects);
    } else if (!call.hasDocument()) {
      // the conference went while the leg rang on: there is nothing to put it into
      finish(call, CallStatus.COMPLETED, 200, "platform", now, effects);
    }
  }

  /**
   * The leg ends with this final status.
   *
   * @param sip SIP response code; 0 when there is none
   * @param by {@code far-end}, {@code rest}, {@code twiml}, {@code timeout} or {@code platform}
   */
  public void finish(
      Call call, CallStatus last, int sip, String by, long now, List<Effect> effects) {
    call.move(last, now);
    call.ended(sip);
    effects.add(new Effect.LegMoved(call, last.word(), sip, by));
    unbridge(call, now, effects);
    Participant participant = call.participant();
    if (participant != null) {
      leave(
          participant,
          participant.connected() ? "participant_hung_up" : "participant_add_failed",
          last.word(),
          false,
          now,
          effects);
    }
  }

  // ---- conferences ----

  /**
   * A leg with a document joins a name (CONF-01).
   *
   * @throws Refusal when the conference is full (16020), the label is in use (16025) or its coach
   *     attribute names nobody who can be coached (13240)
   */
  public void join(
      Call call, String name, Participant.Settings settings, long now, List<Effect> effects) {
    Conference conference = liveByName.get(scoped(call.account, name));
    requireCoachable(conference, call, settings);
    if (conference != null) {
      requireRoom(conference, settings);
      requireFreeLabel(conference, settings, 16025);
    } else {
      requireAllowance();
      conference = open(name, call, settings, true, now, effects);
    }
    Participant participant = bind(call, conference, settings, now);
    connect(participant, now, effects);
  }

  /**
   * A queued leg is bound to a conference that it will enter when it is answered (CONF-10).
   *
   * @param conference live, or null to find or make one by name
   * @throws Refusal when the conference is full (16020), the label is in use (16026) or nobody can
   *     be coached as it says (PART-62)
   */
  public Conference bind(
      Call.Origin origin,
      Conference conference,
      String name,
      Participant.Settings settings,
      long now,
      List<Effect> effects) {
    Conference room = conference != null ? conference : live(name);
    if (room != null) {
      requireRoom(room, settings);
      requireFreeLabel(room, settings, 16026);
    }
    if (settings.coach() != null) {
      Coaching.require(room, null, settings.coach());
    }
    if (room == null) {
      requireAllowance();
    }
    Call call = queue(origin, false, now, effects);
    if (room == null) {
      boolean atCreate = knobs.is(Knob.CONF_CONFIG_BINDING, "atCreate");
      room = open(name, call, settings, atCreate, now, effects);
    }
    Participant participant = bind(call, room, settings, now);
    effects.add(new Effect.ParticipantBound(participant));
    startIfDue(room, now, effects);
    return room;
  }

  /**
   * The platform forgets the live conference of this name, so that the next join makes another one
   * beside it: the split brain of {@code conf.splitBrainRate} (CONF-05).
   */
  public void split(String name) {
    everSplit |= liveByName.remove(scoped(account, name)) != null;
  }

  /** REST completes a conference (CONF-37). */
  public void complete(Conference conference, long now, List<Effect> effects) {
    close(conference, "conference-ended-via-api", null, "conference_ended_via_api", now, effects);
  }

  /** REST removes a participant (PART-54). */
  public void kick(Participant participant, long now, List<Effect> effects) {
    String reason =
        participant.connected() ? knobs.get(Knob.PART_KICK_LEAVE_REASON) : "participant_add_failed";
    putOut(participant, "rest", reason, true, now, effects);
  }

  /**
   * The platform itself takes a participant off its conference: a coach without a target (PART-65),
   * or a leg whose wait document cannot be had (CONF-48).
   */
  public void drop(Participant participant, long now, List<Effect> effects) {
    putOut(participant, "conference", "participant_updated_via_api", false, now, effects);
  }

  private void putOut(
      Participant participant,
      String by,
      String reason,
      boolean kicked,
      long now,
      List<Effect> effects) {
    Call call = participant.call();
    boolean connected = participant.connected();
    boolean goesOn =
        connected && call.hasDocument() && knobs.is(Knob.PART_KICK_TWIML_LEG, "continue");
    if (!goesOn) {
      CallStatus last = connected ? CallStatus.COMPLETED : CallStatus.CANCELED;
      call.move(last, now);
      effects.add(new Effect.LegMoved(call, last.word(), connected ? 200 : 487, by));
    }
    leave(participant, reason, call.status().word(), kicked, now, effects);
    if (goesOn) {
      effects.add(new Effect.LegReleased(call));
    }
  }

  /**
   * A leg leaves its conference because its call got another document, which drives it from now on
   * (CALL-43, PART-20).
   */
  public void pullOut(Participant participant, long now, List<Effect> effects) {
    participant.call().hasDocument = true;
    leave(participant, "participant_updated_via_api", "in-progress", false, now, effects);
  }

  /** A participant leaves its conference by pressing star, and the leg lives (TWIML-30). */
  public void walkOut(Participant participant, long now, List<Effect> effects) {
    leave(participant, "participant_hung_up", "in-progress", false, now, effects);
  }

  /**
   * Changes what is asked for (PART-39). All that an update modifies beside mute and hold is one
   * event (CB-10).
   *
   * @throws Refusal when the coaching asked for is not possible (PART-62); then nothing changes
   */
  public void change(
      Participant participant, ParticipantChange change, long now, List<Effect> effects) {
    String coaches = coaches(participant, change);
    if (change.muted() != null && change.muted() != participant.muted) {
      participant.muted = change.muted();
      changed(
          participant, participant.muted ? "participant-mute" : "participant-unmute", now, effects);
    }
    retune(participant, change, effects);
    boolean held = participant.hold;
    if (change.hold() != null && change.hold() != participant.hold) {
      participant.hold = change.hold();
      changed(
          participant, participant.hold ? "participant-hold" : "participant-unhold", now, effects);
    }
    boolean ignored = held && knobs.is(Knob.PART_END_FLAG_UPDATE_ON_HOLD, "silentlyIgnored");
    boolean modified = false;
    if (change.endOnExit() != null && change.endOnExit() != participant.endOnExit && !ignored) {
      participant.endOnExit = change.endOnExit();
      modified = true;
    }
    if (change.beepOnExit() != null && change.beepOnExit() != participant.beepOnExit) {
      participant.beepOnExit = change.beepOnExit();
      modified = true;
    }
    if (change.waitSound() != null && !change.waitSound().equals(participant.waitSound)) {
      participant.waitSound = change.waitSound();
      modified = true;
    }
    if (!Objects.equals(coaches, participant.coaches)) {
      participant.coaches = coaches;
      modified = true;
    }
    if (modified) {
      changed(participant, "participant-modify", now, effects);
    }
  }

  /** Whom the participant coaches after this change; null when nobody. */
  private static String coaches(Participant participant, ParticipantChange change) {
    if (Boolean.FALSE.equals(change.coaching())) {
      return null;
    }
    if (change.coaching() == null && change.coach() == null) {
      return participant.coaches;
    }
    String target = change.coach() == null ? participant.coaches : change.coach();
    if (target == null || !target.equals(participant.coaches)) {
      Coaching.require(participant.conference(), participant.call().sid(), target);
    }
    return target;
  }

  /** Another hold sound is no event of its own. */
  private static void retune(
      Participant participant, ParticipantChange change, List<Effect> effects) {
    if (change.holdSound() != null && !change.holdSound().equals(participant.holdSound)) {
      participant.holdSound = change.holdSound();
      effects.add(new Effect.ParticipantRetuned(participant));
    }
  }

  private static void changed(
      Participant participant, String event, long now, List<Effect> effects) {
    participant.touched(now);
    effects.add(new Effect.ParticipantChanged(participant, event));
  }

  /** A conference whose joiners have named no region so far is mixed in this one for good. */
  public void settleRegion(Conference conference, String region) {
    if (conference.region == null) {
      conference.region = region;
    }
  }

  // ---- inside ----

  private Conference open(
      String name,
      Call call,
      Participant.Settings settings,
      boolean configure,
      long now,
      List<Effect> effects) {
    Conference conference = new Conference(ids.next("CF"), name, now);
    conference.account = call.account;
    conferences.put(conference.sid(), conference);
    liveByName.put(scoped(call.account, name), conference);
    if (configure) {
      configure(conference, settings);
    }
    effects.add(new Effect.ConferenceMade(conference, call));
    return conference;
  }

  /** CONF-41: the first to join settles where events go, even when it gives nothing. */
  private static void configure(Conference conference, Participant.Settings settings) {
    if (!conference.configured) {
      conference.configured = true;
      conference.subscription = settings.conferenceSubscription();
      conference.recording = settings.recording();
    }
    if (conference.region == null) {
      conference.region = settings.region();
    }
  }

  private static Participant bind(
      Call call, Conference conference, Participant.Settings settings, long now) {
    if (call.participant != null) {
      throw new IllegalStateException(call.origin().leg() + " is in a conference already");
    }
    Participant participant = new Participant(call, conference, settings, now);
    call.participant = participant;
    conference.add(participant);
    return participant;
  }

  private void connect(Participant participant, long now, List<Effect> effects) {
    Conference conference = participant.conference();
    configure(conference, participant.settings());
    participant.connect(now);
    conference.join(participant);
    if (conference.firstConnectAt < 0) {
      conference.firstConnectAt = now;
    }
    effects.add(new Effect.ParticipantJoined(participant));
    startIfDue(conference, now, effects);
    if (conference.bridgesNow()) {
      effects.add(new Effect.ConferenceBridged(conference));
    }
    orphansLeave(conference, now, effects);
  }

  /** PART-65, with the knob at its strictest. */
  private void orphansLeave(Conference conference, long now, List<Effect> effects) {
    if (knobs.is(Knob.PART_COACH_ORPHAN, "leave")) {
      for (Participant coach : Coaching.orphans(conference)) {
        if (coach.connected()) {
          drop(coach, now, effects);
        }
      }
    }
  }

  /** CONF-15, with CONF-19 and CONF-20 as the knobs say. */
  private void startIfDue(Conference conference, long now, List<Effect> effects) {
    if (conference.status() != Conference.Status.INIT) {
      return;
    }
    boolean early = knobs.is(Knob.CONF_PRESENCE_RULE, "earlyMediaCounts");
    int present = 0;
    boolean starter = knobs.is(Knob.CONF_INIT_RULE, "inProgressWithTwo");
    for (Participant participant : conference.participants()) {
      boolean here =
          participant.connected()
              || (early
                  && participant.settings().earlyMedia()
                  && participant.call().status() == CallStatus.RINGING);
      if (here) {
        present++;
        starter |= participant.settings().startOnEnter();
      }
    }
    if (present >= 2 && starter) {
      conference.start(now);
      effects.add(new Effect.ConferenceStarted(conference));
    }
  }

  /** Takes a participant off and applies the end rule (CONF-27). */
  private void leave(
      Participant participant,
      String reason,
      String callStatus,
      boolean kicked,
      long now,
      List<Effect> effects) {
    Conference conference = participant.conference();
    take(participant, reason, callStatus, now, effects);
    boolean counts =
        participant.everConnected() || knobs.is(Knob.CONF_END_FLAG_BEFORE_JOIN, "true");
    boolean flagged = participant.endOnExit() && counts;
    boolean last = conference.empty();
    if (!flagged && !last) {
      orphansLeave(conference, now, effects);
      return;
    }
    boolean byFlag = flagged && !(last && knobs.is(Knob.CONF_LAST_AND_FLAG_REASON, "last"));
    String how =
        byFlag
            ? "participant-with-end-conference-on-exit-" + (kicked ? "kicked" : "left")
            : "last-participant-" + (kicked ? "kicked" : "left");
    close(conference, how, participant.call().sid(), "moderator_ended_conference", now, effects);
  }

  private static void take(
      Participant participant, String reason, String callStatus, long now, List<Effect> effects) {
    participant.leave(now);
    participant.conference().remove(participant);
    participant.call().participant = null;
    effects.add(new Effect.ParticipantLeft(participant, reason, callStatus));
  }

  /** CONF-31 to 33 and CB-13: everybody out, in join order, then the end; one atomic step. */
  private void close(
      Conference conference,
      String reason,
      String callEnding,
      String leaveReason,
      long now,
      List<Effect> effects) {
    List<Call> released = new ArrayList<>();
    for (Participant participant : conference.inJoinOrder()) {
      Call call = participant.call();
      if (call.status() != CallStatus.IN_PROGRESS) {
        if (knobs.is(Knob.CONF_RINGING_LEGS_ON_END, "cancel")) {
          call.move(CallStatus.CANCELED, now);
          effects.add(new Effect.LegMoved(call, "canceled", 487, "conference"));
          take(participant, "participant_add_failed", "canceled", now, effects);
        } else {
          // it lives on outside the conference, for which CB-06 has this word alone
          take(participant, leaveReason, "in-progress", now, effects);
        }
      } else if (call.hasDocument() && knobs.is(Knob.CONF_TWIML_LEGS_ON_END, "continue")) {
        take(participant, leaveReason, "in-progress", now, effects);
        released.add(call);
      } else {
        call.move(CallStatus.COMPLETED, now);
        effects.add(new Effect.LegMoved(call, "completed", 200, "conference"));
        take(participant, leaveReason, "completed", now, effects);
      }
    }
    conference.end(reason, callEnding, now);
    String scoped = scoped(conference.account, conference.name());
    if (liveByName.remove(scoped, conference) && everSplit) {
      findOther(scoped);
    }
    effects.add(new Effect.ConferenceEnded(conference));
    for (Call call : released) {
      effects.add(new Effect.LegReleased(call));
    }
  }

  /** PART-63: whatever is wrong, TwiML has one code for it. */
  private static void requireCoachable(
      Conference conference, Call call, Participant.Settings settings) {
    if (settings.coach() != null) {
      try {
        Coaching.require(conference, call.sid(), settings.coach());
      } catch (Refusal refusal) {
        throw new Refusal(400, 13240, "Invalid coach: " + refusal.getMessage());
      }
    }
  }

  /** After a split another conference of the name may still live. */
  private void findOther(String scoped) {
    for (Conference other : conferences.values()) {
      if (other.isLive() && scoped(other.account, other.name()).equals(scoped)) {
        liveByName.put(scoped, other);
      }
    }
  }

  private void requireAllowance() {
    double most = knobs.number(Knob.LIMIT_CONFERENCES);
    if (!Double.isNaN(most) && liveByName.size() >= most) {
      throw new Refusal(
          400, 16021, "The account has its limit of " + (long) most + " simultaneous conferences");
    }
  }

  /** CONF-46: whose maximum counts is not known. */
  private int limit(Conference conference, Participant.Settings settings) {
    return knobs.is(Knob.CONF_MAX_FROM, "first")
        ? conference.first().settings().maxParticipants()
        : settings.maxParticipants();
  }

  /** LIMIT-03: legs still being dialled count when the knob says so. */
  private int count(Conference conference) {
    boolean ringing = knobs.is(Knob.CONF_MAX_COUNTS_RINGING, "true");
    int count = 0;
    for (Participant participant : conference.participants()) {
      count += participant.connected() || ringing ? 1 : 0;
    }
    return count;
  }

  /** CONF-46: the room filled up while this leg, which did not count yet, was being dialled. */
  private boolean isFullFor(Participant dialled) {
    return knobs.is(Knob.CONF_MAX_COUNTS_RINGING, "false")
        && count(dialled.conference()) >= limit(dialled.conference(), dialled.settings());
  }

  private void requireRoom(Conference conference, Participant.Settings settings) {
    int count = count(conference);
    if (count >= limit(conference, settings)) {
      throw new Refusal(
          400,
          16020,
          "Conference " + conference.sid() + " is full: it holds " + count + " participants");
    }
  }

  private static void requireFreeLabel(
      Conference conference, Participant.Settings settings, int code) {
    if (settings.label() != null && conference.find(settings.label()) != null) {
      throw new Refusal(
          400,
          code,
          "Participant label '"
              + settings.label()
              + "' is already in use in conference "
              + conference.sid());
    }
  }
}
