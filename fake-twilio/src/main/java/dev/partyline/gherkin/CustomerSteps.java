package dev.partyline.gherkin;

import dev.partyline.explore.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** What the customer does when the phone is dialled (CALL-48). */
public final class CustomerSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public CustomerSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Picks up. */
  @Given("{customer} answers")
  @前提("{customer}は電話に出る")
  public void answers(String customer) {
    rehearsal.script().pin(customer + ".does", "answers");
  }

  /** Picks up so long after the phone began to ring. */
  @Given("{customer} answers after {duration} of ringing")
  @前提("{customer}は{duration}鳴ってから電話に出る")
  public void answersAfter(String customer, long ms) {
    rehearsal.script().pin(customer + ".does", "answers");
    rehearsal.script().pin(customer + ".answers", ms);
  }

  /** Picks up, and hangs up so long after that. */
  @Given("{customer} hangs up after {duration} of talking")
  @前提("{customer}は{duration}話してから電話を切る")
  public void hangsUp(String customer, long ms) {
    rehearsal.script().pin(customer + ".does", "answers");
    rehearsal.script().pin(customer + ".hangs-up", ms);
  }

  /** An answering machine picks up, speaks and records. */
  @Given("an answering machine takes {customer}'s call")
  @前提("{customer}の電話は留守番電話が受ける")
  public void machine(String customer) {
    rehearsal.script().needs(Scenario.MACHINES);
    rehearsal.script().pin(customer + ".does", "machine");
  }

  /** Somebody picks up whose neighbours have answering machines. */
  @Given("{customer} answers in person, where answering machines are looked for")
  @前提("留守番電話を調べる通話で{customer}本人が電話に出る")
  public void inPerson(String customer) {
    rehearsal.script().needs(Scenario.MACHINES);
    rehearsal.script().pin(customer + ".does", "answers");
  }

  /** Nobody hangs up for so long. */
  @Given("{customer} talks for {duration}")
  @前提("{customer}は{duration}話し続ける")
  public void talks(String customer, long ms) {
    rehearsal.script().needs(Scenario.LONG);
    rehearsal.script().pin(customer + ".hangs-up", ms);
  }

  /** Busy at once, without ringing. */
  @Given("{customer}'s line is busy")
  @前提("{customer}は話し中")
  public void busy(String customer) {
    rehearsal.script().pin(customer + ".does", "busy");
  }

  /** Busy without ringing, so long after being dialled. */
  @Given("{customer}'s line is busy {duration} after being dialled")
  @前提("{customer}は発信から{duration}後に話し中とわかる")
  public void busyAfter(String customer, long ms) {
    rehearsal.script().pin(customer + ".does", "busy");
    rehearsal.script().pin(customer + ".busy", ms);
  }

  /** Busy after all, so long after the phone began to ring. */
  @Given("{customer}'s line is busy after {duration} of ringing")
  @前提("{customer}は{duration}鳴ってから話し中になる")
  public void busyAfterRinging(String customer, long ms) {
    rehearsal.script().pin(customer + ".does", "busy-after-ringing");
    rehearsal.script().pin(customer + ".busy", ms);
  }

  /** Rings until the platform gives up. */
  @Given("{customer} does not answer")
  @前提("{customer}は電話に出ない")
  public void doesNotAnswer(String customer) {
    rehearsal.script().pin(customer + ".does", "no-answer");
  }

  /** Declines. */
  @Given("{customer} rejects the call")
  @前提("{customer}は着信を拒否する")
  public void rejects(String customer) {
    rehearsal.script().pin(customer + ".does", "rejects");
  }

  /** Declines so long after the phone began to ring. */
  @Given("{customer} rejects the call after {duration} of ringing")
  @前提("{customer}は{duration}鳴ってから着信を拒否する")
  public void rejectsAfter(String customer, long ms) {
    rehearsal.script().pin(customer + ".does", "rejects");
    rehearsal.script().pin(customer + ".rejects", ms);
  }

  /** The number leads nowhere. */
  @Given("{customer} cannot be reached")
  @前提("{customer}の番号にはつながらない")
  public void cannotBeReached(String customer) {
    rehearsal.script().pin(customer + ".does", "fails");
  }

  /** So long after being dialled. */
  @Given("{customer}'s phone begins to ring after {duration}")
  @前提("{customer}の電話は{duration}後に鳴り始める")
  public void rings(String customer, long ms) {
    rehearsal.script().pin(customer + ".rings", ms);
  }
}
