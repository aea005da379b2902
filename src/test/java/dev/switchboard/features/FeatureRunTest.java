package dev.switchboard.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatureRunTest {

  private static final String BUSY =
      """
      Feature: f
        Scenario: stranded
          Given the program two-step-dial
          And the customer's line is busy 100 ms after being dialled
          When the agent dials
          Then %s
        Scenario: fine
          Given the program two-step-dial
          And the customer answers
          When the agent dials
          Then the customer and the agent are connected
      """;

  @TempDir private Path root;

  @Test
  void all_passed() throws IOException {
    Printed printed = run(BUSY.formatted("law ALONE is broken"));
    assertEquals(FeatureRun.PASSED, printed.exit(), printed.text());
    assertEquals(
        "ok      a.feature:2  stranded\nok      a.feature:7  fine\n2 scenarios, 2 ok\n",
        printed.text());
  }

  @Test
  void a_failure_tells_the_story_the_seed_and_how_to_see_it_again() throws IOException {
    Printed printed = run(BUSY.formatted("all laws hold"));
    assertEquals(FeatureRun.FAILED, printed.exit(), printed.text());
    printed(printed, "FAILED  a.feature:2  stranded", "line 6: Then all laws hold");
    printed(printed, "law ALONE is broken", "customer-1 is busy", "<- ALONE");
    printed(
        printed,
        "-Dpartyline.args=\"replay"
            + " two-step-dial/outbound/customer-1.does=busy,customer-1.busy=100\"",
        "2 scenarios, 1 ok, 1 not");
  }

  @Test
  void any_line_of_a_scenario_picks_it_alone() throws IOException {
    write(BUSY.formatted("all laws hold"), StandardCharsets.UTF_8);
    Printed printed = Printed.by(root, "a.feature:9");
    assertEquals("ok      a.feature:7  fine\n1 scenario, 1 ok\n", printed.text());
    assertEquals(FeatureRun.WRONG, Printed.by(root, "a.feature:1").exit());
  }

  @Test
  void many_timings_fail_with_the_shortest_story() throws IOException {
    Printed printed =
        run(
            """
            Feature: f
              Scenario: s
                Given the program two-step-dial
                And the customer's line is busy
                When 100 different timings are tried
                Then all laws hold in all of them
            """);
    assertEquals(FeatureRun.FAILED, printed.exit(), printed.text());
    printed(printed, "of 100 timings", "first in timing ", "replay two-step-dial/outbound/");
  }

  @Test
  void a_law_that_no_timing_breaks_is_not_broken_in_some() throws IOException {
    Printed printed =
        run(
            """
            Feature: f
              Scenario: s
                Given the program two-step-dial
                When 5 different timings are tried
                Then law ONCE is broken in some of them
            """);
    assertEquals(FeatureRun.FAILED, printed.exit(), printed.text());
    printed(printed, "law ONCE is broken in some of 5 timings", "it held in 5");
  }

  @Test
  void what_is_not_gherkin_is_shown_with_its_line() throws IOException {
    Printed printed = run("Feature: f\n  Scenario: s\n    Given the program x\n    hello\n");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "a.feature:4: 'hello' cannot stand here", "Given, When, Then");
  }

  @Test
  void japanese_without_its_first_line_is_told_of_it() throws IOException {
    Printed printed = run("機能: f\n  シナリオ: s\n");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "a.feature:1: '機能: f' cannot stand here", "# language: ja");
  }

  @Test
  void a_step_that_there_is_not_brings_the_nearest_of_its_language() throws IOException {
    Printed english = run("Feature: f\n  Scenario: s\n    When the agent calls\n");
    assertEquals(FeatureRun.WRONG, english.exit());
    printed(english, "line 3: When the agent calls", "When the agent(s) dial(s)");
    Printed japanese = run("# language: ja\n機能: f\n  シナリオ: s\n    もし オペレータが発信\n");
    assertEquals(FeatureRun.WRONG, japanese.exit());
    printed(japanese, "line 4: もし オペレータが発信", "もし オペレーターが発信する");
  }

  @Test
  void a_number_of_the_wrong_form_is_shown_with_examples() throws IOException {
    Printed printed =
        run("Feature: f\n  Scenario: s\n    Given every callback is 1,5 seconds late\n");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "line 3", "'1,5 seconds' is no time span");
  }

  @Test
  void a_time_that_the_platform_cannot_take_is_refused_and_not_rounded() throws IOException {
    Printed printed = run(BUSY.replace("100 ms", "10 seconds").formatted("all laws hold"));
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "customer-1.busy cannot be 10000 ms", "5000 ms");
  }

  @Test
  void a_scenario_that_checks_nothing_does_not_pass() throws IOException {
    Printed printed =
        run(
            """
            Feature: f
              Scenario: s
                Given the program two-step-dial
                When the agent dials
            """);
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "the scenario checks nothing");
  }

  @Test
  void a_program_that_there_is_not_brings_those_that_there_are() throws IOException {
    Printed printed = run("Feature: f\n  Scenario: s\n    Given the program nonesuch\n");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "no program 'nonesuch'", "switchboard", "two-step-dial");
  }

  @Test
  void a_file_that_there_is_not_is_wrong_usage() throws IOException {
    Files.createDirectories(root.resolve("features"));
    Files.writeString(root.resolve("features/b.feature"), "Feature: f\n");
    Printed printed = Printed.by(root, "features/a.feature");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "there is no features/a.feature", "there are: features/b.feature");
  }

  @Test
  void files_without_scenarios_are_wrong_usage() throws IOException {
    assertEquals(FeatureRun.WRONG, run("").exit());
    assertEquals(FeatureRun.WRONG, run("Feature: f\n").exit());
    assertEquals(FeatureRun.WRONG, Printed.by(root, "a.feature", "b.feature").exit());
  }

  @Test
  void a_file_in_another_encoding_is_told_apart() throws IOException {
    write("# language: ja\n機能: f\n", Charset.forName("Shift_JIS"));
    Printed printed = Printed.by(root, "a.feature");
    assertEquals(FeatureRun.WRONG, printed.exit());
    printed(printed, "a.feature is not written in UTF-8");
  }

  private Printed run(String text) throws IOException {
    write(text, StandardCharsets.UTF_8);
    return Printed.by(root, "a.feature");
  }

  private void write(String text, Charset charset) throws IOException {
    Files.write(root.resolve("a.feature"), text.getBytes(charset));
  }

  private static void printed(Printed printed, String... parts) {
    for (String part : parts) {
      assertTrue(printed.text().contains(part), () -> part + " is not in\n" + printed.text());
    }
  }
}
