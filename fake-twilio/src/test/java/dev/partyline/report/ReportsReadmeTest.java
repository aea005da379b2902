package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportsReadmeTest {

  private static String readme() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("reports/README.md"))) {
      here = here.getParent();
    }
    assertTrue(here != null, "reports/README.md is in no folder above this one");
    return Files.readString(here.resolve("reports/README.md"));
  }

  /** The paragraph of each type, by its word. */
  private static Map<String, String> paragraphs(String readme) {
    Map<String, String> paragraphs = new LinkedHashMap<>();
    Matcher type = Pattern.compile("(?s)\\*\\*`([a-z-]+)`\\*\\*(.*?)(\n\n|\\z)").matcher(readme);
    while (type.find()) {
      paragraphs.put(type.group(1), type.group(2));
    }
    return paragraphs;
  }

  @Test
  void every_type_and_every_field_of_the_journal_is_described_in_order() throws IOException {
    Map<String, String> paragraphs = paragraphs(readme());

    for (Class<? extends Happening> kind : kinds()) {
      String word = Fields.word(kind);
      String text = paragraphs.get(word);
      assertTrue(text != null, "reports/README.md does not describe " + word);
      int from = 0;
      for (RecordComponent field : kind.getRecordComponents()) {
        int found = text.indexOf("`" + field.getName() + "`", from);
        assertTrue(found >= 0, word + ": " + field.getName() + " is missing or out of order");
        from = found;
      }
    }
    assertEquals(
        kinds().size(), paragraphs.size(), "types described that are none: " + paragraphs.keySet());
  }

  @Test
  void the_schema_number_is_the_one_that_is_written() throws IOException {
    assertTrue(readme().contains("schema " + Happening.SCHEMA + "\n"));
  }

  @Test
  void the_words_are_those_of_the_ndjson() {
    assertEquals("conference-opened", Fields.word(Happening.ConferenceOpened.class));
    assertEquals("noted", Fields.word(Happening.Noted.class));
  }

  private static List<Class<? extends Happening>> kinds() {
    List<Class<? extends Happening>> kinds = new ArrayList<>();
    for (Class<?> kind : Happening.class.getPermittedSubclasses()) {
      kinds.add(kind.asSubclass(Happening.class));
    }
    return kinds;
  }
}
