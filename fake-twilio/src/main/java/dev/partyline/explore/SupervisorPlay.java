package dev.partyline.explore;

import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.world.Button;
import dev.partyline.world.Supervisor;
import dev.partyline.world.World;
import java.util.List;

/** What a supervisor does, a choice at each turn. */
final class SupervisorPlay {

  private static final Span FIRST = Span.of(0, 2_000, 8_000);
  private static final Span NEXT = Span.of(0, 9_000, 15_000);
  private static final Span LATER = Span.of(0, 4_000, 10_000);
  private static final Span LOOK_AGAIN = Span.exactly(1_000);
  private static final int LOOKS = 5;
  private static final int TURNS = 4;

  private static final List<String> FIRST_TURN = List.of("listen", "whisper", "barge", "stays");
  private static final List<List<String>> TURN =
      List.of(
          List.of("whisper", "barge", "listen", "leave", "stays"),
          List.of("barge", "listen", "whisper", "leave", "stays"),
          List.of("leave", "listen", "whisper", "barge", "stays"));

  private final Simulation simulation;
  private final Supervisor page;
  private final String name;
  private final String conversation;

  /** Of this conversation. */
  SupervisorPlay(
      Simulation simulation,
      World world,
      dev.partyline.world.Party supervisor,
      String conversation) {
    this.simulation = simulation;
    this.page = world.supervisor(supervisor);
    this.name = supervisor.name();
    this.conversation = conversation;
  }

  /** Agent and customer talk: the call can be chosen from the list. */
  void begin() {
    turn(1, FIRST_TURN, FIRST);
  }

  /** The same, and most want to whisper and go on doing so. */
  void whispers() {
    turn(TURNS, List.of("whisper", "whisper", "whisper", "barge"), FIRST);
  }

  private void turn(int number, List<String> options, Span after) {
    String what = simulation.pick(name + ".turn-" + number, options);
    if (what.equals("stays")) {
      return;
    }
    simulation.in(name + ".turns-" + number, after, () -> look(number, what, LOOKS));
  }

  /** The line may not be in the list yet: people wait a moment and look again. */
  private void look(int number, String what, int looks) {
    Button button = Button.valueOf(what.toUpperCase(java.util.Locale.ROOT));
    if (page.press(button, conversation)) {
      if (number < TURNS && button != Button.LEAVE) {
        turn(number + 1, TURN.get(number - 1), number == 1 ? NEXT : LATER);
      }
    } else if (looks > 1) {
      simulation.in(name + ".looks", LOOK_AGAIN, () -> look(number, what, looks - 1));
    }
  }
}
