package dev.partyline.report;

import dev.partyline.law.Verdict;
import java.util.List;
import java.util.Map;

/** The page that lists subjects and runs: what was tried, what the laws said, where to look. */
public final class IndexPage {

  private IndexPage() {}

  /**
   * The page as a whole HTML document.
   *
   * @param links where each run's page is, relative to the index, by the run's name; a run without
   *     one is listed without a link
   */
  public static String of(List<SubjectReport> subjects, Map<String, String> links) {
    Markup out = new Markup();
    Page.begin(out, "Partyline: runs");
    long unexpected = subjects.stream().filter(subject -> !subject.asExpected()).count();
    long schedules = subjects.stream().mapToLong(SubjectReport::schedules).sum();
    String style = subjects.isEmpty() ? "idle" : unexpected == 0 ? "held" : "violated";
    out.open("header", "class", "verdict " + style).line();
    out.leaf("p", "Partyline", "class", "over");
    out.leaf("h1", headline(subjects, unexpected));
    out.leaf("p", subjects.size() + " subjects, " + schedules + " schedules.", "class", "sentence");
    out.close().line();
    for (SubjectReport subject : subjects) {
      subject(out, subject, links);
    }
    Page.end(out, null);
    return out.toString();
  }

  private static String headline(List<SubjectReport> subjects, long unexpected) {
    if (subjects.isEmpty()) {
      return "Nothing was run";
    }
    return unexpected == 0
        ? "All as it should be"
        : unexpected + " of " + subjects.size() + " subjects not as they should be";
  }

  private static void subject(Markup out, SubjectReport subject, Map<String, String> links) {
    out.open("section", "class", "subject").line();
    out.open("h2").text(subject.subject()).text(" ");
    out.leaf("span", state(subject), "class", subject.asExpected() ? "chip good" : "chip bad");
    out.close().line();
    out.open("p", "class", "note");
    out.text(subject.schedules() + " schedules in " + Times.seconds(subject.millis()) + ". ");
    if (subject.knownBad()) {
      String by = subject.expectedLaw() == null ? "a law" : subject.expectedLaw();
      out.text("It has a planted mistake, which " + by + " has to catch.");
    }
    out.close().line();
    out.open("p", "class", "tallies");
    subject
        .tallies()
        .forEach(
            (law, tally) -> {
              String style =
                  tally.violated() > 0 ? "chip bad" : tally.held() > 0 ? "chip good" : "chip idle";
              out.leaf("span", law + " " + words(tally), "class", style).text(" ");
            });
    out.close().line();
    if (!subject.runs().isEmpty()) {
      runs(out, subject, links);
    }
    out.close().line();
  }

  private static void runs(Markup out, SubjectReport subject, Map<String, String> links) {
    out.open("div", "class", "scroll").open("table", "class", "grid runs").open("thead").open("tr");
    for (String head : List.of("run", "story", "laws", "seed", "command")) {
      out.leaf("th", head);
    }
    out.close().close().open("tbody").line();
    for (RunReport run : subject.runs()) {
      out.open("tr").open("td");
      String link = links.get(run.name());
      if (link == null) {
        out.text(run.name());
      } else {
        out.leaf("a", run.name(), "href", link);
      }
      out.close().leaf("td", run.story()).open("td");
      verdicts(out, run);
      out.close();
      copyable(out, run.seed());
      copyable(out, run.replayCommand());
      out.close().line();
    }
    out.close().close().close().line();
  }

  private static void copyable(Markup out, String text) {
    out.open("td").open("div", "class", "copy").leaf("code", Masks.text(text)).close().close();
  }

  private static void verdicts(Markup out, RunReport run) {
    run.verdicts()
        .forEach(
            (law, verdict) -> {
              if (verdict.violated()) {
                out.leaf("span", law, "class", "chip bad").text(" ");
              }
            });
    out.leaf("span", run.count(Verdict.Standing.HELD) + " held", "class", "note");
    long idle = run.count(Verdict.Standing.NOT_EXERCISED);
    if (idle > 0) {
      out.leaf("span", ", " + idle + " not exercised", "class", "note");
    }
  }

  private static String state(SubjectReport subject) {
    if (subject.knownBad()) {
      return subject.asExpected() ? "caught" : "not caught";
    }
    return subject.asExpected() ? "sound" : "broken";
  }

  static String words(LawTally tally) {
    if (tally.violated() > 0) {
      return "violated in " + tally.violated() + " of " + (tally.held() + tally.violated());
    }
    return tally.held() > 0 ? "held in " + tally.held() : "not exercised";
  }
}
