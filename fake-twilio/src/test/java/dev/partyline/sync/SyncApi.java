package dev.partyline.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.contract.Contract;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sync's REST API as a test asks it, at moments of simulated time; paths begin below the default
 * service. Every answer is held against the vendor's document.
 */
public final class SyncApi {

  private static final String DEFAULT = "/v1/Services/default";

  private final Stage stage = new Stage();

  /** Turns a knob. */
  public SyncApi knob(Knob knob, String value) {
    stage.knob(knob, value);
    return this;
  }

  /** Asks at a moment; what is asserted there counts. */
  public SyncApi at(long ms, Consumer<SyncApi> body) {
    stage.application(ms, played -> body.accept(this));
    return this;
  }

  /** Plays to the end. */
  public SyncApi run() {
    stage.run();
    return this;
  }

  public Stage stage() {
    return stage;
  }

  /** Sends a request; a pair named {@code If-Match} is a header. */
  public RestResponse send(String method, String path, String... pairs) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals("If-Match")) {
        headers.put("if-match", pairs[i + 1]);
      } else {
        params.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
      }
    }
    String full = path.startsWith("/v1") ? path : DEFAULT + path;
    RestResponse answer =
        stage.ask(new RestRequest(method, full, params, Account.SID, Account.TOKEN, headers));
    Contract.check(method, full, answer.status(), answer.body());
    return answer;
  }

  public JsonNode post(String path, String... pairs) {
    return good(send("POST", path, pairs));
  }

  public JsonNode get(String path, String... pairs) {
    return good(send("GET", path, pairs));
  }

  public void delete(String path, String... pairs) {
    RestResponse answer = send("DELETE", path, pairs);
    if (answer.status() != 204) {
      throw new AssertionError(path + " answers " + answer);
    }
  }

  private static JsonNode good(RestResponse answer) {
    if (answer.status() >= 400) {
      throw new AssertionError("refused: " + answer);
    }
    return Stage.json(answer);
  }

  /** Status and code, for example {@code 409 54301}; the status alone of a success. */
  public String outcome(String method, String path, String... pairs) {
    RestResponse answer = send(method, path, pairs);
    return answer.status() + (answer.code() == 0 ? "" : " " + answer.code());
  }

  /** One field of each row of a list, joined by spaces. */
  public String column(String list, String field, String path, String... pairs) {
    StringBuilder text = new StringBuilder();
    get(path, pairs)
        .get(list)
        .forEach(row -> text.append(text.length() == 0 ? "" : " ").append(row.get(field).asText()));
    return text.toString();
  }
}
