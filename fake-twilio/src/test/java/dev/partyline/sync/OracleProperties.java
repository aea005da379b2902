package dev.partyline.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written in whatever order: a naive second implementation ends with the same. */
class OracleProperties {

  /** One command; what a number means depends on the command. */
  record Deed(String what, int key, int value, int revision, int ttl, int seconds) {}

  /** An item as simple as can be. */
  private static final class Naive {
    int value;
    int revision;
    long expires = Long.MAX_VALUE;
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.of("add", "add", "update", "update", "update-if", "remove", "remove-if"),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(0, 3))
        .as(Deed::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 1_000)
  @Pins("SYNC-INV-01")
  void a_map_is_what_a_naive_one_is(@ForAll("deeds") List<Deed> deeds) {
    check(Kind.MAP, deeds);
  }

  @Property(tries = 1_000)
  @Pins({"SYNC-INV-01", "SYNC-INV-03"})
  void a_list_is_what_a_naive_one_is(@ForAll("deeds") List<Deed> deeds) {
    check(Kind.LIST, deeds);
  }

  private static void check(Kind kind, List<Deed> deeds) {
    int[] sids = new int[1];
    SyncService service =
        new SyncService(
            "AC1",
            "IS1",
            null,
            SyncService.Settings.STANDARD,
            Knobs.standard(),
            prefix -> prefix + ++sids[0],
            0);
    List<Effect> effects = new ArrayList<>();
    ItemCollection real =
        (ItemCollection) service.create(kind, "x", null, null, Author.SYSTEM, 0, effects);
    TreeMap<Integer, Naive> naive = new TreeMap<>();
    long now = 0;
    int writes = 0;
    int next = 0;
    for (Deed deed : deeds) {
      now += deed.seconds() * 1000L;
      // time passes in both
      int expired = 0;
      for (Integer key : new ArrayList<>(naive.keySet())) {
        if (naive.get(key).expires <= now) {
          naive.remove(key);
          expired++;
        }
      }
      writes += expired;
      next += expired;
      fire(service, effects, now);

      int key = deed.what().equals("add") && kind == Kind.LIST ? next : deed.key();
      String answer = real(real, deed, key, now, effects);
      Naive there = naive.get(key);
      String expected;
      if (deed.what().equals("add")) {
        if (there != null) {
          expected = "54208";
        } else {
          there = new Naive();
          naive.put(key, there);
          set(there, deed, now);
          expected = "ok";
          writes++;
          next++;
        }
      } else if (there == null) {
        expected = "missing";
      } else if (deed.what().endsWith("-if") && there.revision != deed.revision()) {
        expected = kind == Kind.MAP ? "54205" : "54155";
      } else if (deed.what().startsWith("update")) {
        set(there, deed, now);
        there.revision++;
        writes++;
        expected = "ok";
      } else {
        naive.remove(key);
        writes++;
        next++;
        expected = "ok";
      }
      assertEquals(expected, answer, () -> deed.toString());
    }
    assertEquals(
        shown(naive), shown(real), "items with revisions, after " + deeds.size() + " commands");
    assertEquals(Integer.toString(writes), real.revision());
    long last = 0;
    for (SyncEvent event : events(effects)) {
      assertEquals(event.type().endsWith("_created") ? 0 : ++last, event.id());
    }
  }

  private static void set(Naive item, Deed deed, long now) {
    item.value = deed.value();
    if (deed.ttl() >= 0) {
      item.expires = deed.ttl() == 0 ? Long.MAX_VALUE : now + deed.ttl() * 1000L;
    }
  }

  private static String real(
      ItemCollection map, Deed deed, int number, long now, List<Effect> effects) {
    String key = Integer.toString(number);
    ItemTtl ttl = new ItemTtl(deed.ttl() < 0 ? null : deed.ttl(), null);
    Payload payload = Payload.parse(Integer.toString(deed.value()), Payload.MOST);
    String match = deed.what().endsWith("-if") ? Integer.toString(deed.revision()) : null;
    try {
      if (deed.what().equals("add")) {
        Item made =
            map.add(
                map.kind() == Kind.LIST ? null : key, payload, ttl, Author.SYSTEM, now, effects);
        assertEquals(key, made.key());
        return "ok";
      }
      Item item = map.item(key);
      if (item == null) {
        return "missing";
      }
      if (deed.what().startsWith("update")) {
        map.update(item, payload, ttl, match, Author.SYSTEM, now, effects);
      } else {
        map.remove(item, match, Author.SYSTEM, now, effects);
      }
      return "ok";
    } catch (Refused refused) {
      return Integer.toString(refused.code());
    }
  }

  /** Gives the times that have come, each in its turn. */
  private static void fire(SyncService service, List<Effect> effects, long now) {
    for (Effect effect : new ArrayList<>(effects)) {
      if (effect instanceof Effect.ExpirySet set && set.expiry().at() <= now) {
        service.expire(set.expiry(), now, effects);
      }
    }
  }

  private static List<SyncEvent> events(List<Effect> effects) {
    List<SyncEvent> events = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Changed changed) {
        events.add(changed.event());
      }
    }
    assertTrue(!events.isEmpty());
    return events;
  }

  private static String shown(Map<Integer, Naive> naive) {
    StringBuilder text = new StringBuilder();
    naive.forEach(
        (key, item) ->
            text.append(key)
                .append('=')
                .append(item.value)
                .append('r')
                .append(item.revision)
                .append(' '));
    return text.toString();
  }

  private static String shown(ItemCollection real) {
    StringBuilder text = new StringBuilder();
    for (Item item : real.items(false, null, true)) {
      text.append(item.key())
          .append('=')
          .append(item.json())
          .append('r')
          .append(item.revision())
          .append(' ');
    }
    return text.toString();
  }
}
