package dev.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);

  private static Settings settings(String url, String account, String callerId, int ring) {
    return new Settings(url, account, "very-secret", callerId, Locale.ENGLISH, ring, false);
  }

  @Test
  void phone_rings_half_a_minute_unless_it_is_said_otherwise() {
    Settings settings =
        new Settings("https://app.example", ACCOUNT, "t", "+81312345678", Locale.ENGLISH);
    assertEquals(30, settings.ringSeconds());
  }

  @ParameterizedTest
  @CsvSource({
    "app.example, ACCOUNT, +81312345678, 30, public URL, app.example",
    "https://app.example/path, ACCOUNT, +81312345678, 30, public URL, /path",
    "https://app.example, SK1, +81312345678, 30, account SID, SK1",
    "https://app.example, ACCOUNT, 0312345678, 30, caller id, 0312345678",
    "https://app.example, ACCOUNT, +81312345678, 4, ring seconds, 4"
  })
  void bad_value_is_named_and_shown(
      String url, String account, String callerId, int ring, String name, String shown) {
    String sid = account.replace("ACCOUNT", ACCOUNT);
    String message =
        assertThrows(IllegalArgumentException.class, () -> settings(url, sid, callerId, ring))
            .getMessage();
    assertTrue(message.contains(name) && message.contains(shown), message);
  }

  @Test
  void token_is_never_shown() {
    assertFalse(
        settings("https://app.example", ACCOUNT, "+81312345678", 30)
            .toString()
            .contains("very-secret"));
  }
}
