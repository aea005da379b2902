package dev.partyline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program in {@code partyline.jar}. */
public final class Partyline {

  private Partyline() {}

  /** Carries out the words; ends the process with the command's exit code. */
  public static void main(String[] words) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(PartylineCommand.run(words, out, err));
  }
}
