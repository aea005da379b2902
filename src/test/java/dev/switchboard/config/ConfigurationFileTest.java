package dev.switchboard.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.people.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

  private static final String HASH =
      "pbkdf2-sha256.210000." + "a".repeat(22) + "." + "b".repeat(43);
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TWILIO_AUTH_TOKEN", "hush",
          "AIKO_PASSWORD_HASH", HASH,
          "SATO_PASSWORD_HASH", HASH);

  private static String sample() {
    try (InputStream in = Configuration.class.getResourceAsStream("sample.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String refusal(String text) {
    return assertThrows(
            BadConfiguration.class,
            () -> ConfigurationFile.parse("switchboard.yml", text, ENVIRONMENT))
        .getMessage();
  }

  @Test
  void sample_is_good_as_it_stands() {
    Configuration read = ConfigurationFile.parse("sample", sample(), ENVIRONMENT);
    assertEquals("https://calls.example.com", read.publicUrl());
    assertEquals("hush", read.platform().authToken());
    assertEquals(
        List.of(Role.AGENT, Role.SUPERVISOR), read.people().stream().map(it -> it.role()).toList());
    assertEquals("sato", read.people().get(1).client());
  }

  @Test
  void what_the_sample_says_of_keys_left_out_is_what_holds() {
    Configuration out = ConfigurationFile.parse("sample", sample(), ENVIRONMENT);
    String all =
        sample()
            .replaceAll("(?m)^ *#? *apiBase.*\\n", "")
            .replaceAll("(?m)^ *# *twimlAppSid.*\\n", "")
            .replaceAll("(?m)^#  (url: jdbc:postgresql|user|password).*\\n", "")
            .replaceAll("(?m)^#([a-z ] *[a-zA-Z]+:)", "$1")
            .replaceAll("(?m)^  #([a-zA-Z]+:)", "  $1");
    assertFalse(all.matches("(?s).*\\n#[a-z]+:.*"), all);
    assertEquals(out, ConfigurationFile.parse("sample", all, ENVIRONMENT));
  }

  @Test
  void every_mistake_is_told_at_once_with_line_and_column() {
    String message =
        refusal(
            """
            publicUrl: calls.example.com
            listen:
              port: soon
              prot: 80
            platform:
              accountSid: SK1
              authToken: ${NO_SUCH}
              callerId: 0312345678
            users:
              - name: aiko
                role: king
                passwordHash: plain
            """);
    assertEquals(8, message.lines().count(), message);
    assertTrue(
        message.contains("switchboard.yml:1:12: 'publicUrl' is 'calls.example.com'"), message);
    assertTrue(message.contains("switchboard.yml:3:9: 'port' is 'soon'"), message);
    assertTrue(
        message.contains("switchboard.yml:4:3: 'prot' is no key; listen can have: host, port"),
        message);
    assertTrue(message.contains("NO_SUCH, which is not set"), message);
    assertTrue(message.contains("agent|supervisor|admin"), message);
    assertTrue(message.contains("hash-password"), message);
  }

  @Test
  void secret_that_stands_in_the_file_is_refused_and_not_repeated() {
    String message = refusal(sample().replace("${TWILIO_AUTH_TOKEN}", "0123456789abcdef"));
    assertTrue(message.contains("authTokenFile"), message);
    assertFalse(message.contains("0123456789abcdef"), message);
  }

  @Test
  void secret_may_be_in_a_file_of_its_own(@TempDir Path folder) throws IOException {
    Path secret = folder.resolve("token");
    Files.writeString(secret, "from-a-file\n");
    String text = sample().replace("authToken: ${TWILIO_AUTH_TOKEN}", "authTokenFile: " + secret);
    assertEquals(
        "from-a-file", ConfigurationFile.parse("x", text, ENVIRONMENT).platform().authToken());
  }

  @Test
  void text_that_is_no_yaml_is_told_where() {
    String message = refusal("publicUrl: [");
    assertTrue(message.startsWith("switchboard.yml:"), message);
    assertTrue(message.contains("this is no YAML"), message);
  }

  @Test
  void file_that_is_missing_is_told_with_what_to_do(@TempDir Path folder) {
    String message =
        assertThrows(
                BadConfiguration.class,
                () -> ConfigurationFile.read(folder.resolve("none.yml"), ENVIRONMENT))
            .getMessage();
    assertTrue(message.contains("switchboard sample"), message);
  }

  @Test
  void secrets_are_in_no_text_of_the_configuration() {
    String text = ConfigurationFile.parse("sample", sample(), ENVIRONMENT).toString();
    assertFalse(text.contains("hush") || text.contains("pbkdf2"), text);
  }
}
