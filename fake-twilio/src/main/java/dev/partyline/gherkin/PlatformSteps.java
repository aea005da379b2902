package dev.partyline.gherkin;

import dev.partyline.knob.Knob;
import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** How the platform behaves where that is not known or may be chosen. */
public final class PlatformSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public PlatformSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Sets one knob; the others keep their defaults. */
  @Given("the knob {knob} is {value}")
  @前提("設定{knob}は{value}")
  public void knob(Knob knob, String value) {
    rehearsal.script().pin("knob." + knob.key(), value);
  }

  /** Fixes any choice, by the name and value that a report prints. */
  @Given("the choice {string} is {string}")
  @前提("選択{string}は{string}")
  public void choice(String name, String value) {
    rehearsal.script().pinExactly(name, value);
  }

  /** Leaves knobs and faults to chance in each of many runs. */
  @Given("the platform takes every doubtful turn and fails now and then")
  @前提("プラットフォームは疑わしい挙動をし時々失敗する")
  public void hostile() {
    rehearsal.script().hostile();
  }
}
