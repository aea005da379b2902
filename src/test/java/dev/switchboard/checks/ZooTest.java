package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.centre.Race;
import dev.partyline.centre.races.Races;
import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The list of real mistakes is complete: each has a scenario which Switchboard passes, in both
 * languages, and names a twin that exists with the law it breaks.
 */
class ZooTest {

  private static final Path ROOT = Path.of(System.getProperty("partyline.root", ".."));
  private static final Path LIST = ROOT.resolve("src/ZOO.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (ZOO-[0-9]{2}) \\| .* \\| (.*) \\|$");
  private static final Pattern SHOWN = Pattern.compile("`([a-z0-9-]+)` \\(([A-Z-]+)\\)");
  private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+)`");

  /** What {@link InboundZooTest} has Switchboard play; a twin or a race shows what fails. */
  private static final Set<String> WITH_CALLERS =
      new TreeSet<>(
          Set.of(
              "ZOO-08", "ZOO-26", "ZOO-56", "ZOO-58", "ZOO-66", "ZOO-67", "ZOO-68", "ZOO-70",
              "ZOO-71", "ZOO-72", "ZOO-73", "ZOO-74"));

  @Test
  void every_twin_of_the_list_exists_and_breaks_the_law_it_stands_with() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(LIST));
    int count = 0;
    while (shown.find()) {
      assertEquals(shown.group(2), Subjects.named(shown.group(1)).breaks(), shown.group(1));
      count++;
    }
    assertTrue(count > 40, "only " + count + " twins are named");
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
    assertEquals(
        Set.of(
            "wait-one-second",
            "ends-strangers",
            "leaves-region-out",
            "whispers-unguarded",
            "never-wraps-up",
            "sdk-repeats"),
        Set.copyOf(missing));
  }

  @Test
  void every_case_of_the_collection_has_a_line() throws IOException {
    Path collection =
        Path.of(System.getProperty("twilio.oai.dir", "twilio-oai"))
            .resolveSibling("reference")
            .resolve("bug-zoo.md");
    assumeTrue(Files.exists(collection), "the collection of real mistakes is not at " + collection);
    Set<String> cases = new TreeSet<>();
    Matcher heading =
        Pattern.compile("(?m)^### (ZOO-[0-9]{2})\\b").matcher(Files.readString(collection));
    while (heading.find()) {
      cases.add(heading.group(1));
    }
    assertTrue(cases.size() > 50, "only " + cases.size() + " cases are read from " + collection);
    assertEquals(cases, new TreeSet<>(rows().keySet()));
  }

  @Test
  void every_case_without_callers_is_a_scenario_in_both_languages() throws IOException {
    Set<String> expected = new TreeSet<>(rows().keySet());
    expected.removeAll(WITH_CALLERS);
    assertEquals(expected, tags("en"));
    assertEquals(expected, tags("ja"));
  }

  @Test
  void every_case_names_a_twin_and_one_with_callers_at_least_a_race() throws IOException {
    Set<String> race = new TreeSet<>();
    rows()
        .forEach(
            (id, shown) -> {
              if (!SHOWN.matcher(shown).find()) {
                race.add(id);
              }
            });
    assertTrue(WITH_CALLERS.containsAll(race), () -> race + " show nothing that fails");
  }

  @Test
  void every_case_with_callers_is_a_test_by_its_id() {
    Set<String> played = new TreeSet<>();
    for (Method method : InboundZooTest.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        played.add(method.getName().substring(0, 6).replace("zoo_", "ZOO-"));
      }
    }
    assertEquals(WITH_CALLERS, played);
  }

  @Test
  void the_races_that_are_named_exist() throws IOException {
    List<String> races = Races.all().stream().map(Race::name).toList();
    for (Map.Entry<String, String> row : rows().entrySet()) {
      if (row.getValue().contains("race")) {
        Matcher named = NAMED.matcher(row.getValue());
        assertTrue(named.find(), row.getKey());
        do {
          assertTrue(races.contains(named.group(1)), row.getKey() + " names " + named.group(1));
        } while (named.find());
      }
    }
  }

  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(LIST));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  private static Set<String> tags(String language) throws IOException {
    Set<String> tags = new TreeSet<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("features").resolve(language))) {
      for (Path file : files.sorted().toList()) {
        Matcher tag =
            Pattern.compile("(?m)^ *@(ZOO-[0-9]{2})\\s*$").matcher(Files.readString(file));
        while (tag.find()) {
          tags.add(tag.group(1));
        }
      }
    }
    return tags;
  }
}
