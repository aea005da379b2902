package dev.partyline.explore;

import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.world.Button;
import dev.partyline.world.Caller;
import dev.partyline.world.Party;
import dev.partyline.world.Softphone;
import dev.partyline.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People call in, and two agents take the calls, of whom each may be away; what they do with a call
 * is what agents do with any. Every caller has a colleague's phone that the agents can call in.
 */
final class FrontDeskPlay {

  private static final int AGENTS = 2;
  private static final Span NEXT_CALL = Span.of(0, 4_000, 60_000);
  private static final Span PATIENCE = Span.of(0, 8_000, 120_000);
  private static final Span TALK = Span.of(0, 20_000, 90_000);
  private static final Span DECISION = Span.of(0, 3_000, 20_000);
  private static final Span WRAP_UP = Span.of(0, 8_000, 50_000);
  private static final Span BORED = Span.of(1_200_000, 1_200_000, 1_200_000);

  private final Simulation simulation;
  private final World world;
  private final Plot plot;
  private final List<Party> agents = new ArrayList<>();

  FrontDeskPlay(Simulation simulation, World world, Plot plot) {
    this.simulation = simulation;
    this.world = world;
    this.plot = plot;
  }

  /** At most so many call. */
  void begin(int most) {
    List<Party> away = new ArrayList<>();
    for (int i = 1; i <= AGENTS; i++) {
      String name = "clerk-" + i;
      Party agent = new Party(name, "client:" + name, null);
      agents.add(agent);
      String is = simulation.pick(name + ".is", List.of("there", "there", "there", "away"));
      if (is.equals("away")) {
        away.add(agent);
      }
    }
    world.openFrontDesk(agents, away);
    int callers =
        Integer.parseInt(
            simulation.pick(
                "callers", IntStream.rangeClosed(1, most).mapToObj(String::valueOf).toList()));
    for (int i = 1; i <= callers; i++) {
      String conversation = "incoming-" + i;
      Party caller = new Party("caller-" + i, "+8190000001" + "0" + i, conversation);
      Party colleague = new Party("colleague-" + i, "client:colleague-" + i, conversation);
      world.add(caller);
      world.add(colleague);
      simulation.in(
          caller.name() + ".dials", i == 1 ? Span.NONE : NEXT_CALL, () -> calls(caller, colleague));
    }
  }

  private void calls(Party caller, Party colleague) {
    Caller call = world.caller(caller);
    call.dial();
    String does = simulation.pick(caller.name() + ".does", List.of("waits", "gives-up", "waits"));
    if (does.equals("gives-up")) {
      simulation.in(caller.name() + ".gives-up", PATIENCE, call::hangUp);
    }
    simulation.in(caller.name() + ".is-bored", BORED, call::hangUp);
    for (Party agent : agents) {
      world.whenTogether(agent, caller, () -> talks(agent, caller, colleague, call));
      wavers(agent, caller);
    }
  }

  /** An agent may press the red button whatever the page shows just then: ringing, or a call. */
  private void wavers(Party agent, Party caller) {
    String name = agent.name() + "." + caller.name();
    String mood = simulation.pick(name + ".is", List.of("ready", "ready", "ready", "reluctant"));
    if (mood.equals("reluctant")) {
      world.whenRinging(
          agent,
          () ->
              simulation.in(
                  name + ".declines", DECISION, () -> world.softphone(agent).pressHangUp()));
    }
  }

  private void talks(Party agent, Party caller, Party colleague, Caller call) {
    String name = agent.name() + ".call";
    Softphone phone = world.softphone(agent);
    String wraps = simulation.pick(name + ".wraps-up", List.of("presses", "forgets"));
    simulation.in(
        caller.name() + ".says-goodbye",
        TALK,
        () -> {
          call.hangUp();
          if (wraps.equals("presses")) {
            simulation.in(name + ".wrap-up", WRAP_UP, () -> phone.press(Button.WRAP_UP, null));
          }
        });
    AgentPlay.talks(simulation, world, plot, name, agent, caller, colleague);
  }
}
