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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the people of the demo do: other agents call customers, one after another. */
final class DemoDay {

  private static final List<String> OTHERS = List.of("ken", "mika", "emma", "yuki", "omar");
  private static final List<String> WITH_PHONES =
      List.of("aiko", "sato", "ken", "mika", "emma", "yuki", "omar");
  private static final long BETWEEN_MS = 4_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String control;
  private final String application;
  private final int calls;
  private int placed;

  DemoDay(Serving serving, String application, int calls) {
    this.control = serving.doors().url() + "/_partyline";
    this.application = application;
    this.calls = Math.min(calls, OTHERS.size());
  }

  /** Gives everybody a phone that behaves. */
  void prepare() throws IOException, InterruptedException {
    for (DemoPerson person : DemoPerson.CUSTOMERS) {
      ask("PUT", "/phones/" + encoded(person.number()), person.script());
    }
    for (String name : WITH_PHONES) {
      ask("PUT", "/phones/" + encoded("client:" + name), DemoPerson.SOFTPHONE);
    }
  }

  /** Lets calls come and go until it is told to stop, or the time is over; 0 is no end. */
  void goOn(CountDownLatch stop, long seconds) throws IOException, InterruptedException {
    long rounds = seconds == 0 ? Long.MAX_VALUE : Math.max(1, seconds * 1000 / BETWEEN_MS);
    for (long round = 0; round < rounds; round++) {
      callOnce();
      if (stop.await(BETWEEN_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void callOnce() throws IOException, InterruptedException {
    Set<String> idle = new LinkedHashSet<>(OTHERS.subList(0, calls));
    for (JsonNode call : ask("GET", "/calls", null)) {
      idle.remove(call.path("from").asText().replaceFirst("^client:", ""));
      idle.remove(call.path("to").asText().replaceFirst("^client:", ""));
    }
    if (idle.isEmpty()) {
      return;
    }
    String agent = idle.iterator().next();
    DemoPerson customer = DemoPerson.CUSTOMERS.get(placed++ % DemoPerson.CUSTOMERS.size());
    String number =
        placed % 3 == 1 ? "+8190555" + String.format("%05d", placed) : customer.number();
    ask(
        "POST",
        "/calls",
        "{\"client\":\""
            + agent
            + "\",\"application\":\""
            + application
            + "\",\"parameters\":{\"To\":\""
            + number
            + "\"}}");
  }

  private JsonNode ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(control + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
