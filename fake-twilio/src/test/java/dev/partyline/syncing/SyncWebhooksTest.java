package dev.partyline.syncing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncApi;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncWebhooksTest {

  private static final String URL = Account.BASE_URL + "/sync";

  private final SyncApi api = new SyncApi();

  private List<Map<String, String>> sent() {
    return api.stage().received("/sync").stream().map(WebhookRequest::params).toList();
  }

  private List<String> types() {
    return sent().stream().map(form -> form.get("EventType")).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Pins({"SYNC-WH-01", "SYNC-WH-02", "SYNC-WH-03", "SYNC-WH-04"})
  void changes_by_rest_are_told_only_when_the_service_says_so(boolean fromRest) {
    api.at(0, one -> one.post("", "WebhookUrl", URL, "WebhooksFromRestEnabled", "" + fromRest));
    api.at(1_000, one -> one.post("/Maps", "UniqueName", "m"));
    api.at(4_000, one -> one.post("/Maps/m/Items", "Key", "k", "Data", "{\"a\":1}"));
    api.at(8_000, one -> one.delete("/Maps/m"));
    api.run();
    if (!fromRest) {
      assertEquals(List.of(), sent());
      return;
    }
    assertEquals(List.of("map_created", "map_item_added", "map_removed"), types());
    Map<String, String> item = sent().get(1);
    assertEquals("system", item.get("Identity"));
    assertFalse(item.containsKey("EndpointId"));
    assertEquals("m", item.get("MapUniqueName"));
    assertEquals("1", item.get("MapRevision"));
    assertEquals("k", item.get("ItemKey"));
    assertEquals("{\"a\":1}", item.get("ItemData"));
    assertEquals("1", item.get("EventId"));
    assertNotNull(api.stage().received("/sync").get(0).headers().get("X-Twilio-Signature"));
  }

  @Test
  @Pins({"SYNC-WH-01", "SYNC-WH-02", "SYNC-WH-03"})
  void what_a_page_writes_is_told_with_its_identity_and_endpoint() {
    api.at(0, one -> one.post("", "WebhookUrl", URL));
    api.stage()
        .platform(
            1_000,
            played -> {
              SyncPage page = played.world().sync().pages().open("tab", "agent_a");
              Replica document = page.follow(Kind.DOCUMENT, "d");
              document.onEvent(event -> {});
            });
    api.stage()
        .platform(
            4_000,
            played -> {
              SyncPage page = played.world().sync().pages().page("tab");
              page.writes().update(page.replicas().get(0), "[1]", refused -> {});
            });
    api.run();
    assertEquals(List.of("document_created", "document_updated"), types());
    Map<String, String> update = sent().get(1);
    assertEquals("agent_a", update.get("Identity"));
    assertEquals("tab", update.get("EndpointId"));
    assertEquals("[1]", update.get("DocumentData"));
    assertEquals("1", update.get("DocumentRevision"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Pins("SYNC-WH-05")
  void a_short_absence_is_told_unless_it_is_debounced(boolean debounced) {
    api.at(
        0,
        one ->
            one.post(
                "",
                "WebhookUrl",
                URL,
                "ReachabilityWebhooksEnabled",
                "true",
                "ReachabilityDebouncingEnabled",
                "" + debounced));
    api.stage().platform(1_000, played -> played.world().sync().pages().open("tab", "agent_a"));
    api.stage().platform(5_000, played -> played.world().sync().pages().page("tab").rebalance());
    api.stage().platform(20_000, played -> played.world().sync().pages().page("tab").close());
    api.run();
    assertEquals(debounced ? 2 : 4, types().size(), types().toString());
    assertTrue(types().contains("endpoint_connected"));
    assertTrue(types().contains("endpoint_disconnected"));
  }

  @Test
  @Pins({"SYNC-WH-06", "RACE-199"})
  void a_handler_that_writes_back_makes_a_loop() {
    int[] left = {5};
    api.at(0, one -> one.post("", "WebhookUrl", URL, "WebhooksFromRestEnabled", "true"));
    api.at(100, one -> one.post("/Documents", "UniqueName", "d"));
    api.stage()
        .answer(
            "/sync",
            request -> {
              if (left[0]-- > 0) {
                api.post("/Documents/d", "Data", "" + left[0]);
              }
              return WebhookReply.text(200, "");
            });
    api.run();
    assertEquals(6, sent().size());
  }

  @Test
  @Pins("SYNC-WH-07")
  void a_webhook_that_fails_is_not_sent_again() {
    api.at(0, one -> one.post("", "WebhookUrl", URL, "WebhooksFromRestEnabled", "true"));
    api.at(100, one -> one.post("/Documents", "UniqueName", "d"));
    api.stage().answer("/sync", request -> WebhookReply.text(500, "broken"));
    api.run();
    assertEquals(1, sent().size());
  }
}
