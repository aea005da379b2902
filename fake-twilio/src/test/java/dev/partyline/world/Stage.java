package dev.partyline.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.directory.Directory;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Engines;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Outcome;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.sim.Strategy;
import dev.partyline.sim.Watcher;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A small world for tests: one agent with a softphone, one customer and one supervisor with phones,
 * and an application made of lambdas. All choices are typical unless pinned; the platform is as
 * documented unless a knob is turned. Everything is set up first, then {@link #run} plays it to the
 * end.
 */
public final class Stage {

  public static final String ACCOUNT = "/2010-04-01/Accounts/" + Account.SID;
  public static final String CUSTOMER = "+819000000001";
  public static final String SUPERVISOR = "+819000000009";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Knob, String> knobs = new EnumMap<>(Knob.class);
  private final Map<String, String> pins = new LinkedHashMap<>();
  private final Map<String, Function<WebhookRequest, WebhookReply>> answers = new LinkedHashMap<>();
  private final List<Consumer<Stage>> script = new ArrayList<>();
  private final List<Consumer<World>> setUps = new ArrayList<>();
  private final List<Party> others = new ArrayList<>();
  private final List<WebhookRequest> received = new ArrayList<>();
  private final List<AssertionError> failures = new ArrayList<>();
  private final Journal journal = new Journal();
  private TimeProfile times = TimeProfile.STANDARD;
  private String statusPath;
  private Simulation simulation;
  private World world;
  private Surroundings surroundings;
  private Softphone phone;
  private Outcome outcome;

  // ---- set-up ----

  /** Turns a knob. */
  public Stage knob(Knob knob, String value) {
    knobs.put(knob, value);
    return this;
  }

  /** Pins a choice, for example {@code customer-1.does} to {@code busy}. */
  public Stage pin(String name, String value) {
    pins.put(name, value);
    return this;
  }

  /** The TwiML that the agent's leg gets at {@code /voice}; the Response element is added. */
  public Stage voice(String verbs) {
    return answer("/voice", request -> WebhookReply.twiml("<Response>" + verbs + "</Response>"));
  }

  /** What the application answers at a path; called on a fiber. Other paths answer 204. */
  public Stage answer(String path, Function<WebhookRequest, WebhookReply> answer) {
    answers.put(path, answer);
    return this;
  }

  /** Path of the TwiML application's status callback. */
  public Stage statusPath(String path) {
    statusPath = path;
    return this;
  }

  /** An audio file of this length, in seconds. */
  public Stage audio(String url, int seconds) {
    script.add(stage -> stage.world.addAudio(url, seconds * 1000L));
    return this;
  }

  /** The agent's softphone connects at this simulated time. */
  public Stage agentDials(long at) {
    return later(at, "agent-1.dials", stage -> stage.phone.dial());
  }

  /** Somebody else with a phone or a softphone, for example {@code client:bob}. */
  public Stage somebody(String name, String address) {
    others.add(new Party(name, address, "call-1"));
    return this;
  }

  /** The far end of a leg presses keys at this simulated time. */
  public Stage presses(long at, String callSid, String keys) {
    return later(
        at, "keys", stage -> stage.world.press(stage.world.telephony().call(callSid), keys));
  }

  /** The far end of a leg says something at this simulated time, understood with 0.9. */
  public Stage says(long at, String callSid, String words, long ms) {
    return later(
        at,
        "words",
        stage -> stage.world.speak(stage.world.telephony().call(callSid), words, "0.9", ms));
  }

  /** Changes what is set up at the platform before anything happens. */
  public Stage directory(Consumer<Directory> change) {
    setUps.add(world -> change.accept(world.directory()));
    return this;
  }

  /** The platform and the network take no time. */
  public Stage instantly() {
    Span now = Span.exactly(0);
    times = new TimeProfile(now, now, now, now, now, now, now, now, now);
    return this;
  }

  /** The agent drops the leg at this simulated time. */
  public Stage agentHangsUp(long at) {
    return later(at, "agent-1.hangs-up", stage -> stage.phone.hangUp());
  }

  /**
   * Does something at this simulated time on a fiber of the application, for example REST calls.
   */
  public Stage application(long at, Consumer<Stage> body) {
    return later(at, "test", stage -> stage.simulation.fiber("test", () -> body.accept(stage)));
  }

  /** Does something on the platform itself at this simulated time, between two of its events. */
  public Stage platform(long at, Consumer<Stage> body) {
    return later(at, "platform", body);
  }

  /**
   * Hands a request to the API at this very instant, without a way there and back.
   *
   * @throws dev.partyline.rest.NotModelled what the fake cannot do yet
   */
  public RestResponse ask(RestRequest request) {
    return world.rest().handle(request, 0);
  }

  private Stage later(long at, String name, Consumer<Stage> action) {
    script.add(stage -> stage.simulation.in(name, Span.exactly(at), () -> action.accept(stage)));
    return this;
  }

  // ---- on a fiber ----

  /** Sends a REST request; pairs are parameter names and values, a name may come again. */
  public RestResponse rest(String method, String path, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return surroundings.call(
        new RestRequest(method, ACCOUNT + path, params, Account.SID, Account.TOKEN));
  }

  /** Calls the customer into a conference by name or SID. */
  public RestResponse participant(String conference, String... pairs) {
    return participantAt(CUSTOMER, conference, pairs);
  }

  /** Calls an address into a conference by name or SID. */
  public RestResponse participantAt(String to, String conference, String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 4);
    all[pairs.length] = "From";
    all[pairs.length + 1] = Account.NUMBER;
    all[pairs.length + 2] = "To";
    all[pairs.length + 3] = to;
    return rest("POST", "/Conferences/" + conference + "/Participants.json", all);
  }

  /** Calls the customer with the Calls API. */
  public RestResponse call(String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 4);
    all[pairs.length] = "From";
    all[pairs.length + 1] = Account.NUMBER;
    all[pairs.length + 2] = "To";
    all[pairs.length + 3] = CUSTOMER;
    return rest("POST", "/Calls.json", all);
  }

  /** What the platform logged against calls, each as {@code level code}. */
  public List<String> notes() {
    return all(Happening.Noted.class).stream()
        .map(note -> note.level() + " " + note.code())
        .toList();
  }

  /** What the application has. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The model, for looking. */
  public World world() {
    return world;
  }

  // ---- running and looking ----

  /** Plays to the end. */
  public Stage run() {
    simulation =
        new Simulation(
            "test",
            Strategy.pinned(pins),
            Limits.STANDARD,
            new Watcher() {
              @Override
              public void chose(Choice choice) {}

              @Override
              public void failed(Fiber fiber, Throwable failure) {
                if (fiber.name().startsWith("test")) {
                  failures.add(new AssertionError("in " + fiber, failure));
                }
              }
            },
            Engines.best());
    world = new World(simulation, journal, Knobs.standard().with(knobs), times, new StageSubject());
    Party agent = new Party("agent-1", "client:agent-1", "call-1");
    Party customer = new Party("customer-1", CUSTOMER, "call-1");
    world.add(agent);
    world.add(customer);
    world.add(new Party("supervisor-1", SUPERVISOR, "call-1"));
    others.forEach(world::add);
    setUps.forEach(step -> step.accept(world));
    phone = world.softphone(agent, customer);
    script.forEach(step -> step.accept(this));
    outcome = simulation.run();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    if (outcome.kind() == Outcome.Kind.FAULT) {
      throw new AssertionError(outcome.describe());
    }
    return this;
  }

  /** How the run ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Everything that happened. */
  public Journal journal() {
    return journal;
  }

  /** All happenings of a kind, in order. */
  public <T extends Happening> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Entry entry : journal) {
      if (kind.isInstance(entry.what())) {
        found.add(kind.cast(entry.what()));
      }
    }
    return found;
  }

  /** When the first happening that equals this came; -1 when none did. */
  public long when(Happening what) {
    for (Entry entry : journal) {
      if (entry.what().equals(what)) {
        return entry.at();
      }
    }
    return -1;
  }

  /** Requests that the application received at a path, in order of arrival. */
  public List<WebhookRequest> received(String path) {
    return received.stream().filter(request -> path(request).equals(path)).toList();
  }

  /** The conference events received at a path, as {@code SequenceNumber:StatusCallbackEvent}. */
  public List<String> events(String path) {
    return received(path).stream()
        .map(
            request ->
                request.params().get("SequenceNumber")
                    + ":"
                    + request.params().get("StatusCallbackEvent"))
        .toList();
  }

  /** The statuses a leg went through, joined by spaces. */
  public String statuses(String callSid) {
    StringBuilder text = new StringBuilder();
    for (Happening.LegStatus status : all(Happening.LegStatus.class)) {
      if (status.call().equals(callSid)) {
        text.append(text.length() == 0 ? "" : " ").append(status.status());
      }
    }
    return text.toString();
  }

  /** A counted SID, for example {@code sid("CA", 2)}. */
  public static String sid(String prefix, int number) {
    return prefix + String.format("%032x", number);
  }

  /** A body as JSON. */
  public static JsonNode json(RestResponse response) {
    try {
      return JSON.readTree(response.body());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(WebhookRequest request) {
    String rest = request.url().substring(Account.BASE_URL.length());
    int mark = rest.indexOf('?');
    return mark < 0 ? rest : rest.substring(0, mark);
  }

  private final class StageSubject implements Subject {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public String sentence() {
      return "an application made of lambdas";
    }

    @Override
    public String breaks() {
      return null;
    }

    @Override
    public String voicePath() {
      return "/voice";
    }

    @Override
    public String statusPath() {
      return statusPath;
    }

    @Override
    public Application start(Surroundings given) {
      surroundings = new CheckedSurroundings(given, failures::add);
      return new Application() {
        @Override
        public WebhookReply handle(WebhookRequest request) {
          received.add(request);
          Function<WebhookRequest, WebhookReply> answer = answers.get(path(request));
          return answer == null ? WebhookReply.empty() : answer.apply(request);
        }

        @Override
        public void hangUpPressed(String callSid) {}
      };
    }
  }
}
