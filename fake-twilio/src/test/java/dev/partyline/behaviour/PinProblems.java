package dev.partyline.behaviour;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong between the pins of the tests and the catalogue, one message per fault. */
final class PinProblems {
  private static final int SUGGESTIONS = 3;

  private PinProblems() {}

  /** Pins that name a rule which does not exist. */
  static List<String> unknownRules(List<Pin> pins, RuleCatalogue catalogue) {
    return pins.stream()
        .filter(pin -> catalogue.rule(pin.ruleId()).isEmpty())
        .map(
            pin ->
                "%s pins \"%s\", which is no rule; nearest ids: %s"
                    .formatted(pin.test(), pin.ruleId(), nearest(pin.ruleId(), catalogue)))
        .toList();
  }

  /** Pins on something that never runs as a test. */
  static List<String> idle(List<Pin> pins) {
    return pins.stream()
        .filter(pin -> !pin.runs())
        .map(
            pin ->
                "%s pins %s but is disabled or no test; pin a test that runs"
                    .formatted(pin.test(), pin.ruleId()))
        .toList();
  }

  /** Modelled rules that no test pins, with their sentences. */
  static List<String> unpinned(List<Pin> pins, RuleCatalogue catalogue) {
    PinningTests tests = PinScan.byRule(pins);
    return catalogue.rules().stream()
        .filter(rule -> rule.standing() == Standing.MODELLED && !tests.pin(rule))
        .map(rule -> rule.id() + "  " + rule.sentence())
        .toList();
  }

  private static String nearest(String id, RuleCatalogue catalogue) {
    return catalogue.rules().stream()
        .map(Rule::id)
        .sorted(Comparator.comparingInt(known -> edits(id, known)))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", "));
  }

  /** How many letters must be added, dropped or replaced to make one word of the other. */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
