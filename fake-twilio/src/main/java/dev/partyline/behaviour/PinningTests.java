package dev.partyline.behaviour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which tests pin which rule; the names of the tests are for readers. */
public final class PinningTests {
  private final SortedMap<String, List<String>> testsByRule = new TreeMap<>();

  private PinningTests() {}

  /** From rule id to the tests that pin it; order and repetition do not matter. */
  public static PinningTests of(Map<String, ? extends Collection<String>> testsByRule) {
    PinningTests pins = new PinningTests();
    testsByRule.forEach(
        (rule, tests) -> pins.testsByRule.put(rule, new ArrayList<>(new TreeSet<>(tests))));
    return pins;
  }

  /** The tests that pin this rule, sorted; empty if none does. */
  public List<String> of(String ruleId) {
    return List.copyOf(testsByRule.getOrDefault(ruleId, List.of()));
  }

  /** Whether any test pins this rule. */
  public boolean pin(Rule rule) {
    return !of(rule.id()).isEmpty();
  }
}
