package dev.partyline.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.journal.Happening.WebhookLost;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {

  private final Journal journal = new Journal();

  @Test
  void entries_are_counted_from_zero_without_gaps() {
    journal.add(5, new WebhookLost("w1"));
    journal.add(5, new WebhookLost("w2"));
    assertEquals(new Entry(0, 5, new WebhookLost("w1")), journal.entries().get(0));
    assertEquals(new Entry(1, 5, new WebhookLost("w2")), journal.entries().get(1));
    assertEquals(5, journal.end());
  }

  @Test
  void an_entry_before_the_last_one_is_refused_with_both_times() {
    journal.add(5, new WebhookLost("w1"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> journal.add(4, new WebhookLost("w2")))
            .getMessage();
    assertTrue(message.contains("at 4 ms follows one at 5 ms"), message);
    assertEquals(1, journal.entries().size());
  }

  @Test
  void entries_cannot_be_changed_from_outside() {
    assertThrows(UnsupportedOperationException.class, () -> journal.entries().clear());
  }

  @Test
  void an_empty_journal_ends_at_zero_and_never_began() {
    assertEquals(0, journal.end());
    assertNull(journal.began());
  }

  @Test
  void the_beginning_is_the_first_entry_or_none() {
    RunBegan began = new RunBegan(1, "app", "story", "7", "2026-01-01T00:00:00Z", Map.of());
    journal.add(0, began);
    assertEquals(began, journal.began());

    Journal other = new Journal();
    other.add(0, new WebhookLost("w1"));
    other.add(0, began);
    assertNull(other.began());
  }
}
