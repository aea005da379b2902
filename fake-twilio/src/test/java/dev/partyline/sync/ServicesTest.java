package dev.partyline.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest {

  @Test
  @Pins("SYNC-SVC-01")
  void default_is_the_accounts_own_service_and_every_kind_has_its_prefix() {
    new SyncApi()
        .at(
            0,
            api -> {
              JsonNode own = api.get("");
              assertEquals("default", own.get("unique_name").asText());
              assertTrue(own.get("sid").asText().startsWith("IS"));
              String named = "/v1/Services/" + own.get("sid").asText();
              assertTrue(api.post("/Documents").get("sid").asText().startsWith("ET"));
              assertTrue(api.post("/Lists").get("sid").asText().startsWith("ES"));
              assertTrue(api.post("/Maps").get("sid").asText().startsWith("MP"));
              assertTrue(
                  api.post("/Streams", "UniqueName", "s").get("sid").asText().startsWith("TO"));
              assertTrue(
                  api.post("/Streams/s/Messages", "Data", "{}")
                      .get("sid")
                      .asText()
                      .startsWith("TZ"));
              assertEquals(1, api.get(named + "/Documents").get("documents").size());
              assertEquals("404 20404", api.outcome("GET", "/v1/Services/IS" + "0".repeat(32)));
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-03")
  void a_service_keeps_its_settings_and_has_documented_ones_at_first() {
    new SyncApi()
        .at(
            0,
            api -> {
              JsonNode made = api.post("/v1/Services", "FriendlyName", "desk");
              assertEquals(5000, made.get("reachability_debouncing_window").asInt());
              assertEquals(false, made.get("acl_enabled").asBoolean());
              assertEquals(false, made.get("webhooks_from_rest_enabled").asBoolean());
              String path = "/v1/Services/" + made.get("sid").asText();
              api.post(path, "AclEnabled", "true", "ReachabilityDebouncingWindow", "30000");
              JsonNode changed = api.get(path);
              assertEquals("desk", changed.get("friendly_name").asText());
              assertEquals(true, changed.get("acl_enabled").asBoolean());
              assertEquals(30000, changed.get("reachability_debouncing_window").asInt());
              assertEquals(
                  "400 20001", api.outcome("POST", path, "ReachabilityDebouncingWindow", "30001"));
              api.delete(path);
              assertEquals("404 20404", api.outcome("GET", path));
            })
        .run();
  }

  @ParameterizedTest
  @CsvSource({
    "/Documents/none, 54100",
    "/Lists/none, 54150",
    "/Maps/none, 54200",
    "/Streams/none, 54250",
    "/Lists/l/Items/0, 54151",
    "/Maps/m/Items/k, 54201",
    "/v1/Services/none, 54050",
  })
  @Pins("SYNC-SVC-09")
  void what_is_not_found_is_20404_or_its_own_code(String path, int specific) {
    for (String knob : new String[] {"20404", "specific"}) {
      new SyncApi()
          .knob(Knob.SYNC_NOT_FOUND_CODE, knob)
          .at(
              0,
              api -> {
                api.post("/Lists", "UniqueName", "l");
                api.post("/Maps", "UniqueName", "m");
                assertEquals(
                    "404 " + (knob.equals("specific") ? specific : 20404),
                    api.outcome("GET", path));
              })
          .run();
    }
  }

  @Test
  @Pins("SYNC-SVC-12")
  void pages_have_fifty_rows_and_at_most_a_hundred() {
    new SyncApi()
        .at(
            0,
            api -> {
              for (int i = 0; i < 130; i++) {
                api.post("/Documents");
              }
              JsonNode first = api.get("/Documents");
              assertEquals(50, first.get("documents").size());
              JsonNode most = api.get("/Documents", "PageSize", "1000");
              assertEquals(100, most.get("documents").size());
              assertEquals(100, most.get("meta").get("page_size").asInt());
              String next = most.get("meta").get("next_page_url").asText();
              String token = next.substring(next.indexOf("PageToken=") + 10);
              assertEquals(
                  30,
                  api.get("/Documents", "PageSize", "100", "Page", "1", "PageToken", token)
                      .get("documents")
                      .size());
            })
        .run();
  }

  @Test
  @Pins({"SYNC-SVC-16", "SYNC-MAP-05"})
  void with_limits_all_items_of_a_map_share_twenty_writes_a_second() {
    new SyncApi()
        .knob(Knob.SYNC_LIMITS, "docs")
        .at(
            0,
            api -> {
              api.post("/Maps", "UniqueName", "m");
              for (int i = 0; i < 200; i++) {
                api.post("/Maps/m/Items", "Key", "k" + i, "Data", "{}");
              }
              assertEquals(
                  "429 54009", api.outcome("POST", "/Maps/m/Items", "Key", "late", "Data", "{}"));
              api.post("/Maps", "UniqueName", "other");
              String large = "\"" + "x".repeat(10 * 1024) + "\"";
              for (int i = 0; i < 20; i++) {
                api.post("/Maps/other/Items", "Key", "k" + i, "Data", large);
              }
              assertEquals(
                  "429 54009",
                  api.outcome("POST", "/Maps/other/Items", "Key", "late", "Data", large));
            })
        .at(10_001, api -> api.post("/Maps/m/Items", "Key", "late", "Data", "{}"))
        .run();
  }

  @Test
  void without_limits_nobody_is_too_fast() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d");
              for (int i = 0; i < 500; i++) {
                api.post("/Documents/d", "Data", "" + i);
              }
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-18")
  void permissions_are_kept_for_each_identity_and_never_restrict_the_account() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("", "AclEnabled", "true");
              for (String kind : new String[] {"Documents", "Lists", "Maps"}) {
                api.post("/" + kind, "UniqueName", "x");
                String path = "/" + kind + "/x/Permissions";
                JsonNode given =
                    api.post(path + "/bob", "Read", "true", "Write", "false", "Manage", "false");
                assertEquals("bob", given.get("identity").asText());
                assertEquals(true, api.get(path + "/bob").get("read").asBoolean());
                assertEquals(false, api.get(path + "/bob").get("write").asBoolean());
                assertEquals("bob", api.column("permissions", "identity", path));
                assertEquals("400 20001", api.outcome("POST", path + "/bob", "Read", "true"));
                api.delete(path + "/bob");
                assertEquals("404 20404", api.outcome("GET", path + "/bob"));
                api.delete("/" + kind + "/x");
              }
            })
        .run();
  }
}
