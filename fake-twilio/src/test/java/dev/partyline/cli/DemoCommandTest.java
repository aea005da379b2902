package dev.partyline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @Test
  void program_that_is_not_built_is_told_with_how_to_build_it(@TempDir Path folder) {
    StringWriter err = new StringWriter();
    String jar = folder.resolve("switchboard.jar").toString();
    int code =
        PartylineCommand.run(
            new String[] {"demo", "--switchboard", jar},
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true));
    assertEquals(ExitCode.USAGE, code);
    assertTrue(err.toString().contains(jar), err::toString);
    assertTrue(err.toString().contains("mvn -q -DskipTests package"), err::toString);
  }
}
