package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;
import java.util.List;

/** What the people in the story meet with. */
public final class PeopleSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public PeopleSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Calls that the platform made to this customer, answered or not. */
  @Then("{customer} is dialled {times}")
  @ならば("{customer}への発信は{times}")
  public void dialled(String customer, long times) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.dialled(customer) == times,
        customer + " is dialled " + times + " time(s)",
        "it was " + log.dialled(customer),
        run);
  }

  /** How often it began to ring. */
  @Then("{customer}'s phone rings {times}")
  @ならば("{customer}の電話は{times}鳴る")
  public void rings(String customer, long times) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.rings(customer) == times,
        customer + "'s phone rings " + times + " time(s)",
        "it rang " + log.rings(customer) + " time(s)",
        run);
  }

  /** It never began to ring. */
  @Then("{customer}'s phone does not ring")
  @ならば("{customer}の電話は鳴らない")
  public void doesNotRing(String customer) {
    rings(customer, 0);
  }

  /** The last status of the one call made to this customer. */
  @Then("{customer}'s call ends as {status}")
  @ならば("{customer}の通話は{status}で終わる")
  public void ends(String customer, String status) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.ends(customer).equals(List.of(status)),
        customer + "'s call ends as " + status,
        log.ends(customer).isEmpty()
            ? customer + " was never called"
            : "it was " + String.join(", ", log.ends(customer)),
        run);
  }

  /** Both were in one conference at the same time. */
  @Then("{customer} and {agent} are connected")
  @ならば("{customer}と{agent}がつながる")
  public void connected(String customer, String agent) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.met(customer, agent),
        customer + " and " + agent + " are connected",
        "they never were in one conference at the same time",
        run);
  }

  /** The agent came with another leg after the first one. */
  @Then("{customer} and {agent} are connected again")
  @ならば("{customer}と{agent}が再びつながる")
  public void connectedAgain(String customer, String agent) {
    Outcomes.togetherAgain(rehearsal.result(), customer, agent, "are connected again");
  }

  /** From answer to end, to the second. */
  @Then("{customer}'s call lasts {duration}")
  @ならば("{customer}の通話は{duration}続く")
  public void lasts(String customer, long ms) {
    RunResult run = rehearsal.result();
    long lasted = new CallLog(run).talkedFor(customer);
    Failure.unless(
        lasted / 1000 == ms / 1000,
        customer + "'s call lasts " + ms / 1000 + " s",
        "it lasted " + lasted / 1000.0 + " s",
        run);
  }

  /** From answer to end, to the second. */
  @Then("{agent}'s call lasts {duration}")
  @ならば("{agent}の通話は{duration}続く")
  public void agentLasts(String agent, long ms) {
    lasts(agent, ms);
  }

  /** They were in no conference at the same time. */
  @Then("{customer} and {agent} are never connected")
  @ならば("{customer}と{agent}はつながらない")
  public void neverConnected(String customer, String agent) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        !log.met(customer, agent),
        customer + " and " + agent + " are never connected",
        "they were in one conference at the same time",
        run);
  }

  /** The program said so, in either language. */
  @Then("{agent} hears that {news}")
  @ならば("{agent}は{news}と聞く")
  public void hearsThat(String agent, News news) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.heard(agent).stream().anyMatch(news::isIn),
        agent + " hears that " + news.sentence(),
        heard(log, agent),
        run);
  }

  /** The program said something with these words in it. */
  @Then("{agent} hears {string}")
  @ならば("{agent}は{string}と聞く")
  public void hears(String agent, String words) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.heard(agent).stream().anyMatch(said -> said.contains(words)),
        agent + " hears \"" + words + "\"",
        heard(log, agent),
        run);
  }

  /** The program said nothing to this agent. */
  @Then("{agent} hears nothing")
  @ならば("{agent}には何も聞こえない")
  public void hearsNothing(String agent) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(log.heard(agent).isEmpty(), agent + " hears nothing", heard(log, agent), run);
  }

  /** From dialling to the end of the last leg of this agent. */
  @Then("{agent} is free again within {duration}")
  @ならば("{agent}は{duration}以内に空く")
  public void free(String agent, long ms) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.engagedFor(agent) <= ms,
        agent + " is free again within " + ms / 1000.0 + " s",
        log.engagedFor(agent) == CallLog.NEVER
            ? "the call of " + agent + " never ended"
            : "it took " + log.engagedFor(agent) / 1000.0 + " s",
        run);
  }

  /** Every call has ended when all is quiet. */
  @Then("nobody is left on the line")
  @ならば("誰も回線に残らない")
  public void nobodyLeft() {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.stillOnTheLine().isEmpty(),
        "nobody is left on the line",
        String.join(", ", log.stillOnTheLine()) + " never got off the line",
        run);
  }

  private static String heard(CallLog log, String agent) {
    return log.heard(agent).isEmpty()
        ? agent + " heard nothing"
        : agent + " heard \"" + String.join("\", \"", log.heard(agent)) + "\"";
  }
}
