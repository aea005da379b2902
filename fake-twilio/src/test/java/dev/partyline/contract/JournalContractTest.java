package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.world.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalContractTest {

  @BeforeEach
  void needs_the_vendors_documents() {
    JournalContract.assumeDocuments();
  }

  @Test
  void answers_of_a_run_are_all_looked_at() {
    Stage stage = new Stage().application(0, app -> app.participant("N")).run();
    assertEquals(
        new JournalContract.Found(1, java.util.List.of()), JournalContract.look(stage.journal()));
  }

  @Test
  void an_answer_with_a_field_too_few_is_found_and_one_that_never_came_is_not_looked_at() {
    String path = Stage.ACCOUNT + "/Calls/" + Stage.sid("CA", 1) + ".json";
    Journal journal = new Journal();
    for (String name : new String[] {"r1", "r2"}) {
      journal.add(0, new Happening.RestSent(name, "test", "GET", path, Map.of()));
    }
    journal.add(1, new Happening.RestReturned("r1", 200, "{\"sid\":\"CA1\"}"));
    journal.add(1, new Happening.RestReturned("r2", 0, ""));

    JournalContract.Found found = JournalContract.look(journal);

    assertEquals(1, found.answers());
    assertTrue(found.problems().get(0).startsWith("FetchCall (GET "), found.problems()::toString);
  }
}
