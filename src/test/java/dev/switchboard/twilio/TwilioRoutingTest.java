package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.TwilioRestClient;
import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Chore.Kind;
import dev.switchboard.conversation.Command;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of TaskRouter for each chore, and what its answers are taken for. */
class TwilioRoutingTest {

  private static final String CALLER = "CA" + "b".repeat(32);
  private static final String OFFER = "WR" + "1".repeat(32);
  private static final String TASK = "WT" + "1".repeat(32);
  private static final String WORKER = "WK" + "1".repeat(32);
  private static final RoutingPlan PLAN =
      new RoutingPlan(
          "WS" + "1".repeat(32), "WW" + "1".repeat(32), "WAresting", "WAavailable", "WAbreak");
  private static final String WORKSPACE = "/v1/Workspaces/" + PLAN.workspaceSid();
  private static final String OFFER_PATH = WORKSPACE + "/Tasks/" + TASK + "/Reservations/" + OFFER;
  private static final String TASK_PATH = WORKSPACE + "/Tasks/" + TASK;
  private static final String WORKER_PATH = WORKSPACE + "/Workers/" + WORKER;

  private final ScriptedHttpClient platform = new ScriptedHttpClient();

  private Chore.Result asks(Kind kind, String subject, String detail, boolean again) {
    TwilioRestClient client =
        new TwilioRestClient.Builder("AC" + "0".repeat(32), "token")
            .httpClient(new OnceOnlyHttpClient(platform))
            .build();
    Callbacks callbacks = new Callbacks("https://app.example");
    CallerTwiml documents = new CallerTwiml(callbacks, Locale.ENGLISH, "+81398765432", PLAN);
    return new TwilioRouting(client, documents, PLAN)
        .carryOut(new Command.Do(kind, subject, detail, again));
  }

  private void refuses(Reason reason, Kind kind, String subject, String detail) {
    Refused refused = assertThrows(Refused.class, () -> asks(kind, subject, detail, false));
    assertEquals(reason, refused.reason());
  }

  private void requested(String... requests) {
    assertEquals(List.of(requests), platform.requests());
  }

  private static String reservation(String status) {
    return "{\"reservation_status\":\"" + status + "\"}";
  }

  private static String task(String status) {
    return "{\"assignment_status\":\"" + status + "\"}";
  }

  private static String worker(String activity) {
    return "{\"activity_sid\":\"" + activity + "\"}";
  }

  // ---- offers ----

  @Test
  void offer_is_accepted_by_one_request() {
    platform.answers(200, reservation("accepted"));
    asks(Kind.ACCEPT, OFFER, TASK, false);
    requested("POST " + OFFER_PATH);
    assertEquals("accepted", platform.posted(0, "ReservationStatus"));
  }

  @Test
  void offer_that_may_have_been_accepted_is_looked_at_first() {
    platform.answers(200, reservation("accepted"));
    asks(Kind.ACCEPT, OFFER, TASK, true);
    requested("GET " + OFFER_PATH);
  }

  @Test
  void offer_that_was_not_accepted_after_all_is_accepted() {
    platform.answers(200, reservation("pending")).answers(200, reservation("accepted"));
    asks(Kind.ACCEPT, OFFER, TASK, true);
    requested("GET " + OFFER_PATH, "POST " + OFFER_PATH);
  }

  @Test
  void offer_that_cannot_be_looked_at_is_not_accepted_blindly() {
    platform.answers(503, "{}");
    assertThrows(Refused.class, () -> asks(Kind.ACCEPT, OFFER, TASK, true));
    requested("GET " + OFFER_PATH);
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "400, NOT_ALLOWED", "429, THROTTLED", "500, UNCLEAR"})
  void refusal_of_an_acceptance_keeps_its_reason(int status, Reason reason) {
    platform.refuses(status, 1);
    refuses(reason, Kind.ACCEPT, OFFER, TASK);
  }

  @Test
  void agent_rests_who_gives_an_offer_back() {
    platform.answers(200, reservation("rejected"));
    asks(Kind.REJECT, OFFER, TASK, false);
    requested("POST " + OFFER_PATH);
    assertEquals("rejected", platform.posted(0, "ReservationStatus"));
    assertEquals(PLAN.restingSid(), platform.posted(0, "WorkerActivitySid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "timeout", "rescinded", "canceled"})
  void offer_that_is_not_pending_any_more_needs_no_giving_back(String status) {
    platform.refuses(400, 20001).answers(200, reservation(status));
    asks(Kind.REJECT, OFFER, TASK, false);
    requested("POST " + OFFER_PATH, "GET " + OFFER_PATH);
  }

  @Test
  void offer_that_is_still_pending_is_to_be_given_back_again() {
    platform.refuses(400, 20001).answers(200, reservation("pending"));
    refuses(Reason.UNCLEAR, Kind.REJECT, OFFER, TASK);
  }

  @ParameterizedTest
  @CsvSource({"404, 20404, GONE", "429, 20429, THROTTLED", "500, 20500, UNCLEAR"})
  void refusal_to_give_back_keeps_its_reason(int status, int code, Reason reason) {
    platform.refuses(status, code);
    refuses(reason, Kind.REJECT, OFFER, TASK);
    requested("POST " + OFFER_PATH);
  }

  // ---- callers ----

  @Test
  void caller_is_moved_into_the_room_of_the_offer() {
    String document = moved(Kind.MOVE_IN, OFFER);
    assertTrue(document.contains(">" + OFFER + "</Conference>"), document);
    assertTrue(document.contains("conversation=" + CALLER), document);
  }

  @Test
  void caller_who_is_put_back_waits_before_those_who_came_later() {
    String document = moved(Kind.QUEUE_AGAIN, TASK);
    assertTrue(document.contains("workflowSid=\"" + PLAN.workflowSid() + "\""), document);
    assertTrue(document.contains("priority=\"1\""), document);
  }

  @Test
  void caller_whom_nobody_can_take_hears_so_and_is_hung_up() {
    String document = moved(Kind.GOODBYE, "");
    assertTrue(document.contains("<Say"), document);
    assertTrue(document.contains("<Hangup/>"), document);
  }

  private String moved(Kind kind, String detail) {
    platform.answers(200, "{\"sid\":\"" + CALLER + "\"}");
    asks(kind, CALLER, detail, false);
    requested("POST /2010-04-01/Accounts/AC" + "0".repeat(32) + "/Calls/" + CALLER + ".json");
    return platform.posted(0, "Twiml");
  }

  @Test
  void caller_who_has_hung_up_cannot_be_moved() {
    platform.refuses(400, 21220);
    refuses(Reason.GONE, Kind.MOVE_IN, CALLER, OFFER);
  }

  // ---- tasks ----

  @ParameterizedTest
  @CsvSource({"WRAP, wrapping", "COMPLETE, completed", "CANCEL, canceled"})
  void task_goes_on_by_one_request(Kind kind, String status) {
    platform.answers(200, task(status));
    asks(kind, TASK, "", false);
    requested("POST " + TASK_PATH);
    assertEquals(status, platform.posted(0, "AssignmentStatus"));
  }

  @Test
  void task_that_is_gone_is_where_it_should_be() {
    platform.refuses(404, 20404);
    asks(Kind.COMPLETE, TASK, "", false);
    requested("POST " + TASK_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "WRAP, wrapping",
    "WRAP, completed",
    "WRAP, canceled",
    "COMPLETE, completed",
    "CANCEL, canceled"
  })
  void task_that_has_come_there_or_further_by_itself_is_done(Kind kind, String status) {
    platform.refuses(400, 20001).answers(200, task(status));
    asks(kind, TASK, "", false);
    requested("POST " + TASK_PATH, "GET " + TASK_PATH);
  }

  @Test
  void task_that_is_gone_by_the_time_it_is_looked_at_is_done() {
    platform.refuses(400, 20001);
    platform.refuses(404, 20404);
    asks(Kind.WRAP, TASK, "", false);
    requested("POST " + TASK_PATH, "GET " + TASK_PATH);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, assigned", "COMPLETE, wrapping", "WRAP, reserved", "CANCEL, pending"})
  void task_that_is_not_there_yet_is_to_be_asked_again(Kind kind, String status) {
    platform.refuses(400, 20001).answers(200, task(status));
    refuses(Reason.UNCLEAR, kind, TASK, "");
  }

  @Test
  void task_that_cannot_be_looked_at_is_to_be_asked_again() {
    platform.refuses(400, 20001).answers(503, "{}");
    refuses(Reason.UNCLEAR, Kind.WRAP, TASK, "");
  }

  @Test
  void platform_that_is_too_busy_is_not_asked_how_the_task_is() {
    platform.refuses(429, 20429);
    refuses(Reason.THROTTLED, Kind.WRAP, TASK, "");
    requested("POST " + TASK_PATH);
  }

  // ---- callers who wait ----

  @ParameterizedTest
  @CsvSource({
    "pending, DONE",
    "'canceled,pending', DONE",
    "'completed,reserved', DONE",
    "completed, DONE",
    "'', NOTHING"
  })
  void task_of_a_caller_who_waits_lives_or_is_not_found(String statuses, Chore.Result result) {
    platform.answers(200, tasks(statuses));
    assertEquals(result, asks(Kind.LOOK_FOR_TASK, CALLER, "", false));
    assertEquals(1, platform.requests().size());
    assertTrue(platform.requests().get(0).startsWith("GET " + WORKSPACE + "/Tasks"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"canceled", "completed,canceled"})
  void caller_whose_task_was_canceled_waits_for_nothing(String statuses) {
    platform.answers(200, tasks(statuses));
    refuses(Reason.GONE, Kind.LOOK_FOR_TASK, CALLER, "");
  }

  @Test
  void tasks_of_a_caller_who_was_told_goodbye_are_canceled() {
    platform.answers(
        200, tasks("completed,pending").replace("{\"a", "{\"sid\":\"" + TASK + "\",\"a"));
    platform.answers(200, task("canceled"));
    asks(Kind.CANCEL_TASKS, CALLER, "", false);
    assertEquals("POST " + TASK_PATH, platform.requests().get(1));
    assertEquals("canceled", platform.posted(1, "AssignmentStatus"));
    assertEquals(2, platform.requests().size());
  }

  @Test
  void task_by_which_a_caller_has_met_an_agent_is_spared() {
    platform.answers(200, tasks("assigned").replace("{\"a", "{\"sid\":\"" + TASK + "\",\"a"));
    asks(Kind.CANCEL_TASKS, CALLER, TASK, false);
    assertEquals(1, platform.requests().size());
  }

  private static String tasks(String statuses) {
    String rows =
        Arrays.stream(statuses.split(","))
            .filter(it -> !it.isEmpty())
            .map(TwilioRoutingTest::task)
            .collect(Collectors.joining(","));
    return "{\"tasks\":[" + rows + "],\"meta\":{\"key\":\"tasks\"}}";
  }

  // ---- agents who rest ----

  @Test
  void agent_who_still_rests_is_brought_back_as_the_version_says_that_was_read() {
    platform.answers(200, worker(PLAN.restingSid()), "ETag", "\"7\"");
    platform.answers(200, worker(PLAN.availableSid()));
    asks(Kind.BRING_BACK, WORKER, "", false);
    requested("GET " + WORKER_PATH, "POST " + WORKER_PATH);
    assertEquals(PLAN.availableSid(), platform.posted(1, "ActivitySid"));
    assertEquals("\"7\"", platform.header(1, "If-Match"));
  }

  @Test
  void agent_is_brought_back_without_a_version_where_none_was_told() {
    platform.answers(200, worker(PLAN.restingSid())).answers(200, worker(PLAN.availableSid()));
    asks(Kind.BRING_BACK, WORKER, "", false);
    requested("GET " + WORKER_PATH, "POST " + WORKER_PATH);
    assertEquals("", platform.header(1, "If-Match"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAbreak", "WAavailable"})
  void agent_who_has_done_something_else_meanwhile_is_left_alone(String activity) {
    platform.answers(200, worker(activity));
    asks(Kind.BRING_BACK, WORKER, "", false);
    requested("GET " + WORKER_PATH);
  }

  @Test
  void agent_who_is_gone_is_left_alone() {
    platform.refuses(404, 20404);
    asks(Kind.BRING_BACK, WORKER, "", false);
    requested("GET " + WORKER_PATH);
  }

  @Test
  void agent_who_cannot_be_looked_at_is_to_be_asked_again() {
    platform.answers(500, worker(PLAN.restingSid()));
    refuses(Reason.UNCLEAR, Kind.BRING_BACK, WORKER, "");
    requested("GET " + WORKER_PATH);
  }

  @Test
  void agent_whom_somebody_else_has_changed_meanwhile_is_to_be_asked_again() {
    platform.answers(200, worker(PLAN.restingSid()), "ETag", "\"7\"");
    platform.refuses(412, 20412);
    refuses(Reason.UNCLEAR, Kind.BRING_BACK, WORKER, "");
  }

  @Test
  void refusal_to_bring_an_agent_back_keeps_its_reason() {
    platform.answers(200, worker(PLAN.restingSid()));
    platform.refuses(404, 20404);
    refuses(Reason.GONE, Kind.BRING_BACK, WORKER, "");
  }
}
