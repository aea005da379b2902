package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.conversation.Card;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations are shown to softphones whenever their cards change, whatever goes wrong. */
class ShowingTest {

  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);

  private final ManualTimers time = new ManualTimers();
  private final InMemoryConversations store = new InMemoryConversations(10);
  private final List<String> shown = new ArrayList<>();
  private final Deque<Reason> refusals = new ArrayDeque<>();
  private final OutboundCalls calls = calls(this::show);

  private OutboundCalls calls(Cards cards) {
    return new OutboundCalls(store, new RecordingCallControl(), Routing.NONE, time, time, cards);
  }

  private void show(String conversation, Card card) {
    shown.add(card.state());
    if (!refusals.isEmpty()) {
      throw new Refused(refusals.remove(), "refused by the test", null);
    }
  }

  private void agentWaits() {
    calls.begin(AGENT, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
  }

  @Test
  void each_change_is_shown_once_and_what_changes_nothing_is_not() {
    agentWaits();
    assertEquals(List.of(), shown, "shown before the webhook is answered");
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("dialling"), shown);
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    calls.tell(AGENT, new Event.Joined(ROOM, RecordingCallControl.CUSTOMER, "customer"));
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("dialling", "talking"), shown);
    calls.hangUp(AGENT);
    time.pass(Duration.ofSeconds(60));
    assertEquals(List.of("dialling", "talking", "ended"), shown);
    assertEquals(List.of(), store.overdue(time.instant().plusSeconds(3600)));
  }

  @Test
  void what_was_not_shown_is_shown_again_as_it_is_by_then() {
    refusals.addAll(List.of(Reason.UNCLEAR, Reason.THROTTLED));
    agentWaits();
    time.pass(Duration.ofMillis(499));
    assertEquals(List.of("dialling"), shown);
    time.pass(Duration.ofMillis(1));
    assertEquals(List.of("dialling", "dialling"), shown);
    time.pass(Duration.ofSeconds(2));
    assertEquals(List.of("dialling", "dialling", "dialling"), shown);
    time.pass(Duration.ofSeconds(5));
    assertEquals(3, shown.size());
  }

  @Test
  void what_is_refused_for_good_is_not_asked_again() {
    refusals.add(Reason.NOT_ALLOWED);
    agentWaits();
    time.pass(Duration.ofSeconds(5));
    assertEquals(List.of("dialling"), shown);
  }

  @Test
  void platform_that_shows_nothing_is_asked_six_times() {
    for (int i = 0; i < 20; i++) {
      refusals.add(Reason.UNCLEAR);
    }
    agentWaits();
    time.pass(Duration.ofSeconds(8));
    assertEquals(6, shown.size());
    assertEquals(
        List.of(),
        store.overdue(time.instant().plusSeconds(3600)).stream()
            .filter(posted -> posted.command() instanceof Command.Show)
            .toList());
  }

  @Test
  void what_a_process_that_died_had_not_shown_is_shown_by_another() {
    OutboundCalls dying =
        new OutboundCalls(
            store,
            new RecordingCallControl(),
            Routing.NONE,
            (what, delay, task) -> {},
            time,
            this::show);
    dying.begin(AGENT, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
    dying.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    assertEquals(List.of(), shown);
    time.pass(Duration.ofSeconds(120));
    calls.adopt();
    time.pass(Duration.ofSeconds(1));
    assertEquals(true, shown.size() >= 1, shown::toString);
  }

  @Test
  void nothing_is_written_down_where_nobody_looks() {
    OutboundCalls unwatched = calls(null);
    unwatched.begin(AGENT, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
    unwatched.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), shown);
  }
}
