package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is there is there. */
class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("partyline.root", ".."));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+?)\\)");
  private static final Pattern CLASS = Pattern.compile("`(dev\\.[a-z.]+\\.[A-Z][A-Za-z]*)`");
  private static final Pattern REPLAY = Pattern.compile("args=\"replay ([^\"]+)\"");
  private static final Pattern WORDS = Pattern.compile("-Dpartyline\\.args=\"([a-z]+)");
  private static final Pattern PROFILE = Pattern.compile("mvn [^`\n]*-P([a-z]+)");

  @Test
  void every_link_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        boolean external = link.group(1).contains("://");
        if (!external && !Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(ROOT.relativize(document) + " -> " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void every_class_that_is_named_exists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      Matcher name = CLASS.matcher(Files.readString(document));
      while (name.find()) {
        try {
          Class.forName(name.group(1), false, getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
          missing.add(ROOT.relativize(document) + ": " + name.group(1));
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void every_seed_word_and_profile_in_a_command_is_known() throws IOException {
    String pom =
        Files.readString(ROOT.resolve("pom.xml")) + Files.readString(ROOT.resolve("src/pom.xml"));
    for (Path document : documents()) {
      String text = Files.readString(document);
      Matcher replay = REPLAY.matcher(text);
      while (replay.find()) {
        if (!replay.group(1).contains("<")) {
          Subjects.named(Seed.parse(replay.group(1)).subject());
        }
      }
      Matcher words = WORDS.matcher(text);
      while (words.find()) {
        assertTrue(
            List.of("explore", "replay", "orders", "hashes", "bench").contains(words.group(1)),
            document + ": " + words.group(1));
      }
      Matcher profile = PROFILE.matcher(text);
      while (profile.find()) {
        assertTrue(
            pom.contains("<id>" + profile.group(1) + "</id>"),
            document + ": -P" + profile.group(1));
      }
    }
  }

  @Test
  void the_readme_tells_the_story_that_the_program_tells() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String line :
        List.of(
            "agent-1 dials customer-1",
            "customer-1 is busy; CF…01 is empty and ends",
            "a second conference CF…02 of that name is made, without status callbacks")) {
      assertTrue(readme.contains(line), line);
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files =
        Files.find(
            ROOT,
            4,
            (path, attributes) ->
                path.toString().endsWith(".md") && !path.toString().contains("target"))) {
      return files.sorted().toList();
    }
  }
}
