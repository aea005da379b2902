package dev.partyline.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The curl commands of the README do what it says: each is sent as curl would. */
class ReadmeCommandsTest {

  private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
  private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");
  private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']*)'");

  private final HttpClient client = HttpClient.newHttpClient();

  private static List<String> commands(String beginning) throws Exception {
    Path readme = Path.of(System.getProperty("partyline.root"), "fake-twilio", "README.md");
    List<String> found =
        Files.readString(readme).lines().filter(line -> line.startsWith(beginning)).toList();
    assertTrue(found.size() >= 3, () -> "commands that begin with " + beginning + ": " + found);
    return found;
  }

  private int send(String command, String url) throws Exception {
    Matcher body = BODY.matcher(command);
    boolean withBody = body.find();
    Matcher method = METHOD.matcher(command);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method.find() ? method.group(1) : withBody ? "POST" : "GET",
                withBody ? BodyPublishers.ofString(body.group(1)) : BodyPublishers.noBody());
    Matcher header = HEADER.matcher(command);
    while (header.find()) {
      request.header(header.group(1), header.group(2));
    }
    if (command.contains("-u $A:$T")) {
      String pair = Account.SID + ":" + Account.TOKEN;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    // a stream that stays open has its status before its end
    HttpResponse<java.io.InputStream> answer =
        client.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  @Test
  void every_command_to_the_control_api_is_understood() throws Exception {
    try (LivePlatform platform = LivePlatform.start(LiveSettings.standard());
        Doors doors = Doors.open(platform, DoorSettings.plain(), new ControlApi(platform)::addTo)) {
      for (String command : commands("curl")) {
        Matcher path = Pattern.compile("\\$C(/\\S*)").matcher(command);
        if (path.find()) {
          assertEquals(200, send(command, doors.url() + "/_partyline" + path.group(1)), command);
        }
      }
    }
  }

  @Test
  void every_way_to_name_a_product_reaches_it() throws Exception {
    try (LivePlatform platform = LivePlatform.start(LiveSettings.standard());
        Doors doors = Doors.open(platform, DoorSettings.plain(), new ControlApi(platform)::addTo)) {
      for (String command : commands("curl -u $A:$T")) {
        Matcher path = Pattern.compile("\\$P(/\\S*)").matcher(command);
        assertTrue(path.find(), command);
        String url = doors.url() + path.group(1).replace("$A", Account.SID);
        assertEquals(200, send(command, url), command);
      }
    }
  }
}
