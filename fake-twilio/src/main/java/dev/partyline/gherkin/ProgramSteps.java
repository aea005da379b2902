package dev.partyline.gherkin;

import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** Which program is checked, and how slow it is. */
public final class ProgramSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public ProgramSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Chooses the program by name. */
  @Given("the program {program}")
  @前提("プログラムは{program}")
  public void program(String name) {
    rehearsal.subject(Programs.named(name));
  }

  /** From the end of the program's handler to the platform having the agent's first document. */
  @Given("the program takes {duration} for its TwiML")
  @前提("プログラムはTwiMLを返すのに{duration}かかる")
  public void slowTwiml(long ms) {
    rehearsal.script().twimlTakes(ms);
  }
}
