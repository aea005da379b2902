package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.media.Mix;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.world.Account;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /calls} and {@code /conferences}: who is on the line, who hears whom, and what is done by
 * hand.
 */
final class CallRoutes {

  private final Frame frame;

  CallRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/calls", Frame.json(this::calls));
    routes.post(Frame.ROOT + "/calls", Frame.json(this::place));
    routes.post(Frame.ROOT + "/calls/{sid}/{action}", Frame.json(this::operate));
    routes.get(Frame.ROOT + "/conferences", Frame.json(this::conferences));
  }

  private JsonNode calls(Context context) {
    boolean all = "true".equals(context.queryParam("all"));
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Call call : world.telephony().calls()) {
            if (all || call.isLive()) {
              list.add(call(world, call));
            }
          }
          return list;
        });
  }

  private static ObjectNode call(World world, Call call) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("sid", call.sid());
    json.put("leg", call.origin().leg());
    json.put("direction", call.origin().direction());
    json.put("from", call.origin().from());
    json.put("to", call.origin().to());
    json.put("status", call.status().word());
    json.put(
        "conferenceSid", call.participant() == null ? null : call.participant().conference().sid());
    ArrayNode hears = json.putArray("hears");
    world.hearing().heardBy(call.sid()).forEach(hears::add);
    json.put("sound", world.hearing().soundOf(call.sid()));
    return json;
  }

  private JsonNode conferences(Context context) {
    boolean all = "true".equals(context.queryParam("all"));
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Conference conference : world.telephony().conferences()) {
            if (all || conference.isLive()) {
              list.add(conference(world, conference));
            }
          }
          return list;
        });
  }

  private static ObjectNode conference(World world, Conference conference) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("sid", conference.sid());
    json.put("friendlyName", conference.name());
    json.put("status", conference.status().word());
    json.put("reasonEnded", conference.reasonEnded());
    Mix mix = world.hearing().in(conference.sid());
    ArrayNode participants = json.putArray("participants");
    for (Participant participant : conference.participants()) {
      String sid = participant.call().sid();
      ObjectNode one = participants.addObject();
      one.put("callSid", sid);
      one.put("label", participant.label());
      one.put("status", participant.status());
      one.put("muted", participant.muted());
      one.put("hold", participant.hold());
      one.put("coaches", participant.coaches());
      ArrayNode hears = one.putArray("hears");
      mix.heardBy(sid).forEach(hears::add);
      one.put("sound", mix.soundOf(sid));
    }
    return json;
  }

  /** {@code from} dials the number {@code to}, or {@code client} connects to an application. */
  private JsonNode place(Context context) {
    Body body = Frame.body(context).only("from", "to", "client", "application", "parameters");
    if (body.has("client")) {
      Map<String, String> parameters = new LinkedHashMap<>();
      body.json()
          .path("parameters")
          .fields()
          .forEachRemaining(one -> parameters.put(one.getKey(), one.getValue().asText()));
      String client = body.text("client");
      String application = body.text("application", Account.APPLICATION);
      return frame.ask(world -> call(world, world.connect(client, application, parameters)));
    }
    String from = body.text("from");
    String to = body.text("to");
    return frame.ask(world -> call(world, world.arriveFrom(from, to, null)));
  }

  private JsonNode operate(Context context) {
    String sid = context.pathParam("sid");
    String action = context.pathParam("action");
    Body body = Frame.body(context);
    return frame.ask(
        world -> {
          Call call = world.telephony().call(sid);
          if (call == null) {
            throw new Refused(404, "there is no call " + sid);
          }
          if (!call.isLive()) {
            throw new Refused(409, "call " + sid + " is " + call.status().word() + " already");
          }
          boolean rings = call.status() == CallStatus.RINGING;
          switch (action) {
            case "answer", "decline" -> {
              if (!rings || call.origin().direction().equals("inbound")) {
                throw new Refused(
                    409,
                    "call " + sid + " does not ring at a phone: it is " + call.status().word());
              }
              if (action.equals("answer")) {
                world.phones().pickUp(call);
              } else {
                world.phones().decline(call);
              }
            }
            case "hang-up" -> world.hangUpFarEnd(call);
            case "keys" -> {
              String keys = body.only("keys").text("keys");
              if (!keys.matches("[0-9A-D#*]+")) {
                throw new Refused(400, "keys are made of 0-9, A-D, # and *, not '" + keys + "'");
              }
              world.people().presses(call, keys);
            }
            case "speak" -> {
              body.only("words", "confidence", "ms");
              world.speak(
                  call,
                  body.text("words"),
                  body.text("confidence", "0.9"),
                  body.whole("ms", 1_000));
            }
            case "vanish" -> world.phones().vanish(call);
            default ->
                throw new Refused(
                    404,
                    "a call can answer, decline, hang-up, press keys, speak or vanish, not '"
                        + action
                        + "'");
          }
          return call(world, call);
        });
  }
}
