package dev.partyline.report;

import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import java.util.ArrayList;
import java.util.List;

/** The top of a run's page: which law was broken, when, for how long, and who was where. */
final class VerdictPanel {

  private VerdictPanel() {}

  static void write(Markup out, RunReport run, Cast cast) {
    Violation violation = run.violation();
    boolean exercised = run.count(Verdict.Standing.HELD) > 0;
    String style = violation != null ? "violated" : exercised ? "held" : "idle";
    out.open("header", "class", "verdict " + style).line();
    out.open("p", "class", "over").text(run.subject()).leaf("span", " · ").text(run.story());
    out.close().line();
    if (violation == null) {
      out.leaf("h1", exercised ? "No law broken" : "No law was exercised");
      out.leaf("p", tally(run), "class", "sentence");
    } else {
      out.open("h1").leaf("code", violation.law()).text(" violated").close();
      out.leaf("p", Masks.text(violation.sentence()), "class", "sentence");
      facts(out, run, cast, violation);
    }
    out.close().line();
  }

  private static void facts(Markup out, RunReport run, Cast cast, Violation violation) {
    out.open("dl", "class", "moments").line();
    fact(out, "law broken at", Times.exact(violation.at()));
    if (violation.since() == violation.at() && violation.until() <= violation.at()) {
      fact(out, "lasted", "a moment");
    } else {
      fact(out, "bad since", Times.exact(violation.since()));
      boolean ends = violation.until() != Violation.FOR_EVER;
      fact(
          out,
          "lasted",
          Times.seconds(ends ? violation.until() - violation.since() : violation.until()));
    }
    if (violation.conversation() != null) {
      fact(out, "conversation", violation.conversation());
    }
    if (!violation.parties().isEmpty()) {
      fact(
          out,
          violation.parties().size() == 1 ? "who" : "who with whom",
          String.join(", ", violation.parties()));
    }
    Occupancy occupancy = Occupancy.at(run.journal(), violation.at());
    for (String sid : violation.subjects()) {
      if (cast.conferences.containsKey(sid)) {
        fact(out, "in " + cast.conference(sid) + " then", people(cast, occupancy.in(sid)));
      }
    }
    List<String> legs = new ArrayList<>();
    for (String sid : violation.subjects()) {
      if (!cast.conferences.containsKey(sid)) {
        legs.add(cast.subject(sid));
      }
    }
    if (!legs.isEmpty()) {
      fact(out, legs.size() == 1 ? "call leg" : "call legs", String.join(", ", legs));
    }
    out.close().line();
    if (run.count(Verdict.Standing.VIOLATED) > 1) {
      out.leaf(
          "p", "Further laws were broken: " + others(run, violation.law()) + ".", "class", "also");
    }
  }

  private static String people(Cast cast, List<String> calls) {
    if (calls.isEmpty()) {
      return "nobody";
    }
    String names = String.join(", ", calls.stream().map(cast::leg).toList());
    return calls.size() == 1 ? names + ", and nobody else" : names;
  }

  private static String others(RunReport run, String first) {
    List<String> others = new ArrayList<>();
    run.verdicts()
        .forEach(
            (law, verdict) -> {
              if (verdict.violated() && !law.equals(first)) {
                others.add(law);
              }
            });
    return String.join(", ", others);
  }

  private static String tally(RunReport run) {
    return run.count(Verdict.Standing.HELD)
        + " held, "
        + run.count(Verdict.Standing.NOT_EXERCISED)
        + " not exercised.";
  }

  private static void fact(Markup out, String name, String value) {
    out.open("div").leaf("dt", name).leaf("dd", value).close().line();
  }
}
