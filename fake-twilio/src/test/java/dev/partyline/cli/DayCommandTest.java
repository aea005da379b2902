package dev.partyline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.NdjsonReader;
import dev.partyline.journal.NdjsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return PartylineCommand.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void small_day_is_played_judged_and_compared_with_itself(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("day.ndjson");
    int code =
        run(
            "day",
            "--agents",
            "4",
            "--calls",
            "60",
            "--hours",
            "1",
            "--seed",
            "8",
            "--rounds",
            "2",
            "--journal",
            file.toString());
    assertEquals(ExitCode.GOOD, code, () -> out + "\n" + err);
    String text = out.toString();
    assertTrue(text.contains("60 calls in 1 h to 4 agents, seed 8: "), text);
    assertTrue(text.contains("ALONE held"), text);
    assertTrue(text.contains("2 rounds: the first took "), text);
    assertTrue(text.contains("All 2 have the same journal"), text);
    try (InputStream written = Files.newInputStream(file)) {
      String hash = NdjsonWriter.hash(NdjsonReader.read(written));
      assertTrue(text.contains("XXH3 " + hash), text);
    }
  }

  @Test
  void what_cannot_be_played_is_refused_by_its_name() {
    assertEquals(ExitCode.USAGE, run("day", "--rounds", "0"));
    assertTrue(err.toString().contains("rounds is 0; it must be at least 1"), err::toString);
    assertEquals(ExitCode.USAGE, run("day", "--hours", "25"));
    assertTrue(err.toString().contains("hours is 25; it must be from 1 to 24"), err::toString);
    assertEquals("", out.toString());
  }
}
