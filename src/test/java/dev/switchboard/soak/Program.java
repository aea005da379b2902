package dev.switchboard.soak;

import dev.partyline.world.Account;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One instance of switchboard.jar, which can be killed and started again at the same port. */
final class Program implements AutoCloseable {

  private final Path jar;
  private final Path folder;
  private final String clock;
  private final int port;
  private Process process;

  Program(Path jar, Path folder, String name, String configuration, String clock)
      throws IOException {
    this.jar = jar;
    this.folder = folder.resolve(name);
    this.clock = clock;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    Files.createDirectories(this.folder);
    Files.writeString(
        this.folder.resolve("switchboard.yml"), configuration.replace("PORT", "" + port));
    start();
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dswitchboard.clock=" + clock,
            "-jar",
            jar.toAbsolutePath().toString(),
            "serve");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    builder.environment().put("SOAK_TOKEN", Account.TOKEN);
    process = builder.start();
  }

  private File log() {
    return folder.resolve("log").toFile();
  }

  /** SIGKILL: nothing is said to anybody. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  String lastWords() throws IOException {
    String text = Files.readString(log().toPath());
    return text.substring(Math.max(0, text.length() - 2000));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
