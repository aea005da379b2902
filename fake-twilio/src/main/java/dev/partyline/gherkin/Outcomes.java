package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;

/** What is checked alike of those whom we call and of those who call us. */
final class Outcomes {

  private Outcomes() {}

  /** Fails the step unless somebody was put on hold so often. */
  static void held(RunResult run, String who, long times) {
    int holds = new FlowLog(run).holds(who);
    Failure.unless(
        holds == times, who + " is put on hold " + times + " time(s)", "it was " + holds, run);
  }

  /**
   * Fails the step unless the agent came to somebody with another leg after the first one.
   *
   * @param words what the step says of the two
   */
  static void togetherAgain(RunResult run, String who, String agent, String words) {
    int legs = new CallLog(run).legsTogether(agent, who);
    Failure.unless(
        legs > 1,
        who + " and " + agent + " " + words,
        agent + " was with " + who + " on " + legs + " leg(s)",
        run);
  }
}
