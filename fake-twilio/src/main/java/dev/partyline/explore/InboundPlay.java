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
 * People call in, and two agents are offered their calls. Phones are answered, ring out, are busy
 * or declined as in every story; what people do beside that is a choice at each turn.
 */
final class InboundPlay {

  private static final int AGENTS = 2;
  private static final Span NEXT_CALL = Span.of(0, 4_000, 20_000);
  private static final Span PATIENCE = Span.of(0, 8_000, 40_000);
  private static final Span LONGEST = Span.of(20_000, 90_000, 180_000);
  private static final Span TALK = Span.of(0, 15_000, 40_000);
  private static final Span SOON = Span.of(0, 3_000, 9_000);
  private static final Span WRAP_UP = Span.of(0, 8_000, 40_000);
  private static final Span DECISION = Span.of(0, 2_000, 30_000);

  private final Simulation simulation;
  private final World world;
  private final List<String> does;
  private final List<Party> agents = new ArrayList<>();

  InboundPlay(Simulation simulation, World world, List<String> does) {
    this.simulation = simulation;
    this.world = world;
    this.does = does;
  }

  /** At most so many call, one after another. */
  void begin(int most) {
    world.mostPeopleAnswer();
    for (int i = 1; i <= AGENTS; i++) {
      String name = "clerk-" + i;
      agents.add(new Party(name, "client:" + name, null));
    }
    world.openFrontDesk(agents);
    int callers = 1;
    if (most > 1) {
      callers =
          Integer.parseInt(
              simulation.pick(
                  "callers", IntStream.rangeClosed(1, most).mapToObj(String::valueOf).toList()));
    }
    for (int i = 1; i <= callers; i++) {
      Party caller = new Party("caller-" + i, "+8190000001" + "0" + i, "incoming-" + i);
      world.add(caller);
      simulation.in(
          caller.name() + ".dials",
          i == 1
              ? Span.NONE
              : Span.of(NEXT_CALL.min(), i * NEXT_CALL.typical(), i * NEXT_CALL.max()),
          () -> calls(caller));
    }
  }

  private void calls(Party caller) {
    Caller call = world.caller(caller);
    call.dial();
    String patience =
        simulation.pick(caller.name() + ".does", List.of("waits", "gives-up", "waits"));
    if (patience.equals("gives-up")) {
      simulation.in(caller.name() + ".gives-up", PATIENCE, call::hangUp);
    }
    simulation.in(caller.name() + ".ends", LONGEST, call::hangUp);
    for (Party agent : agents) {
      world.whenTogether(agent, caller, () -> talks(agent, caller, call));
    }
    String restless =
        simulation.pick(
            caller.name() + ".agents", List.of("patient", "patient", "patient", "restless"));
    if (restless.equals("restless")) {
      for (Party agent : agents) {
        simulation.in(
            agent.name() + "." + caller.name() + ".hangs-up-early",
            DECISION,
            () -> world.softphone(agent).pressHangUp());
      }
    }
  }

  private void talks(Party agent, Party caller, Caller call) {
    Softphone phone = world.softphone(agent);
    String name = agent.name() + "." + caller.name();
    simulation.in(caller.name() + ".says-goodbye", TALK, call::hangUp);
    String what = simulation.pick(name + ".does", does);
    simulation.in(name + "." + what, SOON, () -> act(what, phone, name));
    if (simulation.pick(name + ".wraps-up", List.of("presses", "forgets")).equals("presses")) {
      simulation.in(
          name + ".wrap-up",
          Span.of(TALK.max(), TALK.max() + WRAP_UP.typical(), TALK.max() + WRAP_UP.max()),
          () -> phone.press(Button.WRAP_UP, null));
    }
  }

  private void act(String what, Softphone phone, String name) {
    switch (what) {
      case "holds" -> {
        if (phone.press(Button.HOLD, null)) {
          simulation.in(name + ".resumes", SOON, () -> phone.press(Button.RESUME, null));
        }
      }
      case "mutes" -> phone.press(Button.MUTE, null);
      case "presses-hang-up" -> phone.pressHangUp();
      case "hangs-up" -> phone.hangUp();
      case "vanishes" -> phone.vanish();
      default -> {
        // talks on
      }
    }
  }
}
