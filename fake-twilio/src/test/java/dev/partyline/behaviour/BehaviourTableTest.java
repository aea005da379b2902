package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTableTest {
  private static final String RULES =
      """
      id	confidence	standing	reason	sentence
      # CONF	Conferences
      CONF-01	documented	modelled		A name is a lock.
      CONF-02	reported	not-modelled	needs queues	A queue has an end.
      CONF-03	documented	modelled		One | two.
      # RACE	What goes wrong
      RACE-01	seed	situation		The callee is busy.
      """;

  @Test
  void rule_stands_in_its_section_with_standing_confidence_and_test() {
    String table = table(Map.of("CONF-01", List.of("JoinTest.second_joiner_starts")));

    assertShows(
        table,
        """
        ## CONF: Conferences

        | id | rule | standing | confidence | pinned by |
        | --- | --- | --- | --- | --- |
        | CONF-01 | A name is a lock. | modelled | documented | `JoinTest.second_joiner_starts` |
        | CONF-02 | A queue has an end. | not modelled: needs queues | reported |  |
        """);
  }

  @Test
  void rule_with_many_tests_names_the_first_two_and_counts_the_rest() {
    String table = table(Map.of("CONF-01", List.of("D.d", "B.b", "A.a", "B.b", "C.c")));

    assertShows(table, "| modelled | documented | `A.a`, `B.b`, +2 |");
  }

  @Test
  void bar_in_a_sentence_does_not_split_its_cell() {
    assertShows(table(Map.of()), "| CONF-03 | One \\| two. |");
  }

  @Test
  void situations_have_a_table_of_their_own_and_are_not_counted_as_behaviour() {
    String table = table(Map.of("RACE-01", List.of("BusyTest.duplicate")));

    assertShows(
        table,
        """
        | situations | listed | pinned |
        | --- | --- | --- |
        | RACE | 1 | 1 |
        """);
    assertShows(table, "| RACE-01 | The callee is busy. | seed | `BusyTest.duplicate` |");
    assertShows(table, "| **all** | 3 | 0 of 2 | 0 | 0 | 1 |");
  }

  @Test
  void counts_name_modelled_rules_that_nobody_pins() {
    Map<String, List<String>> one = Map.of("CONF-01", List.of("A.a"));
    Map<String, List<String>> both = Map.of("CONF-01", List.of("A.a"), "CONF-03", List.of("A.a"));

    assertShows(table(one), "| CONF | 3 | 1 of 2 | 0 | 0 | 1 |");
    assertShows(table(both), "| CONF | 3 | 2 | 0 | 0 | 1 |");
    assertShows(table(both), "| reported | 1 | 0 | 0 | 0 | 1 |");
  }

  private static String table(Map<String, List<String>> tests) {
    return BehaviourTable.markdown(
        RuleCatalogue.ofText("some-rules.tsv", RULES), PinningTests.of(tests));
  }

  private static void assertShows(String table, String part) {
    assertTrue(table.contains(part), () -> "expected\n" + part + "\nin\n" + table);
  }
}
