package dev.partyline.syncing;

import dev.partyline.rest.sync.SyncServices;
import dev.partyline.sync.Document;
import dev.partyline.sync.Item;
import dev.partyline.sync.ItemCollection;
import dev.partyline.sync.ItemTtl;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.sync.Refused;
import dev.partyline.sync.Stream;
import dev.partyline.sync.SyncObject;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a page's SDK writes with the page's identity. Each write arrives later; then its answer
 * comes back: null for success, or what it was refused with.
 */
public final class PageWrites {

  private final SyncPage page;

  PageWrites(SyncPage page) {
    this.page = page;
  }

  /** Replaces a document's data whatever its revision (SYNC-RT-13). */
  public void update(Replica document, String json, Consumer<Refused> then) {
    give(
        document,
        then,
        (service, now, effects) -> {
          of(document, Document.class)
              .update(payload(json), null, null, page.author(), now, effects);
          return null;
        });
  }

  /**
   * Reads a document, changes what was read and writes it, and begins anew when it was written by
   * somebody else meanwhile (SYNC-RT-13).
   */
  public void mutate(Replica document, UnaryOperator<String> change, Consumer<Refused> then) {
    String name = page.name() + "." + document.eventName();
    later(
        name + ".reads",
        () -> {
          SyncObject found = find(document);
          if (!(found instanceof Document there)) {
            later(name + ".answered", () -> then.accept(missing(document)));
            return;
          }
          String before = there.json();
          String revision = there.revision();
          later(
              name + ".read",
              () ->
                  give(
                      document,
                      refused -> {
                        if (refused != null && refused.status() == 412) {
                          mutate(document, change, then);
                        } else {
                          then.accept(refused);
                        }
                      },
                      (service, now, effects) -> {
                        of(document, Document.class)
                            .update(
                                payload(change.apply(before)),
                                null,
                                revision,
                                page.author(),
                                now,
                                effects);
                        return null;
                      }));
        });
  }

  /** Puts a map's item, whether it is there or not (SYNC-MAP-02). */
  public void set(Replica map, String key, String json, Consumer<Refused> then) {
    give(
        map,
        then,
        (service, now, effects) -> {
          ItemCollection there = of(map, ItemCollection.class);
          Item item = there.item(key);
          if (item == null) {
            there.add(key, payload(json), ItemTtl.UNSAID, page.author(), now, effects);
          } else {
            there.update(item, payload(json), ItemTtl.UNSAID, null, page.author(), now, effects);
          }
          return null;
        });
  }

  /** Adds an item to a list. */
  public void push(Replica list, String json, Consumer<Refused> then) {
    give(
        list,
        then,
        (service, now, effects) -> {
          of(list, ItemCollection.class)
              .add(null, payload(json), ItemTtl.UNSAID, page.author(), now, effects);
          return null;
        });
  }

  /** Removes an item of a list or a map. */
  public void remove(Replica collection, String key, Consumer<Refused> then) {
    give(
        collection,
        then,
        (service, now, effects) -> {
          ItemCollection there = of(collection, ItemCollection.class);
          Item item = there.item(key);
          if (item == null) {
            throw new Refused(404, collection.kind().itemMissing(), "there is no item " + key);
          }
          there.remove(item, null, page.author(), now, effects);
          return null;
        });
  }

  /** Publishes a message. */
  public void publish(Replica stream, String json, Consumer<Refused> then) {
    give(
        stream,
        then,
        (service, now, effects) -> {
          of(stream, Stream.class)
              .publish(Payload.parse(json, Payload.MOST_OF_MESSAGE), page.author(), now, effects);
          return null;
        });
  }

  private static Payload payload(String json) {
    return Payload.parse(json, Payload.MOST);
  }

  private SyncObject find(Replica replica) {
    return replica.sid() == null
        ? page.service().find(replica.kind(), replica.wanted())
        : page.service().find(replica.sid());
  }

  private <T extends SyncObject> T of(Replica replica, Class<T> type) {
    SyncObject found = find(replica);
    if (found == null) {
      throw missing(replica);
    }
    return type.cast(found);
  }

  private static Refused missing(Replica replica) {
    Kind kind = replica.kind();
    return new Refused(404, kind.missing(), "there is no " + kind.word() + " " + replica.wanted());
  }

  private void give(Replica replica, Consumer<Refused> then, SyncServices.Command<Void> command) {
    String name = page.name() + "." + replica.eventName();
    later(
        name + ".writes",
        () -> {
          Refused[] refused = new Refused[1];
          try {
            page.desk().give(page.service(), command);
          } catch (Refused said) {
            refused[0] = said;
          }
          later(name + ".written", () -> then.accept(refused[0]));
        });
  }

  private void later(String name, Runnable action) {
    page.desk().wires().in(name, SyncPage.MESSAGE, action);
  }
}
