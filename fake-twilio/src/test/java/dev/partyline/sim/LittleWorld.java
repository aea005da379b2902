package dev.partyline.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A little program drawn by a property: events that make events, call each other off, start fibers
 * that sleep and wait for signals, and take choices.
 */
record LittleWorld(List<Move> moves) {

  /** What an event does beside noting its instant. */
  enum Does {
    NOTHING,
    SLEEPS,
    WAITS,
    SIGNALS,
    CALLS_OFF,
    PICKS,
    FAILS_MAYBE,
    LAGS
  }

  /**
   * One event.
   *
   * @param cause index of the move that makes it, taken modulo what came before; 0 for the
   *     beginning
   * @param other what it calls off
   */
  record Move(int cause, int min, int width, Does does, int other) {}

  /** Lets it begin; everything that shows goes to the log. */
  void begin(Simulation simulation, List<String> log) {
    new Going(simulation, log).make(-1);
  }

  private final class Going {
    private final Simulation simulation;
    private final List<String> log;
    private final List<Signal<String>> signals = new ArrayList<>();
    private final Cancellable[] made = new Cancellable[moves.size()];

    Going(Simulation simulation, List<String> log) {
      this.simulation = simulation;
      this.log = log;
    }

    void make(int cause) {
      for (int i = 0; i < moves.size(); i++) {
        Move move = moves.get(i);
        if (move.cause() % (i + 1) - 1 == cause) {
          int self = i;
          Span span = Span.of(move.min(), move.min() + move.width() / 2, move.min() + move.width());
          made[i] = simulation.in("e" + i, span, () -> come(self));
        }
      }
    }

    private void come(int self) {
      note("e" + self);
      Move move = moves.get(self);
      String name = "e" + self;
      switch (move.does()) {
        case SLEEPS ->
            simulation.fiber(
                "f" + self,
                () -> {
                  simulation.sleep(Duration.ofMillis(move.other()));
                  note("f" + self + " woke");
                });
        case WAITS -> {
          Signal<String> signal = simulation.signal("s" + self);
          signals.add(signal);
          simulation.fiber("f" + self, () -> note("f" + self + " got " + signal.await()));
        }
        case SIGNALS -> signals.forEach(signal -> signal.complete("from e" + self));
        case CALLS_OFF -> {
          Cancellable other = made[move.other() % moves.size()];
          if (other != null) {
            other.cancel();
          }
        }
        case PICKS -> note(simulation.pick(name + ".pick", List.of("x", "y", "z")));
        case FAILS_MAYBE -> note("fault " + simulation.happens(name + ".fault", 0.5));
        case LAGS -> note("lag " + simulation.amount(name + ".lag", Span.of(0, 3, 9)));
        case NOTHING -> {}
      }
      make(self);
    }

    private void note(String what) {
      log.add(simulation.now() + " " + what);
    }
  }
}
