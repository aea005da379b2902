package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.fault.Fault;
import dev.partyline.fault.Faults;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;

/** {@code /knobs} and {@code /faults}: how the platform behaves. */
final class BehaviourRoutes {

  private final Frame frame;

  BehaviourRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/knobs", Frame.json(this::knobs));
    routes.put(Frame.ROOT + "/knobs", Frame.json(this::turn));
    routes.get(Frame.ROOT + "/faults", Frame.json(this::faults));
    routes.post(Frame.ROOT + "/faults", Frame.json(this::addFault));
    routes.delete(Frame.ROOT + "/faults", Frame.json(this::clearFaults));
    routes.delete(Frame.ROOT + "/faults/{id}", Frame.json(this::removeFault));
  }

  private JsonNode knobs(Context context) {
    Knobs now = frame.platform().knobs();
    ArrayNode list = Body.JSON.createArrayNode();
    for (Knob knob : Knob.values()) {
      ObjectNode one = list.addObject();
      one.put("name", knob.key());
      one.put("value", now.get(knob));
      one.put("standard", knob.standard());
      one.put("sweep", knob.sweep());
      one.put("rule", knob.rule());
      ArrayNode values = one.putArray("values");
      knob.choices().forEach(values::add);
    }
    return list;
  }

  private JsonNode turn(Context context) {
    Map<Knob, String> values = new EnumMap<>(Knob.class);
    Frame.body(context)
        .json()
        .fields()
        .forEachRemaining(one -> values.put(Knob.named(one.getKey()), one.getValue().asText()));
    frame.platform().turn(frame.platform().knobs().with(values));
    return knobs(context);
  }

  private JsonNode faults(Context context) {
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          world.faults().all().forEach(one -> list.add(fault(one)));
          return list;
        });
  }

  private static ObjectNode fault(Faults.Planned one) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("id", one.id());
    json.put("action", one.fault().action());
    json.put("method", one.fault().method());
    json.put("path", one.fault().path());
    json.put("event", one.fault().event());
    json.put("about", one.fault().about());
    json.put("skip", one.fault().skip());
    json.put("times", one.fault().times());
    json.put("status", one.fault().status());
    json.put("delayMs", one.fault().delayMs());
    json.put("happened", one.happened());
    return json;
  }

  private JsonNode addFault(Context context) {
    Body body =
        Frame.body(context)
            .only(
                "action", "method", "path", "event", "about", "skip", "times", "status", "delayMs");
    Fault fault =
        new Fault(
            body.text("action"),
            body.text("method", null),
            body.text("path", null),
            body.text("event", null),
            body.text("about", null),
            (int) Math.min(Integer.MAX_VALUE, body.whole("skip", 0)),
            (int) Math.min(Integer.MAX_VALUE, body.whole("times", 1)),
            (int) Math.min(Integer.MAX_VALUE, body.whole("status", 503)),
            body.whole("delayMs", 0));
    return frame.ask(
        world -> {
          int id = world.faults().add(fault);
          return fault(new Faults.Planned(id, fault, 0, 0));
        });
  }

  private JsonNode clearFaults(Context context) {
    frame.ask(
        world -> {
          world.faults().clear();
          return null;
        });
    return faults(context);
  }

  private JsonNode removeFault(Context context) {
    String id = context.pathParam("id");
    boolean there =
        id.matches("[0-9]{1,9}") && frame.ask(world -> world.faults().remove(Integer.parseInt(id)));
    if (!there) {
      throw new Refused(404, "there is no fault " + id);
    }
    return faults(context);
  }
}
