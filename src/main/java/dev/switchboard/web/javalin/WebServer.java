package dev.switchboard.web.javalin;

import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Serves on the loopback address; a proxy in front of it faces the platform. */
public final class WebServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Javalin javalin;

  /**
   * Creates the server; it serves from {@link #start} on.
   *
   * @param publicBaseUrl how the platform knows this server. Signatures are made over that address,
   *     and behind a proxy the request itself does not tell it.
   */
  public WebServer(String publicBaseUrl, Function<Incoming, Answer> app) {
    Handler handler = context -> answer(context, app.apply(incoming(publicBaseUrl, context)));
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get("/<path>", handler);
              config.routes.post("/<path>", handler);
              config.routes.put("/<path>", handler);
              config.routes.delete("/<path>", handler);
            });
  }

  /** Serves at this port, or at a free one for 0; returns the port. */
  public int start(int port) {
    return javalin.start(LOOPBACK, port).port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static Incoming incoming(String publicBaseUrl, Context context) {
    String query = context.queryString();
    String url = publicBaseUrl + context.path() + (query == null ? "" : "?" + query);
    Map<String, String> params = new LinkedHashMap<>();
    context.queryParamMap().forEach((name, values) -> params.put(name, values.get(0)));
    context.formParamMap().forEach((name, values) -> params.put(name, values.get(0)));
    return new Incoming(context.method().name(), url, params, context.headerMap());
  }

  private static void answer(Context context, Answer answer) {
    context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }
}
