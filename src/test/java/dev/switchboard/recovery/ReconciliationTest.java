package dev.switchboard.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.ManualTimers;
import dev.switchboard.outbound.OutboundCalls;
import dev.switchboard.outbound.RecordingCallControl;
import dev.switchboard.recovery.LiveRooms.Page;
import dev.switchboard.recovery.LiveRooms.Room;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a round through the platform's conferences ends, and what it leaves alone. */
class ReconciliationTest {

  private static final String OVER = "CA" + "a".repeat(32);
  private static final String GOES_ON = "CA" + "b".repeat(32);
  private static final String STRANGER = "CA" + "e".repeat(32);

  private final ManualTimers time = new ManualTimers();
  private final RecordingCallControl platform = new RecordingCallControl();
  private final InMemoryConversations store = new InMemoryConversations(100);
  private final OutboundCalls outbound = new OutboundCalls(store, platform, time, time);
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final List<String> read = new ArrayList<>();
  private int refusals;
  private final Reconciliation reconciliation =
      new Reconciliation(store, outbound, platform, this::page, time, time);

  private Page page(String cursor) {
    read.add(cursor);
    if (refusals > 0) {
      refusals--;
      throw new Refused(Reason.THROTTLED, "refused by the test", null);
    }
    return pages.getOrDefault(cursor, new Page(List.of(), null));
  }

  private static Room roomOf(String agent) {
    return new Room("CF of " + agent, Conversation.roomName(agent));
  }

  private void begins(String agent) {
    outbound.begin(agent, new Event.AgentCalled("+819012345678", LegStatus.IN_PROGRESS));
  }

  private void isOver(String agent) {
    begins(agent);
    outbound.tell(agent, new Event.LegReported(agent, LegStatus.COMPLETED));
    time.pass(Duration.ofSeconds(30));
    assertTrue(store.find(agent).orElseThrow().closed());
    platform.requests().clear();
  }

  private void round() {
    reconciliation.begin();
    time.pass(Duration.ofSeconds(60));
  }

  @Test
  void room_whose_conversation_is_over_is_ended_and_so_is_who_was_not_known_of() {
    isOver(OVER);
    pages.put("in-progress", new Page(List.of(roomOf(OVER)), null));

    round();

    String room = roomOf(OVER).conferenceSid();
    assertEquals(
        List.of("look into " + room, "end " + room, "end " + RecordingCallControl.CUSTOMER),
        platform.requests());
    assertEquals(1, reconciliation.ended());
    assertTrue(store.find(OVER).orElseThrow().closed());
  }

  @Test
  void room_is_not_ended_before_it_was_seen_twice() {
    isOver(OVER);
    pages.put("in-progress", new Page(List.of(roomOf(OVER)), null));

    reconciliation.begin();
    time.pass(Reconciliation.CONFIRM);

    assertEquals(List.of(), platform.requests());
  }

  @Test
  void room_of_a_conversation_the_store_does_not_know_is_somebody_elses_and_left_alone() {
    Room others = new Room("CF of others", "support-queue");
    pages.put("in-progress", new Page(List.of(roomOf(STRANGER), others), null));

    round();

    assertEquals(List.of(), platform.requests());
    assertEquals(1, reconciliation.strangers());
    assertEquals(0, reconciliation.ended());
  }

  @Test
  void conversation_that_goes_on_is_told_its_room_and_not_ended() {
    begins(GOES_ON);
    pages.put("init", new Page(List.of(roomOf(GOES_ON)), null));

    reconciliation.begin();
    time.pass(Duration.ofSeconds(1));

    String room = roomOf(GOES_ON).conferenceSid();
    assertEquals(room, store.find(GOES_ON).orElseThrow().roomSid());
    assertEquals(List.of("dial " + GOES_ON + " " + room + " +819012345678"), platform.requests());
    assertFalse(store.find(GOES_ON).orElseThrow().closed());
  }

  @Test
  void all_pages_are_read_at_a_pace() {
    isOver(OVER);
    pages.put("in-progress", new Page(List.of(), "second"));
    pages.put("second", new Page(List.of(), "third"));
    pages.put("third", new Page(List.of(roomOf(OVER)), null));

    reconciliation.begin();
    time.pass(Reconciliation.PAUSE);
    assertEquals(List.of("in-progress"), read);
    time.pass(Duration.ofSeconds(60));

    assertEquals(List.of("in-progress", "init", "second", "third"), sorted(read));
    assertEquals(1, reconciliation.ended());
  }

  private static List<String> sorted(List<String> cursors) {
    return cursors.stream().sorted().toList();
  }

  @Test
  void page_that_is_refused_is_asked_for_again_and_not_for_ever() {
    refusals = 2;
    round();
    assertEquals(4, read.size());

    read.clear();
    refusals = 1000;
    round();
    assertEquals(10, read.size());
  }

  @Test
  void conversation_whose_wake_up_was_lost_is_woken() {
    InMemoryConversations other = new InMemoryConversations(100);
    begins(GOES_ON);
    Conversation asleep = store.find(GOES_ON).orElseThrow();
    other.change(
        GOES_ON, time.instant(), none -> asleep.on(new Event.HangUpAsked(), time.instant()));
    ManualTimers fresh = new ManualTimers();
    fresh.pass(Duration.ofSeconds(120));
    RecordingCallControl asked = new RecordingCallControl();
    OutboundCalls calls = new OutboundCalls(other, asked, fresh, fresh);

    new Reconciliation(other, calls, asked, this::page, fresh, fresh).begin();
    fresh.pass(Duration.ofSeconds(1));

    assertTrue(asked.requests().contains("end " + GOES_ON), () -> asked.requests().toString());
  }
}
