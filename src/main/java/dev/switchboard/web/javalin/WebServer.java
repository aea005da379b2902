package dev.switchboard.web.javalin;

import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import dev.switchboard.web.Peers;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves HTTP; a proxy that ends TLS stands in front of it. */
public final class WebServer implements AutoCloseable {

  private static final int GRACE_MS = 10_000;
  private static final int MOST_BODY_BYTES = 65_536;
  private static final String CHANGED = "changed";

  private final Javalin javalin;
  private final Map<SseClient, Watch> watching = new ConcurrentHashMap<>();

  /** What a page was told last, and how to find out what it is now. */
  private record Watch(Supplier<String> state, String[] told) {}

  /**
   * Creates the server; it serves from {@link #start} on.
   *
   * @param publicBaseUrl how the platform knows this server. Signatures are made over that address,
   *     and behind a proxy the request itself does not tell it.
   * @param peers tells who sent a request that came through a proxy
   * @param watch for a page that wants to be told of changes: the state it shows, as text; empty
   *     when it may not see any
   */
  public WebServer(
      String publicBaseUrl,
      Peers peers,
      Function<Incoming, Answer> app,
      String watchPath,
      Function<Incoming, Optional<Supplier<String>>> watch) {
    Handler handler =
        context -> answer(context, app.apply(incoming(publicBaseUrl, peers, context)));
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.http.maxRequestSize = MOST_BODY_BYTES;
              config.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MS));
              config.routes.sse(
                  watchPath,
                  client ->
                      watch
                          .apply(incoming(publicBaseUrl, peers, client.ctx()))
                          .ifPresentOrElse(state -> begin(client, state), client::close));
              config.routes.get("/<path>", handler);
              config.routes.get("/", handler);
              config.routes.post("/<path>", handler);
              config.routes.put("/<path>", handler);
              config.routes.delete("/<path>", handler);
            });
  }

  /** Serves at this address and port, or at a free one for 0; returns the port. */
  public int start(String host, int port) {
    return javalin.start(host, port).port();
  }

  /** Tells every watching page whose state has changed since it was told last. */
  public void tellChanges() {
    watching.forEach(
        (client, watch) -> {
          String now = watch.state().get();
          if (client.terminated()) {
            watching.remove(client);
          } else if (!now.equals(watch.told()[0])) {
            watch.told()[0] = now;
            // an event without data would not reach the page
            client.sendEvent(CHANGED, "now");
          }
        });
  }

  private void begin(SseClient client, Supplier<String> state) {
    client.keepAlive();
    client.onClose(() -> watching.remove(client));
    watching.put(client, new Watch(state, new String[] {""}));
  }

  /** Takes no more requests, lets those under way end for a while, and stops. */
  @Override
  public void close() {
    watching.keySet().forEach(SseClient::close);
    javalin.stop();
  }

  private static Incoming incoming(String publicBaseUrl, Peers peers, Context context) {
    String query = context.queryString();
    String url = publicBaseUrl + context.path() + (query == null ? "" : "?" + query);
    Map<String, String> params = new LinkedHashMap<>();
    context.formParamMap().forEach((name, values) -> params.put(name, values.get(0)));
    // last, so that what the signed URL says cannot be replaced by a field of the form
    context.queryParamMap().forEach((name, values) -> params.put(name, values.get(0)));
    String type = context.contentType();
    boolean form = type == null || type.startsWith("application/x-www-form-urlencoded");
    return new Incoming(
        context.method().name(),
        url,
        params,
        context.headerMap(),
        form ? "" : context.body(),
        peers.sender(
            context.req().getRemoteAddr(),
            Collections.list(context.req().getHeaders("X-Forwarded-For"))));
  }

  private static void answer(Context context, Answer answer) {
    answer.headers().forEach(context::header);
    context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }
}
