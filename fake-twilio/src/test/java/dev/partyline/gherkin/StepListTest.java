package dev.partyline.gherkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class StepListTest {

  private static final Pattern WORD = Pattern.compile("\\{[a-z]+}");

  @Test
  void every_step_is_written_once_in_english_and_once_in_japanese() {
    Map<String, List<String>> languages = new LinkedHashMap<>();
    for (StepText step : StepList.all()) {
      languages.computeIfAbsent(step.method(), name -> new ArrayList<>()).add(step.language());
    }
    assertTrue(languages.size() >= 40, "only " + languages.size() + " steps");
    languages.forEach((method, known) -> assertEquals(List.of("en", "ja"), known, method));
  }

  @Test
  void both_languages_have_the_same_words_in_braces_in_the_same_order() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (StepText step : StepList.all()) {
      List<String> before = words.putIfAbsent(step.method(), words(step.expression()));
      if (before != null) {
        assertEquals(before, words(step.expression()), step.line());
      }
    }
  }

  @Test
  void no_text_stands_for_two_steps() {
    Set<String> seen = new LinkedHashSet<>();
    for (StepText step : StepList.all()) {
      assertTrue(seen.add(step.expression()), step.line());
    }
  }

  @Test
  void a_step_with_a_slip_of_the_pen_is_recognised_in_either_language() {
    assertEquals("{customer}'s line is busy", nearest("en", "the customers line is buzy"));
    assertEquals("オペレーターが発信する", nearest("ja", "オペレーターが発信します"));
  }

  private static String nearest(String language, String text) {
    return StepList.nearest(language, text, 1).get(0).expression();
  }

  private static List<String> words(String expression) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(expression);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
