package dev.partyline.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

  @Test
  @Pins({"SYNC-DOC-01", "SYNC-SVC-02", "SYNC-SVC-04"})
  void a_document_is_made_read_written_and_deleted_by_name_or_sid() {
    new SyncApi()
        .at(
            1_000,
            api -> {
              assertEquals("{}", api.post("/Documents").get("data").toString());
              JsonNode made =
                  api.post(
                      "/Documents", "UniqueName", "call", "Data", "{ \"a\" : 1 }", "Ttl", "60");
              assertEquals("{\"a\":1}", made.get("data").toString());
              assertEquals("system", made.get("created_by").asText());
              assertEquals("2026-04-01T00:00:01Z", made.get("date_created").asText());
              assertEquals("2026-04-01T00:01:01Z", made.get("date_expires").asText());
              assertTrue(made.get("links").get("permissions").asText().endsWith("/Permissions"));
              String sid = made.get("sid").asText();
              assertEquals(sid, api.get("/Documents/call").get("sid").asText());
              assertEquals(
                  "[1]", api.post("/Documents/" + sid, "Data", "[1]").get("data").toString());
              api.delete("/Documents/call");
              assertEquals("404 20404", api.outcome("GET", "/Documents/" + sid));
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-05")
  void revision_begins_at_0_rises_by_one_and_is_the_etag() {
    new SyncApi()
        .at(
            0,
            api -> {
              assertEquals("0", api.post("/Documents", "UniqueName", "d").get("revision").asText());
              assertEquals("1", api.post("/Documents/d", "Data", "1").get("revision").asText());
              assertEquals(
                  "\"2\"", api.send("POST", "/Documents/d", "Data", "2").headers().get("ETag"));
            })
        .run();
  }

  @Test
  @Pins({"SYNC-DOC-02", "SYNC-SVC-06"})
  void a_name_is_taken_once_for_each_kind() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "n");
              assertEquals("409 54301", api.outcome("POST", "/Documents", "UniqueName", "n"));
              api.post("/Maps", "UniqueName", "n");
              api.post("/Documents", "UniqueName", "x".repeat(320));
              assertEquals(
                  "400 54302", api.outcome("POST", "/Documents", "UniqueName", "x".repeat(321)));
              assertEquals(
                  "400 54302",
                  api.outcome("POST", "/Documents", "UniqueName", "CF" + "0".repeat(32)));
            })
        .run();
  }

  @Test
  @Pins("SYNC-DOC-03")
  void updating_what_is_not_there_is_refused_and_makes_nothing() {
    new SyncApi()
        .at(
            0,
            api -> {
              assertEquals("404 20404", api.outcome("POST", "/Documents/d", "Data", "1"));
              assertEquals(0, api.get("/Documents").get("documents").size());
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-08")
  void an_update_replaces_everything() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d", "Data", "{\"a\":1,\"b\":2}");
              api.post("/Documents/d", "Data", "{\"b\":3}");
              assertEquals("{\"b\":3}", api.get("/Documents/d").get("data").toString());
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-07")
  void data_is_json_of_at_most_16_kib() {
    String full = "\"" + "x".repeat(16 * 1024 - 2) + "\"";
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d", "Data", full);
              assertEquals("413 54006", api.outcome("POST", "/Documents", "Data", full + " "));
              assertEquals("400 54008", api.outcome("POST", "/Documents", "Data", "{\"a\":"));
              assertEquals("400 54008", api.outcome("POST", "/Documents/d", "Data", "{} {}"));
              assertEquals(1, api.get("/Documents").get("documents").size());
            })
        .run();
  }

  @ParameterizedTest
  @CsvSource({"Data, null, 400 54101", "Ttl, 31536001, 400 54011", "Ttl, -1, 400 54011"})
  @Pins("SYNC-SVC-11")
  void what_is_wrong_with_an_update_has_its_code(String name, String value, String outcome) {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d");
              assertEquals(outcome, api.outcome("POST", "/Documents/d", name, value));
              assertEquals("400 54010", api.outcome("POST", "/Documents/d"));
              assertEquals("0", api.get("/Documents/d").get("revision").asText());
            })
        .run();
  }

  @Test
  @Pins("SYNC-SVC-10")
  void if_match_lets_one_of_two_writers_win() {
    new SyncApi()
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d");
              api.post("/Lists", "UniqueName", "l");
              api.post("/Lists/l/Items", "Data", "0");
              api.post("/Maps", "UniqueName", "m");
              api.post("/Maps/m/Items", "Key", "k", "Data", "0");
              for (String[] one :
                  new String[][] {
                    {"/Documents/d", "54103"},
                    {"/Lists/l/Items/0", "54155"},
                    {"/Maps/m/Items/k", "54205"}
                  }) {
                assertEquals("200", api.outcome("POST", one[0], "Data", "1", "If-Match", "\"0\""));
                assertEquals(
                    "412 " + one[1], api.outcome("POST", one[0], "Data", "2", "If-Match", "0"));
                assertEquals(
                    "400 54003", api.outcome("POST", one[0], "Data", "2", "If-Match", "*!"));
                assertEquals("1", api.get(one[0]).get("data").toString());
                assertEquals("200", api.outcome("POST", one[0], "Data", "3"));
              }
              assertEquals("412 54155", api.outcome("DELETE", "/Lists/l/Items/0", "If-Match", "0"));
              assertEquals("412 54205", api.outcome("DELETE", "/Maps/m/Items/k", "If-Match", "0"));
              api.delete("/Maps/m/Items/k", "If-Match", "2");
            })
        .run();
  }

  @Test
  @Pins({"SYNC-SVC-13", "RACE-194"})
  void time_to_live_is_not_moved_by_updates() {
    new SyncApi()
        .knob(Knob.SYNC_TTL_SLACK_MS, "2000")
        .at(0, api -> api.post("/Documents", "UniqueName", "d", "Ttl", "10"))
        .at(9_000, api -> api.post("/Documents/d", "Data", "1"))
        .at(9_999, api -> api.get("/Documents/d"))
        .at(12_001, api -> assertEquals("404 20404", api.outcome("GET", "/Documents/d")))
        .run();
  }

  @Test
  @Pins("SYNC-SVC-15")
  void a_new_time_to_live_replaces_the_old_one_and_0_is_for_ever() {
    SyncApi api =
        new SyncApi()
            .knob(Knob.SYNC_TTL_SLACK_MS, "0")
            .at(0, one -> one.post("/Documents", "UniqueName", "d", "Ttl", "10"))
            .at(0, one -> one.post("/Documents", "UniqueName", "e", "Ttl", "10"))
            .at(5_000, one -> one.post("/Documents/d", "Ttl", "0"))
            .at(5_000, one -> one.post("/Documents/e", "Ttl", "10"))
            .at(12_000, one -> one.get("/Documents/e"))
            .at(16_000, one -> assertEquals("404 20404", one.outcome("GET", "/Documents/e")))
            .at(40_000, one -> assertTrue(one.get("/Documents/d").get("date_expires").isNull()))
            .run();
    assertEquals(
        1,
        api.stage().all(Happening.SyncChanged.class).stream()
            .filter(one -> one.event().equals("document_removed"))
            .count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  @Pins("SYNC-DOC-05")
  void a_new_time_to_live_alone_raises_the_revision_as_the_knob_says(String bumps) {
    new SyncApi()
        .knob(Knob.SYNC_TTL_BUMPS_REVISION, bumps)
        .at(
            0,
            api -> {
              api.post("/Documents", "UniqueName", "d", "Data", "7");
              JsonNode now = api.post("/Documents/d", "Ttl", "60");
              assertEquals(bumps.equals("true") ? "1" : "0", now.get("revision").asText());
              assertEquals("7", now.get("data").toString());
            })
        .run();
  }

  @Test
  @Pins("SYNC-DOC-06")
  void made_again_under_its_name_it_is_another_document() {
    new SyncApi()
        .at(
            0,
            api -> {
              JsonNode first = api.post("/Documents", "UniqueName", "d");
              api.post("/Documents/d", "Data", "1");
              api.delete("/Documents/d");
              JsonNode second = api.post("/Documents", "UniqueName", "d");
              assertNotEquals(first.get("sid"), second.get("sid"));
              assertEquals("0", second.get("revision").asText());
            })
        .run();
  }
}
