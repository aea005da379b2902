package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.Exploration;
import dev.partyline.explore.Explorer;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real mistakes about people who call in: Switchboard does not make them. By their ids. */
class InboundZooTest {

  private static final int SEEDS = 60;

  @Test
  void zoo_08_the_caller_gives_up_while_the_agents_phone_rings() {
    holds("ALONE", Map.of("callers", "1", "caller-1.does", "gives-up"));
  }

  @Test
  void zoo_56_the_call_is_offered_to_an_agent_whose_phone_is_not_reached() {
    holds("NO-ORPHAN", Map.of("callers", "1", "clerk-1.does", "fails"));
  }

  @Test
  void zoo_67_an_offer_is_missed_and_the_agent_is_there_for_the_next() {
    holds("CAPACITY", Map.of("callers", "2", "clerk-1.does", "no-answer"));
  }

  @Test
  void zoo_73_three_callers_and_two_agents() {
    holds("CAPACITY", Map.of("callers", "3"));
  }

  /** No law is broken, and this one could have been, again and again. */
  private static void holds(String law, Map<String, String> pins) {
    Exploration exploration =
        new Explorer(new Runner())
            .explore(
                Subjects.switchboard(), Scenario.INBOUND, new Explorer.Plan(1, SEEDS, null, pins));
    assertEquals(
        List.of(),
        exploration.findings().stream().map(it -> it.law() + " " + it.smallest().seed()).toList());
    assertTrue(exploration.trouble().isEmpty(), () -> exploration.trouble().toString());
    assertTrue(
        exploration.tallies().get(law).held() >= 10,
        () -> law + " is hardly exercised: " + exploration.tallies().get(law));
  }
}
