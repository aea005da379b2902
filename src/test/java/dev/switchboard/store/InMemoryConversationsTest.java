package dev.switchboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Phase;
import dev.switchboard.conversation.Step;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InMemoryConversationsTest {

  private final InMemoryConversations store = new InMemoryConversations(2);

  @Test
  void change_that_gives_nothing_keeps_nothing() {
    assertNull(store.change("CA1", known -> Step.nothing()).next());
    assertEquals(List.of(), store.all());
  }

  @Test
  void change_made_while_another_was_thought_out_is_not_lost() {
    begin("CA1");
    Event asked = new Event.HangUpAsked();
    Event left = new Event.LegReported("CA1", LegStatus.COMPLETED);
    boolean[] interrupted = new boolean[1];
    store.change(
        "CA1",
        known -> {
          if (!interrupted[0]) {
            interrupted[0] = true;
            store.change("CA1", it -> it.orElseThrow().on(left, Instant.EPOCH));
          }
          return known.orElseThrow().on(asked, Instant.EPOCH);
        });
    assertEquals(true, store.all().get(0).hangUpAsked());
    assertEquals(Phase.CLOSED, store.all().get(0).phase());
  }

  @Test
  void conversations_are_listed_in_the_order_of_their_sids() {
    begin("CA2");
    begin("CA1");
    assertEquals(List.of("CA1", "CA2"), ids());
  }

  @Test
  void oldest_closed_conversation_is_forgotten_and_a_live_one_never() {
    begin("CA1");
    begin("CA2");
    begin("CA3");
    assertEquals(List.of("CA1", "CA2", "CA3"), ids());
    Event over = new Event.LegReported("CA2", LegStatus.COMPLETED);
    store.change("CA2", it -> it.orElseThrow().on(over, Instant.EPOCH));
    begin("CA4");
    begin("CA5");
    assertEquals(List.of("CA1", "CA3", "CA4", "CA5"), ids());
  }

  private List<String> ids() {
    return store.all().stream().map(Conversation::id).toList();
  }

  private void begin(String sid) {
    Event called = new Event.AgentCalled("+81312345678", LegStatus.RINGING);
    Function<java.util.Optional<Conversation>, Step> turn =
        known -> known.orElseGet(() -> Conversation.of(sid)).on(called, Instant.EPOCH);
    store.change(sid, turn);
  }
}
