package dev.partyline.behaviour;

import java.util.List;

/**
 * The rules that share a prefix, in the order of the rule files.
 *
 * @param prefix what their ids begin with, such as {@code CONF}
 * @param title the heading for readers
 * @param rules either situations only or no situation at all
 */
public record Section(String prefix, String title, List<Rule> rules) {

  /**
   * Copies the rules.
   *
   * @throws IllegalArgumentException if situations and other rules are mixed
   */
  public Section {
    rules = List.copyOf(rules);
    long situations = rules.stream().filter(rule -> rule.standing() == Standing.SITUATION).count();
    if (situations != 0 && situations != rules.size()) {
      throw new IllegalArgumentException(
          "section %s has %d situations among its %d rules; give all of them that standing or none"
              .formatted(prefix, situations, rules.size()));
    }
  }

  /** Whether the section lists situations rather than behaviours; false when it is empty. */
  public boolean listsSituations() {
    return !rules.isEmpty() && rules.get(0).standing() == Standing.SITUATION;
  }
}
