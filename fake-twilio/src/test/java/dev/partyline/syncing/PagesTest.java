package dev.partyline.syncing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncApi;
import dev.partyline.sync.SyncEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private final SyncApi api = new SyncApi();
  private final List<Long> numbers = new ArrayList<>();
  private SyncPage page;
  private Replica replica;

  private PagesTest opens(long at, Kind kind, String name, Opening how) {
    api.stage()
        .platform(
            at,
            played -> {
              page = played.world().sync().pages().open("agent-1", "agent_a");
              replica = page.follow(kind, name, how).onEvent(event -> numbers.add(event.id()));
            });
    return this;
  }

  private PagesTest at(long ms, Consumer<SyncPage> deed) {
    api.stage().platform(ms, played -> deed.accept(page));
    return this;
  }

  private PagesTest rest(long ms, Consumer<SyncApi> body) {
    api.at(ms, body);
    return this;
  }

  private PagesTest fault(Fault fault) {
    api.stage().platform(0, played -> played.world().faults().add(fault));
    return this;
  }

  private void run() {
    api.run();
  }

  /** What the page was told, in order. */
  private List<String> told() {
    return api.stage().all(Happening.SyncTold.class).stream()
        .map(Happening.SyncTold::event)
        .toList();
  }

  private List<String> lost() {
    return api.stage().all(Happening.SyncLost.class).stream()
        .map(one -> one.event() + " " + one.number() + " " + one.reason())
        .toList();
  }

  // ---- opening ----

  @ParameterizedTest
  @ValueSource(longs = {0, 40, 60, 90, 120, 160, 190, 230, 260, 400, 3_000})
  @Pins({"SYNC-RT-01", "SYNC-RT-02", "RACE-185"})
  void an_update_at_any_point_of_the_handshake_reaches_a_page_that_has_the_sdk(long written) {
    rest(0, one -> one.post("/Documents", "UniqueName", "call", "Data", "{}"));
    rest(1_000 + written, one -> one.post("/Documents/call", "Data", "{\"conference\":\"CF1\"}"));
    opens(1_000, Kind.DOCUMENT, "call", Opening.SDK).run();

    assertEquals("{\"conference\":\"CF1\"}", replica.json());
    assertEquals(Replica.State.ESTABLISHED, replica.state());
  }

  @Test
  @Pins("SYNC-RT-02")
  void a_hand_written_page_loses_what_comes_between_reading_and_listening() {
    rest(0, one -> one.post("/Documents", "UniqueName", "call", "Data", "{}"));
    rest(1_090, one -> one.post("/Documents/call", "Data", "1"));
    opens(1_000, Kind.DOCUMENT, "call", Opening.READ_THEN_LISTEN).run();

    assertEquals("{}", replica.json());
    assertEquals(List.of("document_updated 1 before-subscription"), lost());
  }

  @Test
  @Pins("RACE-185")
  void a_page_that_only_listens_never_sees_what_was_there_before() {
    rest(0, one -> one.post("/Documents", "UniqueName", "call"));
    rest(10, one -> one.post("/Documents/call", "Data", "1"));
    opens(1_000, Kind.DOCUMENT, "call", Opening.LISTEN_ONLY).run();

    assertNull(replica.json());
  }

  @Test
  @Pins("RACE-186")
  void a_page_that_opens_first_makes_the_document_and_the_servers_create_fails() {
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    rest(
        2_000,
        one -> {
          assertEquals("409 54301", one.outcome("POST", "/Documents", "UniqueName", "call"));
          assertEquals("agent_a", one.get("/Documents/call").get("created_by").asText());
        });
    run();
    assertEquals("{}", replica.json());
  }

  @Test
  @Pins("SYNC-RT-03")
  void following_what_is_not_there_fails() {
    opens(0, Kind.DOCUMENT, "call", Opening.EXISTING).run();

    assertEquals(Replica.State.FAILED, replica.state());
    assertTrue(told().contains("failed"));
  }

  // ---- events ----

  @Test
  @Pins("SYNC-RT-05")
  void a_page_is_told_of_items_and_of_the_end_of_a_map() {
    opens(0, Kind.MAP, "calls", Opening.SDK);
    rest(
        2_000,
        one -> {
          one.post("/Maps/calls/Items", "Key", "a", "Data", "1");
          one.post("/Maps/calls/Items/a", "Data", "2");
          one.delete("/Maps/calls/Items/a");
          one.delete("/Maps/calls");
        });
    run();
    assertEquals(
        List.of(
            "connected",
            "opened",
            "subscribed",
            "map_item_added",
            "map_item_updated",
            "map_item_removed",
            "map_removed"),
        told());
    assertFalse(replica.isPresent());
  }

  @Test
  @Pins("SYNC-DOC-04")
  void a_page_that_was_away_sees_the_last_update_of_a_document_alone() {
    opens(0, Kind.DOCUMENT, "call", Opening.SDK).at(2_000, SyncPage::loseConnection);
    for (int i = 1; i <= 3; i++) {
      String data = "" + i;
      rest(3_000 + i, one -> one.post("/Documents/call", "Data", data));
    }
    at(5_000, SyncPage::reconnect).run();

    assertEquals(List.of(3L), numbers);
    assertEquals("3", replica.json());
  }

  @Test
  @Pins("SYNC-DOC-06")
  void a_page_hears_of_the_end_and_nothing_of_the_next_document_of_that_name() {
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    rest(
        2_000,
        one -> {
          one.delete("/Documents/call");
          one.post("/Documents", "UniqueName", "call");
          one.post("/Documents/call", "Data", "1");
        });
    run();
    assertEquals("document_removed", told().get(told().size() - 1));
    assertNull(replica.json());
  }

  @Test
  @Pins("SYNC-STREAM-03")
  void a_message_before_the_subscription_is_gone_for_good() {
    rest(0, one -> one.post("/Streams", "UniqueName", "s"));
    rest(100, one -> one.post("/Streams/s/Messages", "Data", "1"));
    opens(200, Kind.STREAM, "s", Opening.SDK);
    rest(3_000, one -> one.post("/Streams/s/Messages", "Data", "2"));
    run();
    assertEquals(List.of(2L), numbers);
  }

  @Test
  @Pins("SYNC-RT-12")
  void a_page_is_told_of_its_own_update() {
    opens(0, Kind.DOCUMENT, "d", Opening.SDK)
        .at(2_000, one -> one.writes().update(replica, "5", refused -> assertNull(refused)))
        .run();
    assertEquals("5", replica.json());
    assertEquals("agent_a", api.stage().all(Happening.SyncChanged.class).get(1).by());
  }

  @Test
  @Pins({"SYNC-RT-13", "RACE-188"})
  void two_that_mutate_at_once_keep_both_changes_and_two_that_update_lose_one() {
    opens(0, Kind.DOCUMENT, "d", Opening.SDK);
    List<SyncPage> other = new ArrayList<>();
    api.stage()
        .platform(0, played -> other.add(played.world().sync().pages().open("agent-2", "agent_b")));
    at(1_000, one -> other.get(0).follow(Kind.DOCUMENT, "d"));
    at(2_000, one -> one.writes().update(replica, "\"\"", refused -> {}));
    at(3_000, one -> one.writes().mutate(replica, text -> add(text, "a"), refused -> {}));
    at(
        3_000,
        one ->
            other
                .get(0)
                .writes()
                .mutate(other.get(0).replicas().get(0), text -> add(text, "b"), refused -> {}));
    run();
    assertEquals(4, replica.json().length(), replica.json());
  }

  private static String add(String json, String more) {
    return json.substring(0, json.length() - 1) + more + "\"";
  }

  // ---- what goes wrong on the way ----

  private void threeUpdates(long at) {
    for (int i = 1; i <= 3; i++) {
      String data = "" + i;
      rest(at + i, one -> one.post("/Documents/call", "Data", data));
    }
  }

  @Test
  @Pins({"SYNC-RT-06", "SYNC-RT-10", "SYNC-RT-11", "RACE-189"})
  void with_a_window_pushes_overtake_each_other_and_only_a_careful_page_is_right_in_the_end() {
    api.knob(Knob.SYNC_PUSH_REORDER_MS, "2000");
    api.stage().pin("agent-1.document-call.push#2", "1500");
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    Replica[] careless = new Replica[1];
    api.stage()
        .platform(
            500,
            played -> {
              SyncPage hasty = played.world().sync().pages().open("hasty", "hasty");
              careless[0] = hasty.follow(Kind.DOCUMENT, "call", Opening.READ_THEN_LISTEN);
            });
    api.stage().pin("hasty.document-call.push#2", "1500");
    threeUpdates(2_000);
    run();
    assertEquals(List.of(1L, 3L, 2L), numbers);
    assertEquals("3", replica.json());
    assertEquals("2", careless[0].json());
  }

  @Test
  @Pins("SYNC-RT-11")
  void without_a_window_pushes_stay_in_order_however_late_one_is() {
    api.stage().pin("agent-1.document-call.push", "500");
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    threeUpdates(2_000);
    run();
    assertEquals(List.of(1L, 2L, 3L), numbers);
  }

  @Test
  @Pins("SYNC-RT-09")
  void a_push_that_comes_twice_changes_nothing_the_second_time() {
    fault(Fault.duplicatesPush("agent-1")).opens(0, Kind.LIST, "l", Opening.SDK);
    rest(2_000, one -> one.post("/Lists/l/Items", "Data", "1"));
    run();
    assertEquals(List.of(1L, 1L), numbers);
    assertEquals(1, replica.items().size());
  }

  @Test
  @Pins("RACE-190")
  void a_lost_push_is_not_made_up_for_once_a_later_one_was_seen() {
    fault(Fault.losesPush("agent-1").skipping(1)).opens(0, Kind.MAP, "m", Opening.SDK);
    rest(
        2_000,
        one -> {
          one.post("/Maps/m/Items", "Key", "a", "Data", "1");
          one.post("/Maps/m/Items", "Key", "b", "Data", "1");
          one.post("/Maps/m/Items", "Key", "c", "Data", "1");
        });
    at(5_000, SyncPage::rebalance).run();

    assertEquals("[a, c]", replica.items().keySet().toString());
    assertEquals(List.of("map_item_added 2 fault"), lost());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "50, 50", "500, 500", "4000, 4000"})
  @Pins("SYNC-RT-11")
  void a_push_takes_as_long_as_the_knob_allows_at_the_most(String value, long late) {
    api.knob(Knob.SYNC_PUSH_DELAY_MS, value);
    if (late > 0) {
      api.stage().pin("agent-1.document-call.push", value);
    }
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    rest(2_000, one -> one.post("/Documents/call", "Data", "1"));
    run();
    List<Entry> way = new ArrayList<>();
    for (Entry entry : api.stage().journal()) {
      boolean written =
          entry.what() instanceof Happening.SyncChanged changed
              && changed.event().equals("document_updated");
      boolean told =
          entry.what() instanceof Happening.SyncTold one && one.event().equals("document_updated");
      if (written || told) {
        way.add(entry);
      }
    }
    assertEquals(2, way.size());
    assertEquals(late, way.get(1).at() - way.get(0).at());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2"})
  @Pins("SYNC-RT-11")
  void a_push_comes_as_often_as_the_rate_of_duplicates_says(String value, int times) {
    api.knob(Knob.SYNC_PUSH_DUPLICATE_RATE, value);
    opens(0, Kind.LIST, "l", Opening.SDK);
    rest(2_000, one -> one.post("/Lists/l/Items", "Data", "1"));
    run();
    assertEquals(times, told().stream().filter("list_item_added"::equals).count());
    assertEquals(1, replica.items().size());
  }

  @Test
  void a_delayed_push_holds_back_those_behind_it() {
    fault(Fault.delaysPush("agent-1", Duration.ofSeconds(4), 1))
        .opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    threeUpdates(2_000);
    rest(5_900, one -> assertEquals(List.of(), numbers));
    run();
    assertEquals(List.of(1L, 2L, 3L), numbers);
  }

  // ---- connections ----

  @Test
  @Pins({"SYNC-RT-14", "SYNC-RT-15", "RACE-196", "SYNC-INV-02"})
  void what_happens_while_the_connection_moves_is_replayed() {
    opens(0, Kind.LIST, "l", Opening.SDK).at(2_000, SyncPage::rebalance);
    rest(2_000, one -> one.post("/Lists/l/Items", "Data", "1"));
    at(2_001, one -> assertEquals(Replica.State.PENDING, replica.state()));
    rest(2_060, one -> one.post("/Lists/l/Items", "Data", "2"));
    run();
    assertEquals("{0=1, 1=2}", replica.items().toString());
    assertEquals(Replica.State.ESTABLISHED, replica.state());
  }

  @Test
  @Pins("SYNC-RT-07")
  void what_was_overtaken_when_the_connection_broke_is_lost_for_good() {
    api.knob(Knob.SYNC_PUSH_REORDER_MS, "2000");
    api.stage().pin("agent-1.map-m.push#2", "1500");
    opens(0, Kind.MAP, "m", Opening.SDK);
    rest(
        2_000,
        one -> {
          one.post("/Maps/m/Items", "Key", "a", "Data", "1");
          one.post("/Maps/m/Items", "Key", "b", "Data", "1");
          one.post("/Maps/m/Items", "Key", "c", "Data", "1");
        });
    at(2_500, SyncPage::rebalance).run();

    assertEquals("[a, c]", replica.items().keySet().toString());
    assertEquals(List.of("map_item_added 2 connection-lost"), lost());
  }

  @Test
  @Pins("SYNC-RT-11")
  void what_was_under_way_is_lost_when_the_knob_says_so() {
    api.knob(Knob.SYNC_PUSH_LOSE_AFTER_RECONNECT, "on");
    opens(0, Kind.DOCUMENT, "call", Opening.SDK);
    rest(2_000, one -> one.post("/Documents/call", "Data", "1"));
    at(2_020, SyncPage::rebalance).run();

    assertEquals("{}", replica.json());
    assertEquals(List.of("document_updated 1 connection-lost"), lost());
  }

  @Test
  @Pins("SYNC-RT-08")
  void a_live_event_may_come_before_what_is_replayed() {
    api.knob(Knob.SYNC_PUSH_REORDER_MS, "2000");
    api.stage().pin("agent-1.list-l.replay", "1500");
    opens(0, Kind.LIST, "l", Opening.SDK).at(2_000, SyncPage::loseConnection);
    rest(2_100, one -> one.post("/Lists/l/Items", "Data", "1"));
    at(2_200, SyncPage::reconnect);
    rest(2_500, one -> one.post("/Lists/l/Items", "Data", "2"));
    run();
    assertEquals(List.of(2L, 1L), numbers);
    assertEquals(2, replica.items().size());
  }

  @Test
  @Pins("SYNC-RT-04")
  void a_canceled_subscription_is_made_again() {
    opens(0, Kind.DOCUMENT, "call", Opening.SDK).at(2_000, SyncPage::cancelSubscriptions);
    rest(2_010, one -> one.post("/Documents/call", "Data", "1"));
    run();
    assertTrue(told().contains("canceled"));
    assertEquals("1", replica.json());
  }

  @Test
  @Pins("SYNC-RT-04")
  void a_replay_that_reaches_too_far_back_is_interrupted_and_the_page_reads_again() {
    opens(0, Kind.LIST, "l", Opening.SDK).at(2_000, SyncPage::loseConnection);
    rest(
        3_000,
        one -> {
          for (int i = 0; i < 1_100; i++) {
            one.send("POST", "/Lists/l/Items", "Data", "0");
          }
        });
    at(5_000, SyncPage::reconnect).run();
    assertEquals(1_100, replica.items().size());
    assertEquals(2, told().stream().filter("opened"::equals).count());
  }

  @Test
  @Pins({"SYNC-RT-16", "RACE-195"})
  void an_expired_token_ends_pushes_without_a_word_on_the_data() {
    opens(0, Kind.DOCUMENT, "call", Opening.SDK).at(0, one -> one.token(300_000));
    rest(310_000, one -> one.post("/Documents/call", "Data", "1"));
    rest(320_000, one -> assertEquals("{}", replica.json()));
    at(330_000, one -> one.token(3_600_000)).run();

    assertTrue(told().containsAll(List.of("tokenAboutToExpire", "tokenExpired")));
    assertEquals(List.of("document_updated 1 token-expired"), lost());
    assertEquals("1", replica.json());
    assertEquals(
        120_000,
        api.stage()
            .when(
                new Happening.SyncTold(
                    "agent-1", "agent_a", "tokenAboutToExpire", null, null, null, null, 0, null)));
  }

  @Test
  @Pins("SYNC-RT-17")
  void a_write_to_one_object_may_be_seen_after_a_later_one_to_another() {
    List<String> order = new ArrayList<>();
    api.stage().pin("agent-1.document-a.push", "500");
    opens(0, Kind.DOCUMENT, "a", Opening.SDK);
    at(
        0,
        one -> {
          replica.onEvent(event -> order.add("a"));
          one.follow(Kind.MAP, "b").onEvent(event -> order.add("b"));
        });
    rest(
        2_000,
        one -> {
          one.post("/Documents/a", "Data", "1");
          one.post("/Maps/b/Items", "Key", "k", "Data", "1");
        });
    run();
    assertEquals(List.of("b", "a"), order);
  }

  @Test
  @Pins("SYNC-SVC-18")
  void an_identity_without_permission_is_refused_while_acl_is_on() {
    rest(
        0,
        one -> {
          one.post("", "AclEnabled", "true");
          one.post("/Documents", "UniqueName", "call");
        });
    opens(1_000, Kind.DOCUMENT, "call", Opening.SDK).run();
    assertEquals(Replica.State.FAILED, replica.state());
    Happening.SyncTold failed =
        api.stage().all(Happening.SyncTold.class).stream()
            .filter(one -> one.event().equals("failed"))
            .findFirst()
            .orElseThrow();
    assertEquals("{\"code\":54007}", failed.data());
  }

  @Test
  void events_carry_what_the_sdk_shows() {
    List<SyncEvent> events = new ArrayList<>();
    opens(0, Kind.MAP, "m", Opening.SDK).at(0, one -> replica.onEvent(events::add));
    rest(2_000, one -> one.post("/Maps/m/Items", "Key", "k", "Data", "{\"a\":1}"));
    run();
    SyncEvent event = events.get(0);
    assertEquals("map_item_added", event.type());
    assertEquals("k", event.item());
    assertEquals("0", event.revision());
    assertEquals("{\"a\":1}", event.json());
    assertEquals("system", event.by().identity());
  }
}
