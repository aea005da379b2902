package dev.partyline.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.journal.Happening.WebhookLost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NdjsonTest {

  static Stream<Class<?>> kinds() {
    return Samples.kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_comes_back_as_it_was_written(Class<?> kind) {
    Happening what = Samples.of(kind);
    assertEquals(List.of(new Entry(0, 7, what)), writtenAndRead(journalOf(what)).entries());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_comes_back_with_its_nulls(Class<?> kind) {
    Happening what = Samples.withoutTexts(kind);
    assertEquals(List.of(new Entry(0, 7, what)), writtenAndRead(journalOf(what)).entries());
  }

  @Test
  void a_whole_journal_comes_back_in_its_order_and_writes_the_same_bytes_again() {
    Journal journal = new Journal();
    long at = 0;
    for (Class<?> kind : Samples.kinds()) {
      journal.add(at, Samples.of(kind));
      journal.add(at++, Samples.withoutTexts(kind));
    }
    Journal again = writtenAndRead(journal);
    assertEquals(journal.entries(), again.entries());
    assertEquals(written(journal), written(again));
    assertEquals(NdjsonWriter.hash(journal), NdjsonWriter.hash(again));
  }

  @Test
  void a_journal_is_one_object_a_line_in_these_very_bytes() {
    Map<String, String> knobs = new LinkedHashMap<>();
    knobs.put("ring.ms", "200");
    knobs.put("conf.presenceRule", "answeredOnly");
    Map<String, String> params = new LinkedHashMap<>();
    params.put("To", "+81\"3\"");
    params.put("From", null);
    Journal journal = new Journal();
    journal.add(0, new RunBegan(1, "app", "日本", "7", "2026-01-01T00:00:00Z", knobs));
    journal.add(12, new RestSent("r1", "f1", "POST", "/Calls.json", params));
    journal.add(12, new LegStatus("CA1", "busy", 486, "far-end"));
    assertEquals(
        """
        {"seq":0,"at":0,"type":"run-began","schema":1,"subject":"app","story":"日本","seed":"7",\
        "epoch":"2026-01-01T00:00:00Z","knobs":{"ring.ms":"200","conf.presenceRule":"answeredOnly"}}
        {"seq":1,"at":12,"type":"rest-sent","request":"r1","fiber":"f1","method":"POST",\
        "path":"/Calls.json","params":{"To":"+81\\"3\\"","From":null}}
        {"seq":2,"at":12,"type":"leg-status","call":"CA1","status":"busy","sip":486,"by":"far-end"}
        """,
        written(journal));
    assertEquals("68db8545c3b598ada6d48d965ed63cec", NdjsonWriter.hash(journal));
  }

  @Test
  void half_of_a_surrogate_pair_is_replaced_as_utf_8_cannot_hold_it() {
    Journal journal = journalOf(new AppBelieved("a\uD83Db\uDE00", "\uD83D\uDCDE\uD83D"));
    assertEquals(
        new AppBelieved("a\uFFFDb\uFFFD", "\uD83D\uDCDE\uFFFD"),
        writtenAndRead(journal).entries().get(0).what());
  }

  @Test
  void the_stream_is_left_open() {
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    NdjsonWriter.write(journalOf(new WebhookLost("w1")), out);
    assertFalse(out.toString().isEmpty());
  }

  @Test
  void an_empty_journal_is_no_bytes() {
    assertEquals("", written(new Journal()));
    assertEquals(List.of(), read("").entries());
  }

  @Test
  void the_hash_tells_journals_apart() {
    assertNotEquals(
        NdjsonWriter.hash(journalOf(new WebhookLost("w1"))),
        NdjsonWriter.hash(journalOf(new WebhookLost("w2"))));
  }

  @Test
  void an_unknown_type_is_refused_with_the_known_ones() {
    String message = refused(line(0, 0) + "{\"seq\":1,\"at\":0,\"type\":\"leg-gone\"}\n");
    assertEquals("journal line 2 has type 'leg-gone'; known are " + HappeningType.words(), message);
  }

  @Test
  void a_missing_field_is_refused_by_its_name() {
    assertEquals(
        "journal line 1 lacks 'webhook' of webhook-lost",
        refused("{\"seq\":0,\"at\":0,\"type\":\"webhook-lost\"}"));
  }

  @Test
  void a_value_of_another_sort_is_refused_with_what_was_due() {
    assertEquals(
        "journal line 1 has 7 for 'webhook' where a text is due",
        refused("{\"seq\":0,\"at\":0,\"type\":\"webhook-lost\",\"webhook\":7}"));
    assertEquals(
        "journal line 1 has \"soon\" for 'at' where a whole number is due",
        refused("{\"seq\":0,\"at\":\"soon\",\"type\":\"webhook-lost\",\"webhook\":\"w\"}"));
    assertEquals(
        "journal line 1 has nothing for 'at' where a whole number is due",
        refused("{\"seq\":0,\"type\":\"webhook-lost\",\"webhook\":\"w\"}"));
    assertEquals(
        "journal line 1 has 3000000000 for 'sip' where a whole number is due",
        refused(
            "{\"seq\":0,\"at\":0,\"type\":\"leg-status\",\"call\":\"c\",\"status\":\"s\","
                + "\"sip\":3000000000,\"by\":\"b\"}"));
    assertEquals(
        "journal line 1 has 1 for 'standard' where true or false is due",
        refused(
            "{\"seq\":0,\"at\":0,\"type\":\"choice-taken\",\"name\":\"n\",\"value\":\"v\","
                + "\"standard\":1}"));
    assertEquals(
        "journal line 1 has \"no\" for 'stack' where a list of texts is due",
        refused(
            "{\"seq\":0,\"at\":0,\"type\":\"app-failed\",\"fiber\":\"f\",\"error\":\"e\","
                + "\"stack\":\"no\"}"));
    assertEquals(
        "journal line 1 has [] for 'params' where an object of texts is due",
        refused(
            "{\"seq\":0,\"at\":0,\"type\":\"rest-sent\",\"request\":\"r\",\"fiber\":\"f\","
                + "\"method\":\"GET\",\"path\":\"/\",\"params\":[]}"));
  }

  @Test
  void what_is_not_one_json_object_is_refused() {
    assertEquals("journal line 2 is not one JSON object", start(refused(line(0, 0) + "{\"seq\":")));
    assertEquals(
        "journal line 1 is not one JSON object", start(refused(line(0, 0).trim() + line(1, 0))));
    assertEquals("journal line 1 has type ''", refused("\n").substring(0, 26));
  }

  @Test
  void a_missing_line_is_noticed() {
    assertEquals(
        "journal line 2 has seq 2 where 1 is due: a line is missing or out of order",
        refused(line(0, 0) + line(2, 5)));
  }

  @Test
  void time_that_goes_back_is_refused() {
    assertEquals("journal line 2 goes back in time", start(refused(line(0, 5) + line(1, 4))));
  }

  @Test
  void another_schema_is_refused_with_what_to_do() {
    Journal journal =
        journalOf(new RunBegan(2, "app", "story", "7", "2026-01-01T00:00:00Z", Map.of()));
    assertEquals(
        "journal line 1 has schema 2, this program reads 1: run the seed again to write a new"
            + " journal",
        refused(written(journal)));
  }

  private static String line(long seq, long at) {
    return "{\"seq\":" + seq + ",\"at\":" + at + ",\"type\":\"webhook-lost\",\"webhook\":\"w\"}\n";
  }

  private static String start(String message) {
    return message.substring(0, message.indexOf(':'));
  }

  private static String refused(String text) {
    return assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
  }

  private static Journal journalOf(Happening what) {
    Journal journal = new Journal();
    journal.add(7, what);
    return journal;
  }

  private static Journal writtenAndRead(Journal journal) {
    return read(written(journal));
  }

  private static String written(Journal journal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NdjsonWriter.write(journal, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Journal read(String text) {
    return NdjsonReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
