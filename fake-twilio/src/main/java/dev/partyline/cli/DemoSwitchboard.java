package dev.partyline.cli;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Switchboard as a process of its own, with a configuration and a database that go with it. */
final class DemoSwitchboard implements AutoCloseable {

  /** Of the password {@code partyline}: nothing secret. */
  private static final String HASH =
      "pbkdf2-sha256.210000.fLAtXM4KGKLwOffxS3zKDQ.PT2QsdMe7XQJ5QuYSowQWdGwoMm7_D1hQ_F0yKggFww";

  private static final int PATIENCE_SECONDS = 60;
  private static final Pattern APPLICATION = Pattern.compile("AP[0-9a-f]{32}");

  private final Path folder;
  private final int port;
  private final String application;
  private final Process process;

  private DemoSwitchboard(Path folder, int port, String application, Process process) {
    this.folder = folder;
    this.port = port;
    this.application = application;
    this.process = process;
  }

  /** Sets up the platform, starts the program and waits until it is ready. */
  static DemoSwitchboard start(Path jar, Serving serving, int wantedPort)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("partyline-demo");
    int port = wantedPort == 0 ? freePort() : wantedPort;
    Files.writeString(folder.resolve("switchboard.yml"), configuration(serving, port));
    String told = run(jar, folder, serving, "setup").strip();
    Matcher sid = APPLICATION.matcher(told);
    if (!sid.find()) {
      remove(folder);
      throw new IllegalArgumentException("Switchboard did not set up the platform: " + told);
    }
    Process process = begin(jar, folder, serving, "serve", folder.resolve("log").toFile());
    DemoSwitchboard started = new DemoSwitchboard(folder, port, sid.group(), process);
    try {
      started.awaitReady();
      return started;
    } catch (RuntimeException | InterruptedException failed) {
      started.close();
      throw failed;
    }
  }

  private static String configuration(Serving serving, int port) {
    StringBuilder users = new StringBuilder();
    for (String[] user :
        new String[][] {
          {"aiko", "Aiko Tanaka", "agent"},
          {"sato", "佐藤 恵", "supervisor"},
          {"ken", "Ken Suzuki", "agent"},
          {"mika", "Mika Ito", "agent"},
          {"emma", "Emma Clark", "agent"},
          {"yuki", "高橋 雪", "agent"},
          {"omar", "Omar Haddad", "agent"}
        }) {
      users.append(
          "  - {name: %s, displayName: %s, role: %s, passwordHash: %s}%n"
              .formatted(user[0], user[1], user[2], HASH));
    }
    return """
        publicUrl: http://127.0.0.1:%d
        listen: {port: %d}
        platform:
          accountSid: %s
          authToken: ${DEMO_AUTH_TOKEN}
          apiBase: %s
          callerId: "+81345678900"
        database: {url: "jdbc:h2:mem:demo"}
        offers: {acceptOnPage: true}
        users:
        %s"""
        .formatted(port, port, serving.configuration().accountSid(), serving.doors().url(), users);
  }

  private static Process begin(Path jar, Path folder, Serving serving, String command, File output)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.addAll(List.of("-jar", jar.toAbsolutePath().toString(), command));
    words.addAll(List.of("--config", folder.resolve("switchboard.yml").toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(folder.toFile()).redirectOutput(output);
    builder.environment().put("DEMO_AUTH_TOKEN", serving.configuration().authToken());
    return builder.start();
  }

  private static String run(Path jar, Path folder, Serving serving, String command)
      throws IOException, InterruptedException {
    File output = folder.resolve(command + ".out").toFile();
    Process process = begin(jar, folder, serving, command, output);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output.toPath(), StandardCharsets.UTF_8);
  }

  private void awaitReady() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready = HttpRequest.newBuilder(URI.create(url() + "/ready")).build();
    for (int tries = 0; tries < PATIENCE_SECONDS * 5 && process.isAlive(); tries++) {
      try {
        if (client.send(ready, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // it listens a moment later
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalArgumentException("Switchboard does not start: " + log());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log")).strip();
    } catch (IOException none) {
      return "it said nothing";
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The SID of the TwiML application that softphones call. */
  String application() {
    return application;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS / 4, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    remove(folder);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException gone) {
      // it is in the system's temporary folder
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
