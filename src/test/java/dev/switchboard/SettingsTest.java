package dev.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static Map<String, String> complete() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PUBLIC_URL", "https://app.example/");
    environment.put("TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32));
    environment.put("TWILIO_AUTH_TOKEN", "very-secret");
    environment.put("CALLER_ID", "+81312345678");
    return environment;
  }

  @Test
  void complete_environment_is_enough() {
    Settings settings = Settings.from(complete());
    assertEquals("https://app.example", settings.publicBaseUrl());
    assertEquals(30, settings.ringSeconds());
  }

  @Test
  void all_missing_variables_are_named_at_once() {
    Map<String, String> environment = complete();
    environment.remove("PUBLIC_URL");
    environment.put("CALLER_ID", " ");
    String message = refusalOf(environment);
    assertTrue(message.contains("PUBLIC_URL, CALLER_ID"), message);
    assertFalse(message.contains("TOKEN"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLIC_URL, app.example, public URL",
    "PUBLIC_URL, https://app.example/path, public URL",
    "TWILIO_ACCOUNT_SID, SK1, account SID",
    "CALLER_ID, 0312345678, caller id",
    "RING_SECONDS, 4, ring seconds",
    "RING_SECONDS, soon, RING_SECONDS"
  })
  void bad_value_is_named_and_shown(String variable, String value, String name) {
    Map<String, String> environment = complete();
    environment.put(variable, value);
    String message = refusalOf(environment);
    assertTrue(message.contains(name) && message.contains(value), message);
  }

  @Test
  void token_is_never_shown() {
    assertFalse(Settings.from(complete()).toString().contains("very-secret"));
  }

  private static String refusalOf(Map<String, String> environment) {
    return assertThrows(IllegalArgumentException.class, () -> Settings.from(environment))
        .getMessage();
  }
}
