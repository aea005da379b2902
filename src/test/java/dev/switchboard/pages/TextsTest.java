package dev.switchboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Button;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void both_languages_have_the_same_texts() {
    assertEquals(Texts.ENGLISH.keys(), Texts.JAPANESE.keys());
  }

  @Test
  void every_text_that_a_template_names_is_there() throws IOException {
    Path templates = Path.of(System.getProperty("partyline.root"), "src", "main", "jte");
    Pattern named = Pattern.compile("of\\(\"([a-z-]+)\"\\)");
    try (Stream<Path> files = Files.list(templates)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher matcher = named.matcher(Files.readString(file));
        while (matcher.find()) {
          assertTrue(
              Texts.ENGLISH.keys().contains(matcher.group(1)), file + ": " + matcher.group());
        }
      }
    }
  }

  @Test
  void every_button_and_state_has_a_text() {
    for (String readiness : List.of("ready", "break", "away", "unknown")) {
      assertTrue(Texts.JAPANESE.keys().contains("readiness." + readiness), readiness);
    }
    for (String button : Button.words()) {
      assertTrue(Texts.JAPANESE.keys().contains(button), button);
    }
    for (String state :
        List.of(
            "joining",
            "dialling",
            "talking",
            "held",
            "consulting",
            "transferring",
            "asked",
            "queued",
            "offered",
            "wrap-up",
            "ending")) {
      assertTrue(Texts.JAPANESE.keys().contains("state." + state), state);
    }
  }
}
