package dev.partyline.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request with the same bytes and closes; no HTTP server would say such things. */
final class RawReceiver implements AutoCloseable {

  private final ServerSocket door;
  private final Thread thread;
  private final AtomicInteger taken = new AtomicInteger();

  RawReceiver(String answer) throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.UTF_8)), "raw-receiver");
    thread.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + door.getLocalPort() + path;
  }

  /** How many requests came. */
  int taken() {
    return taken.get();
  }

  private void serve(byte[] answer) {
    while (!door.isClosed()) {
      try (Socket one = door.accept()) {
        taken.incrementAndGet();
        one.getInputStream().read(new byte[64 * 1024]);
        one.getOutputStream().write(answer);
        one.getOutputStream().flush();
        one.shutdownOutput();
        one.setSoTimeout(500);
        while (one.getInputStream().read() >= 0) {
          // what else was sent is not looked at
        }
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  @Override
  public void close() throws Exception {
    door.close();
    thread.join(2_000);
  }
}
