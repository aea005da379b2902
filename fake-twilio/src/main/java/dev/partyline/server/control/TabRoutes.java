package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.journal.Entry;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;

/**
 * Browser tabs of one kind under a path: they are listed, opened, looked at, operated by a word and
 * closed, and what each is told can be followed.
 *
 * @param <T> such a tab
 */
abstract class TabRoutes<T> {

  private final Frame frame;
  private final String path;
  private final String word;
  private final Function<T, String> name;

  /** {@code word}: what such a tab is called in errors; {@code name}: what one is found by. */
  TabRoutes(Frame frame, String path, String word, Function<T, String> name) {
    this.frame = frame;
    this.path = Frame.ROOT + path;
    this.word = word;
    this.name = name;
  }

  /** All that are open, the oldest first. */
  abstract Collection<T> all(World world);

  /** The one of this name; null when none is open. */
  abstract T find(World world, String name);

  /** How it is now. */
  abstract ObjectNode json(T tab);

  /** Reads the body at once; what is given back opens one. */
  abstract Function<World, T> opening(Body body);

  abstract void close(T tab);

  /**
   * Operates it; gives back the one that is there afterwards, which may be another.
   *
   * @throws Refused when it cannot do that, now or ever
   */
  abstract T operate(T tab, String action, Body body);

  /** Whether this entry is something that the tab of this name is told. */
  abstract boolean isTold(Entry entry, String name);

  /** The word under which it is told. */
  abstract String event(Entry entry);

  /** What it is told. */
  abstract ObjectNode data(Entry entry);

  void addTo(RoutesConfig routes) {
    String one = path + "/{name}";
    routes.get(path, Frame.json(this::list));
    routes.post(path, Frame.json(this::open));
    routes.get(one, Frame.json(this::show));
    routes.delete(one, Frame.json(this::close));
    routes.sse(one + "/live", this::live);
    routes.post(one + "/{action}", Frame.json(this::operate));
  }

  private JsonNode list(Context context) {
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          all(world).forEach(tab -> list.add(json(tab)));
          return list;
        });
  }

  private JsonNode open(Context context) {
    Function<World, T> opening = opening(Frame.body(context));
    return frame.ask(world -> json(opening.apply(world)));
  }

  private JsonNode show(Context context) {
    String wanted = context.pathParam("name");
    return frame.ask(world -> json(require(world, wanted)));
  }

  private JsonNode close(Context context) {
    String wanted = context.pathParam("name");
    return frame.ask(
        world -> {
          T tab = require(world, wanted);
          close(tab);
          return json(tab);
        });
  }

  private JsonNode operate(Context context) {
    String wanted = context.pathParam("name");
    String action = context.pathParam("action");
    Body body = Frame.body(context);
    return frame.ask(world -> json(operate(require(world, wanted), action, body)));
  }

  private T require(World world, String wanted) {
    T tab = find(world, wanted);
    if (tab == null) {
      throw new Refused(
          404,
          "no "
              + word
              + " '"
              + wanted
              + "' is open; there are "
              + all(world).stream().map(name).toList());
    }
    return tab;
  }

  /**
   * What a tab is told, each under its word with its data as JSON; those that are kept come first
   * unless the client says which it saw last. A name may be asked for before it is there.
   */
  private void live(SseClient client) {
    String wanted = client.ctx().pathParam("name");
    EventStream.send(
        frame,
        client,
        entry -> isTold(entry, wanted),
        new EventStream.Words() {
          @Override
          public String event(Entry entry) {
            return TabRoutes.this.event(entry);
          }

          @Override
          public String data(Entry entry) throws IOException {
            return Body.JSON.writeValueAsString(TabRoutes.this.data(entry));
          }
        });
  }
}
