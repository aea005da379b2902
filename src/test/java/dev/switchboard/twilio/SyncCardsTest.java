package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.sync.v1.service.Document;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import dev.switchboard.conversation.Card;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Sync document per conversation, guarded by its revision. */
class SyncCardsTest {

  private static final String CALL = "CA" + "a".repeat(32);
  private static final String SERVICE = "IS" + "1".repeat(32);
  private static final String ALL = "/v1/Services/" + SERVICE + "/Documents";
  private static final String ONE = ALL + "/call-" + CALL;
  private static final Card DIALLING =
      new Card("CF1", "dialling", List.of(new Card.Person("agent", CALL)));
  private static final Card TALKING = new Card("CF1", "talking", List.of());
  private static final Card ENDED = new Card("CF1", "ended", List.of());

  private final ScriptedHttpClient platform = new ScriptedHttpClient();
  private final SyncCards cards = new SyncCards(client(platform), SERVICE);

  private static TwilioRestClient client(HttpClient http) {
    return new TwilioRestClient.Builder(Account.SID, Account.TOKEN)
        .httpClient(new OnceOnlyHttpClient(http))
        .build();
  }

  private static String revision(String revision) {
    return "{\"sid\":\"ET1\",\"revision\":\"" + revision + "\"}";
  }

  private void refuses(Reason reason, Card card) {
    assertEquals(reason, assertThrows(Refused.class, () -> cards.show(CALL, card)).reason());
  }

  @Test
  void first_card_makes_the_document_and_the_next_names_the_revision_it_replaces() {
    platform.answers(201, revision("0")).answers(200, revision("1"));
    cards.show(CALL, DIALLING);
    cards.show(CALL, TALKING);
    assertEquals(List.of("POST " + ALL, "POST " + ONE), platform.requests());
    assertEquals("call-" + CALL, platform.posted(0, "UniqueName"));
    assertEquals("86400", platform.posted(0, "Ttl"));
    assertTrue(platform.posted(0, "Data").contains("\"conferenceSid\":\"CF1\""));
    assertTrue(platform.posted(0, "Data").contains("\"label\":\"agent\""));
    assertEquals("0", platform.header(1, "If-Match"));
    assertEquals("86400", platform.posted(1, "Ttl"));
  }

  @Test
  void card_that_is_shown_already_costs_nothing() {
    platform.answers(201, revision("0"));
    cards.show(CALL, DIALLING);
    cards.show(CALL, DIALLING);
    assertEquals(List.of("POST " + ALL), platform.requests());
  }

  @Test
  void document_that_is_there_already_is_changed_as_it_was_read() {
    platform.refuses(409, 54301).answers(200, revision("7")).answers(200, revision("8"));
    platform.answers(200, revision("9"));
    cards.show(CALL, TALKING);
    cards.show(CALL, ENDED);
    assertEquals(
        List.of("POST " + ALL, "GET " + ONE, "POST " + ONE, "POST " + ONE), platform.requests());
    assertEquals("7", platform.header(2, "If-Match"));
    assertEquals("8", platform.header(3, "If-Match"));
  }

  @Test
  void who_is_overtaken_reads_anew_when_asked_again() {
    platform.answers(201, revision("0")).refuses(412, 54103);
    cards.show(CALL, DIALLING);
    refuses(Reason.UNCLEAR, TALKING);
    platform.refuses(409, 54301).answers(200, revision("5")).answers(200, revision("6"));
    cards.show(CALL, TALKING);
    assertEquals("5", platform.header(4, "If-Match"));
  }

  @Test
  void document_that_is_gone_is_made_again() {
    platform.answers(201, revision("0")).refuses(404, 20404);
    cards.show(CALL, DIALLING);
    refuses(Reason.UNCLEAR, TALKING);
    platform.answers(201, revision("0"));
    cards.show(CALL, TALKING);
    assertEquals("POST " + ALL, platform.requests().get(2));
  }

  @Test
  void trouble_is_told_with_its_reason() {
    platform.refuses(503, 20503);
    refuses(Reason.UNCLEAR, DIALLING);
    platform.refuses(429, 20429);
    refuses(Reason.THROTTLED, DIALLING);
    platform.answers(201, revision("0")).refuses(429, 20429);
    cards.show(CALL, DIALLING);
    refuses(Reason.THROTTLED, TALKING);
  }

  @Test
  void two_instances_on_the_simulated_platform_show_the_last_card() {
    try (LivePlatform live = LivePlatform.start(LiveSettings.standard());
        Doors doors = Doors.open(live, new DoorSettings("127.0.0.1", 0, -1, null), routes -> {})) {
      HttpClient http = LiveHttp.to(doors.url());
      new PlatformSetup(
              http, Account.SID, Account.TOKEN, "https://a.example", Account.NUMBER, List.of())
          .makeAll();
      String service = PlatformSetup.syncService(http, Account.SID, Account.TOKEN).orElseThrow();
      SyncCards one = new SyncCards(client(http), service);
      SyncCards other = new SyncCards(client(http), service);
      one.show(CALL, DIALLING);
      other.show(CALL, TALKING);
      assertThrows(Refused.class, () -> one.show(CALL, ENDED));
      one.show(CALL, ENDED);
      Document document = Document.fetcher(service, "call-" + CALL).fetch(client(http));
      assertTrue(document.getData().toString().contains("ended"), document::toString);
    }
  }
}
