package dev.partyline.knob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No knob is dead: the platform asks for each, and a test turns each. */
class EveryKnobActsTest {

  private static final Path MODULE =
      Path.of(System.getProperty("partyline.root", ".."), "fake-twilio");
  private static final Pattern ASKED = Pattern.compile("\\bKnob\\.([A-Z][A-Z0-9_]+)\\b");

  /** Set as a value beside its name: by a method, in a map, or by its key in a live door. */
  private static final Pattern TURNED =
      Pattern.compile(
          "\\bKnob\\.([A-Z][A-Z0-9_]+),\\s*[^\\s)]|\"([a-z]+(?:\\.[A-Za-z]+)+)\\\\?\"[,:]");

  @Test
  void the_platform_asks_for_every_knob() {
    Set<Knob> asked = new LinkedHashSet<>();
    for (String text : sources("src/main/java", "/dev/partyline/knob/")) {
      Matcher found = ASKED.matcher(text);
      while (found.find()) {
        asked.add(Knob.valueOf(found.group(1)));
      }
    }
    assertEquals(List.of(), without(asked), "nobody asks for these knobs: they change nothing");
  }

  @Test
  void a_test_turns_every_knob() {
    Set<Knob> turned = new LinkedHashSet<>();
    for (String text : sources("src/test/java", "EveryKnobActsTest")) {
      Matcher found = TURNED.matcher(text);
      while (found.find()) {
        if (found.group(1) != null) {
          turned.add(Knob.valueOf(found.group(1)));
        } else {
          Arrays.stream(Knob.values())
              .filter(knob -> knob.key().equals(found.group(2)))
              .forEach(turned::add);
        }
      }
    }
    assertEquals(
        List.of(),
        without(turned),
        "no test sets these knobs; write one that shows what is different with each value");
  }

  private static List<String> without(Set<Knob> some) {
    return Arrays.stream(Knob.values())
        .filter(knob -> !some.contains(knob))
        .map(Knob::key)
        .toList();
  }

  private static List<String> sources(String folder, String butNot) {
    Path root = MODULE.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      List<String> texts =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().replace('\\', '/').contains(butNot))
              .map(EveryKnobActsTest::text)
              .toList();
      assertTrue(texts.size() > 100, "only " + texts.size() + " files are read from " + root);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
