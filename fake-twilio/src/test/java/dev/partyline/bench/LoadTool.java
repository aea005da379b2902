package dev.partyline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests over a few connections that stay open, as fast as they are answered; where the request
 * has eight number signs each has a number of its own.
 */
final class LoadTool {

  private final int port;
  private final byte[] request;
  private final int numberAt;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  LoadTool(int port, String request) {
    this.port = port;
    this.request = request.getBytes(StandardCharsets.ISO_8859_1);
    this.numberAt = request.indexOf("########");
  }

  /** One request on a connection of its own; the HTTP status, or -1 when there is no answer. */
  int once() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return exchange(socket.getOutputStream(), socket.getInputStream(), new byte[16_384]);
    } catch (IOException notYet) {
      return -1;
    }
  }

  /** Requests answered with 2xx in this many seconds. */
  long run(int connections, int seconds) throws InterruptedException {
    answered.set(0);
    refused.set(0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Thread thread = new Thread(() -> loop(end));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (refused.get() > 0) {
      throw new IllegalStateException(refused.get() + " requests were not answered with 2xx");
    }
    return answered.get();
  }

  private void loop(long end) {
    byte[] buffer = new byte[16_384];
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      while (System.nanoTime() < end) {
        int status = exchange(socket.getOutputStream(), socket.getInputStream(), buffer);
        (status / 100 == 2 ? answered : refused).incrementAndGet();
      }
    } catch (IOException lost) {
      refused.incrementAndGet();
    }
  }

  /** Sends the request and reads the whole answer, by Content-Length or by chunks. */
  private int exchange(OutputStream out, InputStream in, byte[] buffer) throws IOException {
    byte[] numbered = request.clone();
    if (numberAt >= 0) {
      long number = numbers.incrementAndGet();
      for (int i = numberAt + 7; i >= numberAt; i--, number /= 10) {
        numbered[i] = (byte) ('0' + number % 10);
      }
    }
    out.write(numbered);
    out.flush();
    int length = 0;
    int bodyAt = -1;
    int whole = -1;
    while (whole < 0 || length < whole) {
      int read = in.read(buffer, length, buffer.length - length);
      if (read < 0) {
        throw new IOException("the connection ended");
      }
      length += read;
      String text = bodyAt < 0 || whole < 0 ? latin(buffer, length) : "";
      if (bodyAt < 0 && text.contains("\r\n\r\n")) {
        bodyAt = text.indexOf("\r\n\r\n") + 4;
        int at = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        if (at >= 0 && at < bodyAt) {
          whole = bodyAt + Integer.parseInt(text.substring(at + 15, text.indexOf('\r', at)).trim());
        }
      }
      if (bodyAt >= 0 && whole < 0 && text.endsWith("0\r\n\r\n")) {
        whole = length;
      }
    }
    return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
  }

  private static String latin(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
