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
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

/** {@code /sync/pages}: browser tabs that follow Sync, and what they are told. */
final class SyncRoutes extends TabRoutes<SyncPage> {

  private static final String ACTIONS =
      "follow, write, lose-connection, reconnect, rebalance, cancel-subscriptions or token";

  SyncRoutes(Frame frame) {
    super(frame, "/sync/pages", "page", SyncPage::name);
  }

  @Override
  Collection<SyncPage> all(World world) {
    return world.sync().pages().all();
  }

  @Override
  SyncPage find(World world, String name) {
    return world.sync().pages().page(name);
  }

  @Override
  ObjectNode json(SyncPage page) {
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
  @Override
  Function<World, SyncPage> opening(Body body) {
    body.only("name", "identity", "token", "service", "kind", "object", "how");
    if (body.has("identity") == body.has("token")) {
      throw new Refused(400, "give either 'identity' or 'token', which holds the identity");
    }
    if (body.has("token") && body.has("service")) {
      throw new Refused(400, "'service' stands in the token; leave it out");
    }
    return world -> {
      SyncPage page = body.has("token") ? withToken(world, body) : withoutToken(world, body);
      if (body.has("object")) {
        follow(page, body);
      }
      return page;
    };
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

  @Override
  void close(SyncPage page) {
    page.close();
  }

  @Override
  SyncPage operate(SyncPage page, String action, Body body) {
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
    return page;
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

  @Override
  boolean isTold(Entry entry, String name) {
    return entry.what() instanceof Happening.SyncTold told && told.page().equals(name);
  }

  @Override
  String event(Entry entry) {
    return ((Happening.SyncTold) entry.what()).event();
  }

  @Override
  ObjectNode data(Entry entry) {
    Happening.SyncTold told = (Happening.SyncTold) entry.what();
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
