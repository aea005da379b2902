package dev.partyline.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All known rules by section, in the order of their files. */
public final class RuleCatalogue {
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private RuleCatalogue() {}

  /**
   * The rules of calls, TwiML, conferences, participants, callbacks and the REST shape they share.
   *
   * @throws BadRuleFile if the packaged file is broken
   */
  public static RuleCatalogue voice() {
    return ofResources("voice-rules.tsv");
  }

  /**
   * Every rule: those of {@link #voice()}, of softphones, tokens and regions, of TaskRouter and of
   * Sync.
   *
   * @throws BadRuleFile if a packaged file is broken
   */
  public static RuleCatalogue all() {
    return ofResources(
        "voice-rules.tsv", "client-rules.tsv", "taskrouter-rules.tsv", "sync-rules.tsv");
  }

  /**
   * The rules of several files beside this class, in the order given.
   *
   * <p>A section may go on in a later file under the same heading.
   *
   * @throws BadRuleFile if a file is missing or broken, or repeats an id or a prefix of an earlier
   *     one
   */
  static RuleCatalogue ofResources(String... names) {
    RuleCatalogue catalogue = new RuleCatalogue();
    for (String name : names) {
      catalogue.add(name, RuleFile.sectionsOfResource(name));
    }
    return catalogue;
  }

  /** The rules written in {@code text}; {@code file} is only named in errors. */
  static RuleCatalogue ofText(String file, String text) {
    return new RuleCatalogue().add(file, RuleFile.sections(file, text));
  }

  /** Adds the sections of one more file. */
  RuleCatalogue add(String file, List<Section> more) {
    for (Section section : more) {
      for (Rule rule : section.rules()) {
        if (rules.putIfAbsent(rule.id(), rule) != null) {
          throw new BadRuleFile(
              file, rule.id() + " is already in the catalogue; give the new rule a free id", null);
        }
      }
      sections.merge(section.prefix(), section, (old, next) -> joined(file, old, next));
    }
    return this;
  }

  private static Section joined(String file, Section old, Section next) {
    if (!old.title().equals(next.title())) {
      throw new BadRuleFile(
          file,
          "section %s is headed \"%s\" here and \"%s\" earlier; write one heading"
              .formatted(next.prefix(), next.title(), old.title()),
          null);
    }
    List<Rule> both = new ArrayList<>(old.rules());
    both.addAll(next.rules());
    return new Section(old.prefix(), old.title(), both);
  }

  /** The sections, in the order of the files. */
  public List<Section> sections() {
    return List.copyOf(sections.values());
  }

  /** Every rule, in the order of the files. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /** The rule with this id, or empty if there is none. */
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }
}
