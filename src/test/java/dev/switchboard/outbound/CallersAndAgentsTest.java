package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which conversation is meant, when callers wait and agents are rung for them. */
class CallersAndAgentsTest {

  private static final String CALLER = "CA" + "b".repeat(32);
  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String RUNG = "CA" + "d".repeat(32);
  private static final String OFFER = "WR" + "1".repeat(32);
  private static final String TASK = "WT" + "1".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String AIKO = "client:aiko";
  private static final String KEN = "client:ken";

  private final ManualTimers time = new ManualTimers();
  private final RecordingCallControl platform = new RecordingCallControl();
  private final InMemoryConversations store = new InMemoryConversations(10);
  private final RecordingRouting routing = new RecordingRouting();
  private final List<Command.Do> chores = routing.asked();
  private final OutboundCalls calls = new OutboundCalls(store, platform, routing, time, time);

  @BeforeEach
  void caller_waits_and_another_agent_talks() {
    calls.begin(CALLER, new Event.CallerArrived("+81312345678", LegStatus.RINGING));
    calls.begin(AGENT, new Event.AgentCalled("+81387654321", KEN, LegStatus.IN_PROGRESS));
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(1));
  }

  private void offered() {
    calls.tell(
        CALLER, new Event.Offered("+81312345678", OFFER, TASK, "WK" + "1".repeat(32), AIKO, false));
  }

  private boolean ended(String leg) {
    return platform.requests().contains("end " + leg);
  }

  @Test
  void conversation_is_found_by_its_id_alone() {
    assertEquals(CALLER, calls.find(CALLER).orElseThrow().id());
    assertEquals(Optional.empty(), calls.find(RUNG));
  }

  @Test
  void call_of_a_task_is_known_from_its_offer_on() {
    assertEquals(Optional.empty(), calls.callOfTask(TASK));
    offered();
    assertEquals(Optional.of(CALLER), calls.callOfTask(TASK));
    assertEquals(Optional.empty(), calls.callOfTask("WT" + "2".repeat(32)));
  }

  @Test
  void task_that_is_refused_is_canceled() {
    calls.refuseTask(TASK);
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of(new Command.Do(Chore.Kind.CANCEL, TASK, "", false)), chores);
  }

  @Test
  void agent_is_on_a_call_in_another_conversation_only_and_while_their_leg_lives() {
    assertTrue(calls.isOnCall(KEN, CALLER));
    assertFalse(calls.isOnCall(KEN, AGENT));
    assertFalse(calls.isOnCall(AIKO, CALLER));
    calls.tell(AGENT, new Event.LegReported(AGENT, LegStatus.COMPLETED));
    assertFalse(calls.isOnCall(KEN, CALLER));
  }

  @Test
  void agent_takes_back_a_call_of_their_own_that_has_not_ended() {
    assertEquals(Optional.of("no-such-call"), calls.takeBack(AIKO));
    calls.tell(AGENT, new Event.Joined(ROOM, RecordingCallControl.CUSTOMER, "customer"));
    assertEquals(Optional.empty(), calls.takeBack(KEN));
    time.pass(Duration.ofSeconds(1));
    assertTrue(
        platform.requests().stream().anyMatch(it -> it.startsWith("dial ") && it.contains(KEN)),
        () -> "" + platform.requests());
  }

  @Test
  void call_that_was_hung_up_cannot_be_taken_back() {
    calls.hangUp(AGENT);
    assertEquals(Optional.of("no-such-call"), calls.takeBack(KEN));
  }

  @Test
  void agent_who_hangs_up_before_their_leg_is_known_is_hung_up_when_it_reports() {
    offered();
    calls.hangUp(RUNG);
    assertFalse(ended(RUNG));
    calls.tell(CALLER, new Event.GuestReported("agent-1", RUNG, LegStatus.RINGING));
    time.pass(Duration.ofSeconds(1));
    assertTrue(ended(RUNG), () -> "" + platform.requests());
    assertFalse(ended(CALLER));
  }

  @Test
  void agent_who_hangs_up_before_their_leg_is_known_is_hung_up_when_it_joins() {
    offered();
    calls.hangUp(RUNG);
    calls.tell(CALLER, new Event.Joined("CF" + "2".repeat(32), RUNG, "agent-1"));
    time.pass(Duration.ofSeconds(1));
    assertTrue(ended(RUNG), () -> "" + platform.requests());
  }

  @Test
  void agent_whose_leg_is_known_and_who_pressed_nothing_stays() {
    offered();
    calls.tell(CALLER, new Event.GuestReported("agent-1", RUNG, LegStatus.RINGING));
    time.pass(Duration.ofSeconds(1));
    assertFalse(ended(RUNG));
  }

  @Test
  void wish_of_a_stranger_ends_nobody_elses_leg() {
    offered();
    calls.hangUp("CA" + "f".repeat(32));
    calls.tell(CALLER, new Event.GuestReported("agent-1", RUNG, LegStatus.RINGING));
    time.pass(Duration.ofSeconds(1));
    assertFalse(ended(RUNG));
  }

  @Test
  void wish_that_came_before_the_agent_dialled_the_call_themselves_ends_their_own_call() {
    String early = "CA" + "e".repeat(32);
    calls.hangUp(early);
    calls.begin(early, new Event.AgentCalled("+81311112222", AIKO, LegStatus.RINGING));
    time.pass(Duration.ofSeconds(1));
    assertTrue(ended(early), () -> "" + platform.requests());
    assertFalse(ended(AGENT));
  }
}
