package dev.partyline.server;

import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.server.http.Api;
import dev.partyline.server.http.ApiHandler;
import dev.partyline.server.http.HttpDoor;
import dev.partyline.server.http.PlatformErrors;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The ways into a live platform by network. One web server: the API answers first, Javalin serves
 * what lies below {@code /_partyline}.
 */
public final class Doors implements AutoCloseable {

  private static final int MOST_THREADS = 64;

  private final Javalin javalin;
  private final ServerConnector plain;

  private Doors(Javalin javalin, ServerConnector plain) {
    this.javalin = javalin;
    this.plain = plain;
  }

  /**
   * Opens them.
   *
   * @param host address to listen at, usually 127.0.0.1
   * @param port of the plain HTTP door; 0 for any that is free
   * @param more adds routes below {@code /_partyline}
   * @throws IllegalStateException when the port is taken
   */
  public static Doors open(
      LivePlatform platform, String host, int port, Consumer<RoutesConfig> more) {
    return open(new LiveApi(platform), host, port, more);
  }

  /**
   * Opens them with something between the doors and the platform.
   *
   * @param api answers in the platform's place, or asks it
   */
  public static Doors open(Api api, String host, int port, Consumer<RoutesConfig> more) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
    threads.setName("partyline-http");
    threads.setDaemon(true);
    ServerConnector[] plain = new ServerConnector[1];
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.jetty.threadPool = threads;
              config.jetty.modifyServer(
                  server -> {
                    plain[0] = HttpDoor.connector(server, "plain", host, port);
                    outfit(server, api, plain[0]);
                  });
              more.accept(config.routes);
            });
    javalin.start();
    return new Doors(javalin, plain[0]);
  }

  private static void outfit(Server server, Api api, ServerConnector plain) {
    server.addConnector(plain);
    server.setErrorHandler(new PlatformErrors());
    server.setHandler(new ApiHandler(api));
    server.setStopAtShutdown(false);
    server.setStopTimeout(0);
  }

  /** Port of the plain HTTP door. */
  public int port() {
    return plain.getLocalPort();
  }

  /** Base URL of the plain HTTP door, without a slash at its end. */
  public String url() {
    String host = plain.getHost();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** The platform as it is. */
  public static Api api(LivePlatform platform) {
    return new LiveApi(platform);
  }

  private record LiveApi(LivePlatform platform) implements Api {
    @Override
    public CompletableFuture<RestResponse> handle(RestRequest request) {
      return platform.handle(request);
    }

    @Override
    public int restConcurrency() {
      double most = platform.knobs().number(Knob.LIMIT_REST_CONCURRENCY);
      return Double.isNaN(most) ? 0 : (int) most;
    }
  }
}
