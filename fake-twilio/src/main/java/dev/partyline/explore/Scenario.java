package dev.partyline.explore;

import dev.partyline.knob.Knob;
import dev.partyline.law.Laws;
import dev.partyline.sim.Limits;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.world.Outages;
import dev.partyline.world.Party;
import dev.partyline.world.TimeProfile;
import dev.partyline.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Agents call customers out. What each of them does, how long everything takes, and in a hostile
 * world how the platform behaves, are choices of the run.
 *
 * @param name as people type it: lower-case letters, digits and hyphens
 * @param conversations the most calls that may run beside each other, at least 1
 * @param sweep whether each knob that is marked sweep takes any of its values, faults included
 * @param knobs fixed knobs
 * @param times how long the platform's steps take
 * @param plot what the people may do
 * @param outages what goes wrong with the application's own machines
 */
public record Scenario(
    String name,
    int conversations,
    boolean sweep,
    Map<Knob, String> knobs,
    TimeProfile times,
    Plot plot,
    Outages outages) {

  /** Agents dial and hang up, and no more. */
  public Scenario(
      String name, int conversations, boolean sweep, Map<Knob, String> knobs, TimeProfile times) {
    this(name, conversations, sweep, knobs, times, Plot.OUTBOUND, Outages.NONE);
  }

  /** One or two calls on the platform as documented. */
  public static final Scenario OUTBOUND =
      new Scenario("outbound", 2, false, Map.of(), TimeProfile.STANDARD);

  /** One or two calls on a platform that takes every doubtful turn and fails now and then. */
  public static final Scenario HOSTILE =
      new Scenario("outbound-hostile", 2, true, Map.of(), TimeProfile.STANDARD);

  /**
   * One call on a platform whose steps take so long at the most that every order of events can be
   * gone through: documents within half a second, callbacks within 400 ms.
   */
  public static final Scenario BOUNDED =
      new Scenario("outbound-bounded", 1, false, Map.of(), TimeProfile.STANDARD.bounded());

  /** Agents put customers on hold and mute themselves. */
  public static final Scenario HOLD = with("hold", 2, false, Plot.HOLD);

  /** Agents hand customers over to colleagues, with and without asking first. */
  public static final Scenario TRANSFER = with("transfer", 1, false, Plot.TRANSFER);

  /** A supervisor listens to one of the calls, whispers, barges in and goes. */
  public static final Scenario SUPERVISE = with("supervise", 2, false, Plot.SUPERVISE);

  /** All of these, two calls beside each other. */
  public static final Scenario MIXED = with("mixed", 2, false, Plot.MIXED);

  /** The same on a platform that takes every doubtful turn and fails now and then. */
  public static final Scenario MIXED_HOSTILE = with("mixed-hostile", 2, true, Plot.MIXED);

  /** People call in and are offered to agents, who answer, or do not. */
  public static final Scenario INBOUND = with("inbound", 3, false, Plot.INBOUND);

  /** The same on a platform that takes every doubtful turn and fails now and then. */
  public static final Scenario INBOUND_HOSTILE = with("inbound-hostile", 3, true, Plot.INBOUND);

  /**
   * People call in, some of them with all the time in the world; agents may be away, and hold, hand
   * over and lose their page as with other calls.
   */
  public static final Scenario FRONT_DESK = with("front-desk", 2, false, Plot.FRONT_DESK);

  /** The same on a platform that takes every doubtful turn and fails now and then. */
  public static final Scenario FRONT_DESK_HOSTILE =
      with("front-desk-hostile", 2, true, Plot.FRONT_DESK);

  /** Plain calls, and the application dies and is started again. */
  public static final Scenario CRASH =
      with("crash", 2, false, Plot.OUTBOUND_TALKS, Outages.CRASHES);

  /** All that people do, and the application dies and is started again. */
  public static final Scenario MIXED_CRASH =
      with("mixed-crash", 2, false, Plot.MIXED, Outages.CRASHES);

  /** All that people do, two instances on a slow store. */
  public static final Scenario MIXED_PAIR = with("mixed-pair", 2, false, Plot.MIXED, Outages.PAIR);

  /** All that people do, on a slow store that fails now and then. */
  public static final Scenario MIXED_STORE =
      with("mixed-store", 2, false, Plot.MIXED, Outages.SHAKY_STORE);

  /** All that people do, on a platform that fails now and then, and the application dies. */
  public static final Scenario MIXED_HOSTILE_CRASH =
      with("mixed-hostile-crash", 2, true, Plot.MIXED, Outages.CRASHES);

  /**
   * A supervisor beside agents who drop out, on a platform on which a coach whose agent has gone is
   * heard by everybody (PART-65).
   */
  public static final Scenario SUPERVISE_DROP =
      new Scenario(
          "supervise-drop",
          1,
          false,
          Map.of(Knob.PART_COACH_ORPHAN, "barge"),
          TimeProfile.STANDARD,
          Plot.SUPERVISE_DROP,
          Outages.NONE);

  /** A supervisor whispers to an agent who hands the customer over to a colleague. */
  public static final Scenario SUPERVISE_TRANSFER =
      with("supervise-transfer", 1, false, Plot.SUPERVISE_TRANSFER);

  /** Answering machines are often what picks up. */
  public static final Scenario MACHINES = with("machines", 1, false, Plot.MACHINES);

  /** A call that nobody wants to end, for more hours than a call may last. */
  public static final Scenario LONG = with("long", 1, false, Plot.LONG);

  /** Agents' pages die in the middle of a call and are loaded anew. */
  public static final Scenario RELOAD = with("reload", 2, false, Plot.RELOAD);

  /** The scenarios that can be named. */
  public static final List<Scenario> ALL =
      List.of(
          OUTBOUND,
          HOSTILE,
          BOUNDED,
          HOLD,
          TRANSFER,
          SUPERVISE,
          MIXED,
          MIXED_HOSTILE,
          INBOUND,
          INBOUND_HOSTILE,
          FRONT_DESK,
          FRONT_DESK_HOSTILE,
          CRASH,
          MIXED_CRASH,
          MIXED_PAIR,
          MIXED_STORE,
          MIXED_HOSTILE_CRASH,
          SUPERVISE_DROP,
          SUPERVISE_TRANSFER,
          MACHINES,
          LONG,
          RELOAD);

  /** The scenarios that a search draws from. */
  public static final List<Scenario> DRAWN = List.of(OUTBOUND, HOSTILE);

  /** The scenarios that a search draws from, for parameterized tests. */
  public static List<Scenario> drawn() {
    return DRAWN;
  }

  /** What an agent does after dialling; the first is what the typical run has. */
  public static final List<String> AGENT_DOES = Plot.OUTBOUND.agentDoes();

  /** What a slow store takes comes on top, and all of it must fit into 15 s (TWIML-05). */
  private static final long SLOW_STORE_DOCUMENT_MS = 10_000;

  private static Scenario with(String name, int conversations, boolean sweep, Plot plot) {
    return with(name, conversations, sweep, plot, Outages.NONE);
  }

  private static Scenario with(
      String name, int conversations, boolean sweep, Plot plot, Outages outages) {
    return new Scenario(name, conversations, sweep, Map.of(), TimeProfile.STANDARD, plot, outages);
  }

  private static final long SIX_HOURS_MS = 21_600_000;
  private static final long FORTY_MINUTES_MS = 2_400_000;
  private static final Span NEXT_CALL = Span.of(0, 1_000, 5_000);

  /**
   * The scenario of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  public static Scenario named(String name) {
    for (Scenario scenario : ALL) {
      if (scenario.name.equals(name)) {
        return scenario;
      }
    }
    throw new IllegalArgumentException(
        "no scenario '" + name + "'; there are " + ALL.stream().map(Scenario::name).toList());
  }

  /**
   * How long a state may last that must not last, in simulated milliseconds: longer where the
   * application is down now and then and has to find out first what became of what it had begun.
   */
  long limitMs() {
    return outages.isNone() ? Laws.STANDARD_LIMIT_MS : 3 * Laws.STANDARD_LIMIT_MS;
  }

  /** Simulated milliseconds after which a run is cut off. */
  long horizonMs() {
    if (plot == Plot.FRONT_DESK) {
      return FORTY_MINUTES_MS;
    }
    return plot.people() == Plot.Dialled.TALK_FOR_HOURS
        ? SIX_HOURS_MS
        : Limits.STANDARD.horizonMs();
  }

  /** The knobs of one run: fixed ones, and where they are swept, chosen ones. */
  Map<Knob, String> drawKnobs(Simulation simulation) {
    Map<Knob, String> drawn = new EnumMap<>(Knob.class);
    if (sweep) {
      for (Knob knob : Knob.values()) {
        if (knob.sweep() && (knob.isOfVoice() || plot.callers() == Plot.Callers.ONLY)) {
          drawn.put(knob, simulation.pick("knob." + knob.key(), knob.choices()));
        }
      }
    }
    drawn.putAll(knobs);
    return drawn;
  }

  /** Puts the people into the world and lets them begin. */
  void begin(Simulation simulation, World world) {
    switch (plot.people()) {
      case MOSTLY_ANSWER -> world.mostPeopleAnswer();
      case OFTEN_MACHINES -> world.oftenMachines();
      case TALK_FOR_HOURS -> world.talkForHours();
      case ANYHOW -> {
        // as everybody does
      }
    }
    if (plot == Plot.FRONT_DESK) {
      new FrontDeskPlay(simulation, world, plot).begin(conversations);
      return;
    }
    boolean callsCome = world.takesCalls();
    if (plot.callers() == Plot.Callers.ONLY) {
      new InboundPlay(simulation, world, plot.agentDoes()).begin(conversations);
      return;
    }
    if (plot.callers() == Plot.Callers.ALSO && callsCome) {
      new InboundPlay(simulation, world, Plot.INBOUND.agentDoes()).begin(1);
    }
    int calls = 1;
    if (conversations > 1) {
      List<String> numbers =
          java.util.stream.IntStream.rangeClosed(1, conversations)
              .mapToObj(String::valueOf)
              .toList();
      calls = Integer.parseInt(simulation.pick("calls", numbers));
    }
    for (int i = 1; i <= calls; i++) {
      Party agent = person(world, "agent-" + i, "client:agent-" + i, "call-" + i);
      Party customer =
          person(world, "customer-" + i, "+8190000000" + (i < 10 ? "0" : "") + i, "call-" + i);
      Party colleague =
          plot.colleagues()
              ? person(world, "colleague-" + i, "client:colleague-" + i, "call-" + i)
              : null;
      String does = simulation.pick(agent.name() + ".does", plot.agentDoes());
      simulation.in(
          agent.name() + ".dials",
          i == 1 ? Span.NONE : NEXT_CALL,
          () -> new AgentPlay(simulation, world, plot, agent, customer, colleague).begin(does));
      if (plot.supervisor() != Plot.Supervisor.NOBODY && i == 1) {
        Party supervisor = person(world, "supervisor-1", "client:supervisor-1", null);
        SupervisorPlay play = new SupervisorPlay(simulation, world, supervisor, "call-1");
        world.whenTogether(
            agent,
            customer,
            plot.supervisor() == Plot.Supervisor.WHISPERS ? play::whispers : play::begin);
      }
    }
  }

  private static Party person(World world, String name, String address, String conversation) {
    Party party = new Party(name, address, conversation);
    world.add(party);
    return party;
  }
}
