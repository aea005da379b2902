package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;
import java.util.function.Predicate;

/** What came of holding, handing over and supervising: who heard whom. */
public final class FlowOutcomeSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public FlowOutcomeSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** How often the platform was told so and did it. */
  @Then("{customer} is put on hold {times}")
  @ならば("{customer}は{times}保留される")
  public void held(String customer, long times) {
    Outcomes.held(rehearsal.result(), customer, times);
  }

  /** They heard each other. */
  @Then("{customer} and the colleague are connected")
  @ならば("{customer}と同僚がつながる")
  public void colleague(String customer) {
    check(
        log -> log.heardEachOther(customer, "colleague-1"),
        customer + " and the colleague are connected",
        "they never heard each other");
  }

  /** They never heard each other. */
  @Then("{customer} and the colleague are never connected")
  @ならば("{customer}と同僚はつながらない")
  public void noColleague(String customer) {
    check(
        log -> !log.heard(customer, "colleague-1"),
        customer + " and the colleague are never connected",
        "they heard each other");
  }

  /** At some time. */
  @Then("{customer} hears the supervisor")
  @ならば("{customer}にスーパーバイザーの声が聞こえる")
  public void customerHears(String customer) {
    check(
        log -> log.heard(customer, "supervisor-1"),
        customer + " hears the supervisor",
        customer + " never did");
  }

  /** Not for an instant. */
  @Then("{customer} never hears the supervisor")
  @ならば("{customer}にはスーパーバイザーの声が一度も聞こえない")
  public void customerDoesNotHear(String customer) {
    check(
        log -> !log.heard(customer, "supervisor-1"),
        customer + " never hears the supervisor",
        customer + " did");
  }

  /** At some time. */
  @Then("{agent} hears the supervisor")
  @ならば("{agent}にスーパーバイザーの声が聞こえる")
  public void agentHears(String agent) {
    check(
        log -> log.heard(agent, "supervisor-1"),
        agent + " hears the supervisor",
        agent + " never did");
  }

  /** Not for an instant. */
  @Then("{agent} never hears the supervisor")
  @ならば("{agent}にはスーパーバイザーの声が一度も聞こえない")
  public void agentDoesNotHear(String agent) {
    check(
        log -> !log.heard(agent, "supervisor-1"),
        agent + " never hears the supervisor",
        agent + " did");
  }

  /** At some time. */
  @Then("the supervisor hears {customer}")
  @ならば("スーパーバイザーに{customer}の声が聞こえる")
  public void supervisorHears(String customer) {
    check(
        log -> log.heard("supervisor-1", customer),
        "the supervisor hears " + customer,
        "it never was so");
  }

  /** Not for an instant. */
  @Then("the supervisor never hears {customer}")
  @ならば("スーパーバイザーには{customer}の声が一度も聞こえない")
  public void supervisorDoesNotHear(String customer) {
    check(
        log -> !log.heard("supervisor-1", customer),
        "the supervisor never hears " + customer,
        "the supervisor did");
  }

  /** How often an instance of it died. */
  @Then("the program dies {times}")
  @ならば("プログラムは{times}落ちる")
  public void dies(long times) {
    RunResult run = rehearsal.result();
    FlowLog log = new FlowLog(run);
    Failure.unless(
        log.deaths() == times,
        "the program dies " + times + " time(s)",
        "it died " + log.deaths() + " time(s)",
        run);
  }

  private void check(Predicate<FlowLog> holds, String wanted, String was) {
    RunResult run = rehearsal.result();
    Failure.unless(holds.test(new FlowLog(run)), wanted, was, run);
  }
}
