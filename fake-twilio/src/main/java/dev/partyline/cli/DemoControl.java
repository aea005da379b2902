package dev.partyline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the demo reaches its platform: by the control API, and by TaskRouter's REST API. */
final class DemoControl {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;
  private final String authorization;

  DemoControl(Serving serving) {
    this.url = serving.doors().url();
    String user = serving.configuration().accountSid() + ":" + serving.configuration().authToken();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Asks the control API.
   *
   * @param path below {@code /_partyline}
   * @param body JSON; null for none
   * @throws IllegalStateException when it refuses
   */
  JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
    return send(method, "/_partyline" + path, "application/json", body);
  }

  /** Reads from TaskRouter; {@code path} is below {@code /v1/Workspaces}. */
  JsonNode routing(String path) throws IOException, InterruptedException {
    return send("GET", "/taskrouter.twilio.com/v1/Workspaces" + path, "application/json", null);
  }

  /** Changes something of TaskRouter; {@code form} is encoded already. */
  JsonNode routing(String path, String form) throws IOException, InterruptedException {
    return send(
        "POST",
        "/taskrouter.twilio.com/v1/Workspaces" + path,
        "application/x-www-form-urlencoded",
        form);
  }

  private JsonNode send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", type)
            .header("Authorization", authorization)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
