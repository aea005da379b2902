package dev.partyline.gherkin;

import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;
import java.util.List;

/** Where the program under test dies, and when it is back. */
public final class CrashSteps {

  private static final String DIAL = ".timer.dial-customer.";

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public CrashSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Before it has done anything about it. */
  @Given("the program dies on hearing that {agent} is in the room")
  @前提("プログラムは{agent}の入室を知った瞬間に落ちる")
  public void atJoin(String agent) {
    String call = agent.replace("agent", "call");
    dies(call + ".room.cb.participant-join." + agent + ".take");
  }

  /** Before it has done anything about it. */
  @Given("the program dies on hearing that {customer}'s call is over")
  @前提("プログラムは{customer}の通話終了を知った瞬間に落ちる")
  public void atEnd(String customer) {
    dies(customer + ".cb.completed.take");
  }

  /** The wish is written down and nothing is asked yet. */
  @Given("the program dies just before it asks for {customer} to be called")
  @前提("プログラムは{customer}への発信を頼む直前に落ちる")
  public void beforeDial(String customer) {
    aroundDial(customer, "rest");
  }

  /** The call is made and the answer is not written down yet. */
  @Given("the program dies just after it has asked for {customer} to be called")
  @前提("プログラムは{customer}への発信を頼んだ直後に落ちる")
  public void afterDial(String customer) {
    aroundDial(customer, "rest-answer");
  }

  /** How long it is down. */
  @Given("the program is started again after {duration}")
  @前提("プログラムは{duration}後に再起動する")
  public void again(long ms) {
    rehearsal.script().crashes();
    rehearsal.script().pin("instance-1.starts", ms);
  }

  /** The agent's joining leads to the dial, or the first round through what is under way does. */
  private void aroundDial(String customer, String step) {
    String agent = customer.replace("customer", "agent");
    String call = customer.replace("customer", "call");
    rehearsal.script().crashes();
    rehearsal
        .script()
        .pinEither(
            List.of(
                call + ".room.cb.participant-join." + agent + DIAL + step + ".crash",
                "app" + DIAL + step + ".crash"),
            "yes");
  }

  private void dies(String step) {
    rehearsal.script().crashes();
    rehearsal.script().pinExactly(step + ".crash", "yes");
  }
}
