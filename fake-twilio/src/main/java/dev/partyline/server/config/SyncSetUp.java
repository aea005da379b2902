package dev.partyline.server.config;

import dev.partyline.sync.Author;
import dev.partyline.sync.ItemCollection;
import dev.partyline.sync.ItemTtl;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.sync.Refused;
import dev.partyline.sync.SyncService;
import dev.partyline.syncing.SyncDesk;
import dev.partyline.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the Sync services that are there from the beginning on, and what is in them. */
final class SyncSetUp {

  private static final Pattern SID = Pattern.compile("IS[0-9a-f]{32}");

  /** Things by unique name; data of documents, items of maps. */
  private record Service(
      String sid,
      boolean isDefault,
      SyncService.Settings settings,
      Map<String, Payload> documents,
      Map<String, Map<String, Payload>> maps,
      List<String> lists,
      List<String> streams) {}

  private SyncSetUp() {}

  /** Makes them in a fresh world. */
  static Consumer<World> read(Section root) {
    List<Service> services = new ArrayList<>();
    Set<String> sids = new LinkedHashSet<>();
    for (Section entry : root.sections("syncServices")) {
      entry.required("sid");
      String sid = entry.like("sid", "IS" + "0".repeat(32), SID, "IS and 32 digits of 0-9 and a-f");
      if (!sids.add(sid)) {
        entry.wrong("sid", "'" + sid + "' is here twice");
      }
      boolean isDefault = entry.flag("default", false);
      if (isDefault && services.stream().anyMatch(Service::isDefault)) {
        entry.wrong("default", "one service can be the default one, and there is one above");
      }
      String url =
          entry.has("webhookUrl")
              ? entry.like("webhookUrl", null, Owned.URL, Owned.URL_WORDS)
              : null;
      SyncService.Settings settings =
          new SyncService.Settings(
              entry.text("friendlyName"),
              url,
              entry.flag("webhooksFromRest", false),
              entry.flag("reachabilityWebhooks", false),
              entry.flag("acl", false),
              entry.flag("debouncing", false),
              (int) entry.whole("debouncingWindowMs", 5_000, 1_000, 30_000));
      Map<String, Map<String, Payload>> maps = new LinkedHashMap<>();
      for (Section map : entry.sections("maps")) {
        maps.put(map.required("name"), payloads(map.section("items")));
        map.done();
      }
      services.add(
          new Service(
              sid,
              isDefault,
              settings,
              payloads(entry.section("documents")),
              maps,
              entry.texts("lists"),
              entry.texts("streams")));
      entry.done();
    }
    return world -> services.forEach(one -> make(world, one));
  }

  /** JSON by name. */
  private static Map<String, Payload> payloads(Section section) {
    Map<String, Payload> payloads = new LinkedHashMap<>();
    section
        .free()
        .forEach(
            (name, text) -> {
              try {
                payloads.put(name, Payload.parse(text, Payload.MOST));
              } catch (Refused bad) {
                section.wrong(name, "must be JSON of at most 16 KiB, in quotes: " + text);
              }
            });
    return payloads;
  }

  private static void make(World world, Service what) {
    SyncDesk desk = world.sync();
    String account = world.directory().main().sid();
    SyncService made =
        desk.put(account, what.sid(), what.isDefault() ? "default" : null, what.settings());
    what.documents().forEach((name, data) -> create(desk, made, Kind.DOCUMENT, name, data));
    what.lists().forEach(name -> create(desk, made, Kind.LIST, name, null));
    what.streams().forEach(name -> create(desk, made, Kind.STREAM, name, null));
    what.maps()
        .forEach(
            (name, items) -> {
              create(desk, made, Kind.MAP, name, null);
              items.forEach((key, data) -> add(desk, made, name, key, data));
            });
  }

  private static void create(
      SyncDesk desk, SyncService made, Kind kind, String name, Payload data) {
    desk.give(
        made,
        (service, now, effects) ->
            service.create(kind, name, data, null, Author.SYSTEM, now, effects));
  }

  private static void add(SyncDesk desk, SyncService made, String map, String key, Payload data) {
    desk.give(
        made,
        (service, now, effects) ->
            ((ItemCollection) service.find(Kind.MAP, map))
                .add(key, data, ItemTtl.UNSAID, Author.SYSTEM, now, effects));
  }
}
