package dev.partyline.sync;

import dev.partyline.knob.Knob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A list, whose items have rising indices, or a map, whose items have keys. */
public final class ItemCollection extends SyncObject {

  private static final int LONGEST_KEY = 320;
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final NavigableMap<String, Item> items;
  private long nextIndex;

  ItemCollection(SyncService service, Kind kind, String sid, String name, Author author, long now) {
    super(service, kind, sid, name, author, now);
    this.items =
        new TreeMap<>(
            kind == Kind.LIST
                ? Comparator.comparingLong(Long::parseLong)
                : Comparator.naturalOrder());
  }

  /** An item; null when there is none. */
  public Item item(String key) {
    return isKey(key) ? items.get(key) : null;
  }

  private boolean isKey(String key) {
    return kind() == Kind.MAP || INDEX.matcher(key).matches();
  }

  /**
   * Items in their order (SYNC-LIST-03, SYNC-MAP-04).
   *
   * @param descending whether the last comes first
   * @param from key or index where to begin, whether it is there or not; null for the end
   * @param inclusive whether one with just this key belongs to it
   * @throws Refused 400 when a list's {@code from} is no index
   */
  public List<Item> items(boolean descending, String from, boolean inclusive) {
    NavigableMap<String, Item> ordered = descending ? items.descendingMap() : items;
    if (from == null) {
      return List.copyOf(ordered.values());
    }
    if (!isKey(from)) {
      throw new Refused(400, 20001, "Invalid parameter From: '" + from + "' is not an index");
    }
    return new ArrayList<>(ordered.tailMap(from, inclusive).values());
  }

  /**
   * Adds an item: to a list at its end under an index that was never used, to a map under a key.
   *
   * @param key of a map's item; null for a list
   * @throws Refused 409 with 54208 when the map has the key, 400, 403, 413, 429
   */
  public Item add(
      String key, Payload payload, ItemTtl ttl, Author who, long now, List<Effect> effects) {
    if (kind() == Kind.MAP && (key.isEmpty() || key.length() > LONGEST_KEY)) {
      throw new Refused(
          400,
          20001,
          "Invalid parameter Key: it must have from 1 to " + LONGEST_KEY + " characters");
    }
    if (kind() == Kind.MAP && items.containsKey(key)) {
      throw new Refused(409, 54208, "An Item with given key already exists in the Map");
    }
    beforeWrite(who, payload, now);
    Item made = new Item(kind() == Kind.MAP ? key : Long.toString(nextIndex++), payload, who, now);
    items.put(made.key(), made);
    touched(now);
    live(made, ttl, now, effects);
    happened(kind().word() + "_item_added", made, made.json(), who, now, effects);
    return made;
  }

  /**
   * Replaces an item's data as a whole, or times to live, or both.
   *
   * @param change null leaves the data
   * @param ifMatch the revision the item must have; null for any
   * @throws Refused 412 with 54155 or 54205, 400 with 54003, 54010 or 54011, 403, 429
   */
  public void update(
      Item item,
      Payload change,
      ItemTtl ttl,
      String ifMatch,
      Author who,
      long now,
      List<Effect> effects) {
    IfMatch.require(ifMatch, item.revision(), kind());
    if (change == null && ttl.isUnsaid()) {
      throw nothingToUpdate();
    }
    beforeWrite(who, change, now);
    item.set(change, now);
    live(item, ttl, now, effects);
    if (change != null || service().knobs().is(Knob.SYNC_TTL_BUMPS_REVISION, "true")) {
      item.bump();
      touched(now);
      happened(kind().word() + "_item_updated", item, item.json(), who, now, effects);
    }
  }

  /**
   * Removes an item.
   *
   * @param ifMatch the revision it must have; null for any
   * @throws Refused 412 with 54155 or 54205, 400 with 54003, 403, 429
   */
  public void remove(Item item, String ifMatch, Author who, long now, List<Effect> effects) {
    IfMatch.require(ifMatch, item.revision(), kind());
    beforeWrite(who, null, now);
    drop(item, who, now, effects);
  }

  /** A removal takes an index too, hence the gaps (SYNC-LIST-01). */
  private void drop(Item item, Author who, long now, List<Effect> effects) {
    items.remove(item.key());
    nextIndex++;
    touched(now);
    happened(kind().word() + "_item_removed", item, null, who, now, effects);
  }

  /** An item is too old, unless it is not the one that was meant any more. */
  void expire(Expiry expiry, long now, List<Effect> effects) {
    Item item = items.get(expiry.item());
    if (item != null && item.expiresAt() == expiry.at()) {
      drop(item, Author.SYSTEM, now, effects);
    }
  }

  private void live(Item item, ItemTtl ttl, long now, List<Effect> effects) {
    if (ttl.item() != null) {
      item.expiresAt(ttl.item() == 0 ? -1 : now + ttl.item() * 1000L);
      if (ttl.item() != 0) {
        effects.add(new Effect.ExpirySet(new Expiry(sid(), item.key(), item.expiresAt())));
      }
    }
    live(ttl.collection(), now, effects);
  }

  private void happened(
      String type, Item item, String json, Author who, long now, List<Effect> effects) {
    happened(type, item.key(), item.revision(), json, who, now, effects);
  }
}
