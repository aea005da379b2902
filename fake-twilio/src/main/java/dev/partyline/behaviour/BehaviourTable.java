package dev.partyline.behaviour;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes {@code BEHAVIOUR.md}: what is true of the platform, what the fake does, and who checks.
 */
public final class BehaviourTable {
  private static final int TESTS_NAMED = 2;

  private static final String INTRO =
      """
      # What Partyline does of Twilio's behaviour

      Every rule we know about the real platform, in one sentence, with what this fake does
      about it. This file is generated from the rule files in
      `src/main/resources/dev/partyline/behaviour` and from the `@Pins` of the tests; change
      those, not this.

      Confidence: *documented* by the vendor; *reported* by users or seen live; *seed*, told by
      the production report that started the project; *inferred* by us from a gap; *conflict*
      between sources. A name like `conf.initRule` is a knob: the fake can behave otherwise. A
      modelled rule is pinned by at least one test, or the build fails.
      """;

  private final RuleCatalogue catalogue;
  private final PinningTests pins;
  private final StringBuilder out = new StringBuilder();

  private BehaviourTable(RuleCatalogue catalogue, PinningTests pins) {
    this.catalogue = catalogue;
    this.pins = pins;
  }

  /** The whole document, each line ended by a line feed; equal input gives equal text. */
  public static String markdown(RuleCatalogue catalogue, PinningTests pins) {
    return new BehaviourTable(catalogue, pins).write();
  }

  private String write() {
    out.append(INTRO);
    writeCounts();
    for (Section section : catalogue.sections()) {
      heading("%s: %s".formatted(section.prefix(), section.title()));
      if (section.listsSituations()) {
        writeSituations(section);
      } else {
        writeRules(section);
      }
    }
    return out.toString();
  }

  private void writeCounts() {
    List<Rule> behaviours =
        catalogue.rules().stream().filter(rule -> rule.standing() != Standing.SITUATION).toList();
    heading("Counts");
    header(
        "section",
        "rules",
        "modelled and pinned",
        "accepted and ignored",
        "refused",
        "not modelled");
    for (Section section : catalogue.sections()) {
      if (!section.listsSituations()) {
        countRow(section.prefix(), section.rules());
      }
    }
    countRow("**all**", behaviours);
    out.append('\n');
    header(
        "confidence",
        "rules",
        "modelled and pinned",
        "accepted and ignored",
        "refused",
        "not modelled");
    for (Confidence confidence : Confidence.values()) {
      countRow(
          confidence.word(),
          behaviours.stream().filter(rule -> rule.confidence() == confidence).toList());
    }
    out.append('\n');
    header("situations", "listed", "pinned");
    for (Section section : catalogue.sections()) {
      if (section.listsSituations()) {
        row(section.prefix(), count(section.rules()), count(pinned(section.rules())));
      }
    }
  }

  private void countRow(String name, List<Rule> rules) {
    List<Rule> modelled = standing(rules, Standing.MODELLED);
    List<Rule> checked = pinned(modelled);
    row(
        name,
        count(rules),
        checked.size() == modelled.size()
            ? count(modelled)
            : "%d of %d".formatted(checked.size(), modelled.size()),
        count(standing(rules, Standing.IGNORED)),
        count(standing(rules, Standing.REFUSED)),
        count(standing(rules, Standing.NOT_MODELLED)));
  }

  private void writeRules(Section section) {
    header("id", "rule", "standing", "confidence", "pinned by");
    for (Rule rule : section.rules()) {
      row(
          rule.id(),
          rule.sentence(),
          rule.standing().phrase() + (rule.reason().isEmpty() ? "" : ": " + rule.reason()),
          rule.confidence().word(),
          tests(rule));
    }
  }

  private void writeSituations(Section section) {
    header("id", "situation", "confidence", "pinned by");
    for (Rule rule : section.rules()) {
      row(rule.id(), rule.sentence(), rule.confidence().word(), tests(rule));
    }
  }

  private String tests(Rule rule) {
    List<String> tests = pins.of(rule.id());
    String named =
        tests.stream().limit(TESTS_NAMED).map(test -> "`" + test + "`").collect(joining(", "));
    return tests.size() <= TESTS_NAMED ? named : named + ", +" + (tests.size() - TESTS_NAMED);
  }

  private List<Rule> pinned(List<Rule> rules) {
    return rules.stream().filter(pins::pin).toList();
  }

  private static List<Rule> standing(List<Rule> rules, Standing standing) {
    return rules.stream().filter(rule -> rule.standing() == standing).toList();
  }

  private static String count(List<Rule> rules) {
    return String.valueOf(rules.size());
  }

  private void heading(String text) {
    out.append("\n## ").append(text).append("\n\n");
  }

  private void header(String... names) {
    row(names);
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      rule.add("---");
    }
    row(rule.toArray(String[]::new));
  }

  private void row(String... cells) {
    Function<String, String> escaped = cell -> cell.replace("|", "\\|");
    out.append(List.of(cells).stream().map(escaped).collect(joining(" | ", "| ", " |\n")));
  }
}
