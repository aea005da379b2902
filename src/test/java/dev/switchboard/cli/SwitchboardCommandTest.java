package dev.switchboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchboardCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... words) {
    return SwitchboardCommand.run(
        words, environment, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private String config(String text) throws IOException {
    Path file = folder.resolve("switchboard.yml");
    Files.writeString(file, text);
    return "--config=" + file;
  }

  @Test
  void words_that_make_no_sense_are_answered_with_what_there_is() {
    assertEquals(2, run(Map.of(), "sreve"));
    assertTrue(err.toString().contains("serve"), err::toString);
    assertEquals(2, run(Map.of()));
    assertTrue(err.toString().contains("--config switchboard.yml"), err::toString);
  }

  @Test
  void sample_that_is_printed_passes_the_check() throws IOException {
    assertEquals(0, run(Map.of(), "sample"));
    String hash = "pbkdf2-sha256.210000." + "a".repeat(22) + "." + "b".repeat(43);
    Map<String, String> environment =
        Map.of("TWILIO_AUTH_TOKEN", "t", "AIKO_PASSWORD_HASH", hash, "SATO_PASSWORD_HASH", hash);
    assertEquals(0, run(environment, "check-config", config(out.toString())), err::toString);
    assertTrue(out.toString().contains("is good"), out::toString);
  }

  @Test
  void wrong_configuration_is_told_in_sentences_and_without_a_stack() throws IOException {
    for (String command : new String[] {"check-config", "serve", "setup"}) {
      assertEquals(2, run(Map.of(), command, config("publicUrl: x\n")));
    }
    assertEquals(2, run(Map.of(), config("publicUrl: x\n")));
    assertTrue(err.toString().contains("switchboard.yml:1:12:"), err::toString);
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @Test
  void version_names_program_and_java() {
    assertEquals(0, run(Map.of(), "version"));
    assertTrue(out.toString().startsWith("Switchboard "), out::toString);
  }
}
