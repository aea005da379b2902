package dev.partyline.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.client.ClientCall;
import dev.partyline.client.Device;
import dev.partyline.client.DeviceOptions;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.token.BadToken;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** {@code /softphones}: browser tabs that register, ring and talk, and what they are told. */
final class SoftphoneRoutes extends TabRoutes<Device> {

  private static final String ACTIONS =
      "register, unregister, token, connect, accept, reject, ignore, hang-up, mute, unmute, keys,"
          + " message, lose-signalling, recover-signalling, reload or vanish";

  SoftphoneRoutes(Frame frame) {
    super(frame, "/softphones", "softphone", Device::name);
  }

  @Override
  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/softphone.js", SoftphoneRoutes::script);
    super.addTo(routes);
  }

  /** A softphone for pages and scripts, which uses these routes. */
  private static void script(Context context) throws IOException {
    try (InputStream in = SoftphoneRoutes.class.getResourceAsStream("softphone.js")) {
      context.contentType("text/javascript; charset=utf-8").result(in.readAllBytes());
    }
  }

  // ---- looking ----

  @Override
  Collection<Device> all(World world) {
    return world.devices().all();
  }

  @Override
  Device find(World world, String name) {
    return world.devices().device(name);
  }

  @Override
  ObjectNode json(Device device) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("name", device.name());
    json.put("identity", device.identity());
    json.put("state", device.state().word());
    json.put("edge", device.options().edge() == null ? "roaming" : device.options().edge().edge());
    json.put("tokenExpires", device.token() == null ? null : device.token().expires());
    ArrayNode calls = json.putArray("calls");
    for (ClientCall call : device.calls()) {
      if (call.state() != ClientCall.State.CLOSED) {
        ObjectNode one = calls.addObject();
        one.put("direction", call.incoming() ? "incoming" : "outgoing");
        one.put("state", call.state().word());
        one.put("sid", call.sid());
        one.put("temporaryId", call.temporaryId());
        one.put("muted", call.muted());
        one.putPOJO("parameters", call.parameters());
        one.putPOJO("customParameters", call.customParameters());
      }
    }
    return json;
  }

  // ---- doing ----

  /** A page is opened, by a token or just by a name, and registers unless told not to. */
  @Override
  Function<World, Device> opening(Body body) {
    body.only("identity", "token", "register", "edge", "allowIncomingWhileBusy", "signallingGapMs");
    if (body.has("identity") == body.has("token")) {
      throw new Refused(400, "give either 'identity' or 'token', which holds the identity");
    }
    DeviceOptions options =
        new DeviceOptions(
            Edges.read(body.text("edge", "roaming")),
            body.flag("allowIncomingWhileBusy", false),
            body.whole("signallingGapMs", 0),
            null);
    boolean register = body.flag("register", true);
    return world -> {
      Device device = opened(world, body, options);
      if (register) {
        device.register();
      }
      return device;
    };
  }

  private static Device opened(World world, Body body, DeviceOptions options) {
    try {
      return body.has("token")
          ? world.devices().addWithToken(token(body), options)
          : world.devices().add(body.text("identity"), options);
    } catch (BadToken bad) {
      throw TokenRoutes.refused(bad);
    }
  }

  private static String token(Body body) {
    return body.text("token");
  }

  @Override
  void close(Device device) {
    device.close();
  }

  @Override
  Device operate(Device device, String action, Body body) {
    try {
      return operated(device, action, body);
    } catch (BadToken bad) {
      throw TokenRoutes.refused(bad);
    } catch (IllegalStateException notNow) {
      throw new Refused(409, notNow.getMessage());
    }
  }

  private static Device operated(Device device, String action, Body body) {
    switch (action) {
      case "register" -> device.register();
      case "unregister" -> device.unregister();
      case "token" -> device.updateToken(token(body.only("token")));
      case "connect" -> {
        body.only("parameters", "application");
        device.connect(parameters(body), body.text("application", null));
      }
      case "accept" -> device.accept();
      case "reject" -> device.reject();
      case "ignore" -> device.ignore();
      case "hang-up" -> device.hangUp();
      case "mute" -> device.mute(true);
      case "unmute" -> device.mute(false);
      case "keys" -> device.digits(body.only("keys").text("keys"));
      case "message" -> device.message(body.only("content").text("content"));
      case "lose-signalling" -> device.loseSignalling();
      case "recover-signalling" -> device.recoverSignalling();
      case "reload" -> {
        return device.reload();
      }
      case "vanish" -> device.vanish();
      default -> throw new Refused(404, "a softphone can " + ACTIONS + ", not '" + action + "'");
    }
    return device;
  }

  private static Map<String, String> parameters(Body body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    body.json()
        .path("parameters")
        .fields()
        .forEachRemaining(one -> parameters.put(one.getKey(), one.getValue().asText()));
    return parameters;
  }

  // ---- events ----

  @Override
  boolean isTold(Entry entry, String name) {
    return entry.what() instanceof Happening.SoftphoneTold told && told.device().equals(name);
  }

  /** The SDK's word. */
  @Override
  String event(Entry entry) {
    return ((Happening.SoftphoneTold) entry.what()).event();
  }

  @Override
  ObjectNode data(Entry entry) {
    Happening.SoftphoneTold told = (Happening.SoftphoneTold) entry.what();
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("at", entry.at());
    json.put("device", told.device());
    json.put("identity", told.identity());
    json.put("call", told.call());
    ObjectNode data = json.putObject("data");
    told.data().forEach(data::put);
    return json;
  }
}
