package dev.partyline.cli;

import dev.partyline.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends hostile requests to a platform and checks that it stays what it was. */
final class HostileRun {

  private static final int PATIENCE_MS = 30_000;
  private static final int MOST_TOLD = 20;

  private final Serving serving;
  private final Map<Integer, Long> byStatus = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  HostileRun(Serving serving) {
    this.serving = serving;
  }

  /** How many answers had which status; 0 for a connection closed without one. */
  synchronized Map<Integer, Long> byStatus() {
    return new TreeMap<>(byStatus);
  }

  /** What should not have been, at most twenty; empty when all is well. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Sends requests, each on a connection of its own.
   *
   * @param threads how many at once
   */
  void send(long requests, long seed, int threads) throws InterruptedException {
    String before = state();
    int threadsBefore = Thread.activeCount();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      long share = requests / threads + (i < requests % threads ? 1 : 0);
      HostileRequests source =
          new HostileRequests(
              seed + i, serving.configuration().accountSid(), serving.configuration().authToken());
      Thread sender = new Thread(() -> send(share, source), "hostile-" + i);
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }
    String after = state();
    if (!after.equals(before)) {
      note("the platform changed: before " + before + ", after " + after);
    }
    // the web server's pool may have grown to its bound, and no further
    int grown = Thread.activeCount() - threadsBefore;
    if (grown > dev.partyline.server.Doors.MOST_THREADS) {
      note("there are " + grown + " threads more than before");
    }
  }

  private void send(long requests, HostileRequests source) {
    for (long i = 0; i < requests; i++) {
      byte[] request = source.next();
      try {
        judge(request, answer(request));
      } catch (IOException failed) {
        note(failed + " after " + shown(request));
      }
    }
  }

  private byte[] answer(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), serving.doors().port())) {
      socket.setSoTimeout(PATIENCE_MS);
      // a million connections must not use up the ports of the machine
      socket.setSoLinger(true, 0);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        in.transferTo(all);
      } catch (java.net.SocketException closedEarly) {
        // it need not read everything of what it refuses
      }
      return all.toByteArray();
    }
  }

  private void judge(byte[] request, byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    boolean http = text.length() >= 12 && text.startsWith("HTTP/1.");
    int status = http ? Integer.parseInt(text.substring(9, 12)) : 0;
    synchronized (this) {
      byStatus.merge(status, 1L, Long::sum);
    }
    boolean gap = status == 501 && text.contains("X-Partyline: not modelled");
    if (status >= 500 && !gap) {
      note(status + " for " + shown(request));
    }
    int body = text.indexOf("\r\n\r\n");
    boolean silent = body < 0 || body + 4 == text.length() || status < 200;
    if (http && !silent && !text.startsWith("{", body + 4) && !text.contains("text/plain")) {
      note("no JSON for " + shown(request) + ": " + text.substring(body + 4));
    }
  }

  private synchronized void note(String fault) {
    if (faults.size() < MOST_TOLD) {
      faults.add(fault);
    }
  }

  private String state() {
    return serving.platform().ask(HostileRun::state).join();
  }

  private static String state(World world) {
    var directory = world.directory();
    StringBuilder text = new StringBuilder();
    text.append(world.telephony().calls().size())
        .append(" calls, ")
        .append(world.telephony().conferences().size())
        .append(" conferences, ")
        .append(directory.accounts().size())
        .append(" accounts, ")
        .append(directory.numbers().size())
        .append(" numbers");
    directory
        .accounts()
        .forEach(
            account ->
                text.append(", ")
                    .append(directory.keys(account.sid()).size())
                    .append(" keys, ")
                    .append(directory.applications(account.sid()).size())
                    .append(" applications"));
    return text.toString();
  }

  private static String shown(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    text = text.replaceAll("Authorization: Basic \\S+", "Authorization: Basic ...");
    text = text.length() > 300 ? text.substring(0, 300) + "..." : text;
    return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
  }
}
