package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;

/** What those meet with who call us, and agents to whom they are offered. */
public final class CallerOutcomeSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public CallerOutcomeSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** In the queue the platform plays music, since the program names nothing else. */
  @Then("{caller} hears music in the queue")
  @ならば("{caller}に待ち行列の音楽が流れる")
  public void music(String caller) {
    RunResult run = rehearsal.result();
    Failure.unless(
        new CallLog(run).wasQueued(caller),
        caller + " hears music in the queue",
        "they never were in a queue",
        run);
  }

  /** Both were in one conference at the same time. */
  @Then("{caller} and {agent} talk")
  @ならば("{caller}と{agent}が話す")
  public void talk(String caller, String agent) {
    RunResult run = rehearsal.result();
    Failure.unless(
        new FlowLog(run).heardEachOther(caller, agent),
        caller + " and " + agent + " talk",
        "they never heard each other",
        run);
  }

  /** They never heard each other. */
  @Then("{caller} and {agent} never talk")
  @ならば("{caller}と{agent}は話さない")
  public void neverTalk(String caller, String agent) {
    RunResult run = rehearsal.result();
    Failure.unless(
        !new FlowLog(run).heard(caller, agent),
        caller + " and " + agent + " never talk",
        caller + " heard " + agent,
        run);
  }

  /** The agent came with another leg after the first one. */
  @Then("{caller} and {agent} talk again")
  @ならば("{caller}と{agent}が再び話す")
  public void talkAgain(String caller, String agent) {
    Outcomes.togetherAgain(rehearsal.result(), caller, agent, "talk again");
  }

  /** They heard each other. */
  @Then("{caller} and the colleague talk")
  @ならば("{caller}と同僚が話す")
  public void colleague(String caller) {
    RunResult run = rehearsal.result();
    String colleague = caller.replace("caller-", "colleague-");
    Failure.unless(
        new FlowLog(run).heardEachOther(caller, colleague),
        caller + " and the colleague talk",
        "they never heard each other",
        run);
  }

  /** How often the platform was told so and did it. */
  @Then("{caller} is put on hold {times}")
  @ならば("{caller}は{times}保留される")
  public void held(String caller, long times) {
    Outcomes.held(rehearsal.result(), caller, times);
  }

  /** How often the phone of an agent was called for an offer, answered or not. */
  @Then("{agent} is offered the call {times}")
  @ならば("{agent}への着信は{times}")
  public void offered(String agent, long times) {
    RunResult run = rehearsal.result();
    long dialled = new CallLog(run).dialled(agent);
    Failure.unless(
        dialled == times,
        agent + " is offered the call " + times + " time(s)",
        "the phone was called " + dialled + " time(s)",
        run);
  }

  /** From calling us to talking with an agent. */
  @Then("{caller} is answered within {duration}")
  @ならば("{caller}は{duration}以内に担当者につながる")
  public void within(String caller, long ms) {
    RunResult run = rehearsal.result();
    long waited = new CallLog(run).waitedFor(caller);
    Failure.unless(
        waited <= ms, caller + " is answered within " + ms / 1000.0 + " s", waited(waited), run);
  }

  /** From calling us to talking with an agent, which they do in the end. */
  @Then("{caller} waits for at least {duration} until answered")
  @ならば("{caller}は担当者につながるまで{duration}以上待つ")
  public void atLeast(String caller, long ms) {
    RunResult run = rehearsal.result();
    long waited = new CallLog(run).waitedFor(caller);
    Failure.unless(
        waited >= ms && waited != CallLog.NEVER,
        caller + " waits for at least " + ms / 1000.0 + " s until answered",
        waited(waited),
        run);
  }

  private static String waited(long ms) {
    return ms == CallLog.NEVER ? "they never were answered" : "they waited " + ms / 1000.0 + " s";
  }

  /** The program said so, in either language. */
  @Then("{caller} is told that {news}")
  @ならば("{caller}は{news}と案内される")
  public void told(String caller, News news) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.heard(caller).stream().anyMatch(news::isIn),
        caller + " is told that " + news.sentence(),
        log.heard(caller).isEmpty()
            ? caller + " heard nothing"
            : caller + " heard \"" + String.join("\", \"", log.heard(caller)) + "\"",
        run);
  }
}
