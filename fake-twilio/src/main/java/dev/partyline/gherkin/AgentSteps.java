package dev.partyline.gherkin;

import dev.partyline.explore.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** What the agents do at their softphones. */
public final class AgentSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public AgentSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Does nothing after dialling. */
  @Given("{agent} stays on the line")
  @前提("{agent}は電話を切らない")
  public void stays(String agent) {
    rehearsal.script().pin(agent + ".does", "stays");
  }

  /** Drops the own leg. */
  @Given("{agent} hangs up {duration} after dialling")
  @前提("{agent}は発信から{duration}後に電話を切る")
  public void hangsUp(String agent, long ms) {
    rehearsal.script().pin(agent + ".does", "hangs-up");
    rehearsal.script().pin(agent + ".gives-up", ms);
  }

  /** Asks the program to end the call. */
  @Given("{agent} presses the hang-up button {duration} after dialling")
  @前提("{agent}は発信から{duration}後に切断ボタンを押す")
  public void presses(String agent, long ms) {
    rehearsal.script().pin(agent + ".does", "presses-hang-up");
    rehearsal.script().pin(agent + ".gives-up", ms);
  }

  /** The page is gone without a word, another one comes; counted from when the two talk. */
  @Given("{agent}'s page dies after {duration} and takes the call back after {duration}")
  @前提("{agent}の画面は話し始めて{duration}後に落ち{duration}後に通話を取り戻す")
  public void reloads(String agent, long after, long ms) {
    rehearsal.script().needs(Scenario.RELOAD);
    rehearsal.script().pin(agent + ".does", "reloads");
    rehearsal.script().pin(agent + ".reloads", after);
    rehearsal.script().pin(agent + ".reloads.anew", ms);
  }

  /** Two agents dial at the same moment. */
  @Given("two calls at once")
  @前提("通話が2件同時に始まる")
  public void twoCalls() {
    secondCall(0);
  }

  /** Agent 2 dials customer 2 so long after agent 1 dialled. */
  @Given("a second call {duration} later")
  @前提("2件目の通話が{duration}後に始まる")
  public void secondCall(long ms) {
    rehearsal.script().pin("calls", "2");
    rehearsal.script().pin("agent-2.dials", ms);
  }
}
