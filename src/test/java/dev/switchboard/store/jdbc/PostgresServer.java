package dev.switchboard.store.jdbc;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own on the loopback address, in a temporary folder, run by somebody who is
 * not root; where the machine has the server.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path bin;
  private final Path folder;
  private final int port;

  private PostgresServer(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one; empty when this machine has no server, or none that starts. */
  public static Optional<PostgresServer> start() {
    Optional<Path> bin = newestInstalled();
    if (bin.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("switchboard-postgres");
      if (isRoot()) {
        run(List.of("chown", "postgres", folder.toString()));
      }
      int port = freePort();
      PostgresServer server = new PostgresServer(bin.get(), folder, port);
      server.initialise();
      return Optional.of(server);
    } catch (IOException failed) {
      System.err.println("PostgreSQL does not start here: " + failed.getMessage());
      return Optional.empty();
    }
  }

  private void initialise() throws IOException {
    String data = folder.resolve("data").toString();
    asUser("initdb", "-D", data, "-U", "switchboard", "-A", "trust", "-N", "-E", "UTF8");
    asUser(
        "pg_ctl",
        "-D",
        data,
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-h 127.0.0.1 -p " + port + " -F -c max_connections=200 -k " + folder,
        "start");
  }

  /** Its JDBC address; the user is {@code switchboard}, without a password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() {
    try {
      asUser("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException failed) {
      throw new IllegalStateException("PostgreSQL in " + folder + " does not stop", failed);
    }
  }

  private void asUser(String program, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(words));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    File output = File.createTempFile("switchboard-command", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(new File("/"))
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + ": " + Files.readString(output.toPath()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    } finally {
      Files.delete(output.toPath());
    }
  }

  private static Optional<Path> newestInstalled() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(it -> it.resolve("bin"))
          .filter(it -> Files.isExecutable(it.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
