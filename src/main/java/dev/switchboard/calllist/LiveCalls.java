package dev.switchboard.calllist;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.store.ConversationStore;
import java.util.Comparator;
import java.util.List;

/** The live calls of all instances on the store. */
public final class LiveCalls {

  private final ConversationStore store;

  public LiveCalls(ConversationStore store) {
    this.store = store;
  }

  /** All of them, the oldest first. */
  public List<CallLine> lines() {
    return store.open().stream()
        .filter(Conversation::hasCalled)
        .filter(LiveCalls::isSeen)
        .map(CallLine::of)
        .sorted(Comparator.comparing(CallLine::since).thenComparing(CallLine::id))
        .toList();
  }

  /** Whether anybody is on the line, or an agent still has to do with it. */
  private static boolean isSeen(Conversation it) {
    return !it.isInbound()
        || it.ending() == null
        || it.reception().wrapping().isPresent()
        || it.legs().stream().anyMatch(leg -> leg.isLive());
  }
}
