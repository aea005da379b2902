package dev.switchboard.checks;

import dev.partyline.world.StoreUnavailable;
import dev.partyline.world.Surroundings;
import dev.switchboard.App;
import dev.switchboard.store.ConversationStore;
import java.time.Duration;

/**
 * Has an instance take up what dead ones left, as its main program does every second or so. In a
 * run in which nobody dies there is nothing to take up, and it does nothing. When all conversations
 * have been closed for a while it ceases, or a run would never go quiet.
 */
final class Adoption {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int IDLE_ROUNDS = 40;

  private final App app;
  private final Surroundings surroundings;
  private final ConversationStore store;
  private int idle;

  Adoption(App app, Surroundings surroundings, ConversationStore store) {
    this.app = app;
    this.surroundings = surroundings;
    this.store = store;
  }

  /** Begins, on behalf of no conversation. */
  void begin() {
    if (surroundings.mortal()) {
      app.reconcile();
      again();
    }
  }

  private void again() {
    surroundings.after("take-up", EVERY, this::round);
  }

  private void round() {
    boolean busy = !store.open().isEmpty();
    try {
      busy |= app.adopt() > 0;
    } catch (StoreUnavailable notNow) {
      busy = true;
    }
    idle = busy ? 0 : idle + 1;
    if (idle < IDLE_ROUNDS) {
      again();
    }
  }
}
