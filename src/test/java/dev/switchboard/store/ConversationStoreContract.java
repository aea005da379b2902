package dev.switchboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Phase;
import dev.switchboard.conversation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do. */
public abstract class ConversationStoreContract {

  protected static final Instant NOW = Instant.parse("2026-04-01T09:00:00.123Z");
  private static final Event CALLED = new Event.AgentCalled("+81312345678", LegStatus.RINGING);

  private ConversationStore store;

  protected abstract ConversationStore emptyStore();

  /** Runs this while a turn is being taken, as another instance would. */
  protected void meanwhile(Runnable change) {
    change.run();
  }

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @Test
  void change_that_gives_nothing_keeps_nothing() {
    Kept kept = store.change("CA1", NOW, known -> Step.nothing());
    assertNull(kept.step().next());
    assertEquals(List.of(), kept.posted());
    assertEquals(List.of(), store.all());
    assertTrue(store.find("CA1").isEmpty());
  }

  @Test
  void what_is_kept_is_read_back_equal_at_every_step_of_a_call() {
    List<Event> events =
        List.of(
            CALLED,
            new Event.Joined("CF1", "CA1", "agent"),
            new Event.DialUnclear(),
            new Event.RoomSeen(
                "CF1", List.of(new Event.Occupant("CA9", "customer", LegStatus.RINGING))),
            new Event.LegReported("CA8", LegStatus.IN_PROGRESS),
            new Event.HangUpAsked(),
            new Event.EndLegFailed("CA9"),
            new Event.LegEnded("CA9", LegStatus.COMPLETED));
    Instant at = NOW;
    for (Event event : events) {
      at = at.plusMillis(4321);
      Instant now = at;
      Kept kept =
          store.change("CA1", now, it -> it.orElseGet(() -> Conversation.of("CA1")).on(event, now));
      assertEquals(kept.step().next(), store.find("CA1").orElseThrow(), event.toString());
    }
  }

  @Test
  void change_made_while_another_was_thought_out_is_not_lost() {
    begin(store, "CA1");
    Event asked = new Event.HangUpAsked();
    Event left = new Event.LegReported("CA1", LegStatus.COMPLETED);
    boolean[] interrupted = new boolean[1];
    store.change(
        "CA1",
        NOW,
        known -> {
          if (!interrupted[0]) {
            interrupted[0] = true;
            meanwhile(() -> store.change("CA1", NOW, it -> it.orElseThrow().on(left, NOW)));
          }
          return known.orElseThrow().on(asked, NOW);
        });
    assertEquals(true, store.all().get(0).hangUpAsked());
    assertEquals(Phase.CLOSED, store.all().get(0).phase());
  }

  @Test
  void conversation_begun_twice_at_once_is_begun_once() {
    boolean[] interrupted = new boolean[1];
    Kept kept =
        store.change(
            "CA1",
            NOW,
            known -> {
              if (!interrupted[0]) {
                interrupted[0] = true;
                meanwhile(() -> begin(store, "CA1"));
              }
              return known.orElseGet(() -> Conversation.of("CA1")).on(new Event.HangUpAsked(), NOW);
            });
    assertTrue(kept.step().next().hasCalled());
    assertEquals(List.of("CA1"), ids(store));
  }

  @Test
  void conversations_are_listed_in_the_order_of_their_sids_and_closed_ones_apart() {
    begin(store, "CA2");
    begin(store, "CA1");
    end("CA2");
    assertEquals(List.of("CA1", "CA2"), ids(store));
    assertEquals(List.of("CA1"), store.open().stream().map(Conversation::id).toList());
  }

  @Test
  void closed_conversation_is_forgotten_with_what_it_asked_for_once_it_is_old() {
    begin(store, "CA1");
    begin(store, "CA2");
    end("CA1");
    assertEquals(0, store.forgetClosed(NOW));
    assertEquals(1, store.forgetClosed(NOW.plusSeconds(1)));
    assertEquals(List.of("CA2"), ids(store));
    assertTrue(
        store.overdue(NOW.plus(Duration.ofDays(1))).stream()
            .allMatch(it -> it.conversation().equals("CA2")));
  }

  @Test
  void command_is_begun_by_one_and_unclear_when_its_lease_has_lapsed() {
    Posted dial = dialOf("CA1");
    assertEquals(Claim.NEW, store.claim(dial, NOW));
    assertEquals(Claim.TAKEN, store.claim(dial, NOW));
    Instant lapsed = NOW.plus(Claim.LEASE);
    assertEquals(Claim.TAKEN, store.claim(dial, lapsed.minusMillis(1)));
    assertEquals(Claim.UNCLEAR, store.claim(dial, lapsed));
    assertEquals(Claim.TAKEN, store.claim(dial, lapsed));
    store.done(dial);
    assertEquals(Claim.TAKEN, store.claim(dial, lapsed.plus(Claim.LEASE)));
  }

  @Test
  void command_that_nobody_begins_is_overdue_after_the_grace_and_is_still_new() {
    Posted dial = dialOf("CA1");
    assertEquals(List.of(), dialsIn(store.overdue(NOW.plus(Claim.GRACE).minusMillis(1))));
    assertEquals(List.of(dial), dialsIn(store.overdue(NOW.plus(Claim.GRACE))));
    assertEquals(Claim.NEW, store.claim(dial, NOW.plus(Claim.GRACE)));
    assertEquals(List.of(), dialsIn(store.overdue(NOW.plus(Claim.GRACE))));
    assertEquals(List.of(dial), dialsIn(store.overdue(NOW.plus(Claim.GRACE).plus(Claim.LEASE))));
  }

  @Test
  void wake_up_is_due_at_its_own_time() {
    begin(store, "CA1");
    List<Posted> wakes = store.overdue(NOW.plus(Duration.ofDays(1)));
    Instant when = ((Command.WakeAt) wakes.get(0).command()).when();
    assertTrue(when.isAfter(NOW));
    assertEquals(when, wakes.get(0).due());
    assertEquals(List.of(), store.overdue(when.plus(Claim.WAKE_GRACE).minusMillis(1)));
    assertEquals(wakes.get(0), store.overdue(when.plus(Claim.WAKE_GRACE)).get(0));
  }

  private Posted dialOf(String sid) {
    begin(store, sid);
    Kept kept =
        store.change(
            sid, NOW, it -> it.orElseThrow().on(new Event.Joined("CF1", sid, "agent"), NOW));
    return dialsIn(kept.posted()).get(0);
  }

  private static List<Posted> dialsIn(List<Posted> posted) {
    return posted.stream().filter(it -> it.command() instanceof Command.DialCustomer).toList();
  }

  private void end(String sid) {
    Event over = new Event.LegReported(sid, LegStatus.COMPLETED);
    store.change(sid, NOW, it -> it.orElseThrow().on(over, NOW));
  }

  protected static List<String> ids(ConversationStore store) {
    return store.all().stream().map(Conversation::id).toList();
  }

  protected static void begin(ConversationStore store, String sid) {
    store.change(sid, NOW, known -> known.orElseGet(() -> Conversation.of(sid)).on(CALLED, NOW));
  }
}
