package dev.partyline.server;

import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.server.http.Api;
import dev.partyline.server.http.ApiHandler;
import dev.partyline.server.http.HttpDoor;
import dev.partyline.server.http.PlatformErrors;
import dev.partyline.server.proxy.ProxyHandler;
import dev.partyline.server.proxy.TlsFiles;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
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

  private static final String PROXY = "proxy";

  /** The most threads that serve requests. */
  public static final int MOST_THREADS = 64;

  private final DoorSettings settings;
  private final Api api;
  private final Javalin javalin;
  private Server server;
  private ServerConnector plain;
  private ServerConnector proxy;
  private ServerConnector tls;

  private Doors(DoorSettings settings, Api api, Consumer<RoutesConfig> more) {
    this.settings = settings;
    this.api = api;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
    threads.setName("partyline-http");
    threads.setDaemon(true);
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.jetty.threadPool = threads;
              config.jetty.modifyServer(made -> outfit(made, api));
              more.accept(config.routes);
            });
  }

  /**
   * Opens them.
   *
   * @param more adds routes below {@code /_partyline}
   * @throws io.javalin.util.JavalinBindException when a port is taken
   */
  public static Doors open(
      LivePlatform platform, DoorSettings settings, Consumer<RoutesConfig> more) {
    return open(new LiveApi(platform), settings, more);
  }

  /**
   * Opens them before something that stands in the platform's place.
   *
   * @param more adds routes below {@code /_partyline}
   * @throws io.javalin.util.JavalinBindException when a port is taken
   */
  public static Doors open(Api api, DoorSettings settings, Consumer<RoutesConfig> more) {
    Doors doors = new Doors(settings, api, more);
    try {
      doors.javalin.start();
    } catch (RuntimeException failed) {
      doors.close();
      throw failed;
    }
    return doors;
  }

  /** Opens the plain door alone at a port, 0 for any that is free. */
  public static Doors open(
      LivePlatform platform, String host, int port, Consumer<RoutesConfig> more) {
    return open(new LiveApi(platform), host, port, more);
  }

  /** Opens the plain door alone before something that stands in the platform's place. */
  public static Doors open(Api api, String host, int port, Consumer<RoutesConfig> more) {
    return open(api, new DoorSettings(host, port, -1, null), more);
  }

  /** The platform as it is. */
  public static Api api(LivePlatform platform) {
    return new LiveApi(platform);
  }

  private void outfit(Server made, Api api) {
    server = made;
    plain = HttpDoor.connector(server, "plain", settings.host(), settings.port());
    server.addConnector(plain);
    if (settings.proxyPort() >= 0) {
      proxy = HttpDoor.connector(server, PROXY, settings.host(), settings.proxyPort());
      server.addConnector(proxy);
    }
    server.setDynamic(false);
    server.setErrorHandler(new PlatformErrors());
    // Javalin puts itself behind the innermost of these
    server.setHandler(new ProxyHandler(PROXY, this::tlsPort, new ApiHandler(api)));
    server.setStopAtShutdown(false);
    server.setStopTimeout(0);
  }

  /** Certificates take time to make and to load, so only who comes by TLS waits for them. */
  private synchronized int tlsPort() {
    if (tls == null) {
      ServerConnector made = ProxyHandler.tls(server, HttpDoor.speech(), tlsFiles());
      server.addConnector(made);
      try {
        made.start();
      } catch (Exception e) {
        throw new IllegalStateException("the proxy cannot speak TLS: " + e, e);
      }
      tls = made;
    }
    return tls.getLocalPort();
  }

  /** What clients of the proxy need in order to trust it; made now when it is not there. */
  public TlsFiles tlsFiles() {
    return TlsFiles.in(settings.tlsFolder() == null ? TlsFiles.usual() : settings.tlsFolder());
  }

  /** Port of the plain HTTP door. */
  public int port() {
    return plain.getLocalPort();
  }

  /** Port of the proxy door; -1 when there is none. */
  public int proxyPort() {
    return proxy == null ? -1 : proxy.getLocalPort();
  }

  /** Base URL of the plain HTTP door, without a slash at its end. */
  public String url() {
    return url(port());
  }

  /** URL of the proxy door, without a slash at its end. */
  public String proxyUrl() {
    return url(proxyPort());
  }

  private String url(int at) {
    String host = settings.host();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at;
  }

  @Override
  public void close() {
    api.closing();
    javalin.stop();
  }

  private record LiveApi(LivePlatform platform) implements Api {
    @Override
    public CompletableFuture<RestResponse> handle(RestRequest request) {
      return platform.handle(request);
    }

    @Override
    public void closing() {
      platform.streams().endAll();
    }

    @Override
    public int restConcurrency() {
      double most = platform.knobs().number(Knob.LIMIT_REST_CONCURRENCY);
      return Double.isNaN(most) ? 0 : (int) most;
    }
  }
}
