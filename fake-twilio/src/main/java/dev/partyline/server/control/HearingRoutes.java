package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.world.Delays;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /hearing}: whose voice is heard by whom now, and how late. */
final class HearingRoutes {

  private final Frame frame;

  HearingRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/hearing", Frame.json(this::hearing));
  }

  private JsonNode hearing(Context context) {
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Delays.Pair pair : world.delays().now()) {
            ObjectNode one = list.addObject();
            one.put("place", pair.place());
            one.put("region", pair.region().code());
            one.put("speaker", pair.speaker());
            one.put("speakerIs", who(world, pair.speaker()));
            one.put("hearer", pair.hearer());
            one.put("hearerIs", who(world, pair.hearer()));
            one.put("ms", pair.ms());
            one.put("leastMs", pair.leastMs());
          }
          return list;
        });
  }

  /** The address at the far end of a leg. */
  private static String who(World world, String call) {
    var origin = world.telephony().call(call).origin();
    return origin.direction().equals("inbound") ? origin.from() : origin.to();
  }
}
