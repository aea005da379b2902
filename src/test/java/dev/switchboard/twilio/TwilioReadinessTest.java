package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.Readiness;
import dev.switchboard.outbound.Readiness.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents of a platform that was set up take calls and breaks. */
class TwilioReadinessTest {

  private final LivePlatform platform = LivePlatform.start(LiveSettings.standard());
  private final Doors doors =
      Doors.open(platform, new DoorSettings("127.0.0.1", 0, -1, null), routes -> {});
  private final HttpClient http = LiveHttp.to(doors.url());
  private Readiness readiness;

  @BeforeEach
  void setUp() {
    new PlatformSetup(
            http, Account.SID, Account.TOKEN, "https://a.example", Account.NUMBER, List.of("aiko"))
        .makeAll();
    readiness =
        new TwilioReadiness(
            new TwilioRestClient.Builder(Account.SID, Account.TOKEN)
                .httpClient(new OnceOnlyHttpClient(http))
                .build(),
            PlatformSetup.routing(http, Account.SID, Account.TOKEN).orElseThrow());
  }

  @AfterEach
  void close() {
    doors.close();
    platform.close();
  }

  @Test
  void agent_begins_away_takes_calls_and_takes_a_break_and_comes_back() {
    assertEquals(State.AWAY, readiness.of("aiko"));
    readiness.set("aiko", true);
    assertEquals(State.READY, readiness.of("aiko"));
    readiness.set("aiko", false);
    assertEquals(State.ON_BREAK, readiness.of("aiko"));
    readiness.set("aiko", true);
    assertEquals(State.READY, readiness.of("aiko"));
  }

  @Test
  void who_is_no_worker_takes_no_calls() {
    assertEquals(State.NONE, readiness.of("sato"));
    assertEquals(
        Reason.GONE, assertThrows(Refused.class, () -> readiness.set("sato", true)).reason());
  }

  @Test
  void name_that_would_change_the_search_is_nobodys() {
    assertEquals(State.NONE, readiness.of("x' OR 1==1 OR contact_uri == 'x"));
  }

  @Test
  void without_routing_nobody_takes_calls() {
    Readiness nobodys = Readiness.NOBODYS;
    assertEquals(State.NONE, nobodys.of("aiko"));
    assertThrows(Refused.class, () -> nobodys.set("aiko", true));
  }

  @Test
  void platform_that_does_not_answer_is_told_as_such() {
    readiness.of("aiko");
    doors.close();
    assertEquals(Reason.UNCLEAR, assertThrows(Refused.class, () -> readiness.of("aiko")).reason());
  }
}
