package dev.partyline.world;

import dev.partyline.directory.Directory;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.TwimlApp;
import dev.partyline.directory.Voice;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.PhoneAction;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.FarEnd;
import dev.partyline.phone.Line;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.Recordings;
import dev.partyline.rest.Backend;
import dev.partyline.rest.RestApi;
import dev.partyline.script.Platform;
import dev.partyline.script.Scripts;
import dev.partyline.script.SoundTracks;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Greeting;
import dev.partyline.telephony.Ids;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.ParticipantChange;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import dev.partyline.telephony.Telephony;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Deliveries;
import dev.partyline.webhook.Dispatch;
import dev.partyline.webhook.FiberTransport;
import dev.partyline.webhook.Rfc2822;
import dev.partyline.webhook.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One simulated platform with its phones and one application; the single writer of its models. */
public final class World implements Backend, Line {

  private static final Span SECOND = Span.exactly(1000);
  private static final long AUDIO_MS = 5_000;
  private static final int LONGEST_CALL_SECONDS = 14_400;

  private final Simulation simulation;
  private final Journal journal;
  private final Knobs knobs;
  private final Telephony telephony;
  private final Queues queues;
  private final Recorder recorder;
  private final Rfc2822 rfc2822 = new Rfc2822(Account.EPOCH);
  private final Deliveries deliveries;
  private final Callbacks callbacks;
  private final Hearing hearing = new Hearing(this);
  private final Confirmations confirmations = new Confirmations(this);
  private final UserMessages userMessages = new UserMessages(this);
  private final Scripts scripts;
  private final Answers answers;
  private final FarEnd farEnd;
  private final RestApi rest;
  private final Application application;
  private final RestFront front;
  private final Faults faults = new Faults();
  private final TimeProfile times;

  private final Map<String, Party> partyByAddress = new LinkedHashMap<>();
  private final Map<String, Integer> legs = new LinkedHashMap<>();
  private final Deque<String> finishedCalls = new ArrayDeque<>();
  private final Deque<String> finishedConferences = new ArrayDeque<>();
  private int mostFinished = Integer.MAX_VALUE;
  private final Map<String, String> roomAlias = new LinkedHashMap<>();
  private final Map<String, String> beliefs = new LinkedHashMap<>();
  private final Map<String, Script> documents = new LinkedHashMap<>();
  private final Map<String, Integer> limitSeconds = new LinkedHashMap<>();
  private final Map<String, Cancellable> timeLimits = new LinkedHashMap<>();
  private final Map<String, String> applicationByCall = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> handed = new LinkedHashMap<>();
  private final SelfCalls selfCalls = new SelfCalls(this);
  private final Directory directory;
  private String acting;
  private final Map<String, Long> audio = new LinkedHashMap<>();
  private String request;
  private long nextSlotAt;

  /** Puts a world together round a fresh instance of the subject. */
  public World(
      Simulation simulation, Journal journal, Knobs knobs, TimeProfile profile, Subject subject) {
    this(simulation, journal, knobs, profile, directory(subject), subject, null);
  }

  /** A platform whose application is elsewhere and reached by this transport. */
  public World(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      TimeProfile profile,
      Directory directory,
      Transport transport) {
    this(simulation, journal, knobs, profile, directory, null, transport);
  }

  private World(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      TimeProfile profile,
      Directory directory,
      Subject subject,
      Transport transport) {
    this.simulation = simulation;
    this.journal = journal;
    this.knobs = knobs;
    this.directory = directory;
    this.acting = directory.main().sid();
    this.times =
        profile.withCallbacksUpTo(
            (long) (knobs.number(Knob.CB_DELAY_MAX_MS) + knobs.number(Knob.CB_REORDER_WINDOW_MS)));
    Ids ids = new Ids();
    this.telephony = new Telephony(knobs, ids);
    this.queues = new Queues(() -> ids.next("QU"));
    this.recorder = new Recorder(this, new Recordings(() -> ids.next("RE")));
    this.callbacks = new Callbacks(this, times.toCallback());
    this.answers = new Answers(this, times.toCallback());
    this.scripts = new Scripts(new ScriptHost(this, times));
    this.farEnd =
        new FarEnd(
            simulation,
            this,
            (long) knobs.number(Knob.CALL_RING_BUFFER),
            () -> (long) knobs.number(Knob.CALL_MEDIA_TIMEOUT));
    this.rest = new RestApi(this);
    this.front = new RestFront(this, faults);
    this.application =
        subject == null ? null : subject.start(new Environment(this, simulation, times));
    this.deliveries =
        new Deliveries(
            simulation,
            journal,
            knobs,
            new Signatures(directory),
            faults,
            application == null
                ? transport
                : new FiberTransport(
                    simulation,
                    journal,
                    application,
                    times.documentAnswer(),
                    times.callbackAnswer(),
                    this::observe));
  }

  private static Directory directory(Subject subject) {
    String status = subject.statusPath();
    return Account.directory(
        Account.BASE_URL + subject.voicePath(), status == null ? null : Account.BASE_URL + status);
  }

  // ---- people ----

  /** Somebody who can be dialled or who dials. */
  public void add(Party party) {
    partyByAddress.put(party.address(), party);
  }

  /** The softphone of an agent connects to the TwiML application to reach a customer. */
  public Softphone softphone(Party agent, Party customer) {
    note(new Happening.ConversationBegan(agent.conversation(), agent.name(), customer.name()));
    return new Softphone(this, agent, customer);
  }

  /** The leg of a softphone arrives at the platform. */
  Call arrive(Party agent, String to) {
    TwimlApp app = directory.application(Account.APPLICATION);
    return arrive(agent.address(), to, agent, app.accountSid(), app.voice(), Account.APPLICATION);
  }

  /**
   * Somebody calls an incoming number of the directory: a leg arrives and runs what the number's
   * entry says (TWIML-03). Without a voice URL it fails at once (CALL-54); when the account is not
   * active it fails and 10003 is logged (ERR-02).
   *
   * @param from the caller's number in E.164
   * @param to the number that is dialled, in E.164
   * @param caller whose phone it is; null when it belongs to nobody in the story
   * @throws IllegalArgumentException when the directory has no such number
   */
  public Call arriveFrom(String from, String to, Party caller) {
    IncomingNumber number = directory.dialled(to);
    if (number == null) {
      throw new IllegalArgumentException(
          "nobody owns "
              + to
              + "; there are "
              + directory.numbers().stream().map(IncomingNumber::number).toList());
    }
    return arrive(
        from,
        to,
        caller,
        number.accountSid(),
        directory.voice(number),
        directory.application(number.applicationSid()) == null ? null : number.applicationSid());
  }

  /**
   * A softphone connects to a TwiML application (CLIENT-24).
   *
   * @param identity of the client, without {@code client:}
   * @param parameters what the page hands over; {@code To} among them is what the leg shows as
   *     dialled
   * @throws IllegalArgumentException when the directory has no such application
   */
  public Call connect(String identity, String applicationSid, Map<String, String> parameters) {
    TwimlApp app = directory.application(applicationSid);
    if (app == null) {
      throw new IllegalArgumentException("there is no TwiML application " + applicationSid);
    }
    Call.Origin origin =
        inbound(
            identity,
            null,
            identity,
            "client:" + identity,
            parameters.getOrDefault("To", ""),
            app.voice());
    Map<String, String> handedOver = new LinkedHashMap<>(parameters);
    handedOver.remove("To");
    return arrive(origin, app.accountSid(), app.voice(), app.sid(), handedOver);
  }

  /** Whoever is at the far end of a leg hangs up; does nothing when the leg is over. */
  public void hangUpFarEnd(Call call) {
    if (call.isLive()) {
      acted(call, PhoneAction.HANGS_UP);
      hangUp(call);
    }
  }

  private Call arrive(
      String from, String to, Party caller, String account, Voice voice, String applicationSid) {
    Call.Origin origin =
        inbound(
            caller == null ? "stranger" : caller.name(),
            caller == null ? null : caller.conversation(),
            caller == null ? null : caller.name(),
            from,
            to,
            voice);
    return arrive(origin, account, voice, applicationSid, Map.of());
  }

  private Call.Origin inbound(
      String alias, String conversation, String party, String from, String to, Voice voice) {
    return new Call.Origin(
        leg(alias),
        conversation,
        party,
        "inbound",
        from,
        to,
        whenOver(voice),
        60,
        LONGEST_CALL_SECONDS);
  }

  private Call arrive(
      Call.Origin origin,
      String account,
      Voice voice,
      String applicationSid,
      Map<String, String> parameters) {
    String before = acting;
    actFor(account);
    List<Effect> effects = new ArrayList<>();
    Call call = telephony.arrive(origin, now(), effects);
    if (applicationSid != null) {
      applicationByCall.put(call.sid(), applicationSid);
    }
    apply(effects);
    actFor(before);
    boolean active = directory.account(account).active();
    if (!active) {
      note(new Happening.Noted(call.sid(), 10_003, "error", "account " + account + " is inactive"));
    }
    if (active && voice.url() != null) {
      scripts.load(call, Script.of(voice), parameters);
    } else {
      carryOut((model, now, e) -> model.finish(call, CallStatus.FAILED, 0, "platform", now, e));
    }
    return call;
  }

  /**
   * The far end of a leg placed to a number or an application of the platform's own arrives.
   *
   * @return null when there is nothing that could take the call (CALL-54)
   */
  Call arriveOnOwn(Call placed) {
    String to = placed.origin().to();
    IncomingNumber number = directory.dialled(to);
    TwimlApp app =
        number == null && to.startsWith("app:") ? directory.application(to.substring(4)) : null;
    Voice voice = number != null ? directory.voice(number) : app != null ? app.voice() : Voice.NONE;
    if (voice.url() == null) {
      return null;
    }
    return arrive(
        inbound(
            placed.origin().leg() + ".line",
            placed.origin().conversation(),
            null,
            placed.origin().from(),
            to,
            voice),
        number != null ? number.accountSid() : app.accountSid(),
        voice,
        number == null
            ? app.sid()
            : directory.application(number.applicationSid()) == null
                ? null
                : number.applicationSid(),
        handed.getOrDefault(placed.sid(), Map.of()));
  }

  /** CALL-67. */
  private static Subscription whenOver(Voice voice) {
    return voice.statusCallback() == null
        ? null
        : new Subscription(
            voice.statusCallback(), voice.statusCallbackMethod(), List.of("completed"));
  }

  /** The TwiML application whose settings a leg that arrived runs; null when there is none. */
  String applicationOf(Call call) {
    return applicationByCall.get(call.sid());
  }

  /** The person at the far end of a leg the phone made drops it. */
  void hangUp(Call call) {
    if (call.isLive()) {
      CallStatus last =
          call.status() == CallStatus.RINGING
              ? CallStatus.of(knobs.get(Knob.CALL_INBOUND_ABANDON_STATUS))
              : CallStatus.COMPLETED;
      carryOut((model, now, effects) -> model.finish(call, last, 0, "far-end", now, effects));
    }
  }

  Application application() {
    return application;
  }

  TimeProfile times() {
    return times;
  }

  Simulation simulation() {
    return simulation;
  }

  // ---- Line: what dialled phones do ----

  @Override
  public void rings(Call call) {
    acted(call, PhoneAction.RINGS);
    carryOut((model, now, effects) -> model.ring(call, now, effects));
  }

  @Override
  public void answers(Call call) {
    acted(call, PhoneAction.ANSWERS);
    carryOut((model, now, effects) -> model.answer(call, "far-end", now, effects));
  }

  @Override
  public void ends(Call call, CallStatus last, int sip, String by, String action) {
    if (action != null) {
      acted(call, action);
    }
    carryOut((model, now, effects) -> model.finish(call, last, sip, by, now, effects));
  }

  @Override
  public void presses(Call call, String keys) {
    acted(call, PhoneAction.PRESSES_KEYS);
    press(call, keys);
  }

  @Override
  public void says(Call call, String words, long ms) {
    acted(call, PhoneAction.SPEAKS);
    speak(call, words, "0.9", ms);
    speech(call, true);
    in(
        role(call) + ".falls-silent",
        Span.exactly(ms),
        () -> {
          if (call.isLive()) {
            speech(call, false);
          }
        });
  }

  @Override
  public void vanished(Call call) {
    acted(call, PhoneAction.VANISHES);
  }

  /** The phones: their scripts, and what is done with them by hand. */
  public FarEnd phones() {
    return farEnd;
  }

  private void acted(Call call, String action) {
    note(
        new Happening.PhoneActed(
            call.origin().party(), call.origin().conversation(), call.sid(), action));
  }

  // ---- Backend: what REST does ----

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public void passToClient(Call call, String message, String content) {
    note(new Happening.MessagePassed(call.sid(), message, "client", content));
  }

  /**
   * The client at the far end of a leg sends the application a message of its own; every
   * subscription of the leg gets it.
   *
   * @param content any text; SDKs send JSON
   * @return the message's SID
   */
  public String clientSays(Call call, String content) {
    return userMessages.said(call, content);
  }

  @Override
  public void subscribe(Call call, String sid, Subscription subscriber) {
    userMessages.subscribe(call, sid, subscriber);
  }

  @Override
  public boolean unsubscribe(Call call, String sid) {
    return userMessages.unsubscribe(call, sid);
  }

  @Override
  public List<Note> notes() {
    return new Logbook(journal).notes();
  }

  @Override
  public List<Requested> requests(String callSid) {
    return new Logbook(journal).requests(callSid);
  }

  @Override
  public String accountOf(String sid) {
    Call call = telephony.call(sid);
    Conference room = telephony.conference(sid);
    String account = call != null ? call.account() : room != null ? room.account() : null;
    return account == null ? directory.main().sid() : account;
  }

  @Override
  public void actFor(String accountSid) {
    acting = accountSid;
    telephony.actFor(accountSid.equals(directory.main().sid()) ? null : accountSid);
  }

  @Override
  public Knobs knobs() {
    return knobs;
  }

  @Override
  public long now() {
    return simulation.now();
  }

  @Override
  public String time(long ms) {
    return rfc2822.of(ms);
  }

  @Override
  public Telephony telephony() {
    return telephony;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public Recordings recordings() {
    return recorder.recordings();
  }

  @Override
  public Recording record(RecordingOrder order, Subscription news) {
    return recorder.begin(order, news);
  }

  @Override
  public void recordWhenAnswered(RecordingOrder order, Subscription news) {
    recorder.whenAnswered(order, news);
  }

  @Override
  public void pause(Recording recording, boolean skip) {
    recorder.pause(recording, skip);
  }

  @Override
  public void resume(Recording recording) {
    recorder.resume(recording);
  }

  @Override
  public void stop(Recording recording) {
    recorder.stop(recording);
  }

  @Override
  public void delete(Recording recording) {
    recorder.delete(recording);
  }

  Recorder recorder() {
    return recorder;
  }

  @Override
  public Call dial(Outgoing what, Script script) {
    List<Effect> effects = new ArrayList<>();
    Call call = telephony.queue(origin(what), true, now(), effects);
    apply(effects);
    documents.put(call.sid(), script);
    answers.ask(call, what.onAnswer());
    place(call);
    return call;
  }

  @Override
  public Call dialInto(
      Outgoing what, Conference conference, String name, Participant.Settings settings) {
    List<Effect> effects = new ArrayList<>();
    Call.Origin origin = origin(what);
    if (conference == null) {
      maybeSplit(name);
    }
    Conference room = telephony.bind(origin, conference, name, settings, now(), effects);
    apply(effects);
    List<Participant> all = room.everybody();
    Call call = all.get(all.size() - 1).call();
    answers.ask(call, what.onAnswer());
    place(call);
    return call;
  }

  @Override
  public Call confirm(String number, String name, int delaySeconds, Subscription callback) {
    return confirmations.call(acting, number, name, delaySeconds, callback);
  }

  /** A leg that the platform itself makes: no document runs on it. */
  Call ownLeg(String from, String to, long waitMs) {
    List<Effect> effects = new ArrayList<>();
    Outgoing what = new Outgoing(from, to, null, 60, LONGEST_CALL_SECONDS);
    Call call = telephony.queue(origin(what), true, now(), effects);
    apply(effects);
    in(call.origin().leg() + ".initiated", Span.exactly(waitMs), () -> initiate(call));
    return call;
  }

  private Call.Origin origin(Outgoing what) {
    Party party = partyByAddress.get(what.to());
    return new Call.Origin(
        leg(party == null ? "stranger" : party.name()),
        party == null ? null : party.conversation(),
        party == null ? null : party.name(),
        "outbound-api",
        what.from(),
        what.to(),
        what.subscription(),
        what.timeoutSeconds(),
        what.timeLimitSeconds());
  }

  /** A Dial makes a leg; it is placed at once (TWIML-24, LIMIT-07). */
  Call dialFor(Call parent, Platform.Leg leg) {
    Party party = partyByAddress.get(leg.to());
    Call.Origin origin =
        new Call.Origin(
            leg(party == null ? "stranger" : party.name()),
            party == null ? parent.origin().conversation() : party.conversation(),
            party == null ? null : party.name(),
            "outbound-dial",
            leg.from(),
            leg.to(),
            leg.subscription(),
            leg.timeoutSeconds(),
            leg.timeLimitSeconds());
    List<Effect> effects = new ArrayList<>();
    Call call = telephony.dial(parent, origin, now(), effects);
    apply(effects);
    note(new Happening.LegDialled(call.sid(), parent.sid(), leg.parameters()));
    if (!leg.parameters().isEmpty()) {
      handed.put(call.sid(), leg.parameters());
    }
    in(origin.leg() + ".initiated", times.queuedToInitiated(), () -> initiate(call));
    return call;
  }

  /** The person at the far end of a leg presses keys: of 0-9, A-D, # and *. */
  public void press(Call call, String keys) {
    if (call.isLive()) {
      scripts.pressed(call, keys);
    }
  }

  /** What is heard first from whoever answered a leg. */
  Greeting greeting(Call call) {
    return farEnd.greeting(call);
  }

  /** Machine detection in the background, for a Dial. */
  void detect(Call call, AnswerDetection detection, Subscription callback) {
    answers.detect(call, detection, callback, verdict -> {});
  }

  /**
   * The person at the far end of a leg begins to say something.
   *
   * @param words what is understood of it
   * @param confidence how sure the platform is of that, from {@code 0.0} to {@code 1.0}
   * @param ms how long it takes to say, in simulated milliseconds
   */
  public void speak(Call call, String words, String confidence, long ms) {
    if (call.isLive()) {
      scripts.spoke(call, words, confidence, ms);
    }
  }

  /** The far end of a leg hears keys that the platform plays. */
  void heard(Call call, String keys) {
    selfCalls.heard(call, keys);
  }

  /** LIMIT-05: with a rate limit legs wait for their slot. */
  private void place(Call call) {
    double perSecond = knobs.number(Knob.LIMIT_CPS);
    long wait = 0;
    if (!Double.isNaN(perSecond)) {
      long slot = Math.max(now(), nextSlotAt);
      wait = slot - now();
      nextSlotAt = slot + (long) (SECOND.min() / perSecond);
    }
    call.queued(wait);
    Span usual = times.queuedToInitiated();
    in(
        call.origin().leg() + ".initiated",
        Span.of(usual.min() + wait, usual.typical() + wait, usual.max() + wait),
        () -> initiate(call));
  }

  private void initiate(Call call) {
    if (!call.isLive()) {
      return;
    }
    carryOut((model, now, effects) -> model.initiate(call, now, effects));
    String to = call.origin().to();
    if (to.startsWith("app:") || directory.dialled(to) != null) {
      selfCalls.dialled(call);
    } else if (partyByAddress.containsKey(to) || farEnd.book().knows(to)) {
      farEnd.dialled(call);
    } else if (to.startsWith("client:")) {
      farEnd.dialledUnregistered(call, knobs.get(Knob.CALL_UNREGISTERED_CLIENT));
    } else {
      farEnd.dialledNobody(call);
    }
  }

  @Override
  public void end(Call call, boolean cancel) {
    boolean answered = call.status() == CallStatus.IN_PROGRESS;
    CallStatus last =
        answered
            ? CallStatus.COMPLETED
            : cancel
                ? CallStatus.CANCELED
                : CallStatus.of(knobs.get(Knob.CALL_COMPLETED_ON_RINGING));
    carryOut(
        (model, now, effects) ->
            model.finish(call, last, answered ? 200 : 487, "rest", now, effects));
  }

  @Override
  public void redirect(Call call, Script script) {
    if (call.participant() != null) {
      carryOut((model, now, effects) -> model.pullOut(call.participant(), now, effects));
    }
    documents.remove(call.sid());
    scripts.load(call, script);
  }

  @Override
  public void limit(Call call, int seconds) {
    limitSeconds.put(call.sid(), seconds);
    if (call.status() == CallStatus.IN_PROGRESS) {
      startTimeLimit(call);
    }
  }

  /** The longest length of a call is longer than any run, so it is not watched for. */
  private void startTimeLimit(Call call) {
    stopTimeLimit(call);
    int seconds = limitSeconds.getOrDefault(call.sid(), call.origin().timeLimitSeconds());
    if (seconds < LONGEST_CALL_SECONDS) {
      long left = Math.max(0, call.answeredAt() + seconds * 1000L - now());
      timeLimits.put(
          call.sid(),
          in(
              call.origin().leg() + ".time-limit",
              Span.exactly(left),
              () ->
                  carryOut(
                      (model, now, effects) ->
                          model.finish(call, CallStatus.COMPLETED, 200, "timeout", now, effects))));
    }
  }

  private void stopTimeLimit(Call call) {
    Cancellable limit = timeLimits.remove(call.sid());
    if (limit != null) {
      limit.cancel();
    }
  }

  @Override
  public void complete(Conference conference) {
    carryOut((model, now, effects) -> model.complete(conference, now, effects));
  }

  @Override
  public void kick(Participant participant) {
    carryOut((model, now, effects) -> model.kick(participant, now, effects));
  }

  @Override
  public void announce(Participant participant, SoundSource what) {
    hearing.sounds().announce(participant, what);
  }

  @Override
  public void announce(Conference conference, SoundSource what) {
    hearing.sounds().announce(conference, what);
  }

  @Override
  public void change(Participant participant, ParticipantChange change) {
    carryOut((model, now, effects) -> model.change(participant, change, now, effects));
  }

  // ---- effects ----

  void carryOut(Platform.Command command) {
    List<Effect> effects = new ArrayList<>(6);
    command.give(telephony, now(), effects);
    apply(effects);
  }

  private void apply(List<Effect> effects) {
    boolean startFirst = knobs.is(Knob.CB_START_BEFORE_JOIN, "true");
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      boolean swap =
          startFirst
              && effect instanceof Effect.ParticipantJoined
              && i + 1 < effects.size()
              && effects.get(i + 1) instanceof Effect.ConferenceStarted;
      if (swap) {
        apply(effects.get(i + 1));
        apply(effect);
        i++;
      } else {
        apply(effect);
      }
    }
    for (int i = 0; i < effects.size(); i++) {
      Conference room = effects.get(i).room();
      if (room != null && (i == 0 || room != effects.get(i - 1).room())) {
        hearing.conference(room);
      }
      if (effects.get(i) instanceof Effect.LegMoved moved && moved.call().parent() != null) {
        hearing.dialled(moved.call());
      }
    }
    for (int i = 0; i < effects.size(); i++) {
      hearing.beeps(effects.get(i));
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.LegMade made) {
      Call call = made.call();
      Call.Origin origin = call.origin();
      note(
          new Happening.LegCreated(
              call.sid(),
              origin.leg(),
              origin.conversation(),
              origin.party(),
              origin.direction(),
              origin.from(),
              origin.to(),
              request));
      note(new Happening.LegStatus(call.sid(), call.status().word(), 0, "platform"));
    } else if (effect instanceof Effect.LegMoved moved) {
      moved(moved);
    } else if (effect instanceof Effect.LegReleased released) {
      scripts.released(released.call());
    } else if (effect instanceof Effect.Bridged bridged) {
      note(new Happening.LegsBridged(bridged.one().sid(), bridged.other().sid()));
      hearing.bridged(bridged.one().sid(), bridged.other().sid());
    } else if (effect instanceof Effect.Unbridged parted) {
      note(new Happening.LegsParted(parted.one().sid(), parted.other().sid()));
      hearing.unbridged(parted.one().sid());
    } else if (effect instanceof Effect.ConferenceMade made) {
      Conference conference = made.conference();
      String base = conversation(made.call()) + ".room";
      roomAlias.put(conference.sid(), numbered(base));
      note(
          new Happening.ConferenceOpened(
              conference.sid(),
              conference.name(),
              made.call().sid(),
              conference.subscription() == null ? "" : conference.subscription().url()));
    } else if (effect instanceof Effect.ConferenceStarted started) {
      note(new Happening.ConferenceStarted(started.conference().sid()));
      callbacks.started(started.conference());
    } else if (effect instanceof Effect.ConferenceEnded ended) {
      Conference conference = ended.conference();
      note(
          new Happening.ConferenceEnded(
              conference.sid(),
              conference.name(),
              conference.reasonEnded(),
              conference.callEnding()));
      callbacks.ended(conference);
      recorder.ended(conference);
      finishedConferences.add(conference.sid());
      while (finishedConferences.size() > mostFinished) {
        String oldest = finishedConferences.poll();
        telephony.forgetConference(oldest);
        roomAlias.remove(oldest);
      }
    } else if (effect instanceof Effect.ParticipantBound bound) {
      Participant participant = bound.participant();
      note(
          new Happening.ParticipantAdded(
              participant.conference().sid(),
              participant.call().sid(),
              participant.label(),
              participant.settings().startOnEnter(),
              participant.endOnExit()));
    } else if (effect instanceof Effect.ParticipantJoined joined) {
      Participant participant = joined.participant();
      note(
          new Happening.ParticipantJoined(
              participant.conference().sid(),
              participant.call().sid(),
              participant.label(),
              participant.settings().startOnEnter(),
              participant.endOnExit()));
      if (participant.muted() || participant.coaching()) {
        noteFlags(participant);
      }
      callbacks.joined(participant);
    } else if (effect instanceof Effect.ParticipantLeft left) {
      Participant participant = left.participant();
      note(
          new Happening.ParticipantLeft(
              participant.conference().sid(),
              participant.call().sid(),
              left.reason(),
              left.callStatus()));
      callbacks.left(participant, left.reason(), left.callStatus());
    } else if (effect instanceof Effect.ParticipantChanged changed) {
      String event = changed.event();
      noteFlags(changed.participant());
      String word = event.endsWith("mute") ? "mute" : event.endsWith("hold") ? "hold" : "modify";
      callbacks.participant(changed.participant(), event, word);
    } else if (effect instanceof Effect.ConferenceBridged bridged) {
      recorder.bridged(bridged.conference());
    } else if (!(effect instanceof Effect.ParticipantRetuned)) {
      throw new IllegalStateException("unknown effect " + effect);
    }
  }

  private void noteFlags(Participant participant) {
    note(
        new Happening.ParticipantChanged(
            participant.conference().sid(),
            participant.call().sid(),
            participant.muted(),
            participant.hold(),
            participant.endOnExit(),
            participant.coaches()));
  }

  private void moved(Effect.LegMoved moved) {
    Call call = moved.call();
    note(new Happening.LegStatus(call.sid(), moved.word(), moved.sip(), moved.by()));
    boolean over = moved.isFinal();
    Recording whole = over ? recorder.stopWhole(call) : null;
    callbacks.call(moved, over && call.startedAt() < 0, whole);
    confirmations.moved(call);
    if (over) {
      stopTimeLimit(call);
      farEnd.over(call);
      finishedCalls.add(call.sid());
      while (finishedCalls.size() > mostFinished) {
        forget(finishedCalls.poll());
      }
      scripts.ended(call, moved.by().equals("far-end"));
      recorder.ended(call);
      selfCalls.moved(call);
    } else if (call.status() == CallStatus.IN_PROGRESS) {
      startTimeLimit(call);
      recorder.answered(call);
      answers.answered(call, parameters -> goOn(call, parameters));
      selfCalls.moved(call);
    }
  }

  /** An answered leg gets its document, unless it was given another one meanwhile. */
  private void goOn(Call call, Map<String, String> parameters) {
    Script script = documents.remove(call.sid());
    if (script != null) {
      scripts.load(call, script, parameters);
    } else {
      scripts.answered(call);
    }
  }

  /** How many finished calls, and as many conferences, stay readable; without it all do. */
  public void keepFinished(int most) {
    mostFinished = most;
  }

  private void forget(String callSid) {
    telephony.forgetCall(callSid);
    scripts.forget(callSid);
    documents.remove(callSid);
    limitSeconds.remove(callSid);
    applicationByCall.remove(callSid);
    handed.remove(callSid);
    beliefs.remove(callSid);
  }

  // ---- names ----

  private String leg(String party) {
    return numbered(party);
  }

  private String numbered(String base) {
    int number = legs.merge(base, 1, Integer::sum);
    return number == 1 ? base : base + "-" + number;
  }

  private static String conversation(Call call) {
    return call.origin().conversation() == null ? "nobody" : call.origin().conversation();
  }

  /** The stable name of a conference. */
  String room(Conference conference) {
    return roomAlias.get(conference.sid());
  }

  /** The stable name of a leg, for the names of events about it. */
  String role(Call call) {
    return call.origin().leg();
  }

  // ---- for the rest of the package ----

  Cancellable in(String name, Span delay, Runnable action) {
    return simulation.in(name, delay, action);
  }

  Chance chance() {
    return simulation;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  SoundTracks tracks() {
    return scripts.tracks();
  }

  /** How long an audio file is, in milliseconds; 5 seconds unless told. */
  long audioMs(String url) {
    return audio.getOrDefault(url, AUDIO_MS);
  }

  /** An audio file of this length exists (CONF-49). */
  public void addAudio(String url, long ms) {
    audio.put(url, ms);
  }

  /**
   * Somebody in a conference begins or ceases to speak (CB-12); of no effect while nobody could
   * hear it.
   */
  public void speech(Call call, boolean begins) {
    Participant one = call.participant();
    if (one != null
        && one.connected()
        && !hearing.in(one.conference().sid()).hearers(call.sid()).isEmpty()) {
      callbacks.participant(
          one, begins ? "participant-speech-start" : "participant-speech-stop", "speaker");
    }
  }

  /** CONF-05: a join that comes before the conference has started may miss it on purpose. */
  void maybeSplit(String name) {
    double rate = knobs.number(Knob.CONF_SPLIT_BRAIN_RATE);
    Conference room = rate > 0 ? telephony.live(name) : null;
    if (room != null
        && !room.started()
        && simulation.happens(room(room) + ".split-brain-" + room.everybody().size(), rate)) {
      telephony.split(name);
    }
  }

  /** Sends what was sent before, marked as replayed; what comes back changes nothing. */
  public void replay(Happening.WebhookQueued queued, Happening.WebhookSent sent) {
    deliveries.send(
        new Dispatch(
            queued.webhook() + ".replayed",
            queued.kind(),
            queued.call(),
            queued.conference(),
            queued.event(),
            sent.method(),
            queued.url(),
            sent.params(),
            Span.exactly(0),
            false,
            delivered -> {}));
  }

  /** Who hears whom now. */
  public Hearing hearing() {
    return hearing;
  }

  Callbacks callbacks() {
    return callbacks;
  }

  RestApi rest() {
    return rest;
  }

  /** Faults put in on purpose. */
  public Faults faults() {
    return faults;
  }

  /** Where requests to the API come in. */
  public RestFront front() {
    return front;
  }

  /** What is carried out until the next call of this method is the doing of this request. */
  void causedBy(String requestName) {
    request = requestName;
  }

  void note(Happening what) {
    journal.add(simulation.now(), what);
    if (what instanceof Happening.VerbBegan began
        && (began.verb().equals("Gather") || began.verb().equals("Record"))) {
      farEnd.prompted(began.call());
    }
  }

  /** CB-51: a status callback that failed is a warning and changes nothing. */
  void noteDelivery(String call, Delivered delivered) {
    if (delivered.code() != 0) {
      note(new Happening.Noted(call, delivered.code(), "warning", delivered.text()));
    }
  }

  /** Looks at what the application believes now and notes what changed. */
  void observe() {
    application
        .beliefs()
        .forEach(
            (call, status) -> {
              if (!status.equals(beliefs.put(call, status))) {
                note(new Happening.AppBelieved(call, status));
              }
            });
  }
}
