package dev.partyline.centre.day;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Rest;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.PhoneScript;
import dev.partyline.rest.RestResponse;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.OpenRun;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.sim.Watcher;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Party;
import dev.partyline.world.TimeProfile;
import dev.partyline.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays a day of a contact centre. */
public final class Day {

  private static final long HOUR = 3_600_000;
  private static final int EXPERTS = 10;
  private static final int FINISHED = 2_000;

  /** How many call in each hour of a day, of a hundred. */
  private static final int[] SHAPE = {
    1, 1, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 6, 7, 8, 8, 7, 6, 5, 4, 3, 3, 2, 2
  };

  private final DaySettings settings;
  private final Journal journal = new Journal(Integer.MAX_VALUE, this::happened);
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Caller> byCall = new LinkedHashMap<>();
  private final DayTransport transport = new DayTransport(this::answer);
  private final OpenRun run;
  private final Simulation simulation;
  private final Floor floor;
  private World world;
  private final List<Long> arrivals;
  private int came;
  private int served;
  private int abandoned;
  private int holds;
  private int transfers;
  private int wrapUps;
  private int missed;
  private int breaks;
  private int refused;
  private long longestWait;

  /** Somebody who called and is not gone. */
  private static final class Caller {
    private final Call call;
    private final long since;
    private String task;
    private String agentCall;
    private boolean talks;
    private boolean handedOver;

    Caller(Call call, long since) {
      this.call = call;
      this.since = since;
    }
  }

  private Day(DaySettings settings) {
    this.settings = settings;
    this.run =
        new OpenRun(
            settings.seed(), new Silent(), (event, fault) -> faults.add(event + ": " + fault));
    this.simulation = run.simulation();
    transport.on(simulation);
    this.arrivals = arrivals();
    this.floor = new Floor(settings.agents());
  }

  /** Plays one; the same settings give the same journal, byte for byte. */
  public static DayResult of(DaySettings settings) {
    return new Day(settings).play();
  }

  private DayResult play() {
    Knobs knobs = Knobs.standard();
    journal.add(
        0,
        new Happening.RunBegan(
            Happening.SCHEMA,
            "centre",
            "day",
            "day/" + settings.seed(),
            Account.EPOCH_TEXT,
            knobs.differences()));
    world =
        new World(
            simulation,
            journal,
            knobs,
            TimeProfile.STANDARD,
            Account.directory(Account.BASE_URL + Centre.VOICE, null),
            transport);
    world.keepFinished(FINISHED);
    floor.open(world, simulation);
    for (int i = 1; i <= EXPERTS; i++) {
      String address = "client:expert-" + i;
      world.add(new Party("expert-" + i, address, null));
      world.phones().book().put(address, List.of(PhoneScript.answers(Duration.ofSeconds(3))));
    }
    nextArrival();
    for (int i = 1; i <= settings.agents(); i++) {
      nextBreak(i);
    }
    long events = run.carryOut(settings.hours() * HOUR);
    // whoever is still there is served; nobody comes any more
    events += run.carryOut(settings.hours() * HOUR + HOUR);
    journal.add(simulation.now(), new Happening.RunFinished("quiet", "", events));
    return new DayResult(
        journal,
        new DayResult.Counts(
            came,
            served,
            abandoned,
            holds,
            transfers,
            wrapUps,
            missed,
            breaks,
            refused,
            longestWait),
        events,
        faults);
  }

  // ---- callers ----

  private List<Long> arrivals() {
    int all = 0;
    for (int hour = 0; hour < settings.hours(); hour++) {
      all += SHAPE[hour];
    }
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < settings.calls(); i++) {
      long place = draw("arrival.hour", 0, all - 1);
      int hour = 0;
      while (place >= SHAPE[hour]) {
        place -= SHAPE[hour++];
      }
      times.add(hour * HOUR + draw("arrival.in-hour", 0, HOUR - 1));
    }
    times.sort(null);
    return times;
  }

  /** Evenly from least to most, in the unit of both. */
  private long draw(String name, long least, long most) {
    return simulation.amount(name, Span.of(least, (least + most + 1) / 2, most));
  }

  private boolean happens(String name, double rate) {
    return simulation.happens(name, rate);
  }

  private void nextArrival() {
    if (came == arrivals.size()) {
      return;
    }
    long at = arrivals.get(came++);
    int number = came;
    simulation.in(
        "caller.dials",
        Span.exactly(Math.max(0, at - simulation.now())),
        () -> {
          arrive(number);
          nextArrival();
        });
  }

  private void arrive(int number) {
    String who = "caller-" + number;
    String address = "+8190" + Integer.toString(100_000_000 + number).substring(1);
    journal.add(simulation.now(), new Happening.ConversationBegan(who, "", who));
    Caller caller =
        new Caller(
            world.arriveFrom(address, Account.NUMBER, new Party(who, address, who)),
            simulation.now());
    byCall.put(caller.call.sid(), caller);
    simulation.in(
        who + ".loses-patience",
        Span.exactly(draw(who + ".patience", 60_000, 900_000)),
        () -> {
          if (!caller.talks && caller.call.isLive()) {
            abandoned++;
            world.hangUpFarEnd(caller.call);
          }
        });
  }

  // ---- what happens on the platform ----

  private void happened(Entry entry) {
    if (entry.what() instanceof Happening.InstructionStep step) {
      if (step.step().equals("done")) {
        simulation.in("talk.begins", Span.exactly(0), () -> talks(step.call()));
      } else if (step.step().equals("failed")) {
        missed++;
      }
    } else if (entry.what() instanceof Happening.LegStatus status
        && status.status().equals("completed")) {
      byCall.remove(status.call());
    }
  }

  private void talks(String agentCall) {
    Call agent = world.telephony().call(agentCall);
    if (agent == null || agent.participant() == null) {
      return;
    }
    String room = agent.participant().conference().sid();
    for (var participant : agent.participant().conference().everybody()) {
      Caller caller = byCall.get(participant.call().sid());
      if (caller != null && !caller.talks) {
        caller.talks = true;
        caller.agentCall = agentCall;
        caller.task = agent.participant().conference().name();
        served++;
        longestWait = Math.max(longestWait, simulation.now() - caller.since);
        talk(caller, room);
      }
    }
  }

  private void talk(Caller caller, String room) {
    String who = caller.call.origin().party();
    long talk = draw(who + ".talks", 30_000, 270_000);
    if (happens(who + ".is-held", 0.2)) {
      later(who + ".hold", talk / 4, () -> hold(caller, room, true));
      later(who + ".resume", talk / 2, () -> hold(caller, room, false));
    }
    boolean transfer = happens(who + ".is-transferred", 0.06);
    if (transfer) {
      later(who + ".transfer", talk * 2 / 3, () -> transfer(caller, room));
    }
    if (!transfer && happens(who + ".agent-hangs-up", 0.3)) {
      later(who + ".agent-ends", talk, () -> hangUp(caller.agentCall));
    } else {
      later(who + ".ends", talk, () -> hangUp(caller.call.sid()));
    }
  }

  private void later(String name, long ms, Runnable what) {
    simulation.in(name, Span.exactly(ms), what);
  }

  private void hangUp(String call) {
    Call leg = world.telephony().call(call);
    if (leg != null) {
      world.hangUpFarEnd(leg);
    }
  }

  private void hold(Caller caller, String room, boolean held) {
    if (caller.call.isLive() && !caller.handedOver) {
      holds += held ? 1 : 0;
      rest(
          "POST",
          "/Conferences/" + room + "/Participants/" + caller.call.sid() + ".json",
          "Hold",
          Boolean.toString(held));
    }
  }

  /** An expert is called in, and the agent goes when both are talking. */
  private void transfer(Caller caller, String room) {
    if (!caller.call.isLive()) {
      return;
    }
    transfers++;
    caller.handedOver = true;
    long expert = draw("expert", 1, EXPERTS);
    rest(
        "POST",
        "/Conferences/" + room + "/Participants.json",
        "From",
        Account.NUMBER,
        "To",
        "client:expert-" + expert,
        "EndConferenceOnExit",
        "true");
    later("agent.hands-over", 12_000, () -> hangUp(caller.agentCall));
  }

  // ---- agents' breaks ----

  private void nextBreak(int agent) {
    later(
        "agent-" + agent + ".break",
        draw("break.after", HOUR, 4 * HOUR),
        () -> {
          if (simulation.now() < settings.hours() * HOUR) {
            breaks++;
            activity(agent, "Unavailable");
            later(
                "agent-" + agent + ".back",
                draw("break.lasts", 300_000, 1_200_000),
                () -> activity(agent, "Available"));
            nextBreak(agent);
          }
        });
  }

  private void activity(int agent, String activity) {
    rest("POST", floor.workerPath(agent), "ActivitySid", floor.activity(activity));
  }

  // ---- the application ----

  private RestResponse rest(String method, String path, String... pairs) {
    RestResponse answer = world.front().take(Rest.request(method, path, null, pairs));
    if (answer.status() >= 400) {
      refused++;
    }
    return answer;
  }

  private WebhookReply answer(WebhookRequest request) {
    String path = request.url().substring(Account.BASE_URL.length());
    return switch (path) {
      case Centre.VOICE -> WebhookReply.twiml(floor.enqueue());
      case Centre.ASSIGN -> Centre.json(Floor.INSTRUCTION);
      case Centre.EVENTS -> wrapUp(request.params());
      case Centre.ROOM -> left(request.params());
      default -> WebhookReply.empty();
    };
  }

  private WebhookReply wrapUp(Map<String, String> form) {
    String task = form.get("TaskSid");
    later(
        "agent.completes",
        draw("wrap-up", 5_000, 40_000),
        () -> {
          wrapUps++;
          rest("POST", floor.taskPath(task), "AssignmentStatus", "completed");
        });
    return WebhookReply.empty();
  }

  /** Somebody left: who is alone now is not left there. */
  private WebhookReply left(Map<String, String> form) {
    var room = world.telephony().conference(form.get("ConferenceSid"));
    if (room != null && room.isLive() && room.participants().size() < 2) {
      rest("POST", "/Conferences/" + room.sid() + ".json", "Status", "completed");
    }
    return WebhookReply.empty();
  }

  /** Choices are what the seed says: they are not written down. */
  private static final class Silent implements Watcher {
    @Override
    public void chose(Choice choice) {
      // the seed repeats it
    }

    @Override
    public void failed(Fiber fiber, Throwable failure) {
      throw new IllegalStateException("a day has no fibers", failure);
    }
  }
}
