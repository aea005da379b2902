package dev.partyline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** People who call the demo's number now and then, wait, talk for a while and hang up. */
final class DemoCallers {

  private static final String OUR_NUMBER = "+81345678900";

  /** Who is offered their calls: whoever of the two tries the demo as an agent. */
  private static final String AGENT = "aiko";

  private static final int MOST = 2;
  private static final int ROUNDS_BETWEEN = 6;
  private static final int ROUNDS_OF_PATIENCE = 30;

  private final DemoControl control;
  private final Map<String, Long> until = new LinkedHashMap<>();
  private long placed;

  DemoCallers(DemoControl control) {
    this.control = control;
  }

  /** Lets the agent be offered calls: workers begin offline. */
  void prepare() throws IOException, InterruptedException {
    for (JsonNode workspace : control.routing("").path("workspaces")) {
      String path = "/" + workspace.path("sid").asText();
      String available = "";
      for (JsonNode activity : control.routing(path + "/Activities").path("activities")) {
        if (activity.path("available").asBoolean()) {
          available = activity.path("sid").asText();
        }
      }
      for (JsonNode worker : control.routing(path + "/Workers").path("workers")) {
        if (worker.path("friendly_name").asText().equals(AGENT)) {
          control.routing(
              path + "/Workers/" + worker.path("sid").asText(), "ActivitySid=" + available);
        }
      }
    }
  }

  /**
   * One of the day's rounds: somebody may call, and who has called for long enough hangs up.
   *
   * @param calls the live calls of the platform
   */
  void goOn(long round, JsonNode calls) throws IOException, InterruptedException {
    Map<String, Boolean> live = new LinkedHashMap<>();
    calls.forEach(call -> live.put(call.path("sid").asText(), true));
    until.keySet().removeIf(sid -> !live.containsKey(sid));
    for (Map.Entry<String, Long> one : Map.copyOf(until).entrySet()) {
      if (round >= one.getValue()) {
        control.ask("POST", "/calls/" + one.getKey() + "/hang-up", "{}");
        until.remove(one.getKey());
      }
    }
    if (round % ROUNDS_BETWEEN == 1 && until.size() < MOST) {
      String from = "+8180777" + String.format("%05d", ++placed);
      JsonNode call =
          control.ask(
              "POST", "/calls", "{\"from\":\"" + from + "\",\"to\":\"" + OUR_NUMBER + "\"}");
      until.put(call.path("sid").asText(), round + ROUNDS_OF_PATIENCE);
    }
  }
}
