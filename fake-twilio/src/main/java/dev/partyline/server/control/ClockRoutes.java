package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code /clock}: freeze, advance, speed up. */
final class ClockRoutes {

  private final Frame frame;

  ClockRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/clock", Frame.json(context -> frame.time()));
    routes.put(Frame.ROOT + "/clock", Frame.json(this::setClock));
    routes.post(Frame.ROOT + "/clock/advance", Frame.json(this::advance));
    routes.post(Frame.ROOT + "/clock/run-until-quiet", Frame.json(this::runUntilQuiet));
  }

  private JsonNode setClock(Context context) {
    Body body = Frame.body(context).only("frozen", "speed");
    if (body.has("speed")) {
      frame.platform().clock().speed(body.number("speed", 1));
    }
    if (body.has("frozen")) {
      if (body.flag("frozen", false)) {
        frame.platform().clock().freeze();
      } else {
        frame.platform().clock().resume();
      }
    }
    return frame.time();
  }

  private JsonNode advance(Context context) {
    frame
        .platform()
        .clock()
        .advance(Duration.ofMillis(Frame.body(context).only("ms").whole("ms", 1_000)));
    return frame.time();
  }

  private JsonNode runUntilQuiet(Context context) {
    long most = Frame.body(context).only("mostMs").whole("mostMs", 3_600_000);
    ObjectNode json = frame.time();
    ArrayNode due = json.putArray("stillDue");
    frame.platform().clock().runUntilQuiet(Duration.ofMillis(most)).forEach(due::add);
    json.setAll(frame.time());
    return json;
  }
}
