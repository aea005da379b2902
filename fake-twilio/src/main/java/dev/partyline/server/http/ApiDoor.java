package dev.partyline.server.http;

import dev.partyline.rest.NotModelled;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.server.LivePlatform;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the API on a port (contract 1.1 to 1.8). */
public final class ApiDoor implements AutoCloseable {

  /** The largest body that is read, in bytes. */
  public static final int LARGEST_BODY = 1 << 20;

  private static final int LARGEST_HEAD = 16 * 1024;
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.HEAD,
          HandlerType.OPTIONS);

  private final LivePlatform platform;
  private final Javalin javalin;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicInteger atOnce = new AtomicInteger();

  /** A door to a platform; it serves from {@link #start} on. */
  public ApiDoor(LivePlatform platform) {
    this(platform, routes -> {});
  }

  /**
   * A door with more behind it than the API.
   *
   * @param more adds its routes; they come before the API's
   */
  public ApiDoor(LivePlatform platform, Consumer<io.javalin.config.RoutesConfig> more) {
    this.platform = platform;
    QueuedThreadPool threads = new QueuedThreadPool(64, 4, 60_000);
    threads.setName("partyline-http");
    threads.setDaemon(true);
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.http.maxRequestSize = LARGEST_BODY;
              config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
              config.jetty.threadPool = threads;
              config.jetty.modifyServer(server -> server.setErrorHandler(new JsonErrors()));
              config.jetty.modifyHttpConfiguration(
                  http -> {
                    http.setRequestHeaderSize(LARGEST_HEAD);
                    http.setSendServerVersion(false);
                    http.setSendDateHeader(true);
                  });
              more.accept(config.routes);
              for (HandlerType method : METHODS) {
                config.routes.addHttpHandler(method, "/*", this::serve);
              }
            });
  }

  /**
   * Begins to serve.
   *
   * @param host loopback unless the user said otherwise
   * @param port 0 for a free one
   * @return the port
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public int start(String host, int port) {
    return javalin.start(host, port).port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void serve(Context context) {
    long begin = System.nanoTime();
    int now = atOnce.incrementAndGet();
    try {
      headers(context);
      String method = context.req().getMethod();
      if (method.equals("OPTIONS")) {
        context.status(204);
        return;
      }
      RestResponse response = answer(context, method.equals("HEAD") ? "GET" : method);
      context.header("Twilio-Concurrent-Requests", Integer.toString(now));
      context.header(
          "Twilio-Request-Duration",
          String.format(Locale.ROOT, "%.3f", (System.nanoTime() - begin) / 1e9));
      context.status(response.status());
      if (response.status() != 204 && !method.equals("HEAD")) {
        context.contentType("application/json");
        context.result(response.body().getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private void headers(Context context) {
    String id = Long.toHexString(requests.incrementAndGet());
    context.header("Twilio-Request-Id", "RQ" + "0".repeat(32 - id.length()) + id);
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Access-Control-Allow-Credentials", "true");
    context.header("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
    context.header(
        "Access-Control-Allow-Headers",
        "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match,"
            + " If-Unmodified-Since, Idempotency-Key");
    context.header("Access-Control-Expose-Headers", "ETag");
    context.header("X-Powered-By", "AT-5000");
    context.header("X-Shenanigans", "none");
    context.header("X-Home-Region", "us1");
    context.header("Strict-Transport-Security", "max-age=31536000");
  }

  private RestResponse answer(Context context, String method) {
    try {
      RestRequest request = read(context, method);
      return platform.handle(request).join();
    } catch (BadRequest bad) {
      return RestResponse.error(bad.status(), bad.code(), bad.getMessage());
    } catch (CompletionException failed) {
      return ours(failed.getCause());
    } catch (IOException lost) {
      return RestResponse.error(400, 20001, "the request could not be read: " + lost.getMessage());
    }
  }

  /** What the platform would not say: Partyline's own gaps and faults name Partyline. */
  private static RestResponse ours(Throwable cause) {
    if (cause instanceof NotModelled gap) {
      return RestResponse.error(501, 20001, gap.getMessage());
    }
    cause.printStackTrace();
    return RestResponse.error(
        500,
        20500,
        "Partyline has a fault of its own, which is no answer of the platform; please report it: "
            + cause);
  }

  private RestRequest read(Context context, String method) throws BadRequest, IOException {
    Product product =
        Product.of(
            context.header("Host"),
            context.header("X-Forwarded-Host"),
            context.req().getRequestURI());
    context.header("X-API-Domain", product.host());
    Map<String, List<String>> params = Forms.none();
    Forms.addTo(params, context.req().getQueryString());
    byte[] body = body(context);
    if (body.length > 0) {
      String type = context.req().getContentType();
      String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
      if (kind.startsWith("multipart/form-data")) {
        Multipart.addTo(params, type, body);
      } else if (kind.isEmpty() || kind.startsWith("application/x-www-form-urlencoded")) {
        Forms.addTo(params, new String(body, StandardCharsets.UTF_8));
      } else {
        throw new BadRequest(
            415,
            20001,
            "Content-Type '"
                + type
                + "' is not understood; send application/x-www-form-urlencoded or"
                + " multipart/form-data");
      }
    }
    Credentials credentials = Credentials.of(context.header("Authorization"));
    String path = product.path();
    boolean suffixed = path.endsWith(".json") || !path.startsWith("/2010-04-01/");
    if (!suffixed && !path.matches(".*/Recordings/RE[0-9a-fA-F]{32}(\\.(wav|mp3))?")) {
      throw new BadRequest(
          404,
          20404,
          "Partyline serves JSON only: add .json to "
              + path
              + ". Without it the platform answers XML");
    }
    return new RestRequest(method, path, params, credentials.user(), credentials.password());
  }

  private static byte[] body(Context context) throws BadRequest, IOException {
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        throw new BadRequest(413, 20413, "The body is larger than " + LARGEST_BODY + " bytes");
      }
      return body;
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }
}
