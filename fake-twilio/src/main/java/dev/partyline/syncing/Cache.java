package dev.partyline.syncing;

import dev.partyline.sync.Document;
import dev.partyline.sync.Item;
import dev.partyline.sync.ItemCollection;
import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page's own copy of an object. A careful one, as SDKs have, remembers the last event of each
 * item, of removed ones too, and takes no older one (SYNC-RT-10); a hand-written one takes all.
 */
final class Cache {

  /**
   * An object as it was read.
   *
   * @param json of a document; null for others
   * @param revision null for streams
   * @param items data by key or index
   * @param event number of the last one that is in it
   */
  record Snapshot(String json, String revision, Map<String, String> items, long event) {

    static Snapshot of(SyncObject object) {
      Map<String, String> items = new LinkedHashMap<>();
      if (object instanceof ItemCollection collection) {
        for (Item item : collection.items(false, null, true)) {
          items.put(item.key(), item.json());
        }
      }
      return new Snapshot(
          object instanceof Document document ? document.json() : null,
          object.revision(),
          items,
          object.lastEvent());
    }

    /** As JSON. */
    String text() {
      if (json != null) {
        return json;
      }
      StringBuilder text = new StringBuilder("{");
      items.forEach(
          (key, value) ->
              text.append(text.length() == 1 ? "" : ",")
                  .append('"')
                  .append(key.replace("\\", "\\\\").replace("\"", "\\\""))
                  .append("\":")
                  .append(value));
      return text.append('}').toString();
    }
  }

  private final boolean careful;
  private final Map<String, Long> lastByItem = new LinkedHashMap<>();
  private final Map<String, String> items = new LinkedHashMap<>();
  private boolean present;
  private String json;
  private String revision;
  private long base;
  private long seen;

  Cache(boolean careful) {
    this.careful = careful;
  }

  boolean present() {
    return present;
  }

  String json() {
    return json;
  }

  String revision() {
    return revision;
  }

  Map<String, String> items() {
    return new LinkedHashMap<>(items);
  }

  long seen() {
    return seen;
  }

  void take(Snapshot snapshot) {
    present = true;
    json = snapshot.json();
    revision = snapshot.revision();
    items.clear();
    items.putAll(snapshot.items());
    lastByItem.clear();
    base = snapshot.event();
    seen = Math.max(seen, base);
  }

  void apply(SyncEvent event) {
    seen = Math.max(seen, event.id());
    String item = event.item() == null ? "" : event.item();
    if (careful && event.id() <= lastByItem.getOrDefault(item, base)) {
      return;
    }
    lastByItem.put(item, event.id());
    if (event.isEnd()) {
      present = false;
      json = null;
      revision = null;
      items.clear();
    } else if (event.item() == null) {
      present = true;
      json = event.json();
      revision = event.revision();
    } else if (event.isRemoval()) {
      items.remove(event.item());
    } else if (!event.type().equals("stream_message_published")) {
      present = true;
      items.put(event.item(), event.json());
    }
  }
}
