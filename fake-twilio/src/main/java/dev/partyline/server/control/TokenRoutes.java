package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.SyncGrant;
import dev.partyline.token.TaskRouterGrant;
import dev.partyline.token.TokenMint;
import dev.partyline.token.VoiceGrant;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /tokens}: access tokens are made for those without an application, and checked. */
final class TokenRoutes {

  private final Frame frame;

  TokenRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.post(Frame.ROOT + "/tokens", Frame.json(this::make));
    routes.post(Frame.ROOT + "/tokens/check", Frame.json(this::check));
  }

  /** A refused token is a bad request, with the platform's code in the sentence. */
  static Refused refused(BadToken bad) {
    return new Refused(400, bad.code() + " " + bad.getMessage());
  }

  private JsonNode make(Context context) {
    Body body =
        Frame.body(context)
            .only(
                "identity",
                "life",
                "incoming",
                "application",
                "syncService",
                "workspace",
                "worker",
                "role");
    long life = body.whole("life", TokenMint.STANDARD_LIFE);
    String identity = body.text("identity");
    String workspace = body.text("workspace", null);
    String service = body.text("syncService", null);
    return frame.ask(
        world -> {
          if (world.directory().keys(world.directory().main().sid()).isEmpty()) {
            throw new Refused(409, "the account has no API key to sign with; make one first");
          }
          String application =
              body.has("application")
                  ? body.text("application")
                  : world.directory().applications(world.directory().main().sid()).stream()
                      .map(app -> app.sid())
                      .findFirst()
                      .orElse(null);
          return Body.JSON
              .createObjectNode()
              .put(
                  "token",
                  world
                      .tokens()
                      .make(
                          identity,
                          life,
                          VoiceGrant.of(body.flag("incoming", true), application),
                          service == null ? null : new SyncGrant(service, null),
                          workspace == null
                              ? null
                              : new TaskRouterGrant(
                                  workspace, body.text("worker", null), body.text("role", null))));
        });
  }

  private JsonNode check(Context context) {
    String text = Frame.body(context).only("token").text("token");
    return frame.ask(
        world -> {
          try {
            return json(world.tokens().verify(text), world.tokens().seconds());
          } catch (BadToken bad) {
            throw refused(bad);
          }
        });
  }

  private static ObjectNode json(AccessToken token, long now) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("accountSid", token.accountSid());
    json.put("issuer", token.issuer());
    json.put("identity", token.identity());
    json.put("secondsLeft", token.expires() - now);
    if (token.voice() != null) {
      json.putObject("voice")
          .put("incoming", token.voice().incoming())
          .put("application", token.voice().applicationSid())
          .putPOJO("parameters", token.voice().parameters());
    }
    if (token.sync() != null) {
      json.putObject("sync").put("service", token.sync().serviceSid());
    }
    if (token.taskRouter() != null) {
      json.putObject("taskRouter")
          .put("workspace", token.taskRouter().workspaceSid())
          .put("worker", token.taskRouter().workerSid())
          .put("role", token.taskRouter().role());
    }
    json.putPOJO("otherGrants", token.others());
    return json;
  }
}
