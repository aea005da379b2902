package dev.partyline.gherkin;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.cucumber.java.en.When;
import io.cucumber.java.ja.もし;

/** Carries the scenario out, in simulated time. */
public final class RunSteps {

  private static final long MOST_TIMINGS = 100_000;

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public RunSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Plays the scenario once. */
  @When("the agent(s) dial(s)")
  @もし("オペレーターが発信する")
  public void dial() {
    rehearsal.play(false);
  }

  /** Plays the scenario once: nobody is dialled, people call us. */
  @When("the caller(s) call(s)")
  @もし("お客様から電話がかかる")
  public void call() {
    rehearsal.play(true);
  }

  /** Plays it so often; whatever the scenario leaves open is drawn each time. */
  @When("{number} different timings are tried")
  @もし("{number}通りのタイミングを試す")
  public void timings(long count) {
    if (count < 1 || count > MOST_TIMINGS) {
      throw new BadStep("between 1 and " + MOST_TIMINGS + " timings can be tried, not " + count);
    }
    rehearsal.explore(count);
  }

  /** A scenario that looks at nothing would pass whatever happens. */
  @After
  public void somethingWasChecked(Scenario scenario) {
    if (scenario.getStatus() == Status.PASSED && rehearsal.unchecked()) {
      throw new BadStep(
          "the scenario checks nothing: end it with a step such as 'Then all laws hold'"
              + " (ならば すべての法則が守られる)");
    }
  }
}
