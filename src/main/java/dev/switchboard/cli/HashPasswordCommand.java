package dev.switchboard.cli;

import dev.switchboard.live.Chance;
import dev.switchboard.people.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the hash of a password. */
@Command(
    name = "hash-password",
    mixinStandardHelpOptions = true,
    description =
        "Reads a password from the terminal, or a line from standard input, and prints its hash"
            + " for the configuration.")
final class HashPasswordCommand implements Callable<Integer> {

  private static final int LEAST = 8;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    char[] password = read();
    if (password == null || password.length < LEAST) {
      throw new IllegalArgumentException("A password has at least " + LEAST + " characters");
    }
    spec.commandLine().getOut().println(Password.hash(password, new Chance()));
    return 0;
  }

  private static char[] read() throws IOException {
    if (System.console() != null) {
      return System.console().readPassword("Password: ");
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? null : line.toCharArray();
  }
}
