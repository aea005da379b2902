package dev.partyline.javasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.control.ControlApi;
import dev.partyline.world.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorHttpClientTest {

  private LivePlatform platform;
  private Doors doors;

  @BeforeEach
  void serve() {
    platform = LivePlatform.start(LiveSettings.standard());
    doors = Doors.open(platform, DoorSettings.plain(), new ControlApi(platform)::addTo);
  }

  @AfterEach
  void stop() {
    doors.close();
    platform.close();
  }

  private TwilioRestClient client(String token) {
    String url = doors.url();
    // what the README shows
    TwilioRestClient client =
        new TwilioRestClient.Builder(Account.SID, token)
            .httpClient(new DoorHttpClient(url))
            .build();
    return client;
  }

  @Test
  void every_product_is_behind_the_one_door() {
    TwilioRestClient client = client(Account.TOKEN);
    Call call =
        Call.creator(
                new PhoneNumber("+819000000001"),
                new PhoneNumber(Account.NUMBER),
                new Twiml("<Response><Say>こんにちは & good day</Say></Response>"))
            .create(client);
    assertEquals(call.getSid(), Call.reader().read(client).iterator().next().getSid());
    assertTrue(Workspace.creator("desk").create(client).getSid().startsWith("WS"));
  }

  @Test
  void wrong_tokens_are_refused_as_on_the_platform() {
    ApiException refused =
        assertThrows(ApiException.class, () -> Call.reader().read(client("wrong")));
    assertEquals(20003, refused.getCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "http://127.0.0.1:8080/2010-04-01", "8080", ""})
  void what_is_no_door_is_refused_with_an_example(String wrong) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new DoorHttpClient(wrong));
    assertTrue(refused.getMessage().contains("http://127.0.0.1:8080"), refused.getMessage());
  }

  @Test
  void the_readme_shows_this_client() throws IOException {
    Path readme = Path.of(System.getProperty("partyline.root"), "fake-twilio", "README.md");
    assertTrue(
        Files.readString(readme).contains(".httpClient(new DoorHttpClient(url))"),
        "the third door of the README");
  }
}
