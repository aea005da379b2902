package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Button;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Phase;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons reach the conversation of the one who pressed them, or are refused in words. */
class PressingTest {

  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String OTHER_AGENT = "CA" + "e".repeat(32);
  private static final String STRANGER = "CA" + "f".repeat(32);
  private static final String COLLEAGUE = "CA" + "d".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final Optional<String> TAKEN = Optional.empty();
  private static final Optional<String> NO_SUCH_CALL = Optional.of("no-such-call");

  private final ManualTimers time = new ManualTimers();
  private final RecordingCallControl platform = new RecordingCallControl();
  private final InMemoryConversations store = new InMemoryConversations(10);
  private final OutboundCalls calls = new OutboundCalls(store, platform, time, time);

  @BeforeEach
  void two_agents_call_and_one_talks() {
    calls.begin(OTHER_AGENT, new Event.AgentCalled("+81387654321", LegStatus.RINGING));
    calls.begin(AGENT, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(1));
    calls.tell(AGENT, new Event.Joined(ROOM, RecordingCallControl.CUSTOMER, "customer"));
  }

  private void colleagueTakesOver() {
    assertEquals(TAKEN, calls.press(Button.COLD_TRANSFER, AGENT, "client:ken"));
    time.pass(Duration.ofSeconds(1));
    calls.tell(AGENT, new Event.Joined(ROOM, COLLEAGUE, "colleague-1"));
    time.pass(Duration.ofSeconds(1));
  }

  @Test
  void agents_button_is_taken_and_carried_out() {
    assertEquals(TAKEN, calls.press(Button.HOLD, AGENT, ""));
    time.pass(Duration.ofSeconds(1));
    assertTrue(platform.requests().stream().anyMatch(it -> it.startsWith("tune")));
  }

  @Test
  void button_of_nobodys_leg_is_refused() {
    assertEquals(NO_SUCH_CALL, calls.press(Button.HOLD, STRANGER, ""));
    assertEquals(NO_SUCH_CALL, calls.supervise(Button.LISTEN, STRANGER, "client:kumi"));
  }

  @Test
  void conversation_says_why_it_refuses() {
    assertEquals(Optional.of("not-connected"), calls.press(Button.HOLD, OTHER_AGENT, ""));
    assertEquals(Optional.of("not-there"), calls.supervise(Button.LEAVE, AGENT, "client:kumi"));
    assertEquals(TAKEN, calls.supervise(Button.LISTEN, AGENT, "client:kumi"));
  }

  @Test
  void colleague_who_took_over_presses_for_the_conversation_they_were_called_into() {
    colleagueTakesOver();
    assertEquals(TAKEN, calls.press(Button.HOLD, COLLEAGUE, ""));
    calls.hangUp(COLLEAGUE);
    time.pass(Duration.ofSeconds(1));
    assertEquals(Phase.CLOSED, store.find(AGENT).orElseThrow().phase());
    assertEquals(Phase.JOINING, store.find(OTHER_AGENT).orElseThrow().phase());
  }

  @Test
  void what_was_done_is_not_left_for_others_to_take_up() {
    colleagueTakesOver();
    calls.hangUp(COLLEAGUE);
    calls.hangUp(OTHER_AGENT);
    time.pass(Duration.ofMinutes(5));
    assertEquals(0, calls.adopt());
    assertTrue(store.overdue(time.instant().plus(Duration.ofDays(1))).isEmpty());
  }

  @Test
  void what_a_dead_instance_had_begun_is_taken_up_once_and_not_for_ever() {
    ManualTimers died = new ManualTimers();
    OutboundCalls dead = new OutboundCalls(store, platform, died, time);
    dead.tell(OTHER_AGENT, new Event.Joined("CF" + "2".repeat(32), OTHER_AGENT, "agent"));
    store
        .overdue(time.instant().plusSeconds(2))
        .forEach(posted -> store.claim(posted, time.instant()));
    time.pass(Duration.ofSeconds(31));
    assertTrue(calls.adopt() > 0);
    time.pass(Duration.ofMinutes(1));
    assertEquals(0, calls.adopt());
  }

  @Test
  void whoever_tells_something_is_told_how_the_conversation_is_then() {
    Event.LegReported over = new Event.LegReported(OTHER_AGENT, LegStatus.COMPLETED);
    assertEquals(Phase.CLOSED, calls.tell(OTHER_AGENT, over).orElseThrow().phase());
    assertEquals(Phase.CLOSED, calls.begin(OTHER_AGENT, over).phase());
  }

  @Test
  void wake_ups_that_came_are_not_left_either() {
    time.pass(Duration.ofMinutes(2));
    calls.hangUp(AGENT);
    time.pass(Duration.ofMinutes(2));
    assertEquals(0, calls.adopt());
  }
}
