package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.WebhookQueued;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;
import io.cucumber.java.ja.前提;

/** What becomes of status callbacks on their way to the program (CB-49). */
public final class CallbackSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public CallbackSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** From the event to the delivery. */
  @Given("every callback is {duration} late")
  @前提("すべてのコールバックが{duration}遅れる")
  public void late(long ms) {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.LATE, "", ms));
  }

  /** Each is delivered once more. */
  @Given("every callback comes twice")
  @前提("すべてのコールバックが2回届く")
  public void twice() {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.TWICE, "", 0));
  }

  /** None is delivered. */
  @Given("every callback is lost")
  @前提("すべてのコールバックが失われる")
  public void lost() {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.LOST, "", 0));
  }

  /** Those of one event. */
  @Given("every {event} callback is {duration} late")
  @前提("すべての{event}コールバックが{duration}遅れる")
  public void eventLate(String event, long ms) {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.LATE, event, ms));
  }

  /** Those of one event. */
  @Given("every {event} callback comes twice")
  @前提("すべての{event}コールバックが2回届く")
  public void eventTwice(String event) {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.TWICE, event, 0));
  }

  /** Those of one event. */
  @Given("every {event} callback is lost")
  @前提("すべての{event}コールバックが失われる")
  public void eventLost(String event) {
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.LOST, event, 0));
  }

  /** The program asked for them in a form that the platform takes. */
  @Then("the platform sends {event} callbacks")
  @ならば("プラットフォームは{event}コールバックを送る")
  public void sends(String event) {
    RunResult run = rehearsal.result();
    boolean sent = false;
    for (Entry entry : run.journal()) {
      sent |= entry.what() instanceof WebhookQueued queued && event.equals(queued.event());
    }
    Failure.unless(sent, "the platform sends " + event + " callbacks", "it sent none", run);
  }
}
