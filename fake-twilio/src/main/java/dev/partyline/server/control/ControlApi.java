package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.knob.Knob;
import dev.partyline.server.LivePlatform;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** The control API under {@code /_partyline}. */
public final class ControlApi {

  private final Frame frame;

  /** The control API of a platform. */
  public ControlApi(LivePlatform platform) {
    this.frame = new Frame(platform);
  }

  /** Adds its routes to a server. */
  public void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT, Frame.json(this::summary));
    routes.get(Frame.ROOT + "/openapi.json", ControlApi::document);
    routes.post(Frame.ROOT + "/reset", Frame.json(this::reset));
    new PhoneRoutes(frame).addTo(routes);
    new CallRoutes(frame).addTo(routes);
    new HearingRoutes(frame).addTo(routes);
    new WorkspaceRoutes(frame).addTo(routes);
    new SoftphoneRoutes(frame).addTo(routes);
    new TokenRoutes(frame).addTo(routes);
    new SyncRoutes(frame).addTo(routes);
    new BehaviourRoutes(frame).addTo(routes);
    new ClockRoutes(frame).addTo(routes);
    new JournalRoutes(frame).addTo(routes);
  }

  private static void document(Context context) throws IOException {
    try (InputStream in = ControlApi.class.getResourceAsStream("openapi.json")) {
      context.contentType("application/json").result(in.readAllBytes());
    }
  }

  private ObjectNode summary(Context context) {
    ObjectNode json = frame.time();
    String account = frame.ask(world -> world.directory().main().sid());
    long calls =
        frame.ask(world -> world.telephony().calls().stream().filter(Call::isLive).count());
    long rooms =
        frame.ask(
            world -> world.telephony().conferences().stream().filter(Conference::isLive).count());
    json.put("accountSid", account);
    json.put("controlPlane", frame.platform().knobs().get(Knob.REGION_CONTROL_PLANE));
    json.put("liveCalls", calls);
    json.put("liveConferences", rooms);
    json.put("requestsToTheApplicationUnderWay", frame.platform().onTheirWay());
    return json;
  }

  private JsonNode reset(Context context) {
    frame.platform().reset();
    return frame.time();
  }
}
