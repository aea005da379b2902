package dev.partyline.world;

import dev.partyline.client.Devices;
import dev.partyline.directory.Directory;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.PhoneAction;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.FarEnd;
import dev.partyline.phone.Line;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recordings;
import dev.partyline.rest.Backend;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestApi;
import dev.partyline.rest.sync.SyncResources;
import dev.partyline.rest.taskrouter.TaskRouterResources;
import dev.partyline.routing.Desk;
import dev.partyline.routing.FrontDesk;
import dev.partyline.script.Platform;
import dev.partyline.script.Scripts;
import dev.partyline.script.SoundTracks;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.syncing.SyncDesk;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Greeting;
import dev.partyline.telephony.Ids;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Subscription;
import dev.partyline.telephony.Telephony;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Deliveries;
import dev.partyline.webhook.Dispatch;
import dev.partyline.webhook.Rfc2822;
import dev.partyline.webhook.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One simulated platform with its phones and one application; the single writer of its models. */
public final class World {

  /** A call may last so long at the most (CALL-28). */
  static final int LONGEST_CALL_SECONDS = 14_400;

  private static final long AUDIO_MS = 5_000;

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
  private final Delays delays = new Delays(this);
  private final Tokens tokens = new Tokens(this);
  private final Devices devices = new Devices(new ClientExchange(this));
  private final Confirmations confirmations = new Confirmations(this);
  private final UserMessages userMessages = new UserMessages(this);
  private final DialledPhones people = new DialledPhones(this);
  private final Arrivals arrivals = new Arrivals(this);
  private final Placements placements = new Placements(this);
  private final TimeLimits timeLimits = new TimeLimits(this);
  private final Consequences consequences = new Consequences(this);
  private final PlatformBackend backend = new PlatformBackend(this);
  private final Scripts scripts;
  private final Answers answers;
  private final FarEnd farEnd;
  private final RestApi rest;
  private final Desk desk;
  private final SyncDesk sync;
  private final Instances instances;
  private final RestFront front;
  private final Faults faults = new Faults();
  private final TimeProfile times;

  private final Map<String, Party> partyByAddress = new LinkedHashMap<>();
  private final Map<String, Integer> legs = new LinkedHashMap<>();
  private final Map<String, String> roomAlias = new LinkedHashMap<>();
  private final NewestLegs newestLegs = new NewestLegs();
  private final Map<String, Party> customers = new LinkedHashMap<>();
  private final Buttons buttons = new Buttons(this);
  private final Meetings meetings = new Meetings(this);
  private final Observer observer = new Observer(this);
  private final SelfCalls selfCalls = new SelfCalls(this);
  private final Directory directory;
  private String acting;
  private final Set<String> serving = new LinkedHashSet<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private final RoutingPaths paths;
  private final Map<String, Long> audio = new LinkedHashMap<>();
  private String request;

  /** Puts a world together round a fresh instance of the subject. */
  public World(
      Simulation simulation, Journal journal, Knobs knobs, TimeProfile profile, Subject subject) {
    this(simulation, journal, knobs, profile, subject, Outages.NONE);
  }

  /** The same, with what goes wrong with the subject's machines. */
  public World(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      TimeProfile profile,
      Subject subject,
      Outages outages) {
    this(simulation, journal, knobs, profile, directory(subject), subject, outages, null);
  }

  /** A platform whose application is elsewhere and reached by this transport. */
  public World(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      TimeProfile profile,
      Directory directory,
      Transport transport) {
    this(simulation, journal, knobs, profile, directory, null, Outages.NONE, transport);
  }

  private World(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      TimeProfile profile,
      Directory directory,
      Subject subject,
      Outages outages,
      Transport transport) {
    this.paths = subject == null ? null : subject.routingPaths();
    this.simulation = simulation;
    this.journal = journal;
    this.knobs = knobs;
    this.directory = directory;
    this.acting = directory.main().sid();
    this.times =
        profile
            .withCallbacksUpTo(
                (long)
                    (knobs.number(Knob.CB_DELAY_MAX_MS) + knobs.number(Knob.CB_REORDER_WINDOW_MS)))
            .withApplicationAt(Delays.toApplicationMs(knobs));
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
            people,
            (long) knobs.number(Knob.CALL_RING_BUFFER),
            () -> (long) knobs.number(Knob.CALL_MEDIA_TIMEOUT));
    this.desk = new Desk(new DeskLines(this), ids::next);
    this.sync = new SyncDesk(new SyncLines(this), ids::next);
    List<Resource> products = new ArrayList<>(TaskRouterResources.of(desk));
    products.addAll(SyncResources.of(sync));
    this.rest = new RestApi(backend, products);
    this.front = new RestFront(this, faults);
    this.instances = subject == null ? null : new Instances(this, subject, outages);
    if (instances != null) {
      instances.start();
    }
    this.deliveries =
        new Deliveries(
            simulation,
            journal,
            knobs,
            new Signatures(directory),
            faults,
            instances == null ? transport : new InstanceTransport(this, instances));
    deliveries.whenQueued(this::tells);
  }

  private static Directory directory(Subject subject) {
    String status = subject.statusPath();
    String incoming = subject.incomingPath();
    return Account.directory(
        Account.BASE_URL + subject.voicePath(),
        Account.BASE_URL + (incoming == null ? subject.voicePath() : incoming),
        status == null ? null : Account.BASE_URL + status);
  }

  // ---- people ----

  /** Somebody who can be dialled or who dials. */
  public void add(Party party) {
    partyByAddress.put(party.address(), party);
  }

  /** The softphone of an agent connects to the TwiML application to reach a customer. */
  public Softphone softphone(Party agent, Party customer) {
    note(new Happening.ConversationBegan(agent.conversation(), agent.name(), customer.name()));
    customers.put(agent.conversation(), customer);
    return new Softphone(this, agent, customer.address(), null);
  }

  /** The softphone of somebody who is called, not calling: a colleague. */
  public Softphone softphone(Party colleague) {
    return new Softphone(this, colleague, null, null);
  }

  /**
   * The softphone of an agent to whom this person came, as its agent uses it in that conversation:
   * what they meant to press then they do not press in another one.
   */
  public Softphone softphoneIn(Party agent, Party caller) {
    return new Softphone(this, agent, null, caller.conversation());
  }

  /** Somebody who is going to call our number, in the conversation of that party. */
  void expect(Party caller) {
    note(new Happening.ConversationBegan(caller.conversation(), "", caller.name()));
    customers.put(caller.conversation(), caller);
  }

  /** The phone of somebody who calls our number. */
  public Caller caller(Party party) {
    return new Caller(this, party);
  }

  /**
   * Opens a workspace in which these people, who belong to no conversation, are offered those who
   * call. A leg to one of them that the program makes belongs to the conversation about which the
   * program was told.
   *
   * @throws IllegalArgumentException when the program cannot be called
   */
  public void openFrontDesk(List<Party> agents) {
    openFrontDesk(agents, List.of());
  }

  /**
   * The same, where some of these people are away and stay so.
   *
   * @throws IllegalArgumentException when the program cannot be called
   */
  public void openFrontDesk(List<Party> agents, List<Party> away) {
    if (paths == null) {
      throw new IllegalArgumentException(
          "people call in here, and this program cannot be called: its subject names no"
              + " routingPaths");
    }
    for (Party agent : agents) {
      add(agent);
      serving.add(agent.name());
    }
    FrontDesk.open(
        desk,
        Account.SID,
        Account.BASE_URL + paths.assignment(),
        Account.BASE_URL + paths.events(),
        paths.subscribed(),
        agents.stream().map(Party::name).toList(),
        away.stream().map(Party::name).toList());
  }

  /** Whether it is so with this person. */
  boolean servesAny(Party party) {
    return party != null && serving.contains(party.name());
  }

  /** The program is going to be told of a leg: what it then does is done for that conversation. */
  private void tells(Happening.WebhookQueued queued) {
    Call about = queued.call() == null || serving.isEmpty() ? null : telephony.call(queued.call());
    if (about != null && about.origin().conversation() != null) {
      told.put(queued.webhook(), about.origin().conversation());
    }
  }

  /** The conversation that a webhook is about; null when it is about none. */
  String conversationTold(String webhook) {
    return told.get(webhook);
  }

  /** Whose newest leg is in which conversation; null when in none. */
  String conversationOf(Party party) {
    if (party.conversation() != null) {
      return party.conversation();
    }
    Call newest = newestLegs.newestOf(party);
    return newest == null ? null : newest.origin().conversation();
  }

  /** Whether people can call the program and be offered to agents. */
  public boolean takesCalls() {
    return paths != null;
  }

  /** From now on most of those who are dialled answer. */
  public void mostPeopleAnswer() {
    farEnd.mostlyAnswer();
  }

  /** From now on answering machines are often what picks up. */
  public void oftenMachines() {
    farEnd.oftenMachines();
  }

  /** From now on people answer, and may talk for five hours. */
  public void talkForHours() {
    farEnd.talkForHours();
  }

  /** The page of a supervisor. */
  public Supervisor supervisor(Party supervisor) {
    return new Supervisor(this, supervisor);
  }

  /** The customer of a conversation; null before it began. */
  Party customerOf(String conversation) {
    return customers.get(conversation);
  }

  /**
   * Tells, once, when two people begin to hear each other.
   *
   * @param then must be brief: it may make events and no more
   */
  public void whenTogether(Party one, Party other, Runnable then) {
    meetings.when(one, other, then);
  }

  /** Once, when this person's phone begins to ring; {@code then} must be brief. */
  public void whenRinging(Party person, Runnable then) {
    meetings.whenRinging(person, then);
  }

  Meetings meetings() {
    return meetings;
  }

  /** Whose newest leg is which. */
  NewestLegs legs() {
    return newestLegs;
  }

  Buttons buttons() {
    return buttons;
  }

  /** The leg of a softphone arrives at the platform. */
  Call arrive(Party agent, String to) {
    return arrivals.softphone(agent, to);
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
    return arrivals.from(from, to, caller);
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
    return arrivals.connect(identity, applicationSid, parameters);
  }

  /** Whoever is at the far end of a leg hangs up; does nothing when the leg is over. */
  public void hangUpFarEnd(Call call) {
    if (call.isLive()) {
      acted(call, PhoneAction.HANGS_UP);
      hangUp(call);
    }
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

  Instances instances() {
    return instances;
  }

  TimeProfile times() {
    return times;
  }

  Simulation simulation() {
    return simulation;
  }

  // ---- people at phones ----

  /** The phones: their scripts, and what is done with them by hand. */
  public FarEnd phones() {
    return farEnd;
  }

  void acted(Call call, String action) {
    note(
        new Happening.PhoneActed(
            call.origin().party(), call.origin().conversation(), call.sid(), action));
  }

  // ---- models and settings ----

  public Directory directory() {
    return directory;
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

  String accountOf(String sid) {
    Call call = telephony.call(sid);
    Conference room = telephony.conference(sid);
    String account = call != null ? call.account() : room != null ? room.account() : null;
    return account == null ? directory.main().sid() : account;
  }

  void actFor(String accountSid) {
    acting = accountSid;
    telephony.actFor(accountSid.equals(directory.main().sid()) ? null : accountSid);
  }

  public Knobs knobs() {
    return knobs;
  }

  public long now() {
    return simulation.now();
  }

  String time(long ms) {
    return rfc2822.of(ms);
  }

  public Telephony telephony() {
    return telephony;
  }

  public Queues queues() {
    return queues;
  }

  Recorder recorder() {
    return recorder;
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

  // ---- effects ----

  void carryOut(Platform.Command command) {
    List<Effect> effects = new ArrayList<>(6);
    command.give(telephony, now(), effects);
    apply(effects);
  }

  void apply(List<Effect> effects) {
    consequences.apply(effects);
  }

  /** How many finished calls, and as many conferences, stay readable; without it all do. */
  public void keepFinished(int most) {
    consequences.keepFinished(most);
  }

  // ---- names ----

  /** A stable name that nothing else has: the base, with a number from the second one on. */
  String leg(String base) {
    int number = legs.merge(base, 1, Integer::sum);
    return number == 1 ? base : base + "-" + number;
  }

  /** The conversation of a leg; {@code nobody} when it belongs to none. */
  static String conversation(Call call) {
    return call.origin().conversation() == null ? "nobody" : call.origin().conversation();
  }

  /** The stable name of a conference. */
  String room(Conference conference) {
    return roomAlias.get(conference.sid());
  }

  void nameRoom(Conference conference, String base) {
    roomAlias.put(conference.sid(), leg(base));
  }

  void forgetRoom(String sid) {
    roomAlias.remove(sid);
  }

  /** Nobody asks for this finished call any more. */
  void forget(String callSid) {
    placements.forget(callSid);
    timeLimits.forget(callSid);
    arrivals.forget(callSid);
    delays.forget(callSid);
    devices.forget(callSid);
    observer.forget(callSid);
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

  /** Softphones in browser tabs, and who is registered. */
  public Devices devices() {
    return devices;
  }

  /** Access tokens: checked and made by this platform's keys and clock. */
  public Tokens tokens() {
    return tokens;
  }

  /** Where voices are mixed, and how late they are heard. */
  public Delays delays() {
    return delays;
  }

  /** Who hears whom now. */
  public Hearing hearing() {
    return hearing;
  }

  /** The platform as its REST API sees it; what it changes is done at once. */
  public Backend backend() {
    return backend;
  }

  /** The application whose settings a leg that arrived runs; null when there is none. */
  String applicationOf(Call call) {
    return arrivals.applicationOf(call);
  }

  /** Whose this address is; null when it is nobody's in the story. */
  Party party(String address) {
    return partyByAddress.get(address);
  }

  String acting() {
    return acting;
  }

  /** The request that is being carried out; null when none is. */
  String request() {
    return request;
  }

  Journal journal() {
    return journal;
  }

  /** What people at dialled phones do to their legs. */
  public Line people() {
    return people;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Placements placements() {
    return placements;
  }

  TimeLimits timeLimits() {
    return timeLimits;
  }

  Scripts scripts() {
    return scripts;
  }

  Answers answers() {
    return answers;
  }

  Confirmations confirmations() {
    return confirmations;
  }

  UserMessages userMessages() {
    return userMessages;
  }

  SelfCalls selfCalls() {
    return selfCalls;
  }

  /** TaskRouter: workspaces, tasks and what instructions do with calls. */
  public Desk desk() {
    return desk;
  }

  /** Sync: what it keeps, and the pages that follow it. */
  public SyncDesk sync() {
    return sync;
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

  /** Looks at what the application believes and shows now and notes what changed. */
  void observe() {
    Instance up = instances.up();
    if (up != null) {
      observer.look(up.application());
    }
  }
}
