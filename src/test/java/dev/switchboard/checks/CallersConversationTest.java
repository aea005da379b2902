package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.journal.Happening.LegCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the laws about a caller's conversation rest on. */
class CallersConversationTest {

  @Test
  void leg_that_is_rung_for_an_offer_belongs_to_the_callers_conversation() {
    Seed seed =
        new Seed(
            Subjects.switchboard().name(),
            Scenario.INBOUND.name(),
            null,
            Map.of("callers", "1", "clerk-1.does", "rejects"));
    RunResult run = new Runner().run(Subjects.switchboard(), Scenario.INBOUND, seed);
    List<String> legs = new ArrayList<>();
    run.journal()
        .forEach(
            entry -> {
              if (entry.what() instanceof LegCreated made) {
                legs.add(made.party() + " in " + made.conversation());
              }
            });
    assertEquals(
        List.of("caller-1 in incoming-1", "clerk-1 in incoming-1", "clerk-2 in incoming-1"), legs);
  }
}
