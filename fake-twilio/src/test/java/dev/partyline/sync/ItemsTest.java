package dev.partyline.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTest {

  @Test
  @Pins({"SYNC-LIST-01", "SYNC-INV-03"})
  void an_index_is_never_used_again_and_a_removal_leaves_a_gap() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Lists", "UniqueName", "l");
              for (int i = 0; i < 3; i++) {
                assertEquals(i, api.post("/Lists/l/Items", "Data", "{}").get("index").asInt());
              }
              api.delete("/Lists/l/Items/1");
              assertEquals(4, api.post("/Lists/l/Items", "Data", "{}").get("index").asInt());
              assertEquals("0 2 4", api.column("items", "index", "/Lists/l/Items"));
            })
        .run();
  }

  @Test
  @Pins({"SYNC-LIST-02", "SYNC-LIST-04"})
  void an_item_of_a_list_has_its_own_revision_and_moves_the_lists() {
    new SyncApi()
        .at(
            0,
            api -> {
              String list = api.post("/Lists", "UniqueName", "l").get("sid").asText();
              assertEquals("400 20001", api.outcome("POST", "/Lists/l/Items"));
              JsonNode item = api.post("/Lists/l/Items", "Data", "[1]", "Ttl", "60");
              assertEquals(list, item.get("list_sid").asText());
              assertEquals("0", item.get("revision").asText());
              assertEquals("2026-04-01T00:01:00Z", item.get("date_expires").asText());
              assertEquals(
                  "1", api.post("/Lists/l/Items/0", "Data", "[2]").get("revision").asText());
              assertEquals("2", api.get("/Lists/l").get("revision").asText());
              assertEquals("400 54010", api.outcome("POST", "/Lists/l/Items/0"));
            })
        .run();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', 0 1 2 3",
    "desc, '', '', 3 2 1 0",
    "asc, 1, '', 1 2 3",
    "asc, 1, exclusive, 2 3",
    "desc, 2, inclusive, 2 1 0",
    "desc, 2, exclusive, 1 0",
    "asc, 9, '', ''",
  })
  @Pins({"SYNC-LIST-03", "SYNC-MAP-04"})
  void items_come_in_order_from_a_bound(String order, String from, String bounds, String found) {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Lists", "UniqueName", "l");
              api.post("/Maps", "UniqueName", "m");
              for (int i = 0; i < 4; i++) {
                api.post("/Lists/l/Items", "Data", "{}");
                api.post("/Maps/m/Items", "Key", "" + (3 - i), "Data", "{}");
              }
              String[] query = {"Order", order, "From", from, "Bounds", bounds};
              assertEquals(found, api.column("items", "index", "/Lists/l/Items", query));
              assertEquals(found, api.column("items", "key", "/Maps/m/Items", query));
            })
        .run();
  }

  @Test
  @Pins("SYNC-LIST-05")
  void a_list_takes_any_number_of_items() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Lists", "UniqueName", "l");
              for (int i = 0; i < 3_000; i++) {
                api.send("POST", "/Lists/l/Items", "Data", "0");
              }
              assertEquals("2999", api.column("items", "index", "/Lists/l/Items", "From", "2999"));
            })
        .run();
  }

  @Test
  @Pins({"SYNC-MAP-01", "SYNC-MAP-02", "RACE-192"})
  void a_key_is_made_once_and_updated_only_while_it_is_there() {
    new SyncApi()
        .at(
            0,
            api -> {
              String map = api.post("/Maps", "UniqueName", "m").get("sid").asText();
              assertEquals("404 20404", api.outcome("POST", "/Maps/m/Items/k", "Data", "1"));
              JsonNode item = api.post("/Maps/m/Items", "Key", "k", "Data", "1");
              assertEquals(map, item.get("map_sid").asText());
              assertEquals("k", item.get("key").asText());
              assertEquals(
                  "409 54208", api.outcome("POST", "/Maps/m/Items", "Key", "k", "Data", "2"));
              assertEquals("400 20001", api.outcome("POST", "/Maps/m/Items", "Data", "2"));
              assertEquals(
                  "400 20001",
                  api.outcome("POST", "/Maps/m/Items", "Key", "k".repeat(321), "Data", "2"));
              api.delete("/Maps/m/Items/k");
              assertEquals("404 20404", api.outcome("POST", "/Maps/m/Items/k", "Data", "3"));
            })
        .run();
  }

  @ParameterizedTest
  @CsvSource({"GET, a/b", "POST, a/b", "DELETE, a/b", "GET, a%2Fb", "POST, a%2Fb", "DELETE, a%2Fb"})
  @Pins("SYNC-MAP-03")
  void a_key_with_a_slash_is_listed_and_not_reached(String method, String key) {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Maps", "UniqueName", "m");
              api.post("/Maps/m/Items", "Key", "a/b", "Data", "{}");
              assertEquals("a/b", api.column("items", "key", "/Maps/m/Items"));
              assertEquals("404 20404", api.outcome(method, "/Maps/m/Items/" + key, "Data", "{}"));
            })
        .run();
  }

  @Test
  @Pins("SYNC-MAP-05")
  void revisions_of_two_keys_do_not_conflict() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Maps", "UniqueName", "m");
              api.post("/Maps/m/Items", "Key", "a", "Data", "0");
              api.post("/Maps/m/Items", "Key", "b", "Data", "0");
              api.post("/Maps/m/Items/a", "Data", "1", "If-Match", "0");
              api.post("/Maps/m/Items/b", "Data", "1", "If-Match", "0");
            })
        .run();
  }

  @Test
  @Pins("SYNC-MAP-06")
  void a_map_goes_with_one_event() {
    SyncApi api =
        new SyncApi()
            .at(
                0,
                one -> {
                  one.post("/Maps", "UniqueName", "m");
                  one.post("/Maps/m/Items", "Key", "a", "Data", "0");
                  one.delete("/Maps/m");
                })
            .run();
    assertEquals(
        "[map_created, map_item_added, map_removed]",
        api.stage().all(Happening.SyncChanged.class).stream()
            .map(Happening.SyncChanged::event)
            .toList()
            .toString());
  }

  @Test
  @Pins("SYNC-SVC-14")
  void short_names_of_times_to_live_give_way_to_the_long_ones() {
    new SyncApi()
        .knob(Knob.SYNC_TTL_SLACK_MS, "0")
        .at(
            0,
            api -> {
              api.post("/Maps", "UniqueName", "m", "Ttl", "5", "CollectionTtl", "100");
              assertEquals("2026-04-01T00:01:40Z", api.get("/Maps/m").get("date_expires").asText());
              api.post("/Maps/m", "Ttl", "30");
              assertEquals("2026-04-01T00:00:30Z", api.get("/Maps/m").get("date_expires").asText());
              JsonNode item =
                  api.post("/Maps/m/Items", "Key", "k", "Data", "0", "Ttl", "5", "ItemTtl", "20");
              assertEquals("2026-04-01T00:00:20Z", item.get("date_expires").asText());
            })
        .at(10_000, api -> api.post("/Maps/m/Items/k", "CollectionTtl", "40"))
        .at(
            21_000,
            api -> {
              assertEquals("404 20404", api.outcome("GET", "/Maps/m/Items/k"));
              assertEquals("2026-04-01T00:00:50Z", api.get("/Maps/m").get("date_expires").asText());
            })
        .at(51_000, api -> assertEquals("404 20404", api.outcome("GET", "/Maps/m")))
        .run();
  }

  @Test
  @Pins({"SYNC-STREAM-01", "SYNC-STREAM-02"})
  void a_message_is_accepted_and_not_kept() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Streams", "UniqueName", "s", "Ttl", "60");
              JsonNode message = api.post("/Streams/s/Messages", "Data", "{\"a\": 1}");
              assertTrue(message.get("sid").asText().startsWith("TZ"));
              assertEquals("{\"a\":1}", message.get("data").toString());
              String large = "\"" + "x".repeat(4 * 1024 - 1) + "\"";
              assertEquals("413 54006", api.outcome("POST", "/Streams/s/Messages", "Data", large));
              assertEquals("405 20004", api.outcome("GET", "/Streams/s/Messages"));
              api.post("/Streams/s", "Ttl", "0");
              api.delete("/Streams/s");
            })
        .run();
  }
}
