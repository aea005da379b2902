package dev.switchboard.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address: hands requests to the instances in turn, and to the next one where nobody
 * listens. A request that was under way when its instance died is answered 502, as a real one does.
 */
final class Balancer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(64);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger handled = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> tookMs = new ConcurrentLinkedQueue<>();
  private volatile List<Integer> ports = List.of();

  Balancer() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void to(List<Integer> instances) {
    ports = List.copyOf(instances);
  }

  int handled() {
    return handled.get();
  }

  int broken() {
    return broken.get();
  }

  /** How many real milliseconds an answer took that is slower than so many in a hundred. */
  long slowestMs(int percent) {
    List<Long> sorted = tookMs.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 502;
    byte[] answer = new byte[0];
    String type = "text/plain";
    int first = turn.incrementAndGet();
    long began = System.nanoTime();
    for (int i = 0; i < ports.size(); i++) {
      try {
        HttpResponse<byte[]> response =
            client.send(
                request(exchange, body, ports.get((first + i) % ports.size())),
                BodyHandlers.ofByteArray());
        status = response.statusCode();
        answer = response.body();
        type = response.headers().firstValue("Content-Type").orElse(type);
        break;
      } catch (ConnectException nobodyListens) {
        // the next one
      } catch (IOException died) {
        break;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    handled.incrementAndGet();
    tookMs.add((System.nanoTime() - began) / 1_000_000);
    broken.addAndGet(status == 502 ? 1 : 0);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static HttpRequest request(HttpExchange exchange, byte[] body, int port) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
            .timeout(Duration.ofSeconds(15))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : List.of("Content-Type", "X-Twilio-Signature", "Cookie")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        builder.header(name, value);
      }
    }
    return builder.build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
