package dev.partyline.gherkin;

import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** What people do who call us, and agents to whom their calls are offered. */
public final class CallerSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public CallerSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Two people call at the same moment. */
  @Given("two callers at once")
  @前提("お客様2人から同時に電話がかかる")
  public void twoCallers() {
    secondCaller(0);
  }

  /** Caller 2 calls so long after the caller. */
  @Given("a second caller {duration} later")
  @前提("2人目のお客様から{duration}後に電話がかかる")
  public void secondCaller(long ms) {
    rehearsal.speaksOf("caller-2");
    rehearsal.script().pin("callers", "2");
    rehearsal.script().pin("caller-2.dials", ms);
  }

  /** Whatever happens just then: in the queue, while an agent's phone rings, or talking. */
  @Given("{caller} hangs up {duration} after calling")
  @前提("{caller}はかけてから{duration}後に電話を切る")
  public void givesUp(String caller, long ms) {
    rehearsal.script().pin(caller + ".does", "gives-up");
    rehearsal.script().pin(caller + ".gives-up", ms);
  }

  /** Counted from when caller and agent hear each other. */
  @Given("{caller} hangs up after talking for {duration}")
  @前提("{caller}は担当者と{duration}話してから電話を切る")
  public void saysGoodbye(String caller, long ms) {
    rehearsal.script().pin(caller + ".says-goodbye", ms);
  }

  /** Offline, and stays so. */
  @Given("{agent} is away")
  @前提("{agent}は離席中")
  public void away(String agent) {
    clerk(agent, ".is", "away");
  }

  /** Picks up so long after the phone began to ring. */
  @Given("{agent} takes an offered call after {duration} of ringing")
  @前提("{agent}は着信から{duration}後に電話に出る")
  public void answers(String agent, long ms) {
    clerk(agent, ".does", "answers");
    clerk(agent, ".answers", Long.toString(ms));
  }

  /** Presses the page's button while the phone rings. */
  @Given("{agent} declines an offered call after {duration} of ringing")
  @前提("{agent}は着信から{duration}後に拒否ボタンを押す")
  public void declines(String agent, long ms) {
    clerk(agent, ".does", "no-answer");
    clerk(agent, ".caller-1.is", "reluctant");
    clerk(agent, ".caller-1.declines", Long.toString(ms));
  }

  /** The phone rings until it is given up. */
  @Given("{agent} does not answer an offered call")
  @前提("{agent}は着信に気づかない")
  public void misses(String agent) {
    clerk(agent, ".does", "no-answer");
  }

  /** The phone is used for something else. */
  @Given("{agent}'s phone is busy when a call is offered")
  @前提("{agent}の電話は着信時に話し中")
  public void busy(String agent) {
    clerk(agent, ".does", "busy");
  }

  /** By the page's button; counted from when the two hear each other. */
  @Given("{agent} ends the call after {duration} of talking")
  @前提("{agent}は{duration}話してから通話を終える")
  public void ends(String agent, long ms) {
    clerk(agent, ".call.does", "presses-hang-up");
    clerk(agent, ".call.presses-hang-up", Long.toString(ms));
  }

  /** Counted from when the caller hangs up. */
  @Given("{agent} finishes the wrap-up {duration} after the call")
  @前提("{agent}は通話の{duration}後に後処理を終える")
  public void wrapsUp(String agent, long ms) {
    clerk(agent, ".call.wraps-up", "presses");
    clerk(agent, ".call.wrap-up", Long.toString(ms));
  }

  /** Presses nothing after the call. */
  @Given("{agent} forgets to finish the wrap-up")
  @前提("{agent}は後処理を終えるのを忘れる")
  public void forgets(String agent) {
    clerk(agent, ".call.wraps-up", "forgets");
  }

  private void clerk(String agent, String what, String value) {
    rehearsal.speaksOf("caller-1");
    rehearsal.script().pin(agent.replace("agent-", "clerk-") + what, value);
  }
}
