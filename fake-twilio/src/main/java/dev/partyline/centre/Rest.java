package dev.partyline.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Surroundings;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The REST API as the built-in application uses it: every call takes its way there and back. */
public final class Rest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYNC = "/v1/Services/default";
  private static final String VOICE = "/2010-04-01/Accounts/" + Account.SID;

  private final Surroundings surroundings;
  private final Centre centre;

  Rest(Surroundings surroundings, Centre centre) {
    this.surroundings = surroundings;
    this.centre = centre;
  }

  /**
   * Sends a request.
   *
   * @param path with {@code /v1/…} or below the account, for example {@code /Calls.json}
   * @param pairs names and values; a name may come again
   */
  public RestResponse send(String method, String path, String... pairs) {
    return send(method, path, null, pairs);
  }

  /** The same, only when the object still has this version. */
  public RestResponse sendIf(String version, String method, String path, String... pairs) {
    return send(method, path, version, pairs);
  }

  private RestResponse send(String method, String path, String version, String[] pairs) {
    RestResponse answer = surroundings.call(request(method, path, version, pairs));
    centre.answered(method + " " + path, answer);
    return answer;
  }

  /** A request with the account's credentials. */
  public static RestRequest request(String method, String path, String version, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return new RestRequest(
        method,
        path.startsWith("/v") ? path : VOICE + path,
        params,
        Account.SID,
        Account.TOKEN,
        version == null ? Map.of() : Map.of("if-match", version));
  }

  /**
   * Dials somebody into a conference from our number.
   *
   * @param room its SID or name: of a task's, the task's SID
   * @param more names and values beside {@code From} and {@code To}
   */
  public RestResponse dialInto(String room, String to, String... more) {
    List<String> pairs = new ArrayList<>(List.of("From", Account.NUMBER, "To", to));
    pairs.addAll(List.of(more));
    return send(
        "POST", "/Conferences/" + room + "/Participants.json", pairs.toArray(String[]::new));
  }

  /** Changes a task. */
  public RestResponse task(String sid, String... pairs) {
    return send("POST", taskPath(sid), pairs);
  }

  /** Reads a task. */
  public RestResponse task(String sid) {
    return send("GET", taskPath(sid));
  }

  /** Changes an offer, reached through its task. */
  public RestResponse reservation(String task, String sid, String... pairs) {
    return send("POST", taskPath(task) + "/Reservations/" + sid, pairs);
  }

  /** Changes a worker. */
  public RestResponse worker(String name, String... pairs) {
    return send("POST", workerPath(name), pairs);
  }

  /** The SID of an activity by name. */
  public String activity(String name) {
    return centre.activity(name);
  }

  /** Path of a task. */
  public String taskPath(String sid) {
    return workspacePath() + "/Tasks/" + sid;
  }

  /** Path of a worker. */
  public String workerPath(String name) {
    return workspacePath() + "/Workers/" + centre.worker(name).sid();
  }

  /** Path of the workspace. */
  public String workspacePath() {
    return "/v1/Workspaces/" + centre.workspace().sid();
  }

  /** Ends a task after the work that comes after a call. */
  public RestResponse complete(String task) {
    return task(task, "AssignmentStatus", "completed");
  }

  /** Gives a live call another document. */
  public RestResponse redirect(String call, String twiml) {
    return send("POST", "/Calls/" + call + ".json", "Twiml", twiml);
  }

  /** Ends a conference. */
  public RestResponse endConference(String sid) {
    return send("POST", "/Conferences/" + sid + ".json", "Status", "completed");
  }

  /** Conferences of this name, whatever their state. */
  public JsonNode conferencesNamed(String name) {
    return json(send("GET", "/Conferences.json", "FriendlyName", name)).path("conferences");
  }

  /** Writes to Sync's default service: a path below it, names and values. */
  public RestResponse sync(String below, String... pairs) {
    return send("POST", SYNC + below, pairs);
  }

  /** Reads from Sync's default service. */
  public RestResponse syncRead(String below) {
    return send("GET", SYNC + below);
  }

  /** Waits, in simulated time. */
  public void pause(long ms) {
    surroundings.sleep(java.time.Duration.ofMillis(ms));
  }

  /** A body as JSON. */
  public static JsonNode json(RestResponse response) {
    return json(response.body());
  }

  /** A text as JSON. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
