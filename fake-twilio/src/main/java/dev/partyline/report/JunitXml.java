package dev.partyline.report;

import dev.partyline.law.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The verdicts in the XML that build servers read: a subject is a test suite, a law a test case.
 *
 * <p>A sound subject fails where a law was violated. A known-bad one fails where the law that has
 * to catch it did not; other laws it breaks are no failure. A law that nothing exercised is
 * skipped.
 */
public final class JunitXml {

  private JunitXml() {}

  /** The whole XML document. */
  public static String of(List<SubjectReport> subjects) {
    Markup out = new Markup();
    out.trusted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").line();
    out.open("testsuites", "name", "partyline").line();
    subjects.forEach(subject -> suite(out, subject));
    out.close().line();
    return out.toString();
  }

  private static void suite(Markup out, SubjectReport subject) {
    Markup cases = new Markup();
    int tests = 0;
    int failures = 0;
    int skipped = 0;
    for (Map.Entry<String, LawTally> tally : subject.tallies().entrySet()) {
      String failure = failure(subject, tally.getKey(), tally.getValue());
      boolean skip = failure == null && idle(tally.getValue());
      tests++;
      failures += failure == null ? 0 : 1;
      skipped += skip ? 1 : 0;
      testCase(cases, subject, tally.getKey(), failure, skip);
    }
    String missing = missing(subject);
    if (missing != null) {
      tests++;
      failures++;
      String law = subject.expectedLaw() == null ? "caught" : subject.expectedLaw();
      testCase(cases, subject, law, missing, false);
    }
    out.open(
        "testsuite",
        "name",
        subject.subject(),
        "tests",
        String.valueOf(tests),
        "failures",
        String.valueOf(failures),
        "errors",
        "0",
        "skipped",
        String.valueOf(skipped),
        "time",
        BigDecimal.valueOf(subject.millis(), 3).toPlainString());
    out.line().open("properties");
    out.empty("property", "name", "schedules", "value", String.valueOf(subject.schedules()));
    out.empty("property", "name", "known-bad", "value", String.valueOf(subject.knownBad()));
    out.close().line().trusted(cases.toString()).close().line();
  }

  private static void testCase(
      Markup out, SubjectReport subject, String law, String failure, boolean skip) {
    out.open("testcase", "classname", subject.subject(), "name", law, "time", "0");
    if (failure != null) {
      out.open("failure", "type", law, "message", failure.lines().findFirst().orElse(law));
      out.text(failure).close();
    } else if (skip) {
      out.empty("skipped", "message", "not exercised in " + subject.schedules() + " schedules");
    }
    out.close().line();
  }

  private static boolean idle(LawTally tally) {
    return tally.held() == 0 && tally.violated() == 0;
  }

  /** Why a law's case fails; null when it does not. */
  private static String failure(SubjectReport subject, String law, LawTally tally) {
    if (subject.knownBad()) {
      boolean missed = law.equals(subject.expectedLaw()) && tally.violated() == 0;
      return missed ? notCaught(subject, law) : null;
    }
    return tally.violated() == 0 ? null : broken(subject, law, tally);
  }

  private static String missing(SubjectReport subject) {
    if (!subject.knownBad() || subject.asExpected()) {
      return null;
    }
    if (subject.expectedLaw() == null) {
      return notCaught(subject, "any law");
    }
    return subject.tallies().containsKey(subject.expectedLaw())
        ? null
        : notCaught(subject, subject.expectedLaw());
  }

  private static String notCaught(SubjectReport subject, String law) {
    return subject.subject()
        + " has a planted mistake that was to be caught by "
        + law
        + ", and was not, in "
        + subject.schedules()
        + " schedules";
  }

  private static String broken(SubjectReport subject, String law, LawTally tally) {
    StringBuilder text = new StringBuilder();
    for (RunReport run : subject.runs()) {
      if (run.violates(law)) {
        Violation violation = run.verdicts().get(law).violations().get(0);
        text.append(law).append(": ").append(Masks.text(violation.sentence())).append("\n\n");
        text.append(Story.text(Story.of(run.journal(), violation)));
        text.append("\nstory:   ").append(run.story());
        text.append("\nseed:    ").append(Masks.text(run.seed()));
        text.append("\ncommand: ").append(Masks.text(run.replayCommand())).append('\n');
        break;
      }
    }
    if (text.isEmpty()) {
      text.append(law).append(" was ").append(IndexPage.words(tally)).append(" schedules\n");
    }
    return text.toString();
  }
}
