package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexPageTest {

  private static SubjectReport subject(boolean knownBad, long violated) {
    LinkedHashMap<String, LawTally> tallies = new LinkedHashMap<>();
    tallies.put("ALONE", new LawTally(100 - violated, violated, 0));
    return new SubjectReport(
        "two-step-dial",
        knownBad,
        knownBad ? "ALONE" : null,
        tallies,
        100,
        812,
        List.of(Journals.classicRun()));
  }

  @Test
  void a_run_is_listed_with_its_laws_seed_command_and_link() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put(Journals.classicRun().name(), "runs/classic.html");
    String page = IndexPage.of(List.of(subject(true, 88)), links);

    for (String part :
        List.of(
            "All as it should be",
            ">caught<",
            "ALONE violated in 88 of 100",
            "100 schedules in 0.8 s",
            "href=\"runs/classic.html\"",
            ">NO-ORPHAN<",
            "random:42",
            "java -jar partyline.jar replay",
            "outbound call, customer busy")) {
      assertTrue(page.contains(part), part);
    }
  }

  @Test
  void a_sound_subject_that_broke_a_law_and_a_bad_one_not_caught_are_not_as_they_should_be() {
    String page = IndexPage.of(List.of(subject(false, 1), subject(true, 0)), Map.of());

    assertTrue(page.contains("2 of 2 subjects not as they should be"));
    assertTrue(page.contains(">broken<"));
    assertTrue(page.contains(">not caught<"));
    assertFalse(page.contains("href="));
  }

  @Test
  void no_subject_is_not_called_a_success() {
    assertTrue(IndexPage.of(List.of(), Map.of()).contains("Nothing was run"));
  }
}
