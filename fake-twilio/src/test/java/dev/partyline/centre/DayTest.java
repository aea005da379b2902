package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.centre.day.Day;
import dev.partyline.centre.day.DayResult;
import dev.partyline.centre.day.DaySettings;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayTest {

  private static final DaySettings SMALL = new DaySettings(7, 4, 150, 2);

  @Test
  void a_day_has_all_that_happens_in_a_centre_and_breaks_no_law() {
    DayResult day = Day.of(SMALL);
    DayResult.Counts counts = day.counts();
    assertEquals(List.of(), day.faults());
    assertEquals(150, counts.calls());
    assertEquals(150, counts.served() + counts.abandoned());
    assertTrue(counts.abandoned() > 0, "too many calls for four agents: " + counts);
    assertTrue(counts.holds() > 0 && counts.transfers() > 0 && counts.breaks() > 0, "" + counts);
    assertEquals(counts.served(), counts.wrapUps());
    List<String> broken =
        Laws.judge(day.journal()).entrySet().stream()
            .filter(verdict -> verdict.getValue().violated())
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), broken);
    assertEquals(Verdict.Standing.HELD, Laws.judge(day.journal()).get("CAPACITY").standing());
  }

  @Test
  void the_same_seed_gives_the_same_journal_and_another_one_another() {
    String once = NdjsonWriter.hash(Day.of(SMALL).journal());
    assertEquals(once, NdjsonWriter.hash(Day.of(SMALL).journal()));
    assertNotEquals(once, NdjsonWriter.hash(Day.of(new DaySettings(8, 4, 150, 2)).journal()));
  }

  @Test
  void a_day_without_agents_is_refused_with_what_may_be_said() {
    assertEquals(
        "agents is 0; it must be from 1 to 1000",
        assertThrows(IllegalArgumentException.class, () -> new DaySettings(1, 0, 1, 1))
            .getMessage());
  }
}
