package dev.switchboard.features;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a run of feature files printed, and its exit code. */
record Printed(int exit, String text) {

  static Printed by(Path root, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int exit = FeatureRun.of(args, root, out);
    return new Printed(exit, bytes.toString(StandardCharsets.UTF_8));
  }
}
