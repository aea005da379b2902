package dev.partyline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.partyline.journal.Happening;
import dev.partyline.world.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand rooms at once: each caller has a conference with callbacks over sockets. */
class ManyConferencesTest {

  private static final int ROOMS = 1_000;
  private static final int MOST_THREADS = 40;

  private final ExecutorService handlers = Executors.newFixedThreadPool(4);
  private final AtomicInteger documents = new AtomicInteger();
  private final Set<String> joined = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private HttpServer application;
  private LivePlatform platform;

  @BeforeEach
  void start() throws IOException {
    application =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    application.setExecutor(handlers);
    application.createContext("/", this::answer);
    application.start();
    platform =
        LivePlatform.start(
            LiveSettings.standard().with(() -> Account.directory(url("/voice"), null)));
  }

  @AfterEach
  void stop() {
    platform.close();
    application.stop(0);
    handlers.shutdownNow();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + application.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> params = Requests.params(form);
    byte[] body = new byte[0];
    if (exchange.getRequestURI().getPath().equals("/voice")) {
      String room = "room-" + documents.incrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      body =
          ("<Response><Dial><Conference beep='false' waitUrl='' statusCallback='/events'"
                  + " statusCallbackEvent='join end'>"
                  + room
                  + "</Conference></Dial></Response>")
              .getBytes(StandardCharsets.UTF_8);
    } else {
      Set<String> seen =
          params.get("StatusCallbackEvent").equals("participant-join") ? joined : ended;
      seen.add(params.get("ConferenceSid"));
    }
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("partyline"))
        .count();
  }

  @Test
  void a_thousand_conferences_live_at_once_on_a_few_threads() {
    long before = ownThreads();
    for (int i = 0; i < ROOMS; i++) {
      String caller = String.format("+8190%08d", i);
      platform.ask(world -> world.arriveFrom(caller, Account.NUMBER, null)).join();
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> joined.size() == ROOMS);
    long own = ownThreads() - before;
    assertTrue(own < MOST_THREADS, own + " threads more");
    assertEquals(
        ROOMS,
        platform
            .ask(
                world ->
                    world.telephony().conferences().stream().filter(room -> room.isLive()).count())
            .join()
            .intValue());

    platform
        .ask(
            world -> {
              world.telephony().conferences().forEach(world.backend()::complete);
              return null;
            })
        .join();

    await().atMost(Duration.ofSeconds(60)).until(() -> ended.size() == ROOMS);
    assertEquals(
        0,
        platform.entries(0, Long.MAX_VALUE).stream()
            .filter(entry -> entry.what() instanceof Happening.WebhookFailed)
            .count());
  }
}
