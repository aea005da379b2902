package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinProblemsTest {
  private final RuleCatalogue catalogue =
      RuleCatalogue.ofText(
          "some-rules.tsv",
          """
          id	confidence	standing	reason	sentence
          # CONF	Conferences
          CONF-01	documented	modelled		A name is a lock.
          CONF-02	reported	not-modelled	needs queues	A queue has an end.
          CONF-13	inferred	modelled		Nobody is told.
          CONF-34	inferred	modelled		Nobody is left.
          """);

  @Test
  void pin_of_an_unknown_rule_is_named_with_the_nearest_ids() {
    assertEquals(
        List.of(
            "JoinTest.alone pins \"CONF-3\", which is no rule; nearest ids: CONF-13, CONF-34,"
                + " CONF-01"),
        PinProblems.unknownRules(List.of(new Pin("CONF-3", "JoinTest.alone", true)), catalogue));
  }

  @Test
  void pin_of_a_known_rule_is_no_problem_whatever_its_standing() {
    List<Pin> pins = List.of(new Pin("CONF-01", "A.a", true), new Pin("CONF-02", "A.b", true));

    assertEquals(List.of(), PinProblems.unknownRules(pins, catalogue));
    assertEquals(List.of(), PinProblems.idle(pins));
  }

  @Test
  void pin_on_something_that_never_runs_is_named() {
    assertEquals(
        List.of("A.a pins CONF-01 but is disabled or no test; pin a test that runs"),
        PinProblems.idle(List.of(new Pin("CONF-01", "A.a", false))));
  }

  @Test
  void modelled_rule_without_a_pin_is_listed_and_others_are_not() {
    List<Pin> pins = List.of(new Pin("CONF-13", "A.a", true), new Pin("CONF-34", "A.b", true));

    assertEquals(List.of("CONF-01  A name is a lock."), PinProblems.unpinned(pins, catalogue));
  }

  @Test
  void pin_that_never_runs_leaves_its_rule_unpinned() {
    List<Pin> pins =
        List.of(
            new Pin("CONF-01", "A.a", false),
            new Pin("CONF-13", "A.b", true),
            new Pin("CONF-34", "A.c", true));

    assertEquals(List.of("CONF-01  A name is a lock."), PinProblems.unpinned(pins, catalogue));
  }
}
