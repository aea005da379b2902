package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of real mistakes names twins that exist, each with the law it breaks. */
class ZooTest {

  private static final Path LIST =
      Path.of(System.getProperty("partyline.root", ".."), "src/ZOO.md");
  private static final Pattern SHOWN = Pattern.compile("`([a-z0-9-]+)` \\(([A-Z-]+)\\)");

  @Test
  void every_twin_of_the_list_exists_and_breaks_the_law_it_stands_with() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(LIST));
    int count = 0;
    while (shown.find()) {
      assertEquals(shown.group(2), Subjects.named(shown.group(1)).breaks(), shown.group(1));
      count++;
    }
    assertTrue(count > 30, "only " + count + " twins are named");
  }

  @Test
  void every_twin_is_in_the_list_but_those_of_other_collections() throws IOException {
    String list = Files.readString(LIST);
    List<String> missing = new ArrayList<>();
    for (Subject twin : Twins.all()) {
      if (!list.contains("`" + twin.name() + "`")) {
        missing.add(twin.name());
      }
    }
    assertEquals(List.of("wait-one-second", "leaves-region-out", "sdk-repeats"), missing);
  }
}
