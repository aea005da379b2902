package dev.partyline.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one rule file: tab-separated UTF-8, a header line, a line {@code # PREFIX<tab>Title} at the
 * head of each section, and below it the section's rules by rising number.
 */
final class RuleFile {
  private static final String HEADER = "id\tconfidence\tstanding\treason\tsentence";
  private static final String HEADING = "# ";

  private final String file;
  private final List<Section> sections = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private String prefix = "";
  private String title = "";

  private RuleFile(String file) {
    this.file = file;
  }

  /** The sections of the file {@code name} beside this class. */
  static List<Section> sectionsOfResource(String name) {
    try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new BadRuleFile(
            name,
            "no such file beside " + RuleFile.class.getName() + "; check name and packaging",
            null);
      }
      return sections(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadRuleFile(name, "cannot be read to its end", e);
    }
  }

  /** The sections written in {@code text}; {@code file} is only named in errors. */
  static List<Section> sections(String file, String text) {
    return new RuleFile(file).read(text.lines().toList());
  }

  private List<Section> read(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new BadRuleFile(
          file, 1, "the header is missing; write " + HEADER.replace("\t", "<tab>"));
    }
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      try {
        if (line.startsWith(HEADING)) {
          beginSection(line);
        } else {
          addRule(line);
        }
      } catch (IllegalArgumentException e) {
        throw new BadRuleFile(file, number, e.getMessage());
      }
    }
    try {
      endSection();
    } catch (IllegalArgumentException e) {
      throw new BadRuleFile(file, lines.size(), e.getMessage());
    }
    return List.copyOf(sections);
  }

  private void beginSection(String line) {
    String[] parts = line.substring(HEADING.length()).split("\t", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw new IllegalArgumentException(
          "a section's heading is \"# PREFIX<tab>Title\", not \"%s\"".formatted(line));
    }
    endSection();
    prefix = parts[0];
    title = parts[1];
  }

  private void endSection() {
    if (!prefix.isEmpty()) {
      sections.add(new Section(prefix, title, rules));
    }
    rules.clear();
  }

  private void addRule(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException(
          "found %d columns; write five, separated by tabs: %s"
              .formatted(parts.length, HEADER.replace("\t", ", ")));
    }
    Rule rule =
        new Rule(
            parts[0], Confidence.ofWord(parts[1]), Standing.ofWord(parts[2]), parts[3], parts[4]);
    if (!rule.prefix().equals(prefix)) {
      throw new IllegalArgumentException(
          "%s stands in section \"%s\"; move it below the heading \"# %s\""
              .formatted(rule.id(), prefix, rule.prefix()));
    }
    if (!rules.isEmpty() && rule.number() <= rules.get(rules.size() - 1).number()) {
      throw new IllegalArgumentException(
          "%s follows %s; each id is written once, by rising number"
              .formatted(rule.id(), rules.get(rules.size() - 1).id()));
    }
    rules.add(rule);
  }
}
