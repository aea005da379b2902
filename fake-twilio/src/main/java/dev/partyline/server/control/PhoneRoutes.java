package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.phone.PhoneScript;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** {@code /phones}: how people at numbers, clients and SIP addresses behave. */
final class PhoneRoutes {

  private final Frame frame;

  PhoneRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/phones", Frame.json(this::phones));
    routes.get(Frame.ROOT + "/phones/{address}", Frame.json(this::phone));
    routes.put(Frame.ROOT + "/phones/{address}", Frame.json(this::script));
    routes.delete(Frame.ROOT + "/phones/{address}", Frame.json(this::unscript));
  }

  private JsonNode phones(Context context) {
    return frame.ask(
        world -> {
          ObjectNode json = Body.JSON.createObjectNode();
          for (String address : world.phones().book().addresses()) {
            ArrayNode list = json.putArray(address);
            world.phones().book().of(address).forEach(script -> Scripts.write(list, script));
          }
          return json;
        });
  }

  private JsonNode phone(Context context) {
    String address = context.pathParam("address");
    return frame.ask(
        world -> {
          List<PhoneScript> scripts = world.phones().book().of(address);
          if (scripts.isEmpty()) {
            throw new Refused(404, "no phone " + address + " is scripted");
          }
          ArrayNode list = Body.JSON.createArrayNode();
          scripts.forEach(script -> Scripts.write(list, script));
          return list;
        });
  }

  /** One script as the body, or several calls' worth under {@code calls}. */
  private JsonNode script(Context context) {
    String address = address(context.pathParam("address"));
    Body body = Frame.body(context);
    List<PhoneScript> scripts = new ArrayList<>();
    if (body.has("calls")) {
      body.only("calls").list("calls").forEach(one -> scripts.add(Scripts.read(one)));
      if (scripts.isEmpty()) {
        throw new Refused(400, "'calls' is empty; to take a script off, DELETE it");
      }
    } else {
      scripts.add(Scripts.read(body));
    }
    frame.ask(
        world -> {
          world.phones().book().put(address, scripts);
          return null;
        });
    return phone(context);
  }

  private static String address(String address) {
    boolean known =
        address.matches("\\+[1-9][0-9]{1,14}")
            || address.startsWith("client:") && address.length() > 7
            || address.startsWith("sip:") && address.length() > 4;
    if (!known) {
      throw new Refused(
          400,
          "'"
              + address
              + "' is no address; a phone is +E.164 (percent-encode the plus), client:NAME or"
              + " sip:USER@HOST");
    }
    return address;
  }

  private JsonNode unscript(Context context) {
    JsonNode was = phone(context);
    frame.ask(
        world -> {
          world.phones().book().put(context.pathParam("address"), List.of());
          return null;
        });
    return was;
  }
}
