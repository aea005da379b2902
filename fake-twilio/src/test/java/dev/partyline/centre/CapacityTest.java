package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.centre.races.Races;
import dev.partyline.law.Capacity;
import dev.partyline.law.Verdict;
import dev.partyline.phone.PhoneScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The law, and the mistakes of real programs that it catches: its known-bad twins. */
class CapacityTest {

  private static Verdict judged(Centre centre) {
    return new Capacity().judge(centre.journal());
  }

  private static String sentence(Verdict verdict) {
    return verdict.violations().isEmpty() ? "" : verdict.violations().get(0).sentence();
  }

  private static Centre centre() {
    return new Centre("capacity").assigns(Centre.CONFERENCE);
  }

  @Test
  void a_program_that_completes_its_wrap_ups_holds() {
    Centre centre =
        centre()
            .agent("alice")
            .onEvent(
                "task.wrapup",
                (form, rest) -> {
                  rest.pause(20_000);
                  rest.complete(form.get("TaskSid"));
                })
            .calls(0)
            .at(20_000, Centre::callerHangsUp)
            .calls(30_000)
            .at(90_000, c -> c.world().hangUpFarEnd(c.callers().get(1)))
            .run();
    assertEquals(2, centre.count("reservation.accepted"));
    assertEquals(Verdict.Standing.HELD, judged(centre).standing());
  }

  @Test
  void a_program_that_never_completes_a_wrap_up_is_caught() {
    Verdict verdict = judged(Races.named("wrap-up-never-completed").played());
    assertEquals(
        "caller-2 waited from 140.3 s for ever while alice was in a wrap-up that nobody"
            + " completed",
        sentence(verdict));
  }

  @Test
  void a_program_that_leaves_agents_offline_after_missed_offers_is_caught() {
    Verdict verdict = judged(Races.named("timeout-cascade").played());
    assertEquals(
        "caller-1 waited from 60.695 s for ever while alice was left offline after a missed offer",
        sentence(verdict));
  }

  @Test
  void an_agent_on_a_break_is_not_free() {
    Centre centre =
        centre()
            .agent("alice")
            .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
            .calls(0)
            .at(20_000, Centre::callerHangsUp)
            .app(25_000, rest -> rest.worker("alice", "ActivitySid", rest.activity("Unavailable")))
            .calls(40_000)
            .run();
    assertEquals(Verdict.Standing.HELD, judged(centre).standing());
  }

  @Test
  void an_agent_who_talks_is_not_free() {
    Centre centre =
        centre()
            .agent("alice", PhoneScript.answers(Duration.ofSeconds(3)))
            .calls(0)
            .calls(10_000)
            .run();
    assertEquals(Verdict.Standing.HELD, judged(centre).standing());
  }

  @Test
  void a_run_without_tasks_does_not_exercise_it() {
    assertEquals(Verdict.Standing.NOT_EXERCISED, judged(centre().agent("alice").run()).standing());
  }
}
