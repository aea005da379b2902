package dev.partyline.bench;

import dev.partyline.world.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Partyline, which makes a participant and all that follows from it, beside WireMock, which answers
 * the same request from a stub, as it comes (it keeps a journal of requests, as Partyline does) and
 * with its journal off: start to first answer, memory at idle, requests and CPU. One machine, one
 * load tool, in turns.
 *
 * <p>Arguments: {@code partyline.jar} [class archive]. System property {@code bench.jvm}: options
 * for the JVM of each server, the same for all, parted by spaces; without it each is started with
 * none. Linux only: it reads {@code /proc}.
 */
public final class ServerBench {

  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_SECONDS = 25;
  private static final int ROUND_SECONDS = 6;
  private static final int ROUNDS = 3;
  private static final int STARTS = 5;

  private record Server(String name, List<String> command, int port, LoadTool load) {}

  private record Started(Process process, double millis) {}

  private ServerBench() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path stubs = Files.createTempDirectory("wiremock");
    Files.createDirectories(stubs.resolve("mappings"));
    Files.writeString(stubs.resolve("mappings/participant.json"), stub());
    List<Server> servers = new ArrayList<>();
    servers.add(partyline("Partyline", args[0], null, 18_901));
    if (args.length > 1) {
      servers.add(partyline("Partyline, class archive", args[0], args[1], 18_902));
    }
    servers.add(wireMock("WireMock, a stub, no journal", stubs, 18_903, "--no-request-journal"));
    servers.add(wireMock("WireMock, a stub, as it comes", stubs, 18_904));
    for (Server server : servers) {
      starts(server);
    }
    List<Started> running = new ArrayList<>();
    for (Server server : servers) {
      running.add(start(server));
    }
    try {
      TimeUnit.SECONDS.sleep(3);
      for (Server server : servers) {
        if (server.name().startsWith("Partyline")) {
          lineIsBusy(server.port());
        }
      }
      for (int i = 0; i < servers.size(); i++) {
        System.out.printf(
            Locale.ROOT,
            "%-29s %6.0f MB resident at idle%n",
            servers.get(i).name(),
            residentMb(running.get(i).process()));
      }
      for (Server server : servers) {
        server.load().run(CONNECTIONS, WARM_UP_SECONDS);
      }
      for (int round = 1; round <= ROUNDS; round++) {
        for (int i = 0; i < servers.size(); i++) {
          double cpu = cpuSeconds(running.get(i).process());
          long count = servers.get(i).load().run(CONNECTIONS, ROUND_SECONDS);
          double used = cpuSeconds(running.get(i).process()) - cpu;
          System.out.printf(
              Locale.ROOT,
              "round %d  %-29s %,8.0f requests/s  %6.1f µs CPU a request%n",
              round,
              servers.get(i).name(),
              (double) count / ROUND_SECONDS,
              used * 1e6 / count);
        }
      }
    } finally {
      running.forEach(one -> one.process().destroy());
    }
  }

  private static Server partyline(String name, String jar, String archive, int port) {
    List<String> command = java();
    if (archive != null) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(
        List.of("-jar", jar, "serve", "--port", Integer.toString(port), "--proxy-port", "0"));
    return new Server(name, command, port, new LoadTool(port, request(port)));
  }

  private static Server wireMock(String name, Path stubs, int port, String... more) {
    List<String> command = java();
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "wiremock.Run",
            "--port",
            Integer.toString(port),
            "--root-dir",
            stubs.toString(),
            "--disable-banner"));
    command.addAll(List.of(more));
    return new Server(name, command, port, new LoadTool(port, request(port)));
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : System.getProperty("bench.jvm", "").split(" ")) {
      if (!option.isEmpty()) {
        command.add(option);
      }
    }
    return command;
  }

  private static String request(int port) {
    String body = "From=%2B81345678900&To=%2B819000000001&EndConferenceOnExit=true";
    String pair = Account.SID + ":" + Account.TOKEN;
    return "POST /2010-04-01/Accounts/"
        + Account.SID
        + "/Conferences/room########/Participants.json HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nAuthorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** Every leg that is dialled ends soon, so that calls come and go. */
  private static void lineIsBusy(int port) throws IOException, InterruptedException {
    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:" + port + "/_partyline/phones/%2B819000000001"))
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"does\":\"busy\"}"))
                    .build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode();
    if (status != 200) {
      throw new IllegalStateException("the phone could not be scripted: HTTP " + status);
    }
  }

  private static String stub() {
    return """
        {"request": {"method": "POST",
          "urlPathPattern": "/2010-04-01/Accounts/%s/Conferences/room[0-9]+/Participants.json"},
         "response": {"status": 201, "headers": {"Content-Type": "application/json"},
          "jsonBody": {"account_sid": "%s", "call_sid": "CA00000000000000000000000000000001",
           "label": null, "conference_sid": "CF00000000000000000000000000000001",
           "call_sid_to_coach": null, "coaching": false, "muted": false, "hold": false,
           "start_conference_on_enter": true, "end_conference_on_exit": true, "status": "queued",
           "queue_time": "0", "date_created": "Wed, 01 Apr 2026 00:00:00 +0000",
           "date_updated": "Wed, 01 Apr 2026 00:00:00 +0000", "uri": "/2010-04-01/x.json"}}}
        """
        .formatted(Account.SID, Account.SID);
  }

  private static void starts(Server server) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      Started started = start(server);
      times.add(started.millis());
      started.process().destroy();
      started.process().waitFor();
    }
    times.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-29s %6.0f ms from process start to the first answer (median of %d; best %.0f)%n",
        server.name(),
        times.get(STARTS / 2),
        STARTS,
        times.get(0));
  }

  private static Started start(Server server) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(server.command())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (server.load().once() / 100 != 2) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            server.name() + " ended with " + process.exitValue() + ": " + server.command());
      }
      if (System.nanoTime() - begin > 30_000_000_000L) {
        process.destroy();
        throw new IllegalStateException(server.name() + " did not answer within 30 s");
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return new Started(process, (System.nanoTime() - begin) / 1e6);
  }

  private static double residentMb(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return Double.NaN;
  }

  private static double cpuSeconds(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
  }
}
