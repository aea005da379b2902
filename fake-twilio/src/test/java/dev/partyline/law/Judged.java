package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.journal.Journal;
import dev.partyline.law.Verdict.Standing;
import java.util.List;

/** What a law says of a journal, with assertions that read as sentences. */
final class Judged {

  private final Verdict verdict;

  private Judged(Verdict verdict) {
    this.verdict = verdict;
  }

  static Judged by(Law law, Journal journal) {
    return new Judged(law.judge(journal));
  }

  void isHeld() {
    assertEquals(Standing.HELD, verdict.standing(), () -> "violations: " + verdict.violations());
  }

  void isNotExercised() {
    assertEquals(
        Standing.NOT_EXERCISED, verdict.standing(), () -> "violations: " + verdict.violations());
  }

  void isViolatedAsSaid(String... sentences) {
    assertEquals(
        List.of(sentences), verdict.violations().stream().map(Violation::sentence).toList());
  }

  void isViolatedBy(Violation... violations) {
    assertEquals(List.of(violations), verdict.violations());
  }
}
