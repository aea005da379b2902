package dev.partyline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ChoiceTaken;
import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run as one HTML page that needs nothing else: verdict, story, how to repeat it, sequence
 * diagram, all laws, choices, knobs and the journal.
 *
 * <p>It is complete without scripts; with them it can be searched and copied from. A long journal
 * is cut so that the page stays under {@link #MOST_BYTES}; the page says so where it does.
 */
public final class RunPage {

  /** The most bytes a page has. */
  public static final int MOST_BYTES = 500_000;

  private static final int MOST_CHOICES = 200;
  private static final int MOST_BREACHES = 5;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final RunReport run;
  private final Cast cast;
  private final Violation violation;
  private final Markup out = new Markup();

  private RunPage(RunReport run) {
    this.run = run;
    this.cast = Cast.of(run.journal());
    this.violation = run.violation();
  }

  /** The page as a whole HTML document. */
  public static String of(RunReport run) {
    return new RunPage(run).write();
  }

  private String write() {
    SequenceDiagram diagram = new SequenceDiagram(run.journal(), cast, violation);
    Page.begin(out, verdictWord() + ": " + run.subject() + ", " + run.story());
    VerdictPanel.write(out, run, cast);
    story();
    repeat();
    diagram(diagram);
    laws();
    DelayTable.write(out, run.journal(), cast);
    choices();
    knobs();
    JournalTable.write(out, run.journal(), cast, violation);
    Page.end(out, json());
    return out.toString();
  }

  private String verdictWord() {
    return violation == null ? "no law broken" : violation.law() + " violated";
  }

  private void story() {
    out.open("section", "id", "story").leaf("h2", "What happened");
    out.open("table", "class", "story").open("tbody").line();
    List<Story.Line> lines = Story.of(run.journal(), violation);
    for (Story.Line line : lines) {
      boolean breach = violation != null && line.text().endsWith("  <- " + violation.law());
      String style = breach ? "breach" : line.text().startsWith("… ") ? "more" : null;
      out.open("tr", "class", style);
      out.leaf("td", Times.seconds(line.at()), "class", "num").open("td");
      if (!line.who().isEmpty()) {
        out.leaf("b", line.who()).text(" ");
      }
      if (breach) {
        int arrow = line.text().length() - violation.law().length() - 5;
        out.text(line.text().substring(0, arrow))
            .leaf("span", violation.law(), "class", "chip bad");
      } else {
        out.text(line.text());
      }
      out.close().close().line();
    }
    if (lines.isEmpty()) {
      out.open("tr").leaf("td", "Nothing happened that a person would notice.").close();
    }
    out.close().close().close().line();
  }

  private void repeat() {
    out.open("section", "id", "repeat").leaf("h2", "Repeat it");
    out.open("dl", "class", "facts");
    copyable("command", run.replayCommand());
    copyable("seed", run.seed());
    out.close().close().line();
  }

  private void copyable(String name, String text) {
    out.leaf("dt", name).open("dd", "class", "copy");
    out.leaf("code", Masks.text(text)).close();
  }

  private void diagram(SequenceDiagram diagram) {
    out.open("section", "id", "diagram").leaf("h2", "Who told whom what, and when");
    out.open("p", "class", "note");
    out.text("Downwards in simulated time; long spans are compressed, the times are real. ");
    out.text("A sloping arrow takes the time it falls. ");
    out.text(
        "A number in a room is how many are in it; a dashed box waits (a leg that rings, a room in"
            + " init).");
    if (!diagram.leftOut().isEmpty()) {
      out.text(" ").leaf("strong", diagram.leftOut());
    }
    out.close();
    out.open("p", "class", "legend");
    for (String family : List.of("phone", "conference", "rest", "webhook", "app", "fault")) {
      String name =
          switch (family) {
            case "phone" -> "phones and legs";
            case "conference" -> "conferences";
            case "rest" -> "REST: app to platform";
            case "webhook" -> "webhooks: platform to app";
            case "app" -> "what the app believes";
            default -> "faults";
          };
      out.leaf("span", name, "class", "key " + family).text(" ");
    }
    out.close().line();
    int least = diagram.width() * 4 / 5;
    String clip =
        ".stage{max-width:"
            + (diagram.width() + 2)
            + "px}"
            + ".stage svg{min-width:"
            + least
            + "px}"
            + "@media screen and (max-width:"
            + (least + 60)
            + "px){.stage{overflow-x:auto}}";
    out.open("style").trusted(clip).close();
    out.open(
        "div",
        "class",
        "stage",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "Sequence diagram");
    diagram.write(out);
    out.close().close().line();
  }

  private void laws() {
    out.open("section", "id", "laws").leaf("h2", "All laws");
    out.open("table", "class", "grid").open("thead").open("tr");
    out.leaf("th", "law").leaf("th", "verdict").leaf("th", "breaches").close().close();
    out.open("tbody").line();
    run.verdicts()
        .forEach(
            (law, verdict) -> {
              out.open("tr").open("td").leaf("code", law).close();
              out.open("td")
                  .leaf(
                      "span", Page.word(verdict.standing()), "class", Page.chip(verdict.standing()))
                  .close();
              out.open("td");
              breaches(verdict);
              out.close().close().line();
            });
    out.close().close().close().line();
  }

  private void breaches(Verdict verdict) {
    List<Violation> breaches = verdict.violations();
    for (Violation breach : breaches.subList(0, Math.min(MOST_BREACHES, breaches.size()))) {
      out.open("div").leaf("span", Times.exact(breach.at()), "class", "num");
      out.text(" " + Masks.text(breach.sentence())).close();
    }
    if (breaches.size() > MOST_BREACHES) {
      out.leaf("div", "… and " + (breaches.size() - MOST_BREACHES) + " more", "class", "note");
    }
  }

  private void choices() {
    List<ChoiceTaken> unusual = new ArrayList<>();
    int all = 0;
    for (Entry entry : run.journal()) {
      if (entry.what() instanceof ChoiceTaken choice) {
        all++;
        if (!choice.standard()) {
          unusual.add(choice);
        }
      }
    }
    out.open("section", "id", "choices").leaf("h2", "What was unlike the typical run");
    String note =
        all == 0
            ? "No choice was free."
            : unusual.size() + " of " + all + " free choices differ from the typical run.";
    out.leaf("p", note, "class", "note");
    if (!unusual.isEmpty()) {
      out.open("table", "class", "grid").open("thead").open("tr");
      out.leaf("th", "choice").leaf("th", "was").close().close().open("tbody").line();
      for (ChoiceTaken choice : unusual.subList(0, Math.min(MOST_CHOICES, unusual.size()))) {
        out.open("tr").open("td").leaf("code", JournalTable.cut(choice.name())).close();
        out.open("td").leaf("code", JournalTable.cut(Masks.value(choice.name(), choice.value())));
        out.close().close().line();
      }
      out.close().close();
      if (unusual.size() > MOST_CHOICES) {
        out.leaf(
            "p",
            "… and " + (unusual.size() - MOST_CHOICES) + " more; see the NDJSON file.",
            "class",
            "note");
      }
    }
    out.close().line();
  }

  private void knobs() {
    RunBegan began = run.journal().began();
    Map<String, String> knobs = began == null ? Map.of() : began.knobs();
    out.open("section", "id", "knobs").leaf("h2", "Knobs of the platform");
    if (knobs.isEmpty()) {
      out.leaf("p", "All at their defaults.", "class", "note");
    } else {
      out.open("table", "class", "grid").open("thead").open("tr");
      out.leaf("th", "knob").leaf("th", "set to").close().close().open("tbody").line();
      knobs.forEach(
          (name, value) -> {
            out.open("tr").open("td").leaf("code", name).close();
            out.open("td").leaf("code", Masks.value(name, value)).close().close().line();
          });
      out.close().close();
    }
    out.close().line();
  }

  /** The facts of the run for programs, and which entries belong to one request or webhook. */
  private String json() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", run.name());
    facts.put("subject", run.subject());
    facts.put("story", run.story());
    facts.put("seed", Masks.text(run.seed()));
    facts.put("command", Masks.text(run.replayCommand()));
    Map<String, String> verdicts = new LinkedHashMap<>();
    run.verdicts().forEach((law, verdict) -> verdicts.put(law, Page.word(verdict.standing())));
    facts.put("verdicts", verdicts);
    facts.put("entries", run.journal().entries().size());
    Map<String, List<Long>> exchanges = new LinkedHashMap<>();
    for (Entry entry : JournalTable.shown(run.journal(), violation)) {
      String request = Scope.request(entry.what());
      String exchange = request != null ? request : Scope.webhook(entry.what());
      if (exchange != null) {
        exchanges.computeIfAbsent(exchange, e -> new ArrayList<>()).add(entry.seq());
      }
    }
    facts.put("exchanges", exchanges);
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the facts of run " + run.name(), e);
    }
  }
}
