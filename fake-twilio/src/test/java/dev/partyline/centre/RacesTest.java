package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.centre.races.Races;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.sim.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RacesTest {

  static List<String> names() {
    return Races.all().stream().map(Race::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_scenario_ends_as_it_says(String name) {
    Race race = Races.named(name);
    Centre centre = race.played();
    assertFalse(
        centre.outcome().kind() == Outcome.Kind.FAULT
            || centre.outcome().kind() == Outcome.Kind.LEAK,
        () -> centre.outcome().describe());
    List<String> wrong =
        race.facts().stream()
            .filter(fact -> !fact.holds().test(centre))
            .map(Fact::sentence)
            .toList();
    assertEquals(List.of(), wrong, () -> name + " answered " + centre.answers());
    assertFalse(centre.appFailed(), () -> name + ": a handler failed");
  }

  @Test
  void a_scenario_is_the_same_each_time() {
    for (String name :
        List.of("two-workers-accept", "unregistered-softphone-loop", "list-by-task-sid-lags")) {
      Race race = Races.named(name);
      assertEquals(
          NdjsonWriter.hash(race.played().journal()),
          NdjsonWriter.hash(race.played().journal()),
          name);
    }
  }

  @Test
  void at_least_forty_scenarios_ship_and_no_name_comes_twice() {
    Set<String> once = new TreeSet<>(names());
    assertEquals(names().size(), once.size());
    assertTrue(once.size() >= 40, "there are " + once.size());
  }

  @Test
  void a_misspelt_name_is_answered_with_the_nearest() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Races.named("two-workers-acept"));
    assertTrue(wrong.getMessage().contains("two-workers-accept"), wrong.getMessage());
  }
}
