package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncService;
import dev.partyline.syncing.Opening;
import dev.partyline.syncing.Replica;
import dev.partyline.syncing.SyncPage;
import dev.partyline.token.BadToken;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** {@code /sync/pages}: browser tabs that follow Sync, and what they are told. */
final class SyncRoutes {

  private static final String ACTIONS =
      "follow, write, lose-connection, reconnect, rebalance, cancel-subscriptions or token";

  private final Frame frame;

  SyncRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    String all = Frame.ROOT + "/sync/pages";
    routes.get(all, Frame.json(this::list));
    routes.post(all, Frame.json(this::open));
    routes.get(all + "/{name}", Frame.json(this::show));
    routes.delete(all + "/{name}", Frame.json(this::close));
    routes.sse(all + "/{name}/live", this::live);
    routes.post(all + "/{name}/{action}", Frame.json(this::operate));
  }

  private JsonNode list(Context context) {
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          world.sync().pages().all().forEach(page -> list.add(json(page)));
          return list;
        });
  }

  private JsonNode show(Context context) {
    String name = context.pathParam("name");
    return frame.ask(world -> json(page(world, name)));
  }

  private static SyncPage page(World world, String name) {
    SyncPage page = world.sync().pages().page(name);
    if (page == null) {
      throw new Refused(
          404,
          "no page '"
              + name
              + "' is open; there are "
              + world.sync().pages().all().stream().map(SyncPage::name).toList());
    }
    return page;
  }

  private static ObjectNode json(SyncPage page) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("name", page.name());
    json.put("identity", page.identity());
    json.put("state", page.state().name().toLowerCase(Locale.ROOT));
    json.put("tokenExpired", page.isExpired());
    ArrayNode follows = json.putArray("follows");
    for (Replica replica : page.replicas()) {
      ObjectNode one = follows.addObject();
      one.put("kind", replica.kind().word());
      one.put("sid", replica.sid());
      one.put("state", replica.state().name().toLowerCase(Locale.ROOT));
      one.put("revision", replica.revision());
      one.set("data", parsed(replica.json()));
      ObjectNode items = one.putObject("items");
      replica.items().forEach((key, value) -> items.set(key, parsed(value)));
    }
    return json;
  }

  private static JsonNode parsed(String json) {
    try {
      return json == null ? null : Body.JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A tab is opened and begins to connect; it follows what else is named. */
  private JsonNode open(Context context) {
    Body body =
        Frame.body(context).only("name", "identity", "token", "service", "kind", "object", "how");
    if (body.has("identity") == body.has("token")) {
      throw new Refused(400, "give either 'identity' or 'token', which holds the identity");
    }
    if (body.has("token") && body.has("service")) {
      throw new Refused(400, "'service' stands in the token; leave it out");
    }
    return frame.ask(
        world -> {
          SyncPage page = body.has("token") ? withToken(world, body) : withoutToken(world, body);
          if (body.has("object")) {
            follow(page, body);
          }
          return json(page);
        });
  }

  private static SyncPage withToken(World world, Body body) {
    try {
      return world.sync().pages().openWithToken(body.text("name", null), body.text("token"));
    } catch (BadToken bad) {
      throw TokenRoutes.refused(bad);
    }
  }

  private static SyncPage withoutToken(World world, Body body) {
    String identity = body.text("identity");
    String service = body.text("service", "default");
    SyncService found = world.sync().get(world.directory().main().sid(), service);
    if (found == null) {
      throw new Refused(404, "there is no Sync service " + service);
    }
    return world.sync().pages().open(body.text("name", identity + ".page"), identity, found);
  }

  private static void follow(SyncPage page, Body body) {
    Kind kind = Kind.of(body.text("kind", "document"));
    if (kind == null) {
      throw new Refused(
          400, "'kind' is " + body.text("kind") + "; it must be document, list, map or stream");
    }
    String how = body.text("how", "sdk");
    Opening opening =
        Arrays.stream(Opening.values())
            .filter(one -> word(one).equals(how))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        400,
                        "'how' is "
                            + how
                            + "; it must be one of "
                            + Arrays.stream(Opening.values()).map(SyncRoutes::word).toList()));
    page.follow(kind, body.text("object"), opening);
  }

  private static String word(Opening opening) {
    return opening.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private JsonNode close(Context context) {
    String name = context.pathParam("name");
    return frame.ask(
        world -> {
          SyncPage page = page(world, name);
          page.close();
          return json(page);
        });
  }

  private JsonNode operate(Context context) {
    String name = context.pathParam("name");
    String action = context.pathParam("action");
    Body body = Frame.body(context);
    return frame.ask(
        world -> {
          SyncPage page = page(world, name);
          operate(page, action, body);
          return json(page);
        });
  }

  private static void operate(SyncPage page, String action, Body body) {
    switch (action) {
      case "follow" -> follow(page, body.only("kind", "object", "how"));
      case "write" -> write(page, body.only("kind", "object", "key", "data"));
      case "lose-connection" -> page.loseConnection();
      case "reconnect" -> page.reconnect();
      case "rebalance" -> page.rebalance();
      case "cancel-subscriptions" -> page.cancelSubscriptions();
      case "token" -> token(page, body.only("token", "lifeMs"));
      default -> throw new Refused(404, "a page can " + ACTIONS + ", not '" + action + "'");
    }
  }

  private static void token(SyncPage page, Body body) {
    if (!body.has("token")) {
      page.token(body.whole("lifeMs", 3_600_000));
      return;
    }
    try {
      page.updateToken(body.text("token"));
    } catch (BadToken bad) {
      throw TokenRoutes.refused(bad);
    }
  }

  /** Writes as the page's SDK does: a document, an item of a map or list, a message. */
  private static void write(SyncPage page, Body body) {
    if (!body.has("data")) {
      throw new Refused(400, "'data' is missing");
    }
    String data = body.json().get("data").toString();
    follow(page, body);
    Replica replica = page.follow(Kind.of(body.text("kind", "document")), body.text("object"));
    switch (replica.kind()) {
      case DOCUMENT -> page.writes().update(replica, data, refused -> {});
      case LIST -> page.writes().push(replica, data, refused -> {});
      case MAP -> page.writes().set(replica, body.text("key"), data, refused -> {});
      case STREAM -> page.writes().publish(replica, data, refused -> {});
    }
  }

  // ---- events ----

  /**
   * What a page is told, each under its word with its data as JSON; those that are kept come first
   * unless the client says which it saw last. A name may be asked for before it is there.
   */
  private void live(SseClient client) {
    String name = client.ctx().pathParam("name");
    EventStream.send(
        frame,
        client,
        entry -> entry.what() instanceof Happening.SyncTold told && told.page().equals(name),
        new EventStream.Words() {
          @Override
          public String event(Entry entry) {
            return ((Happening.SyncTold) entry.what()).event();
          }

          @Override
          public String data(Entry entry) throws IOException {
            return Body.JSON.writeValueAsString(json(entry, (Happening.SyncTold) entry.what()));
          }
        });
  }

  private static ObjectNode json(Entry entry, Happening.SyncTold told) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("at", entry.at());
    json.put("page", told.page());
    json.put("identity", told.identity());
    json.put("sid", told.object());
    json.put("uniqueName", told.name());
    json.put("item", told.item());
    json.put("revision", told.revision());
    json.put("eventId", told.number());
    json.set("data", parsed(told.data()));
    return json;
  }
}
