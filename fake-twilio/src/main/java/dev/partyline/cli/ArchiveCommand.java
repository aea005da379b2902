package dev.partyline.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an archive of loaded classes, with which the jar starts in less than half the time. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description =
        "Writes an archive of this jar's classes for this JDK; 'java -XX:SharedArchiveFile=FILE"
            + " -jar partyline.jar serve' starts faster with it.")
final class ArchiveCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The archive; default partyline.jsa beside the jar.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path jar = jar();
    Path archive = file == null ? jar.resolveSibling("partyline.jsa") : file.toAbsolutePath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.deleteIfExists(archive);
    Process child =
        new ProcessBuilder(
                java.toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-jar",
                jar.toString(),
                "warm-up")
            .inheritIO()
            .start();
    int code = child.waitFor();
    if (code != 0 || !Files.exists(archive)) {
      throw new IllegalStateException(
          "the JVM wrote no archive to " + archive + " and ended with " + code);
    }
    Screen screen = new Screen(spec.commandLine().getOut());
    screen.line("%s, %,d bytes, for Java %s", archive, Files.size(archive), Runtime.version());
    screen.line("To start soonest:");
    screen.line(
        "  java -XX:SharedArchiveFile=%s -XX:TieredStopAtLevel=1 -jar %s serve", archive, jar);
    screen.line("To answer most requests a second:");
    screen.line("  java -XX:SharedArchiveFile=%s -XX:+UseParallelGC -jar %s serve", archive, jar);
    return ExitCode.GOOD;
  }

  private static Path jar() {
    try {
      Path place =
          Path.of(ArchiveCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(place)) {
        return place;
      }
      throw new IllegalArgumentException(
          "only partyline.jar can be archived, and this runs from " + place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
