package dev.partyline.explore;

import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.world.Button;
import dev.partyline.world.Party;
import dev.partyline.world.Softphone;
import dev.partyline.world.World;
import java.util.List;

/** What one agent does with one call, a choice at each turn. */
final class AgentPlay {

  private static final Span PATIENCE = Span.of(0, 15_000, 30_000);
  private static final Span SOON = Span.of(0, 3_000, 9_000);
  private static final Span TO_LOAD = Span.of(500, 5_000, 60_000);
  private static final Span WHILE_ON_HOLD = Span.of(0, 4_000, 12_000);
  private static final Span WHILE_CONSULTING = Span.of(0, 9_000, 20_000);

  private static final Span DROPS = Span.of(0, 9_000, 25_000);

  private final Simulation simulation;
  private final World world;
  private final Plot plot;
  private final Party agent;
  private final Party customer;
  private final Party colleague;
  private final String name;
  private Softphone phone;

  /** With no colleague when that is null. */
  AgentPlay(
      Simulation simulation, World world, Plot plot, Party agent, Party customer, Party colleague) {
    this(simulation, world, plot, agent.name(), agent, customer, colleague);
  }

  private AgentPlay(
      Simulation simulation,
      World world,
      Plot plot,
      String name,
      Party agent,
      Party customer,
      Party colleague) {
    this.simulation = simulation;
    this.world = world;
    this.plot = plot;
    this.agent = agent;
    this.customer = customer;
    this.colleague = colleague;
    this.name = name;
  }

  /**
   * Of an agent to whom callers come, from when the two talk.
   *
   * @param name begins the name of each choice
   */
  static void talks(
      Simulation simulation,
      World world,
      Plot plot,
      String name,
      Party agent,
      Party caller,
      Party colleague) {
    AgentPlay play = new AgentPlay(simulation, world, plot, name, agent, caller, colleague);
    play.phone = world.softphoneIn(agent, caller);
    world.whenTogether(colleague, caller, play::colleagueTalks);
    String does = simulation.pick(name + ".does", plot.agentDoes());
    if (!does.equals("stays")) {
      play.routine(does, "." + does);
    }
  }

  /** Dials, and goes on from there. */
  void begin(String does) {
    phone = world.softphone(agent, customer);
    phone.dial();
    switch (does) {
      case "hangs-up" -> simulation.in(name + ".gives-up", PATIENCE, phone::hangUp);
      case "presses-hang-up" -> simulation.in(name + ".gives-up", PATIENCE, phone::pressHangUp);
      case "stays" -> {
        // until the customer hangs up
      }
      default -> world.whenTogether(agent, customer, () -> routine(does, "." + does));
    }
    if (colleague != null) {
      world.whenTogether(colleague, customer, this::colleagueTalks);
    }
  }

  private void routine(String does, String suffix) {
    simulation.in(
        name + suffix,
        SOON,
        () -> {
          switch (does) {
            case "holds" -> hold(suffix);
            case "mutes" -> mute(suffix);
            case "reloads" -> reload(suffix);
            case "transfers" -> phone.press(Button.COLD_TRANSFER, colleague);
            case "consults" -> consult(suffix);
            case "presses-hang-up" -> phone.pressHangUp();
            case "hangs-up" -> phone.hangUp();
            case "drops" -> simulation.in(name + suffix + ".is-gone", DROPS, phone::hangUp);
            case "consults-and-drops" -> {
              phone.press(Button.CONSULT, colleague);
              simulation.in(name + suffix + ".is-gone", DROPS, phone::hangUp);
            }
            default -> {
              // does nothing more
            }
          }
        });
  }

  private void hold(String suffix) {
    if (!phone.press(Button.HOLD, null)) {
      return;
    }
    String next =
        simulation.pick(
            name + suffix + ".then",
            List.of("resumes", "resumes", "presses-hang-up", "hangs-up", "waits"));
    after(
        suffix,
        WHILE_ON_HOLD,
        () -> {
          switch (next) {
            case "resumes" -> {
              phone.press(Button.RESUME, null);
              another(suffix);
            }
            case "presses-hang-up" -> phone.pressHangUp();
            case "hangs-up" -> phone.hangUp();
            default -> {
              // the customer waits on
            }
          }
        });
  }

  /** The page dies, is loaded anew, and wants the call back. */
  private void reload(String suffix) {
    if (phone.die()) {
      simulation.in(name + suffix + ".anew", TO_LOAD, () -> phone.press(Button.TAKE_BACK, null));
    }
  }

  private void mute(String suffix) {
    if (!phone.press(Button.MUTE, null)) {
      return;
    }
    String next =
        simulation.pick(name + suffix + ".then", List.of("unmutes", "presses-hang-up", "waits"));
    after(
        suffix,
        WHILE_ON_HOLD,
        () -> {
          if (next.equals("unmutes")) {
            phone.press(Button.UNMUTE, null);
            another(suffix);
          } else if (next.equals("presses-hang-up")) {
            phone.pressHangUp();
          }
        });
  }

  private void consult(String suffix) {
    if (phone.press(Button.CONSULT, colleague)) {
      consulted(suffix, 1);
    }
  }

  /** A turn of an agent between customer and colleague, who may still be ringing. */
  private void consulted(String suffix, int turn) {
    String turnName = suffix + ".then" + (turn == 1 ? "" : "-" + turn);
    List<String> turns =
        turn < 3
            ? List.of(
                "completes", "completes", "swaps", "aborts", "presses-hang-up", "hangs-up", "waits")
            : List.of("completes", "aborts", "presses-hang-up");
    String next = simulation.pick(name + turnName, turns);
    simulation.in(
        name + turnName + ".after",
        turn == 1 ? WHILE_CONSULTING : WHILE_ON_HOLD,
        () -> {
          switch (next) {
            case "completes" -> phone.press(Button.COMPLETE_TRANSFER, null);
            case "swaps" -> {
              phone.press(Button.SWAP, null);
              consulted(suffix, turn + 1);
            }
            case "aborts" -> {
              phone.press(Button.ABORT_TRANSFER, null);
              another(suffix);
            }
            case "presses-hang-up" -> phone.pressHangUp();
            case "hangs-up" -> phone.hangUp();
            default -> {
              // talks on
            }
          }
        });
  }

  /** The colleague has the customer on the line and is an agent like any other. */
  private void colleagueTalks() {
    Softphone theirs = world.softphone(colleague);
    String who = colleague.name();
    String does =
        simulation.pick(who + ".then", List.of("stays", "holds", "presses-hang-up", "mutes"));
    if (does.equals("stays")) {
      return;
    }
    simulation.in(
        who + "." + does,
        SOON,
        () -> {
          switch (does) {
            case "holds" -> {
              if (theirs.press(Button.HOLD, null)) {
                simulation.in(
                    who + ".resumes", WHILE_ON_HOLD, () -> theirs.press(Button.RESUME, null));
              }
            }
            case "mutes" -> theirs.press(Button.MUTE, null);
            default -> theirs.pressHangUp();
          }
        });
  }

  private void another(String suffix) {
    if (plot.twice() && suffix.indexOf('.', 1) < 0) {
      List<String> all = new java.util.ArrayList<>(List.of("stays"));
      plot.agentDoes().stream().filter(does -> !does.equals("stays")).forEach(all::add);
      String does = simulation.pick(name + ".then-does", all);
      if (!does.equals("stays")) {
        routine(does, ".then." + does);
      }
    }
  }

  private void after(String suffix, Span delay, Runnable action) {
    simulation.in(name + suffix + ".ends", delay, action);
  }
}
