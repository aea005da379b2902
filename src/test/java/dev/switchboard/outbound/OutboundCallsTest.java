package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Phase;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboundCallsTest {

  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);

  private final ManualTimers time = new ManualTimers();
  private final RecordingCallControl platform = new RecordingCallControl();
  private final InMemoryConversations store = new InMemoryConversations(10);
  private final OutboundCalls calls = new OutboundCalls(store, platform, time, time);

  @BeforeEach
  void agent_calls() {
    calls.begin(AGENT, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
  }

  @Test
  void events_ask_nothing_of_the_platform_before_they_are_answered() {
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    assertEquals(List.of(), platform.requests());
    time.pass(Duration.ZERO);
    assertEquals(List.of("dial " + AGENT + " " + ROOM + " +81312345678"), platform.requests());
  }

  @Test
  void answers_of_the_platform_are_told_to_the_conversation() {
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(1));
    assertEquals(RecordingCallControl.CUSTOMER, store.all().get(0).customer().sid());
  }

  @Test
  void wish_to_hang_up_outlasts_a_store_that_is_out_of_reach() {
    boolean[] reachable = {false};
    OutboundCalls unlucky =
        new OutboundCalls(new FlakyStore(store, () -> reachable[0]), platform, time, time);

    unlucky.hangUp(AGENT);
    time.pass(Duration.ofSeconds(3));
    assertEquals(List.of(), platform.requests());
    reachable[0] = true;
    time.pass(Duration.ofSeconds(3));

    assertEquals(List.of("end " + AGENT), platform.requests());
  }

  @Test
  void answer_that_the_store_did_not_take_is_kept_a_moment_later_and_not_asked_for_again() {
    int[] steps = {0};
    // the join, the claim, and then the answer
    FlakyStore failsOnce = new FlakyStore(store, () -> ++steps[0] != 3);
    OutboundCalls unlucky = new OutboundCalls(failsOnce, platform, time, time);

    unlucky.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ZERO);
    assertEquals(null, store.find(AGENT).orElseThrow().customer());
    time.pass(Duration.ofSeconds(1));

    assertEquals(RecordingCallControl.CUSTOMER, store.find(AGENT).orElseThrow().customer().sid());
    assertEquals(List.of("dial " + AGENT + " " + ROOM + " +81312345678"), platform.requests());
  }

  @Test
  void event_of_an_unknown_conversation_begins_none() {
    String unknown = "CA" + "f".repeat(32);
    assertEquals(
        Optional.empty(), calls.tell(unknown, new Event.LegReported(unknown, LegStatus.RINGING)));
    assertEquals(1, store.all().size());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void dial_is_never_repeated_unless_it_certainly_did_not_happen(Reason reason) {
    platform.refuse(reason);
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofMinutes(2));
    long dials = platform.requests().stream().filter(it -> it.startsWith("dial")).count();
    assertTrue(reason == Reason.THROTTLED ? dials > 1 : dials == 1, () -> dials + " dials");
  }

  @Test
  void request_that_breaks_off_counts_as_unclear() {
    platform.breakOff();
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(2));
    assertEquals(Phase.DIALLING, store.all().get(0).phase());
    platform.work();
    time.pass(Duration.ofSeconds(10));
    assertEquals(RecordingCallControl.CUSTOMER, store.all().get(0).customer().sid());
  }

  @Test
  void hang_up_ends_both_legs_and_then_nothing_is_left_in_the_timers() {
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    time.pass(Duration.ofSeconds(1));
    calls.hangUp(AGENT);
    time.pass(Duration.ofSeconds(1));
    assertEquals(
        List.of("end " + AGENT, "end " + RecordingCallControl.CUSTOMER),
        platform.requests().subList(1, 3));
    assertEquals(Phase.CLOSED, store.all().get(0).phase());
    time.pass(Duration.ofMinutes(1));
    assertEquals(0, time.pending());
    assertEquals(3, platform.requests().size());
  }

  @Test
  void wish_to_hang_up_an_unknown_call_asks_nothing_of_the_platform() {
    calls.hangUp("CA" + "b".repeat(32));
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), platform.requests());
  }

  @Test
  void refused_end_is_repeated_until_the_leg_has_ended() {
    platform.refuse(Reason.UNCLEAR);
    calls.hangUp(AGENT);
    time.pass(Duration.ofSeconds(3));
    platform.work();
    time.pass(Duration.ofSeconds(3));
    assertEquals(Phase.CLOSED, store.all().get(0).phase());
    assertTrue(platform.requests().size() > 2);
    assertEquals(Instant.EPOCH.plusSeconds(6), time.instant());
  }

  @Test
  void what_a_dead_instance_wrote_down_and_did_not_begin_is_carried_out_by_the_next() {
    ManualTimers died = new ManualTimers();
    OutboundCalls dead = new OutboundCalls(store, platform, died, died);
    dead.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    assertEquals(0, calls.adopt());
    time.pass(Duration.ofSeconds(2));
    assertTrue(calls.adopt() > 0);
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("dial " + AGENT + " " + ROOM + " +81312345678"), platform.requests());
  }

  @Test
  void store_that_is_out_of_reach_for_a_moment_delays_a_command_and_loses_none() {
    boolean[] reachable = {false};
    ManualTimers clock = new ManualTimers();
    OutboundCalls unlucky =
        new OutboundCalls(new FlakyStore(store, () -> reachable[0]), platform, clock, clock);
    calls.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    clock.pass(Duration.ofSeconds(3));
    assertTrue(unlucky.adopt() > 0);
    clock.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), platform.requests());
    reachable[0] = true;
    assertTrue(unlucky.adopt() > 0);
    clock.pass(Duration.ofSeconds(1));
    assertEquals(List.of("dial " + AGENT + " " + ROOM + " +81312345678"), platform.requests());
  }

  @Test
  void dial_that_a_dead_instance_had_begun_is_looked_for_and_never_repeated() {
    ManualTimers died = new ManualTimers();
    OutboundCalls dead = new OutboundCalls(store, platform, died, died);
    dead.tell(AGENT, new Event.Joined(ROOM, AGENT, "agent"));
    store
        .overdue(time.instant().plusSeconds(2))
        .forEach(posted -> store.claim(posted, time.instant()));
    time.pass(Duration.ofSeconds(31));
    calls.adopt();
    time.pass(Duration.ofSeconds(10));
    assertTrue(
        platform.requests().stream().noneMatch(it -> it.startsWith("dial")),
        platform.requests()::toString);
    assertTrue(
        platform.requests().stream().anyMatch(it -> it.startsWith("look into")),
        platform.requests()::toString);
  }
}
