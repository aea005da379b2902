package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.switchboard.App;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real mistakes about people who call in: Switchboard does not make them. By their ids. Where its
 * design leaves no room for a mistake, another program of the same account makes it, {@link
 * Beside}.
 */
class InboundZooTest {

  private static final int SEEDS = 60;

  @Test
  void zoo_08_the_caller_gives_up_while_the_agents_phone_rings() {
    holds("ALONE", Map.of("callers", "1", "caller-1.does", "gives-up"));
  }

  /** No conference is looked for in a task: the room's own callbacks name it. */
  @Test
  void zoo_26_the_conference_is_in_no_attribute_and_every_button_works() {
    Map<String, String> theyMeet =
        Map.of("callers", "1", "clerk-1.does", "answers", "caller-1.does", "waits");
    holds("HEARING", with(theyMeet, "clerk-1.caller-1.does", "mutes"));
    holds("HEARING", with(theyMeet, "clerk-1.caller-1.does", "holds"));
    holds("NO-ORPHAN", with(theyMeet, "clerk-1.caller-1.does", "presses-hang-up"));
  }

  @Test
  void zoo_56_the_call_is_offered_to_an_agent_whose_phone_is_not_reached() {
    holds("NO-ORPHAN", Map.of("callers", "1", "clerk-1.does", "fails"));
  }

  /** They wait in the queue, where each hears the music alone. */
  @Test
  void zoo_58_three_wait_at_once_and_no_caller_hears_another() {
    Map<String, String> threeAtOnce =
        Map.of(
            "callers", "3",
            "caller-2.dials", "0",
            "caller-3.dials", "0",
            "clerk-1.does", "answers",
            "caller-1.does", "waits");
    holds("HEARING", with(threeAtOnce, "clerk-1.caller-1.does", "mutes"));
  }

  /** A task that is not of a call is no agent's to answer. */
  @Test
  void zoo_66_another_program_makes_tasks_without_calls_for_our_agents() {
    Beside.Other makesTasks =
        (webhook, client) ->
            Task.creator(FrontDesk.WORKSPACE)
                .setWorkflowSid(FrontDesk.WORKFLOW)
                .setAttributes("{\"ticket\": \"7001\"}")
                .create(client);
    holds("CAPACITY", beside(App.INCOMING_PATH, 0, makesTasks), Map.of());
  }

  @Test
  void zoo_67_an_offer_is_missed_and_the_agent_is_there_for_the_next() {
    holds("CAPACITY", Map.of("callers", "2", "clerk-1.does", "no-answer"));
  }

  /** The order to cancel crosses the agent's answer: before, while and after the task is taken. */
  @Test
  void zoo_68_a_task_is_canceled_as_its_agent_answers() {
    Beside.Other cancels =
        (webhook, client) ->
            Task.updater(FrontDesk.WORKSPACE, webhook.get("TaskSid"))
                .setAssignmentStatus(Task.Status.CANCELED)
                .update(client);
    for (int ms = 7_000; ms <= 8_000; ms += 100) {
      Subject subject = beside(App.ASSIGNMENT_PATH, ms, cancels);
      holds("ALONE", subject, Map.of("callers", "1", "clerk-1.does", "answers"), 20);
    }
  }

  /** Nothing that Switchboard needs is kept in a task after its first offer. */
  @Test
  void zoo_70_another_program_overwrites_the_attributes_of_every_task_it_sees() {
    Beside.Other overwrites =
        (webhook, client) ->
            Task.updater(FrontDesk.WORKSPACE, webhook.get("TaskSid"))
                .setAttributes("{\"customer_since\": \"2019\"}")
                .update(client);
    Subject subject = beside(App.ASSIGNMENT_PATH, 200, overwrites);
    holds("CAPACITY", subject, Map.of("callers", "1", "clerk-1.does", "no-answer"));
    holds("NO-ORPHAN", subject, Map.of("callers", "1", "clerk-1.does", "fails"));
  }

  /** Before its first offer nobody knows whose the task was: the caller gets another. */
  @Test
  void zoo_70_another_program_overwrites_the_attributes_of_tasks_that_nobody_was_offered() {
    int[] overwritten = new int[1];
    Beside.Other overwrites =
        (webhook, client) -> {
          for (Task task : Task.reader(FrontDesk.WORKSPACE).read(client)) {
            if (task.getAssignmentStatus() == Task.Status.PENDING) {
              overwritten[0]++;
              Task.updater(FrontDesk.WORKSPACE, task.getSid())
                  .setAttributes("{\"customer_since\": \"2019\"}")
                  .update(client);
            }
          }
        };
    Subject subject = beside(App.INCOMING_PATH, 20_000, overwrites);
    Seed oneAgentAndTwoCallers =
        Seed.parse(subject.name() + "/front-desk/clerk-2.is=away,callers=2");
    RunResult run = new Runner().run(subject, Scenario.FRONT_DESK, oneAgentAndTwoCallers);
    assertTrue(overwritten[0] > 0, "nothing was overwritten");
    assertNull(run.firstViolation());
    long met =
        run.journal().entries().stream()
            .filter(
                it ->
                    it.what() instanceof ParticipantJoined join && "customer".equals(join.label()))
            .count();
    assertEquals(2, met, "callers who met the agent");
  }

  @Test
  void zoo_71_another_program_makes_a_second_task_for_every_caller() {
    Beside.Other makesAnother =
        (webhook, client) ->
            Task.creator(FrontDesk.WORKSPACE)
                .setWorkflowSid(FrontDesk.WORKFLOW)
                .setAttributes("{\"call_sid\": \"" + webhook.get("CallSid") + "\"}")
                .create(client);
    Subject subject = beside(App.INCOMING_PATH, 0, makesAnother);
    holds("ALONE", subject, Map.of("callers", "1"));
    holds("NO-ORPHAN", subject, Map.of("callers", "2"));
  }

  @Test
  void zoo_72_the_queue_offers_each_caller_to_two_agents_at_once() {
    Beside.Other offersToTwo =
        (webhook, client) ->
            TaskQueue.updater(FrontDesk.WORKSPACE, FrontDesk.QUEUE)
                .setMaxReservedWorkers(2)
                .update(client);
    Subject subject = beside(App.INCOMING_PATH, 0, offersToTwo);
    holds("ALONE", subject, Map.of("callers", "1"));
    holds("NO-ORPHAN", subject, Map.of("callers", "2"));
  }

  @Test
  void zoo_73_three_callers_and_two_agents() {
    holds("CAPACITY", Map.of("callers", "3"));
  }

  /**
   * No offer, acceptance or end goes by the agent's page: a page that sleeps presses nothing, and
   * its phone is not reached or rings unheard.
   */
  @Test
  void zoo_74_the_agents_laptop_sleeps_and_its_page_hears_nothing() {
    Map<String, String> asleep =
        Map.of(
            "callers", "3",
            "clerk-1.caller-1.wraps-up", "forgets",
            "clerk-2.caller-1.wraps-up", "forgets");
    holds("CAPACITY", with(asleep, "clerk-1.does", "fails"));
    holds("CAPACITY", with(asleep, "clerk-1.does", "no-answer"));
  }

  private static Map<String, String> with(Map<String, String> pins, String name, String value) {
    Map<String, String> all = new java.util.TreeMap<>(pins);
    all.put(name, value);
    return all;
  }

  private static Subject beside(String path, long afterMs, Beside.Other other) {
    return new Beside(Subjects.switchboard(), path, Duration.ofMillis(afterMs), other);
  }

  private static void holds(String law, Map<String, String> pins) {
    holds(law, Subjects.switchboard(), pins);
  }

  private static void holds(String law, Subject subject, Map<String, String> pins) {
    holds(law, subject, pins, SEEDS);
  }

  /** No law is broken, and this one could have been, again and again. */
  private static void holds(String law, Subject subject, Map<String, String> pins, int seeds) {
    Exploration exploration =
        new Explorer(new Runner())
            .explore(subject, Scenario.INBOUND, new Explorer.Plan(1, seeds, null, pins));
    assertEquals(
        List.of(),
        exploration.findings().stream().map(it -> it.law() + " " + it.smallest().seed()).toList());
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    assertTrue(
        exploration.tallies().get(law).held() >= seeds / 6,
        () -> law + " is hardly exercised: " + exploration.tallies().get(law));
  }
}
