package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.server.LivePlatform;
import dev.partyline.world.Account;
import dev.partyline.world.World;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What the routes of the control API share: JSON, errors, and asking the platform. */
final class Frame {

  static final String ROOT = "/_partyline";

  private final LivePlatform platform;

  Frame(LivePlatform platform) {
    this.platform = platform;
  }

  LivePlatform platform() {
    return platform;
  }

  /** Answers with JSON; what is refused or wrong becomes an error with its sentence. */
  static Handler json(Function<Context, JsonNode> body) {
    return context -> {
      try {
        answer(context, 200, body.apply(context));
      } catch (Refused refused) {
        error(context, refused.status(), refused.getMessage());
      } catch (IllegalArgumentException bad) {
        error(context, 400, bad.getMessage());
      }
    };
  }

  static void answer(Context context, int status, JsonNode json) throws IOException {
    context.status(status).contentType("application/json");
    context.result(Body.JSON.writeValueAsBytes(json));
  }

  static void error(Context context, int status, String message) throws IOException {
    answer(context, status, Body.JSON.createObjectNode().put("error", message));
  }

  /** Asks the world something at this instant. */
  <T> T ask(Function<World, T> question) {
    try {
      return platform.ask(question).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  static Body body(Context context) {
    return Body.of(context.bodyAsBytes());
  }

  /** A whole number of the query. */
  static long number(Context context, String name, long standard) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      return standard;
    }
    if (!value.matches("[0-9]{1,18}")) {
      throw new Refused(400, name + " is '" + value + "'; it must be a whole number");
    }
    return Long.parseLong(value);
  }

  /** Where time stands. */
  ObjectNode time() {
    return Body.JSON
        .createObjectNode()
        .put("ms", platform.clock().now())
        .put("instant", Account.EPOCH.plusMillis(platform.clock().now()).toString())
        .put("frozen", platform.clock().frozen())
        .put("speed", platform.clock().speed());
  }
}
