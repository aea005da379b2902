package dev.partyline.gherkin;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.Finding;
import dev.partyline.explore.RunResult;
import dev.partyline.law.Alone;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;
import java.util.List;
import java.util.Map;

/** What the laws say, of one run or of many. */
public final class LawSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public LawSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** No law is broken, and at least one could have been. */
  @Then("all laws hold")
  @ならば("すべての法則が守られる")
  public void allHold() {
    RunResult run = rehearsal.result();
    Violation violation = run.firstViolation();
    if (violation != null) {
      throw new AssertionError(
          Failure.of(
              "all laws hold",
              "law " + violation.law() + " is broken: " + violation.sentence(),
              run,
              violation));
    }
    Failure.unless(
        run.verdicts().values().stream()
            .anyMatch(verdict -> verdict.standing() == Verdict.Standing.HELD),
        "all laws hold",
        "nothing happened that could have broken one",
        run);
  }

  /** The law could have been broken and was not. */
  @Then("law {law} holds")
  @ならば("法則{law}が守られる")
  public void holds(String law) {
    RunResult run = rehearsal.result();
    Verdict verdict = run.verdicts().get(law);
    if (verdict.violated()) {
      Violation violation = verdict.violations().get(0);
      throw new AssertionError(
          Failure.of("law " + law + " holds", violation.sentence(), run, violation));
    }
    Failure.unless(
        verdict.standing() == Verdict.Standing.HELD,
        "law " + law + " holds",
        "nothing happened that could have broken it",
        run);
  }

  /** For known-bad programs. */
  @Then("law {law} is broken")
  @ならば("法則{law}が破られる")
  public void broken(String law) {
    RunResult run = rehearsal.result();
    Verdict verdict = run.verdicts().get(law);
    Failure.unless(
        verdict.violated(),
        "law " + law + " is broken",
        verdict.standing() == Verdict.Standing.HELD
            ? "it held"
            : "nothing happened that could have broken it",
        run);
  }

  /** The law ALONE with another limit; waiting while a phone still rings does not count. */
  @Then("nobody is alone for more than {duration}")
  @ならば("{duration}を超えて一人になる人はいない")
  public void nobodyAlone(long ms) {
    RunResult run = rehearsal.result();
    Verdict verdict = Laws.judge(List.of(new Alone(ms)), run.journal()).get("ALONE");
    if (verdict.violated()) {
      Violation violation = verdict.violations().get(0);
      throw new AssertionError(
          Failure.of(
              "nobody is alone for more than " + ms / 1000.0 + " s",
              violation.sentence(),
              run,
              violation));
    }
  }

  /** No law is broken in any of many runs. */
  @Then("all laws hold in all of them")
  @ならば("どのタイミングでもすべての法則が守られる")
  public void allHoldInAll() {
    Exploration exploration = rehearsal.exploration();
    judgeable(exploration);
    if (!exploration.findings().isEmpty()) {
      Finding finding = exploration.findings().get(0);
      throw new AssertionError(
          Failure.of(
              "all laws hold in all of "
                  + exploration.schedules()
                  + " timings, drawn from seed 1 on",
              "law "
                  + finding.law()
                  + " is broken in "
                  + exploration.tallies().get(finding.law()).violated()
                  + " of them, first in timing "
                  + finding.schedules()
                  + "; the shortest story that breaks it: "
                  + sentence(finding),
              finding.smallest(),
              violation(finding)));
    }
    long held = 0;
    for (Exploration.Tally tally : exploration.tallies().values()) {
      held += tally.held();
    }
    if (held == 0) {
      throw new AssertionError(
          "expected: all laws hold in all of "
              + exploration.schedules()
              + " timings\nbut:      nothing happened that could have broken one");
    }
  }

  /** For known-bad programs: at least one of many runs breaks the law. */
  @Then("law {law} is broken in some of them")
  @ならば("いずれかのタイミングで法則{law}が破られる")
  public void brokenInSome(String law) {
    Exploration exploration = rehearsal.exploration();
    judgeable(exploration);
    if (exploration.finding(law) == null) {
      throw new AssertionError(
          "expected: law "
              + law
              + " is broken in some of "
              + exploration.schedules()
              + " timings, drawn from seed 1 on\nbut:      it held in "
              + exploration.tallies().get(law).held()
              + " and had nothing to judge in the others");
    }
  }

  private void judgeable(Exploration exploration) {
    if (!exploration.trouble().isEmpty()) {
      Exploration.Trouble trouble = exploration.trouble().get(0);
      Map<String, String> fixed = rehearsal.fixedInEveryTiming();
      throw new AssertionError(
          "expected: runs that can be judged\nbut:      "
              + trouble.outcome().describe()
              + "\nseed:     "
              + trouble.seed()
              + (fixed.isEmpty() ? "" : ", with " + fixed + " fixed beside it"));
    }
  }

  private static Violation violation(Finding finding) {
    Map<String, Verdict> verdicts = finding.smallest().verdicts();
    return verdicts.get(finding.law()).violations().get(0);
  }

  private static String sentence(Finding finding) {
    return violation(finding).sentence();
  }
}
