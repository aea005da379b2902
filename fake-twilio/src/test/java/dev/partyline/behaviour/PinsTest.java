package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue and the tests of this module agree on what is checked. */
class PinsTest {
  private final RuleCatalogue catalogue = RuleCatalogue.all();
  private final List<Pin> pins = PinScan.pinsOfThisModule();

  @Test
  void every_pin_names_a_rule_of_the_catalogue() {
    assertEquals(List.of(), PinProblems.unknownRules(pins, catalogue));
  }

  @Test
  void every_pin_stands_on_a_test_that_runs() {
    assertEquals(List.of(), PinProblems.idle(pins));
  }

  @Test
  void every_modelled_rule_is_pinned_by_a_test() {
    List<String> unpinned = PinProblems.unpinned(pins, catalogue);
    if (!unpinned.isEmpty()) {
      fail(
          """
          %d rules are modelled but no test pins them; write @Pins on the test that would fail
          without them, or correct their standing in the rule file:
          %s\
          """
              .formatted(unpinned.size(), String.join("\n", unpinned)));
    }
  }
}
