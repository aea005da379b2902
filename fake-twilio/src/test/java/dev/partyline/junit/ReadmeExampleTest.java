package dev.partyline.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

  private static final Path MODULE = Path.of(System.getProperty("partyline.root"), "fake-twilio");

  @Test
  void every_line_of_the_readme_s_example_is_a_line_of_a_test_that_runs() throws IOException {
    String readme = Files.readString(MODULE.resolve("README.md"));
    String test =
        Files.readString(MODULE.resolve("src/test/java/dev/partyline/junit/SimulatedTest.java"));
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertTrue(block.find(), "the README shows an example in Java");
    block.group(1).lines().forEach(line -> assertTrue(test.contains(line), line));
  }

  @Test
  void the_readme_s_knobs_and_presets_are_there() throws IOException {
    String readme = Files.readString(MODULE.resolve("README.md"));
    Matcher knobs = Pattern.compile("knobs = \"([^\"]+)\"").matcher(readme);
    assertTrue(knobs.find());
    KnobTexts.turned(dev.partyline.knob.Preset.named("hostile").knobs(), knobs.group(1));
  }
}
