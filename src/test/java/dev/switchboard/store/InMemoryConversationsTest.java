package dev.switchboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryConversationsTest extends ConversationStoreContract {

  @Override
  protected ConversationStore emptyStore() {
    return new InMemoryConversations(1000);
  }

  @Test
  void oldest_closed_conversation_is_forgotten_and_a_live_one_never() {
    InMemoryConversations store = new InMemoryConversations(2);
    begin(store, "CA1");
    begin(store, "CA2");
    begin(store, "CA3");
    assertEquals(List.of("CA1", "CA2", "CA3"), ids(store));
    Event over = new Event.LegReported("CA2", LegStatus.COMPLETED);
    store.change("CA2", NOW, it -> it.orElseThrow().on(over, Instant.EPOCH));
    begin(store, "CA4");
    begin(store, "CA5");
    assertEquals(List.of("CA1", "CA3", "CA4", "CA5"), ids(store));
  }
}
