package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs in which Switchboard once broke a law, made as small as they get. A choice that has another
 * name by now would leave nothing to go wrong, so a pin that is not asked for fails, too.
 */
class RepairedTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # a change of sound is asked for again soon after whoever asked for it died
          mute_lost_in_a_crash | mixed-pair/agent-1.does=mutes,agent-1.mute.timer.tune.after.claim.crash=yes,instance-1.starts=500,agent-1.mutes.ends=12000

          # while a colleague's phone rings, the room is looked into every few seconds
          join_of_a_colleague_lost | mixed-hostile/knob.cb.dropRate=0.05,agent-1.does=transfers,call-1.room.cb.participant-join.colleague-1.lost=yes,agent-1.transfers=5000,colleague-1.answers=10000

          # a phone that may ring unheard of is looked for until it has certainly rung out
          late_answer_after_an_unclear_ring | inbound-hostile/knob.cb.dropRate=0.05,knob.rest.failAfterCommit=0.1,callers=3,caller-3.task.clerk-2.assignment.timer.ring-agent.rest.fails-after=yes,incoming-3.room.cb.participant-join.clerk-2.lost=yes,caller-2.dials=15000,clerk-2.answers=19000,clerk-2.hangs-up=34000

          # a ring that nobody can end is over before its caller has been gone for half a minute
          unclear_ring_for_a_caller_who_has_gone | mixed-hostile/knob.cb.reorderWindow=3000,knob.rest.failAfterCommit=0.1,caller-1.task.clerk-1.assignment.timer.ring-agent.rest.fails-after=yes,clerk-1.does=no-answer,caller-1.twiml.answer=13000,caller-1.ends=20000,caller-1.task.clerk-1.assignment-leaves=4000,caller-1.cb.completed=2000,clerk-1.rings=4000

          # of a consultation whose agent has gone nothing is meant any more, also when a press of theirs is refused afterwards
          press_refused_after_its_agent_had_gone | mixed-pair/agent-1.does=consults,agent-1.consults.then=swaps,agent-1.consults.then-2=aborts,agent-1.then-does=holds,agent-1.then.holds.then=hangs-up,agent-1.then.holds=0,agent-1.then.holds.ends=0,agent-1.abort-transfer=100

          # of a consultation whose colleague was never reached nothing is meant any more, once the agent has been told so
          consultation_that_never_was | mixed-hostile/knob.rest.failBeforeCommit=0.1,agent-1.does=consults,agent-1.consults.then=aborts,agent-1.consult.timer.dial-guest.rest.fails-before=yes,agent-1.then-does=mutes

          # the tasks of somebody who was never offered are looked for and canceled
          task_that_outlives_a_caller_told_goodbye | front-desk-hostile/knob.tr.redirectCancelsTask=false,clerk-1.is=away,clerk-2.is=away
          """)
  void breaks_no_law_any_more(String what, String choices) {
    Seed seed = Seed.parse(Subjects.switchboard().name() + "/" + choices);
    RunResult run = new Runner().run(Subjects.switchboard(), Scenario.named(seed.scenario()), seed);

    assertTrue(run.outcome().kind().judgeable(), () -> run.outcome().describe());
    assertEquals(List.of(), run.unusedPins(), "choices that the run did not come to");
    assertNull(run.firstViolation(), seed::toString);
  }
}
