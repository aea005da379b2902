package dev.partyline.junit;

import dev.partyline.directory.Directory;
import dev.partyline.explore.Seed;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knobs;
import dev.partyline.knob.Preset;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.phone.PhoneScript;
import dev.partyline.report.Story;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Engines;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Outcome;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Strategy;
import dev.partyline.sim.Watcher;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.ApplicationPort;
import dev.partyline.webhook.Deliveries;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Party;
import dev.partyline.world.Softphone;
import dev.partyline.world.Surroundings;
import dev.partyline.world.TimeProfile;
import dev.partyline.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The platform of one simulated test: its people, the application under test, and what happened.
 *
 * <p>People and application are set up at any time, in a {@code @BeforeEach} method as well; REST
 * requests and {@link #pass} need simulated time and work in the test method alone. Not for use by
 * several threads.
 */
public final class SimulatedPartyline {

  private static final String CONVERSATION = "call-1";

  private final Journal journal = new Journal();
  private final Seed seed;
  private final Simulation simulation;
  private final World world;
  private final TestSubject subject = new TestSubject();
  private final Map<String, Party> people = new LinkedHashMap<>();

  SimulatedPartyline(Simulated settings) {
    this.seed = Seed.parse("test/junit/" + settings.seed());
    Knobs knobs = KnobTexts.turned(Preset.named(settings.preset()).knobs(), settings.knobs());
    this.simulation =
        new Simulation(
            seed.toString(),
            seed.number() == null
                ? Strategy.pinned(seed.pins())
                : Strategy.portfolio(seed.number(), seed.pins()),
            Limits.STANDARD,
            new Writer(),
            Engines.best());
    journal.add(
        0,
        new Happening.RunBegan(
            Happening.SCHEMA,
            "test",
            "junit",
            seed.toString(),
            Account.EPOCH_TEXT,
            knobs.differences()));
    this.world = new World(simulation, journal, knobs, TimeProfile.STANDARD, subject);
  }

  // ---- what the application under test is given ----

  /** SID of the account. */
  public String accountSid() {
    return Account.SID;
  }

  /** Its auth token; of this fake, safe to show. */
  public String authToken() {
    return Account.TOKEN;
  }

  /** The account's number. */
  public String number() {
    return Account.NUMBER;
  }

  /** Where the platform reaches the application, without a slash at the end. */
  public String baseUrl() {
    return Account.BASE_URL;
  }

  /**
   * Clock, sleep, executor, timers and REST in simulated time. {@code new
   * SimHttpClient(partyline.surroundings())} is the SDK's client.
   */
  public Surroundings surroundings() {
    return new TestSurroundings(subject.surroundings());
  }

  /** The application: handles every webhook that no {@link #answers} handles. */
  public void application(ApplicationPort application) {
    subject.application = application;
  }

  /**
   * What the application answers at one path.
   *
   * @param path begins with a slash, without a query
   */
  public void answers(String path, Function<WebhookRequest, WebhookReply> answer) {
    subject.answers.put(path, answer);
  }

  /** Answers a path with a document; the Response element is added. */
  public void answersTwiml(String path, String verbs) {
    answers(path, request -> WebhookReply.twiml("<Response>" + verbs + "</Response>"));
  }

  // ---- people ----

  /**
   * Somebody with a phone.
   *
   * @param address E.164, {@code client:NAME} or {@code sip:USER@HOST}
   * @param calls what they do at their first call, their second, …; the last goes on. Without one,
   *     whether they answer, are busy, … is a choice of the run; in the typical run they answer
   */
  public Party person(String name, String address, PhoneScript... calls) {
    Party party = new Party(name, address, CONVERSATION);
    people.put(name, party);
    world.add(party);
    if (calls.length > 0) {
      world.phones().book().put(address, List.of(calls));
    }
    return party;
  }

  /**
   * An agent's softphone that calls a customer through the account's TwiML application, whose
   * document is at {@code /voice}.
   */
  public Softphone softphone(Party agent, Party customer) {
    return world.softphone(agent, customer);
  }

  /** Somebody dials the account's number, whose document is at {@code /voice}. */
  public Call dials(Party caller) {
    return world.arriveFrom(caller.address(), Account.NUMBER, caller);
  }

  /** A client connects to the account's TwiML application with parameters. */
  public Call connects(String identity, Map<String, String> parameters) {
    return world.connect(identity, Account.APPLICATION, parameters);
  }

  /** Whoever is at the far end of a leg hangs up. */
  public void hangsUp(Call call) {
    world.hangUpFarEnd(call);
  }

  /** Whoever is at the far end of a leg presses keys: 0-9, A-D, # and *. */
  public void presses(Call call, String keys) {
    world.people().presses(call, keys);
  }

  // ---- the platform ----

  /** Lets simulated time pass; costs no real time. */
  public void pass(Duration time) {
    requireTime("passing " + time);
    simulation.sleep(time);
  }

  /** Simulated time since the beginning. */
  public Duration now() {
    return Duration.ofMillis(simulation.now());
  }

  /** A leg by its SID; null when there is none. */
  public Call call(String sid) {
    return world.telephony().call(sid);
  }

  /** What is set up: numbers, applications, keys. */
  public Directory directory() {
    return world.directory();
  }

  /** Faults put in on purpose. */
  public Faults faults() {
    return world.faults();
  }

  /** The platform, for whatever this class has no word for. */
  public World world() {
    return world;
  }

  // ---- what happened ----

  /** Everything that happened so far. */
  public Journal journal() {
    return journal;
  }

  /** All happenings of a kind so far, oldest first. */
  public <T extends Happening> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Entry entry : journal) {
      if (kind.isInstance(entry.what())) {
        found.add(kind.cast(entry.what()));
      }
    }
    return found;
  }

  /** Webhooks that reached a path of the application, oldest first. */
  public List<WebhookRequest> received(String path) {
    return subject.received.stream()
        .filter(request -> TestSubject.path(request).equals(path))
        .toList();
  }

  /** What happened so far, in a few sentences. */
  public List<String> story() {
    return Story.of(journal, null, 100).stream().map(Story.Line::sentence).toList();
  }

  /** What the laws say of the run so far, by law id. */
  public Map<String, Verdict> verdicts() {
    return Laws.judge(journal);
  }

  /** The text that repeats the run. */
  public String seed() {
    return seed.toString().substring("test/junit/".length());
  }

  // ---- for the extension ----

  /** Plays the body of a test and the rest of the run. */
  Outcome play(Runnable body) {
    simulation.fiber("test", body);
    Outcome outcome = simulation.run();
    if (!outcome.kind().judgeable()) {
      journal.add(
          simulation.now(),
          new Happening.Leaked("test", outcome.detail(), outcome.stack(), outcome.advice()));
    }
    journal.add(
        simulation.now(),
        new Happening.RunFinished(outcome.kind().word(), outcome.detail(), simulation.steps()));
    return outcome;
  }

  List<String> unusedPins() {
    return simulation.unusedPins();
  }

  /** What can be done only while simulated time passes. */
  static void requireTime(String what) {
    if (Fiber.current() == null) {
      throw new IllegalStateException(
          what
              + " takes simulated time, which passes inside the test method alone: in @BeforeEach"
              + " and @AfterEach, and on threads of your own, set up and look, and move this into"
              + " the test");
    }
  }

  private final class Writer implements Watcher {
    @Override
    public void chose(Choice choice) {
      journal.add(
          simulation.now(),
          new Happening.ChoiceTaken(choice.name(), choice.value(), choice.standard()));
    }

    @Override
    public void failed(Fiber fiber, Throwable failure) {
      journal.add(
          simulation.now(),
          new Happening.AppFailed(fiber.name(), failure.toString(), Deliveries.stack(failure)));
    }
  }
}
