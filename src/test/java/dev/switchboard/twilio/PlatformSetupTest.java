package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpClient;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import dev.switchboard.twilio.PlatformSetup.Thing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Setting up the simulated platform over HTTP. */
class PlatformSetupTest {

  private final LivePlatform platform = LivePlatform.start(LiveSettings.standard());
  private final Doors doors =
      Doors.open(platform, new DoorSettings("127.0.0.1", 0, -1, null), routes -> {});
  private final HttpClient http = LiveHttp.to(doors.url());

  @AfterEach
  void close() {
    doors.close();
    platform.close();
  }

  private PlatformSetup setup(String token, String url) {
    return new PlatformSetup(http, Account.SID, token, url, Account.NUMBER, List.of("aiko", "ken"));
  }

  private static List<String> what(List<Thing> things) {
    return things.stream().filter(it -> !it.sid().isEmpty()).map(Thing::what).distinct().toList();
  }

  @Test
  void everything_is_made_once_and_found_again() {
    List<Thing> first = setup(Account.TOKEN, "https://a.example").makeAll();
    assertTrue(what(first).contains("made"), first::toString);
    List<Thing> second = setup(Account.TOKEN, "https://a.example").makeAll();
    assertEquals(List.of("as it should be"), what(second));
    assertEquals(first.stream().map(Thing::sid).toList(), second.stream().map(Thing::sid).toList());
    List<String> names = first.stream().map(Thing::name).toList();
    for (String name :
        List.of("TwiML application", "workspace", "activity Wrap-up", "workflow", "worker ken")) {
      assertTrue(names.contains(name), names::toString);
    }
  }

  @Test
  void address_that_has_changed_is_put_right() {
    String sid = setup(Account.TOKEN, "https://a.example").makeAll().get(0).sid();
    Thing again = setup(Account.TOKEN, "https://b.example").makeAll().get(0);
    assertEquals(new Thing("TwiML application", sid, "put right"), again);
  }

  @Test
  void refusal_is_told_with_what_was_to_be_set_up() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> setup("wrong", "https://a.example").makeAll())
            .getMessage();
    assertTrue(message.contains("TwiML application") && message.contains("20003"), message);
  }
}
