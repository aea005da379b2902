package dev.partyline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Requests over a few connections that stay open, each sent when the one before it is answered;
 * where the request has eight number signs each has a number of its own.
 *
 * <p>One thread serves all connections, so that the tool takes little of the cores it shares with
 * the server: what a load tool burns is missing from every server alike and hides how they differ.
 */
final class LoadTool {

  private static final byte[] LENGTH = bytes("content-length:");
  private static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");
  private static final int LARGEST_ANSWER = 16_384;

  private final int port;
  private final byte[] request;
  private final int numberAt;
  private long number;

  LoadTool(int port, String request) {
    this.port = port;
    this.request = bytes(request);
    this.numberAt = request.indexOf("########");
  }

  /** One request on a connection of its own; the HTTP status, or -1 when there is no answer. */
  int once() {
    byte[] buffer = new byte[LARGEST_ANSWER];
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(numbered());
      out.flush();
      InputStream in = socket.getInputStream();
      int length = 0;
      while (!isWhole(buffer, length)) {
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
          return -1;
        }
        length += read;
      }
      return status(buffer);
    } catch (IOException notYet) {
      return -1;
    }
  }

  /**
   * Requests answered in this many seconds.
   *
   * @throws IllegalStateException when an answer was not 2xx
   * @throws IOException when a connection ended, or an answer is longer than 16 KiB
   */
  long run(int connections, int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long answered = 0;
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST_ANSWER));
        send(channel);
      }
      while (System.nanoTime() < end) {
        selector.select(1_000);
        for (SelectionKey key : selector.selectedKeys()) {
          answered += read((SocketChannel) key.channel(), (ByteBuffer) key.attachment()) ? 1 : 0;
        }
        selector.selectedKeys().clear();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    return answered;
  }

  /** Whether an answer is complete now; then the next request is on its way. */
  private boolean read(SocketChannel channel, ByteBuffer buffer) throws IOException {
    if (channel.read(buffer) < 0 || !buffer.hasRemaining()) {
      throw new IOException("the connection ended, or an answer is too long");
    }
    if (!isWhole(buffer.array(), buffer.position())) {
      return false;
    }
    if (status(buffer.array()) / 100 != 2) {
      throw new IllegalStateException("a request was answered with " + status(buffer.array()));
    }
    buffer.clear();
    send(channel);
    return true;
  }

  private void send(SocketChannel channel) throws IOException {
    ByteBuffer next = ByteBuffer.wrap(numbered());
    while (next.hasRemaining()) {
      channel.write(next);
    }
  }

  private byte[] numbered() {
    byte[] numbered = request.clone();
    if (numberAt >= 0) {
      long rest = ++number;
      for (int i = numberAt + 7; i >= numberAt; i--, rest /= 10) {
        numbered[i] = (byte) ('0' + rest % 10);
      }
    }
    return numbered;
  }

  /** Whether these bytes are a whole answer, by Content-Length or by the last chunk. */
  private static boolean isWhole(byte[] bytes, int length) {
    int announced = -1;
    for (int at = 0; at + 3 < length; at++) {
      if (bytes[at] != '\n') {
        continue;
      }
      if (bytes[at + 1] == '\r' && bytes[at + 2] == '\n') {
        int bodyAt = at + 3;
        return announced >= 0
            ? length >= bodyAt + announced
            : length >= bodyAt + LAST_CHUNK.length
                && matches(bytes, length - LAST_CHUNK.length, length, LAST_CHUNK);
      }
      if (announced < 0 && matches(bytes, at + 1, length, LENGTH)) {
        announced = number(bytes, at + 1 + LENGTH.length, length);
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int from, int length, byte[] lower) {
    for (int i = 0; i < lower.length; i++) {
      if (from + i >= length || Character.toLowerCase(bytes[from + i]) != lower[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int length) {
    int number = 0;
    for (int at = from; at < length && bytes[at] != '\r'; at++) {
      number = bytes[at] == ' ' ? number : number * 10 + bytes[at] - '0';
    }
    return number;
  }

  private static int status(byte[] answer) {
    return (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
