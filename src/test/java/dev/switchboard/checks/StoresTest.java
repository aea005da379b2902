package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulated runs on real databases. */
class StoresTest {

  private final Runner runner = new Runner();

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRES"})
  void a_seed_gives_the_same_journal_on_a_database_as_in_memory(KeptIn database) {
    assumeTrue(isHere(database), "there is no such database on this machine");
    for (Scenario scenario : List.of(Scenario.MIXED_PAIR, Scenario.MIXED_STORE)) {
      for (long number = 1; number <= 8; number++) {
        Seed seed = Seed.drawn("switchboard", scenario.name(), number);
        RunResult inMemory = runner.run(new SwitchboardSubject(), scenario, seed);
        RunResult onDatabase = runner.run(new SwitchboardSubject(database), scenario, seed);
        assertEquals(inMemory.hash(), onDatabase.hash(), seed::toString);
        assertTrue(onDatabase.outcome().kind().judgeable(), seed::toString);
        assertFalse(onDatabase.violated(), seed::toString);
      }
    }
  }

  private static boolean isHere(KeptIn database) {
    try {
      database.require();
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }

  @Test
  void a_store_of_another_name_is_refused_with_those_that_there_are() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new SwitchboardWorkbench().on("oracle"));
    assertEquals("no store 'oracle'; there are [memory, h2, postgres]", refused.getMessage());
  }

  @Test
  void a_replay_on_another_store_names_it() {
    assertTrue(
        new SwitchboardWorkbench().on("h2").command("replay x").contains("replay x --store h2"));
  }
}
