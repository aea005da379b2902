package dev.switchboard;

import dev.switchboard.cli.SwitchboardCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program in {@code switchboard.jar}. */
public final class Main {

  private Main() {}

  /** Carries out the words; ends the process with the exit code. */
  public static void main(String[] words) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(SwitchboardCommand.run(words, System.getenv(), out, err));
  }
}
