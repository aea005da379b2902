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

          # who hangs up while their own phone rings to get the call back ends the call
          hang_up_while_taking_back | front-desk-hostile/callers=2,clerk-1.caller-1.is=reluctant,clerk-2.call.does=reloads,clerk-2.caller-2.is=reluctant,caller-2.dials=15000,caller-1.says-goodbye=65000

          # a press that waits on the page of somebody who has left the call is not sent
          press_that_waits_when_its_agent_goes | front-desk-hostile/callers=2,clerk-1.caller-1.is=reluctant,clerk-2.caller-2.is=reluctant,clerk-2.does=busy,clerk-1.call.wraps-up=forgets,clerk-2-2.does=busy,clerk-2-3.does=busy,clerk-2.call.does=consults,clerk-2.call.consults.then=aborts,clerk-2.call.then-does=consults,clerk-2.call.then.consults.then=hangs-up,clerk-2-5.cb.completed=500,clerk-2.call.then.consults=0,clerk-2.call.then.consults.then.after=0,clerk-2.abort-transfer.returns=100,caller-2.says-goodbye=25000

          # an offer by a task too many does not show that a caller is in the queue who is yet to be sent there
          task_too_many_while_its_caller_is_on_the_way_back | front-desk-hostile/knob.rest.failBeforeCommit=0.1,knob.rest.failAfterCommit=0.1,knob.tr.redirectCancelsTask=false,knob.region.appSite=jp1,clerk-1.is=away,callers=2,caller-1.does=gives-up,incoming-2.room.cb.participant-join.clerk-2.timer.queue-again.rest.fails-after=yes,clerk-2-2.does=fails,clerk-2-4.does=rejects,clerk-2-5.does=fails,clerk-2-6.does=busy-after-ringing,clerk-2-10.does=busy,clerk-2-12.does=rejects,caller-2.task.clerk-2.assignment#14.timer.ring-agent.rest.fails-before=yes,caller-2.task.clerk-2.assignment#17.timer.ring-agent.rest.fails-before=yes,clerk-2-16.does=no-answer,clerk-2-17.does=rejects,caller-2.task.clerk-2.assignment#20.timer.ring-agent.rest.fails-before=yes,caller-2.task.clerk-2.assignment#21.timer.ring-agent.rest.fails-before=yes,clerk-2-18.does=fails,clerk-2-19.does=busy-after-ringing,clerk-2-20.does=busy-after-ringing,clerk-2-21.does=busy,clerk-2-23.does=busy,caller-2.task.clerk-2.assignment#30.timer.ring-agent.rest.fails-before=yes,caller-1.gives-up=0,clerk-2.joins=50,incoming-2.room.cb.participant-join.clerk-2=93,clerk-2.hangs-up=200,caller-2.task.clerk-2.assignment-leaves#2=500,clerk-2-3.answers=20000,clerk-2-7.hangs-up=0,clerk-2-8.hangs-up=0,clerk-2-9.hangs-up=0,clerk-2-11.hangs-up=0,clerk-2-13.hangs-up=0,clerk-2-14.hangs-up=0,clerk-2-15.hangs-up=0,clerk-2-22.twiml=0,clerk-2-22.joins=50,incoming-2.room-3.cb.participant-join.clerk-2-22=93,incoming-2.room-3.cb.participant-join.clerk-2-22.timer.accept.rest=98,clerk-2-22.hangs-up=250,incoming-2.room-3.cb.participant-join.clerk-2-22.timer.accept.rest.returns=100,clerk-2-22.cb.completed=100,caller-2.task.clerk-2.assignment-leaves#27=100,incoming-2.room-3.cb.participant-join.clerk-2-22.timer.move-in.rest.returns=250,clerk-2-24.hangs-up=0,clerk-2-25.hangs-up=0

          # of two tasks of a caller the earlier is canceled, and both when the caller goes
          two_tasks_of_one_caller | front-desk-hostile/knob.rest.failBeforeCommit=0.1,knob.rest.failAfterCommit=0.1,knob.tr.redirectCancelsTask=false,clerk-2.is=away,clerk-1.caller-1.is=reluctant,clerk-1-2.does=busy,caller-1.task.clerk-1.assignment#6.timer.ring-agent.rest.fails-before=yes,clerk-1-9.does=no-answer,clerk-1-20.does=fails,clerk-1-21.does=fails,clerk-1-23.does=busy,clerk-1-24.does=busy,clerk-1-25.does=busy,caller-1.task.clerk-1.assignment#29.timer.ring-agent.rest.fails-before=yes,incoming-1.room-11.cb.participant-join.clerk-1-30.timer.queue-again.rest.fails-before=yes,incoming-1.room-11.cb.participant-join.clerk-1-30.timer.queue-again#2.rest.fails-after=yes,clerk-1-31.does=no-answer,clerk-1-31.cb.completed.timer.bring-back.rest.fails-after=yes,clerk-1-31.cb.completed.timer.bring-back#2.rest.fails-before=yes,clerk-1-3.joins=100,clerk-1-3.hangs-up=200,clerk-1-4.joins=50,clerk-1-4.hangs-up=100,clerk-1-5.hangs-up=0,clerk-1-6.hangs-up=0,clerk-1-7.hangs-up=0,clerk-1-8.answers=20000,clerk-1-10.hangs-up=0,clerk-1-11.joins=100,clerk-1-11.hangs-up=200,clerk-1-12.hangs-up=0,clerk-1-13.hangs-up=0,clerk-1-14.hangs-up=0,clerk-1-15.joins=100,clerk-1-15.hangs-up=200,clerk-1-16.hangs-up=500,clerk-1-17.hangs-up=500,clerk-1-18.hangs-up=0,clerk-1-19.hangs-up=500,clerk-1-22.joins=100,clerk-1-22.hangs-up=200,clerk-1-26.joins=100,clerk-1-26.hangs-up=200,clerk-1-27.joins=100,clerk-1-27.hangs-up=200,clerk-1-28.hangs-up=0,clerk-1-29.hangs-up=0,clerk-1-30.joins=100,clerk-1-30.hangs-up=200,caller-1.task.clerk-1.assignment-leaves#33=1000,clerk-1-32.rings=300,clerk-1-32.answers=1000,clerk-1-32.hangs-up=0,clerk-1-31.cb.completed.timer.bring-back#3.rest.returns=200
          """)
  void breaks_no_law_any_more(String what, String choices) {
    Seed seed = Seed.parse(Subjects.switchboard().name() + "/" + choices);
    RunResult run = new Runner().run(Subjects.switchboard(), Scenario.named(seed.scenario()), seed);

    assertTrue(run.outcome().kind().judgeable(), () -> run.outcome().describe());
    assertEquals(List.of(), run.unusedPins(), "choices that the run did not come to");
    assertNull(run.firstViolation(), seed::toString);
  }
}
