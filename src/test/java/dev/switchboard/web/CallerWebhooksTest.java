package dev.switchboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Phase;
import dev.switchboard.outbound.CallControl;
import dev.switchboard.outbound.ManualTimers;
import dev.switchboard.outbound.OutboundCalls;
import dev.switchboard.outbound.RecordingCallControl;
import dev.switchboard.outbound.RecordingRouting;
import dev.switchboard.outbound.Routing;
import dev.switchboard.store.InMemoryConversations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform is answered about those who call us, and what becomes of its words. */
class CallerWebhooksTest {

  private static final String CALLER = "CA" + "b".repeat(32);
  private static final String CLERK = "CA" + "d".repeat(32);
  private static final String OFFER = "WR" + "1".repeat(32);
  private static final String TASK = "WT" + "1".repeat(32);
  private static final String WORKER = "WK" + "1".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String PHONE = "client:aiko";
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualTimers time = new ManualTimers();
  private final RecordingCallControl platform = new RecordingCallControl();
  private final RecordingRouting routing = new RecordingRouting();
  private final List<Command.Do> chores = routing.asked();
  private final OutboundCalls calls =
      new OutboundCalls(new InMemoryConversations(10), platform, routing, time, time);
  private final CallerWebhooks webhooks = new CallerWebhooks(calls, new Words(), false);

  /** Documents that can be told apart. */
  private static final class Words implements CallerDocuments {
    @Override
    public String intoQueue() {
      return "into the queue";
    }

    @Override
    public String goodbye() {
      return "goodbye";
    }

    @Override
    public String hangUp() {
      return "hang up";
    }
  }

  private static Incoming request(String... namesAndValues) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Incoming("POST", "https://app.example/x", form, Map.of());
  }

  private static Incoming calling() {
    return request("CallSid", CALLER, "From", "+81312345678", "CallStatus", "ringing");
  }

  private static String quoted(String name, String value) {
    return "{\"" + name + "\":\"" + value + "\"}";
  }

  private static Incoming offer(String taskAttributes, String workerAttributes, String worker) {
    return request(
        "TaskAttributes",
        taskAttributes,
        "WorkerAttributes",
        workerAttributes,
        "WorkerSid",
        worker,
        "ReservationSid",
        OFFER,
        "TaskSid",
        TASK);
  }

  private static Incoming offer() {
    return offer(
        "{\"call_sid\":\"" + CALLER + "\",\"from\":\"+81355556666\"}",
        quoted("contact_uri", PHONE),
        WORKER);
  }

  private static Incoming routingEvent(String type) {
    return request(
        "EventType",
        type,
        "TaskAttributes",
        quoted("call_sid", CALLER),
        "ReservationSid",
        OFFER,
        "TaskSid",
        TASK,
        "WorkerSid",
        WORKER);
  }

  private Conversation conversation() {
    return calls.find(CALLER).orElseThrow();
  }

  private void nothingBegan() {
    time.pass(MOMENT);
    assertTrue(calls.find(CALLER).isEmpty());
    assertEquals(List.of(), platform.requests());
  }

  private void meet() {
    webhooks.incoming(calling());
    webhooks.assignment(offer());
    time.pass(MOMENT);
    calls.tell(CALLER, new Event.Joined(ROOM, CLERK, "agent-1"));
    time.pass(MOMENT);
    calls.tell(CALLER, new Event.Joined(ROOM, CALLER, "customer"));
  }

  // ---- somebody calls ----

  @Test
  void caller_is_put_into_the_queue_and_known_by_number() {
    assertEquals("into the queue", webhooks.incoming(calling()).body());
    assertEquals("+81312345678", conversation().number());
    assertEquals(LegStatus.RINGING, conversation().customer().status());
    assertEquals(Phase.QUEUED, conversation().phase());
  }

  @Test
  void call_that_is_told_twice_waits_in_the_same_queue() {
    webhooks.incoming(calling());
    assertEquals("into the queue", webhooks.incoming(calling()).body());
    assertEquals("+81312345678", conversation().number());
  }

  @Test
  void caller_who_hides_the_number_is_served_too() {
    assertEquals("into the queue", webhooks.incoming(request("CallSid", CALLER)).body());
    assertEquals("anonymous", conversation().number());
    assertEquals(LegStatus.RINGING, conversation().customer().status());
  }

  @Test
  void call_that_is_already_in_progress_is_known_as_such() {
    webhooks.incoming(request("CallSid", CALLER, "CallStatus", "in-progress"));
    assertEquals(LegStatus.IN_PROGRESS, conversation().customer().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CA1", "<Hangup/>"})
  void what_is_no_call_hears_goodbye_and_begins_nothing(String sid) {
    assertEquals("goodbye", webhooks.incoming(request("CallSid", sid)).body());
    nothingBegan();
  }

  @Test
  void caller_of_whom_the_end_is_known_is_not_put_into_the_queue() {
    webhooks.incoming(calling());
    calls.tell(CALLER, new Event.LegReported(CALLER, LegStatus.COMPLETED));
    assertEquals("goodbye", webhooks.incoming(calling()).body());
  }

  @Test
  void who_falls_out_of_the_queue_hears_why_the_line_ends() {
    assertEquals("goodbye", webhooks.fellOut().body());
  }

  @Test
  void caller_whose_room_ended_before_they_met_an_agent_waits_again() {
    webhooks.incoming(calling());
    assertEquals("into the queue", webhooks.roomLeft(request("CallSid", CALLER)).body());
  }

  @Test
  void caller_whose_room_ended_after_they_met_an_agent_is_done() {
    meet();
    assertEquals(Phase.TALKING, conversation().phase());
    assertEquals("hang up", webhooks.roomLeft(request("CallSid", CALLER)).body());
  }

  @Test
  void unknown_call_and_one_that_did_not_come_in_are_hung_up() {
    assertEquals("hang up", webhooks.roomLeft(request("CallSid", CALLER)).body());
    assertEquals("hang up", webhooks.roomLeft(request()).body());
    calls.begin(CALLER, new Event.AgentCalled("+81312345678", LegStatus.RINGING));
    assertEquals("hang up", webhooks.roomLeft(request("CallSid", CALLER)).body());
  }

  // ---- an offer ----

  @Test
  void offer_is_answered_without_an_instruction_and_rings_the_agent() {
    webhooks.incoming(calling());
    Answer answer = webhooks.assignment(offer());
    assertEquals(200, answer.status());
    assertEquals("{}", answer.body());
    assertEquals("application/json; charset=utf-8", answer.contentType());
    time.pass(MOMENT);
    assertEquals(List.of("ring agent-1 " + PHONE), platform.requests());
  }

  @Test
  void offer_may_come_before_the_call_is_heard_of() {
    webhooks.assignment(offer());
    assertEquals("+81355556666", conversation().number());
    time.pass(MOMENT);
    assertEquals(List.of("ring agent-1 " + PHONE), platform.requests());
  }

  @Test
  void offer_of_a_caller_without_a_number_is_of_somebody_anonymous() {
    webhooks.assignment(offer(quoted("call_sid", CALLER), quoted("contact_uri", PHONE), WORKER));
    assertEquals("anonymous", conversation().number());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "{}",
        "[]",
        "{\"call_sid\":\"CA1\"}",
        "{\"call_sid\":17}",
        "{\"call_sid\":"
      })
  void offer_that_does_not_say_which_call_begins_nothing(String task) {
    assertEquals(
        "{}", webhooks.assignment(offer(task, quoted("contact_uri", PHONE), WORKER)).body());
    nothingBegan();
  }

  @Test
  void task_that_is_of_no_call_is_canceled_so_that_it_keeps_no_agent_busy() {
    webhooks.assignment(offer(quoted("ticket", "7001"), quoted("contact_uri", PHONE), WORKER));
    time.pass(MOMENT);
    assertEquals(List.of(new Command.Do(Chore.Kind.CANCEL, TASK, "", false)), chores);
  }

  /** One is offered, and what follows within half a minute is asked of this routing. */
  private void taskOfNoCall(Routing routing) {
    OutboundCalls calls =
        new OutboundCalls(new InMemoryConversations(10), platform, routing, time, time);
    new CallerWebhooks(calls, new Words(), false)
        .assignment(offer("{}", quoted("contact_uri", PHONE), WORKER));
    time.pass(Duration.ofSeconds(30));
  }

  @Test
  void cancelling_such_a_task_is_tried_again_while_the_answer_says_nothing() {
    List<Command.Do> tried = new ArrayList<>();
    taskOfNoCall(
        chore -> {
          tried.add(chore);
          if (tried.size() < 3) {
            throw new CallControl.Refused(CallControl.Reason.UNCLEAR, "no answer", null);
          }
          return Chore.Result.DONE;
        });
    assertEquals(List.of(false, true, true), tried.stream().map(Command.Do::again).toList());
  }

  @Test
  void cancelling_such_a_task_ends_when_it_cannot_be_done() {
    List<Command.Do> tried = new ArrayList<>();
    taskOfNoCall(
        chore -> {
          tried.add(chore);
          throw new CallControl.Refused(CallControl.Reason.NOT_ALLOWED, "assigned", null);
        });
    assertEquals(1, tried.size());
  }

  @Test
  void offer_whose_attributes_were_overwritten_is_still_of_the_call_it_was_of() {
    webhooks.incoming(calling());
    webhooks.assignment(offer());
    time.pass(MOMENT);
    String another = "WR" + "2".repeat(32);
    webhooks.assignment(
        request(
            "TaskAttributes",
            quoted("customer_since", "2019"),
            "WorkerAttributes",
            quoted("contact_uri", "client:ben"),
            "WorkerSid",
            "WK" + "2".repeat(32),
            "ReservationSid",
            another,
            "TaskSid",
            TASK));
    time.pass(MOMENT);
    assertEquals(another, conversation().reception().open().orElseThrow().reservation());
    assertEquals(List.of(), chores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "aiko", "client:", "client:a b", "sip:aiko@example.org", "+0123456"})
  void offer_to_somebody_without_a_phone_rings_nobody(String phone) {
    webhooks.assignment(offer(quoted("call_sid", CALLER), quoted("contact_uri", phone), WORKER));
    nothingBegan();
  }

  @Test
  void offer_to_nobody_rings_nobody() {
    webhooks.assignment(offer(quoted("call_sid", CALLER), quoted("contact_uri", PHONE), ""));
    nothingBegan();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+819012345678", "client:aiko.s_1@example.org"})
  void agents_have_softphones_or_telephones(String phone) {
    webhooks.assignment(offer(quoted("call_sid", CALLER), quoted("contact_uri", phone), WORKER));
    time.pass(MOMENT);
    assertEquals(List.of("ring agent-1 " + phone), platform.requests());
  }

  @Test
  void agent_who_is_on_another_call_is_not_rung() {
    String other = "CA" + "e".repeat(32);
    calls.begin(other, new Event.AgentCalled("+81377778888", PHONE, LegStatus.IN_PROGRESS));
    webhooks.assignment(offer());
    time.pass(MOMENT);
    assertFalse(platform.requests().contains("ring agent-1 " + PHONE));
    assertEquals(Command.Do.class, chores.get(0).getClass());
    assertEquals(OFFER, chores.get(0).subject());
  }

  // ---- events of the routing ----

  @Test
  void offer_that_ran_out_brings_the_agent_back_after_a_while() {
    webhooks.incoming(calling());
    webhooks.assignment(offer());
    time.pass(MOMENT);
    assertEquals("{}", webhooks.event(routingEvent("reservation.timeout")).body());
    time.pass(Duration.ofSeconds(20));
    assertEquals(List.of(WORKER), chores.stream().map(Command.Do::subject).toList());
    assertTrue(platform.requests().contains("end " + CLERK));
  }

  @Test
  void cancelled_task_ends_the_wait() {
    webhooks.incoming(calling());
    assertEquals("{}", webhooks.event(routingEvent("task.canceled")).body());
    time.pass(Duration.ofSeconds(4));
    assertEquals(
        List.of(
            new Command.Do(Chore.Kind.GOODBYE, CALLER, "", false),
            new Command.Do(Chore.Kind.CANCEL_TASKS, CALLER, "", false)),
        chores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "task.created", "reservation.accepted"})
  void events_that_were_not_subscribed_to_are_of_no_concern(String type) {
    webhooks.incoming(calling());
    assertEquals("{}", webhooks.event(routingEvent(type)).body());
    time.pass(Duration.ofSeconds(14));
    assertEquals(List.of(), chores);
  }

  @Test
  void event_about_a_call_that_is_not_known_begins_nothing() {
    assertEquals("{}", webhooks.event(routingEvent("reservation.timeout")).body());
    assertEquals("{}", webhooks.event(routingEvent("task.canceled")).body());
    assertEquals("{}", webhooks.event(request("EventType", "task.canceled")).body());
    nothingBegan();
  }
}
