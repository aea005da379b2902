package dev.switchboard.features;

import io.cucumber.core.gherkin.FeatureParserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a file that is not Gherkin: where, what, and what to write instead. */
final class ParseErrors {

  private static final Pattern FILE = Pattern.compile("(?:Failed to parse resource at:? )(\\S+)");
  private static final Pattern PROBLEM = Pattern.compile("\\((\\d+):\\d+\\): (.*)");
  private static final Pattern UNEXPECTED = Pattern.compile("expected: (.*), got '(.*)'");

  private static final Map<String, String> TOKENS = new LinkedHashMap<>();

  static {
    TOKENS.put("#FeatureLine", "Feature: (機能:)");
    TOKENS.put("#BackgroundLine", "Background: (背景:)");
    TOKENS.put("#ScenarioLine", "Scenario: (シナリオ:)");
    TOKENS.put("#ExamplesLine", "Examples: (例:)");
    TOKENS.put("#StepLine", "a step: Given, When, Then, And (前提, もし, ならば, かつ)");
    TOKENS.put("#TableRow", "a table row between |");
    TOKENS.put("#TagLine", "a @tag");
    TOKENS.put("#Language", "# language: ja");
  }

  private ParseErrors() {}

  static String explain(FeatureParserException malformed, Path root) {
    String message = String.valueOf(malformed.getMessage());
    Matcher file = FILE.matcher(message);
    String where =
        file.find() ? file.group(1).replace(root.toUri().toString(), "") : "a feature file";
    Matcher first = PROBLEM.matcher(message);
    return first.find() ? where + ":" + first.group(1) + ": " + words(first.group(2)) : message;
  }

  private static String words(String problem) {
    Matcher unexpected = UNEXPECTED.matcher(problem);
    if (!unexpected.matches()) {
      if (problem.startsWith("inconsistent cell count")) {
        return "this row has more or fewer cells than the first row of its table: count the |";
      }
      return problem.startsWith("Language not supported")
          ? problem + ": write '# language: en' or '# language: ja'"
          : problem;
    }
    Set<String> allowed = new LinkedHashSet<>();
    for (String token : unexpected.group(1).split(", ")) {
      if (TOKENS.containsKey(token)) {
        allowed.add(TOKENS.get(token));
      }
    }
    return "'"
        + unexpected.group(2)
        + "' cannot stand here; write one of "
        + String.join("; ", allowed)
        + ". A file with Japanese keywords begins with: # language: ja";
  }
}
