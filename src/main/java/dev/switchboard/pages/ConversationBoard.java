package dev.switchboard.pages;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.store.ConversationStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The live calls as the store has them; read anew a few times a second, however many look. */
public final class ConversationBoard implements Board {

  private static final Duration FRESH = Duration.ofMillis(200);

  private final ConversationStore store;
  private final InstantSource clock;
  private final AtomicReference<Snapshot> last =
      new AtomicReference<>(new Snapshot(Instant.MIN, List.of()));

  public ConversationBoard(ConversationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Snapshot(Instant at, List<CallView> calls) {}

  @Override
  public List<CallView> calls() {
    Instant now = clock.instant();
    Snapshot snapshot = last.get();
    if (!snapshot.at().equals(Instant.MIN) && now.isBefore(snapshot.at().plus(FRESH))) {
      return snapshot.calls();
    }
    List<CallView> calls =
        store.open().stream()
            .filter(Conversation::hasCalled)
            .map(ConversationBoard::view)
            .sorted(Comparator.comparing(CallView::since).thenComparing(CallView::id))
            .toList();
    last.set(new Snapshot(now, calls));
    return calls;
  }

  private static CallView view(Conversation it) {
    return new CallView(
        it.id(),
        it.id(),
        it.agentAddress().replaceFirst("^client:", ""),
        it.number(),
        it.began(),
        switch (it.phase()) {
          case WISHED, JOINING -> "joining";
          case DIALLING -> "dialling";
          case TALKING -> "talking";
          case ENDING, CLOSED -> "ending";
        },
        false,
        List.of(),
        "");
  }
}
