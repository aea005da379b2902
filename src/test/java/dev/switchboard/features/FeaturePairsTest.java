package dev.switchboard.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FeaturePairsTest {

  private static final Path FEATURES = ProjectFolder.path().resolve("features");

  @Test
  void both_languages_have_the_same_files() throws IOException {
    assertEquals(names("en"), names("ja"));
  }

  @Test
  void both_languages_have_the_same_scenarios_in_the_same_order() throws IOException {
    for (String file : names("en")) {
      assertEquals(tags("en", file), tags("ja", file), file);
    }
  }

  @Test
  void every_scenario_has_one_tag_of_its_own() throws IOException {
    List<List<String>> seen = new ArrayList<>();
    for (String file : names("en")) {
      for (List<String> tags : tags("en", file)) {
        assertEquals(1, tags.size(), file + " " + tags);
        assertTrue(tags.get(0).matches("@(S|ZOO)-[0-9]{2}"), file + " " + tags);
        boolean sameOutline = !seen.isEmpty() && seen.get(seen.size() - 1).equals(tags);
        assertTrue(sameOutline || !seen.contains(tags), tags + " stands at two scenarios");
        seen.add(tags);
      }
    }
    assertTrue(seen.stream().distinct().count() >= 12, "only " + seen.stream().distinct().count());
  }

  @Test
  void paired_scenarios_have_as_many_steps() throws IOException {
    for (String file : names("en")) {
      assertEquals(lengths("en", file), lengths("ja", file), file);
    }
  }

  private static List<String> names(String language) throws IOException {
    try (Stream<Path> files = Files.list(FEATURES.resolve(language))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<List<String>> tags(String language, String file) {
    return scenarios(language, file).stream().map(Pickle::getTags).toList();
  }

  private static List<Integer> lengths(String language, String file) {
    return scenarios(language, file).stream().map(Pickle::getSteps).map(List<Step>::size).toList();
  }

  private static List<Pickle> scenarios(String language, String file) {
    return Parsed.scenarios(FEATURES.resolve(language).resolve(file));
  }
}
