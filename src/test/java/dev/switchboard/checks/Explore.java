package dev.switchboard.checks;

import dev.partyline.cli.PartylineCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command behind {@code mvn -q -Pexplore verify}. */
public final class Explore {

  private Explore() {}

  /** Carries out the words; ends the process with the command's exit code. */
  public static void main(String[] words) {
    XmlFactories.nameThem();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(PartylineCommand.run(new SwitchboardWorkbench(), words, out, err));
  }
}
