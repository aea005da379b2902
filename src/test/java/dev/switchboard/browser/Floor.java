package dev.switchboard.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.control.ControlApi;
import dev.partyline.world.Account;
import dev.switchboard.config.ConfigurationFile;
import dev.switchboard.live.Chance;
import dev.switchboard.live.Instance;
import dev.switchboard.people.Password;
import dev.switchboard.twilio.LiveHttp;
import dev.switchboard.twilio.PlatformSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A contact centre in this process: the platform, Switchboard, and phones to script. */
final class Floor implements AutoCloseable {

  static final String PASSWORD = "partyline";
  private static final String HASH = Password.hash(PASSWORD.toCharArray(), new Chance());

  private final LivePlatform platform;
  private final Doors doors;
  private final Instance switchboard;
  private final String url;
  private final String application;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private Floor(
      LivePlatform platform, Doors doors, Instance switchboard, String url, String application) {
    this.platform = platform;
    this.doors = doors;
    this.switchboard = switchboard;
    this.url = url;
    this.application = application;
  }

  static Floor open() throws IOException {
    LivePlatform platform = LivePlatform.start(LiveSettings.standard());
    Doors doors =
        Doors.open(
            platform, new DoorSettings("127.0.0.1", 0, -1, null), new ControlApi(platform)::addTo);
    int port = freePort();
    String url = "http://127.0.0.1:" + port;
    String application =
        new PlatformSetup(
                LiveHttp.to(doors.url()),
                Account.SID,
                Account.TOKEN,
                url,
                Account.NUMBER,
                List.of("aiko"))
            .makeAll()
            .get(0)
            .sid();
    Instance switchboard =
        Instance.start(
            ConfigurationFile.parse(
                "floor",
                """
                publicUrl: %s
                listen: {port: %d}
                platform:
                  accountSid: %s
                  authToken: ${TOKEN}
                  apiBase: %s
                  callerId: "+81345678900"
                database: {url: "jdbc:h2:mem:floor%d"}
                users:
                  - {name: aiko, displayName: Aiko Tanaka, role: agent, passwordHash: "${HASH}"}
                  - {name: ken, displayName: Ken Suzuki, role: agent, passwordHash: "${HASH}"}
                  - {name: mika, displayName: 伊藤 美香, role: agent, passwordHash: "${HASH}"}
                  - {name: emma, displayName: Emma Clark, role: agent, passwordHash: "${HASH}"}
                  - {name: sato, displayName: 佐藤 恵, role: supervisor, passwordHash: "${HASH}"}
                """
                    .formatted(url, port, Account.SID, doors.url(), port),
                Map.of("TOKEN", Account.TOKEN, "HASH", HASH)));
    Floor floor = new Floor(platform, doors, switchboard, url, application);
    for (String name : new String[] {"aiko", "ken", "mika", "emma", "sato"}) {
      floor.phone("client:" + name, "answers", 600);
    }
    return floor;
  }

  String url() {
    return url;
  }

  /** Lets a phone do this after it has rung for so long; nobody hangs up by themselves. */
  void phone(String address, String does, int actsAfterMs) throws IOException {
    control(
        "PUT",
        "/phones/" + URLEncoder.encode(address, StandardCharsets.UTF_8),
        "{\"does\":\"%s\",\"ringsAfterMs\":200,\"actsAfterMs\":%d,\"endsAfterMs\":-1}"
            .formatted(does, actsAfterMs));
  }

  /** An agent's softphone calls a number. */
  void softphoneCalls(String client, String number) throws IOException {
    control(
        "POST",
        "/calls",
        "{\"client\":\"%s\",\"application\":\"%s\",\"parameters\":{\"To\":\"%s\"}}"
            .formatted(client, application, number));
  }

  /** How many calls the platform has. */
  int liveCalls() throws IOException {
    return control("GET", "", null).get("liveCalls").asInt();
  }

  private JsonNode control(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(doors.url() + "/_partyline" + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IOException(method + " " + path + ": " + answer.body());
      }
      return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    switchboard.close();
    doors.close();
    platform.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
