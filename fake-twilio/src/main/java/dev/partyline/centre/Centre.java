package dev.partyline.centre;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.PhoneScript;
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
import dev.partyline.sync.Kind;
import dev.partyline.syncing.Opening;
import dev.partyline.syncing.Replica;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.webhook.Deliveries;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Party;
import dev.partyline.world.TimeProfile;
import dev.partyline.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A small contact centre for one scenario: it is set up first, {@link #run} plays it, and then it
 * is looked at. All choices are typical; the platform is as documented unless a knob is turned.
 */
public final class Centre {

  /** Where callers' documents are asked for. */
  public static final String VOICE = "/voice";

  /** The assignment callback. */
  public static final String ASSIGN = "/assign";

  /** The fallback of the assignment callback. */
  public static final String ASSIGN_FALLBACK = "/assign-fallback";

  /** The event callback. */
  public static final String EVENTS = "/events";

  /** The action of Enqueue. */
  public static final String QUEUE_OVER = "/queue-over";

  /** The conference status callback. */
  public static final String ROOM = "/room";

  /** The instruction that most scenarios answer. */
  public static final String CONFERENCE =
      "{\"instruction\": \"conference\", \"end_conference_on_customer_exit\": true,"
          + " \"conference_status_callback\": \""
          + Account.BASE_URL
          + ROOM
          + "\", \"conference_status_callback_event\": \"start,end,join,leave\"}";

  private final String name;
  private final Map<Knob, String> knobs = new EnumMap<>(Knob.class);
  private final Map<String, String> pins = new LinkedHashMap<>();
  private final Map<String, List<PhoneScript>> agents = new LinkedHashMap<>();
  private final List<Runnable> story = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final CentreApp app = new CentreApp(this);
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<WebhookRequest> received = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final Map<String, Object> notes = new LinkedHashMap<>();
  private final List<Call> callers = new ArrayList<>();
  private final Setting setting = new Setting();
  private long horizonMs = 240_000;
  private Simulation simulation;
  private World world;
  private Workspace workspace;
  private Workflow workflow;
  private Journal journal;
  private Outcome outcome;

  /** The first happening like this leads to something. */
  private static final class Watch {
    private final Predicate<Happening> what;
    private final Runnable then;
    private boolean seen;

    Watch(Predicate<Happening> what, Runnable then) {
      this.what = what;
      this.then = then;
    }
  }

  /** An empty centre whose application enqueues who calls and answers offers by nothing. */
  public Centre(String name) {
    this.name = name;
    app.on(VOICE, (request, rest) -> WebhookReply.twiml(enqueue()));
    app.on(ASSIGN, (request, rest) -> json("{}"));
  }

  // ---- set-up ----

  /** Turns a knob. */
  public Centre knob(Knob knob, String value) {
    knobs.put(knob, value);
    return this;
  }

  /**
   * Somebody's page follows a Sync document from this simulated time on; it is noted by its name.
   */
  public Centre page(long ms, String page, String identity, String document, Opening how) {
    return at(
        ms,
        centre ->
            note(
                page,
                world.sync().pages().open(page, identity).follow(Kind.DOCUMENT, document, how)));
  }

  /** What a page noted by {@link #page} shows of its document; null while it knows nothing. */
  public String shows(String page) {
    return ((Replica) notes.get(page)).json();
  }

  /** Fixes a choice that is typical else: a delay in milliseconds, for example. */
  public Centre pin(String choice, String value) {
    pins.put(choice, value);
    return this;
  }

  /** An agent who answers two seconds after being dialled. */
  public Centre agent(String agent) {
    return agent(agent, PhoneScript.answers(Duration.ofSeconds(2)));
  }

  /** An agent whose softphone does this, for its next calls in turn. */
  public Centre agent(String agent, PhoneScript... scripts) {
    agents.put(agent, List.of(scripts));
    return this;
  }

  /** An agent who is available in TaskRouter and has no registered softphone. */
  public Centre unregistered(String agent) {
    return agent(agent, new PhoneScript[0]);
  }

  /** How the workspace is set. */
  public Centre setting(Consumer<Setting> change) {
    change.accept(setting);
    return this;
  }

  /** What the assignment callback answers. */
  public Centre assigns(String json) {
    return on(ASSIGN, (request, rest) -> json(json));
  }

  /** What the assignment callback answers after so long, in simulated milliseconds. */
  public Centre assigns(long afterMs, String json) {
    return on(
        ASSIGN,
        (request, rest) -> {
          rest.pause(afterMs);
          return json(json);
        });
  }

  /** What the application does at a path. */
  public Centre on(String path, BiFunction<WebhookRequest, Rest, WebhookReply> handler) {
    app.on(path, handler);
    return this;
  }

  /** What the application does with an event of TaskRouter; others are taken and forgotten. */
  public Centre onEvent(String type, BiConsumer<Map<String, String>, Rest> handler) {
    return on(
        EVENTS,
        (request, rest) -> {
          if (request.params().get("EventType").equals(type)) {
            handler.accept(request.params(), rest);
          }
          return WebhookReply.empty();
        });
  }

  /** Somebody calls at this simulated time. */
  public Centre calls(long atMs) {
    int number = (int) story.stream().filter(one -> one instanceof Calling).count() + 1;
    story.add(new Calling(atMs, number));
    return this;
  }

  private final class Calling implements Runnable {
    private final long at;
    private final int number;

    Calling(long at, int number) {
      this.at = at;
      this.number = number;
    }

    @Override
    public void run() {
      String who = "caller-" + number;
      Party party = new Party(who, "+8190000001" + (number < 10 ? "0" : "") + number, who);
      world.add(party);
      simulation.in(
          who + ".dials",
          Span.exactly(at),
          () -> {
            journal.add(simulation.now(), new Happening.ConversationBegan(who, "", who));
            callers.add(world.arriveFrom(party.address(), Account.NUMBER, party));
          });
    }
  }

  /** Something happens to the platform or a phone at this simulated time. */
  public Centre at(long ms, Consumer<Centre> what) {
    story.add(() -> simulation.in("story", Span.exactly(ms), () -> what.accept(this)));
    return this;
  }

  /** The application does something of its own at this simulated time. */
  public Centre app(long ms, Consumer<Rest> what) {
    return at(ms, centre -> centre.does(what));
  }

  /** So long after the first such happening something happens. */
  public Centre when(Predicate<Happening> first, long afterMs, Consumer<Centre> what) {
    watches.add(
        new Watch(
            first, () -> simulation.in("story", Span.exactly(afterMs), () -> what.accept(this))));
    return this;
  }

  /** So long after the first such happening the application does something of its own. */
  public Centre whenApp(Predicate<Happening> first, long afterMs, Consumer<Rest> what) {
    return when(first, afterMs, centre -> centre.does(what));
  }

  /** The application does something, beginning now. */
  public void does(Consumer<Rest> what) {
    simulation.fiber("app", () -> what.accept(app.rest()));
  }

  /** How long the scenario lasts at the most, in simulated milliseconds. */
  public Centre lasts(long ms) {
    horizonMs = ms;
    return this;
  }

  /** Remembers something for the facts. */
  public void note(String what, Object value) {
    notes.put(what, value);
  }

  /** What was remembered; null when nothing was. */
  public Object noted(String what) {
    return notes.get(what);
  }

  // ---- what happenings can be waited for ----

  /** An event of TaskRouter. */
  public static Predicate<Happening> event(String type) {
    return what -> what instanceof Happening.RoutingEvent one && one.event().equals(type);
  }

  /** A step of an instruction. */
  public static Predicate<Happening> step(String step) {
    return what -> what instanceof Happening.InstructionStep one && one.step().equals(step);
  }

  /** A JSON answer. */
  public static WebhookReply json(String json) {
    return new WebhookReply(200, "application/json", json, null);
  }

  // ---- play ----

  /** Plays it to the end. */
  public Centre run() {
    journal = new Journal(Integer.MAX_VALUE, this::happened);
    simulation =
        new Simulation(
            "scenario/" + name,
            Strategy.pinned(pins),
            new Limits(horizonMs, 1_000_000, 20_000, 10_000),
            new Watching(),
            Engines.best());
    Knobs turned = Knobs.standard().with(knobs);
    journal.add(
        0,
        new Happening.RunBegan(
            Happening.SCHEMA,
            "centre",
            name,
            "scenario/" + name,
            Account.EPOCH_TEXT,
            turned.differences()));
    world = new World(simulation, journal, turned, TimeProfile.STANDARD, app);
    simulation.in("centre.opens", Span.exactly(0), this::open);
    outcome = simulation.run();
    journal.add(
        simulation.now(),
        new Happening.RunFinished(outcome.kind().word(), outcome.detail(), simulation.steps()));
    return this;
  }

  private void open() {
    agents.forEach(
        (agent, scripts) -> {
          String address = "client:" + agent;
          if (!scripts.isEmpty()) {
            world.add(new Party(agent, address, null));
            world.phones().book().put(address, scripts);
          }
        });
    workspace = setting.open(world, new ArrayList<>(agents.keySet()));
    workflow = workspace.workflows().iterator().next();
    story.forEach(Runnable::run);
  }

  private void happened(Entry entry) {
    if (entry.what() instanceof Happening.RoutingEvent event && event.task() != null) {
      for (Workspace one : world.desk().all()) {
        if (one.task(event.task()) != null) {
          tasks.putIfAbsent(event.task(), one.task(event.task()));
        }
      }
    }
    for (Watch watch : watches) {
      if (!watch.seen && watch.what.test(entry.what())) {
        watch.seen = true;
        watch.then.run();
      }
    }
  }

  private final class Watching implements Watcher {
    @Override
    public void chose(Choice choice) {
      // all are typical
    }

    @Override
    public void failed(Fiber fiber, Throwable failure) {
      journal.add(
          simulation.now(),
          new Happening.AppFailed(fiber.name(), failure.toString(), Deliveries.stack(failure)));
    }
  }

  void received(WebhookRequest request) {
    received.add(request);
  }

  void answered(String what, RestResponse answer) {
    answers.add(answer.status() + (answer.code() == 0 ? "" : "/" + answer.code()) + " " + what);
  }

  // ---- things in it ----

  /** The document that puts a caller into the workflow. */
  public String enqueue() {
    return "<Response><Enqueue workflowSid=\""
        + workflow.sid()
        + "\" action=\""
        + QUEUE_OVER
        + "\"><Task"
        + setting.taskNoun()
        + "</Task></Enqueue></Response>";
  }

  /** The platform. */
  public World world() {
    return world;
  }

  /** The workspace. */
  public Workspace workspace() {
    return workspace;
  }

  /** A worker by name. */
  public Worker worker(String worker) {
    return workspace.workers().stream()
        .filter(one -> one.name().equals(worker))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no worker '" + worker + "'"));
  }

  /** The SID of an activity by name. */
  public String activity(String activity) {
    return workspace.activities().stream()
        .filter(one -> one.name().equals(activity))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no activity '" + activity + "'"))
        .sid();
  }

  /** The leg of the first caller. */
  public Call caller() {
    return callers.get(0);
  }

  /** The legs of callers, oldest first. */
  public List<Call> callers() {
    return callers;
  }

  /** The first caller hangs up. */
  public void callerHangsUp() {
    world.hangUpFarEnd(caller());
  }

  /** The legs to an agent's softphone, oldest first. */
  public List<Call> legsTo(String agent) {
    return world.telephony().calls().stream()
        .filter(call -> call.origin().to().equals("client:" + agent))
        .toList();
  }

  /** An agent hangs up the newest leg; nothing happens when there is none or it is over. */
  public void hangsUp(String agent) {
    List<Call> legs = legsTo(agent);
    if (!legs.isEmpty()) {
      world.hangUpFarEnd(legs.get(legs.size() - 1));
    }
  }

  /** Every task there was, deleted or not, oldest first. */
  public List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  /** The first task. */
  public Task task() {
    return tasks().get(0);
  }

  /** The first task's last offer. */
  public Reservation reservation() {
    List<Reservation> all = task().reservations();
    return all.get(all.size() - 1);
  }

  /** Every conference there was. */
  public List<Conference> conferences() {
    return List.copyOf(world.telephony().conferences());
  }

  // ---- looking ----

  /** Everything that happened. */
  public Journal journal() {
    return journal;
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** All happenings of a kind. */
  public <T extends Happening> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Entry entry : journal) {
      if (kind.isInstance(entry.what())) {
        found.add(kind.cast(entry.what()));
      }
    }
    return found;
  }

  /** How often an event of TaskRouter came. */
  public int count(String event) {
    return (int)
        all(Happening.RoutingEvent.class).stream().filter(one -> one.event().equals(event)).count();
  }

  /** How often a step of an instruction came. */
  public int steps(String step) {
    return (int)
        all(Happening.InstructionStep.class).stream()
            .filter(one -> one.step().equals(step))
            .count();
  }

  /** When the first such happening came; -1 when none did. */
  public long when(Predicate<Happening> what) {
    for (Entry entry : journal) {
      if (what.test(entry.what())) {
        return entry.at();
      }
    }
    return -1;
  }

  /** Whether a problem with this code was logged. */
  public boolean logged(int code) {
    return all(Happening.Noted.class).stream().anyMatch(one -> one.code() == code);
  }

  /** Requests that the application received at a path. */
  public List<WebhookRequest> received(String path) {
    return received.stream().filter(one -> CentreApp.path(one.url()).equals(path)).toList();
  }

  /** Whether REST answered a request like this: beginning and end of {@code "400/20001 POST …"}. */
  public boolean answered(String beginning, String end) {
    return answers.stream().anyMatch(one -> one.startsWith(beginning) && one.endsWith(end));
  }

  /** Every answer of REST, as {@code "404/20404 GET /path"}. */
  public List<String> answers() {
    return List.copyOf(answers);
  }

  /** Whether a handler of the application failed. */
  public boolean appFailed() {
    return !all(Happening.AppFailed.class).isEmpty();
  }
}
